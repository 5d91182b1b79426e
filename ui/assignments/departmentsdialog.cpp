// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/assignments/departmentsdialog.h"

#include "ui/common/widgets/searchfield.h"
#include "ui/common/widgets/tabledelegate.h"

#include <QHash>
#include <QPushButton>
#include <QTreeWidget>
#include <QTreeWidgetItemIterator>
#include <QVBoxLayout>

namespace seatledger {

using namespace Qt::StringLiterals;

DepartmentsDialog::DepartmentsDialog(BookAccess access, QWidget *parent)
    : DialogFrame(u"departments"_s, tr("Add departments"), parent),
      m_book(access),
      m_search(nullptr),
      m_tree(new QTreeWidget(this)),
      m_add(nullptr)
{
    setSubtitle(tr("Everybody there who may hold a seat, and in the departments below."));
    auto *search = new SearchField(this);
    search->setPlaceholderText(tr("Search departments"));
    m_search = search;
    m_tree->setObjectName(u"departmentsTree"_s);
    m_tree->setAccessibleName(tr("Departments"));
    m_tree->setHeaderHidden(true);
    m_tree->setUniformRowHeights(true);
    m_tree->setItemDelegate(new TableDelegate(m_tree));
    body()->addWidget(search);
    body()->addWidget(m_tree, 1);
    addCancelButton();
    m_add = addButton(u"add"_s, tr("Add"), ButtonKind::Primary);
    setMainEnabled(false);
    m_timer.setSingleShot(true);
    m_timer.setInterval(150);
    connect(search, &SearchField::searchChanged, this, &DepartmentsDialog::narrow);
    connect(m_tree, &QTreeWidget::itemChanged, this, [this] {
        setMainEnabled(false);
        m_timer.start();
    });
    connect(&m_timer, &QTimer::timeout, this, &DepartmentsDialog::count);
    connect(m_add, &QPushButton::clicked, this, [this] {
        emit peopleChosen(m_people);
        accept();
    });
    m_book.ask(
        this,
        [](const Services &services, Session &session) { return services.catalogue.departments(session); },
        [this](const Result<std::vector<Department>> &departments) {
            if (departments)
                fill(*departments);
            else
                showFailure(departments.error());
        });
    resize(460, 560);
}

void DepartmentsDialog::fill(const std::vector<Department> &departments)
{
    QHash<qint64, QTreeWidgetItem *> items;
    for (const Department &department : departments) {
        QTreeWidgetItem *parent = department.parent ? items.value(department.parent->value()) : nullptr;
        auto *item = parent ? new QTreeWidgetItem(parent) : new QTreeWidgetItem(m_tree);
        item->setText(0, department.name.text());
        item->setData(0, Qt::UserRole, department.id.value());
        item->setCheckState(0, Qt::Unchecked);
        items.insert(department.id.value(), item);
    }
    m_tree->expandAll();
    if (m_tree->topLevelItemCount() > 0)
        m_tree->setCurrentItem(m_tree->topLevelItem(0));
}

void DepartmentsDialog::narrow(const QString &text)
{
    for (QTreeWidgetItemIterator it(m_tree); *it; ++it)
        (*it)->setHidden(!text.isEmpty());
    if (text.isEmpty())
        return;
    for (QTreeWidgetItem *found : m_tree->findItems(text, Qt::MatchContains | Qt::MatchRecursive)) {
        for (QTreeWidgetItem *item = found; item; item = item->parent())
            item->setHidden(false);
    }
}

QList<DepartmentId> DepartmentsDialog::checked() const
{
    QList<DepartmentId> departments;
    for (QTreeWidgetItemIterator it(m_tree, QTreeWidgetItemIterator::Checked); *it; ++it)
        departments.append(*DepartmentId::fromValue((*it)->data(0, Qt::UserRole).toLongLong()));
    return departments;
}

void DepartmentsDialog::count()
{
    const int generation = ++m_generation;
    m_book.ask(
        this,
        [departments = checked()](const Services &services, Session &session) {
            return peopleIn(services, session, departments);
        },
        [this, generation](Result<std::vector<Person>> people) {
            if (generation == m_generation)
                take(std::move(people));
        },
        m_latest.renew());
}

void DepartmentsDialog::take(Result<std::vector<Person>> people)
{
    if (!people)
        return showFailure(people.error());
    m_people = std::move(*people);
    const auto count = static_cast<int>(m_people.size());
    setMainEnabled(count > 0);
    m_add->setText(count > 0 ? tr("Add %Ln people", nullptr, count) : tr("Add"));
}

} // namespace seatledger
