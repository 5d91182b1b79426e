// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/assignments/departmentsdialog.h"

#include "ui/book/departmenttreeview.h"
#include "ui/common/style/lengths.h"
#include "ui/common/widgets/searchfield.h"

#include <QPushButton>
#include <QVBoxLayout>

namespace seatledger {

using namespace Qt::StringLiterals;

DepartmentsDialog::DepartmentsDialog(BookAccess access, QWidget *parent)
    : DialogFrame(u"departments"_s, tr("Add departments"), parent),
      m_book(access),
      m_tree(new DepartmentTreeView(this))
{
    setSubtitle(tr("Everybody there who may hold a seat, and in the departments below."));
    auto *search = new SearchField(this);
    search->setPlaceholderText(tr("Search departments"));
    m_search = search;
    body()->addWidget(search);
    body()->addWidget(m_tree, 1);
    addCancelButton();
    m_add = addButton(u"add"_s, tr("Add"), ButtonKind::Primary);
    setMainEnabled(false);
    m_timer.setSingleShot(true);
    m_timer.setInterval(150);
    connect(search, &SearchField::searchChanged, m_tree, &DepartmentTreeView::narrow);
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
            if (!departments)
                return showFailure(departments.error());
            m_tree->setDepartments(*departments);
            m_tree->uncheckAll();
        });
    resize(grown(460), grown(560));
}

void DepartmentsDialog::count()
{
    const int generation = ++m_generation;
    m_book.ask(
        this,
        [departments = m_tree->checked()](const Services &services, Session &session) {
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
