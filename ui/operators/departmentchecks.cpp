// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operators/departmentchecks.h"

#include "core/domain/departmenttree.h"
#include "ui/common/widgets/tabledelegate.h"

#include <QHash>
#include <QSignalBlocker>
#include <QTreeWidgetItemIterator>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

DepartmentId departmentOf(const QTreeWidgetItem *item)
{
    return *DepartmentId::fromValue(item->data(0, Qt::UserRole).toLongLong());
}

} // namespace

DepartmentChecks::DepartmentChecks(BookAccess access, QWidget *parent) : QTreeWidget(parent)
{
    setObjectName(u"departmentsTree"_s);
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setItemDelegate(new TableDelegate(this));
    connect(this, &QTreeWidget::itemChanged, this, &DepartmentChecks::takeCheck);
    access.ask(
        this,
        [](const Services &services, Session &session) { return services.catalogue.departments(session); },
        [this](const Result<std::vector<Department>> &departments) {
            if (departments)
                fill(*departments);
        });
}

void DepartmentChecks::fill(const std::vector<Department> &departments)
{
    const QSignalBlocker quiet(this);
    m_all = departments;
    QHash<qint64, QTreeWidgetItem *> items;
    for (const Department &department : departments) {
        QTreeWidgetItem *parent = department.parent ? items.value(department.parent->value()) : nullptr;
        auto *item = parent ? new QTreeWidgetItem(parent) : new QTreeWidgetItem(this);
        item->setText(0, department.name.text());
        item->setData(0, Qt::UserRole, department.id.value());
        items.insert(department.id.value(), item);
    }
    expandAll();
    showChosen();
}

void DepartmentChecks::showChosen()
{
    const QSignalBlocker quiet(this);
    for (QTreeWidgetItemIterator it(this); *it; ++it) {
        const bool chosen = std::ranges::binary_search(m_chosen, departmentOf(*it));
        (*it)->setCheckState(0, chosen ? Qt::Checked : Qt::Unchecked);
    }
    for (QTreeWidgetItemIterator it(this, QTreeWidgetItemIterator::Checked); *it;) {
        scrollToItem(*it, PositionAtCenter);
        break;
    }
    viewport()->update();
}

void DepartmentChecks::setDepartments(const std::vector<DepartmentId> &departments)
{
    m_chosen = departments;
    std::ranges::sort(m_chosen);
    showChosen();
}

void DepartmentChecks::takeCheck(const QTreeWidgetItem *item)
{
    std::erase(m_chosen, departmentOf(item));
    if (item->checkState(0) == Qt::Checked)
        m_chosen.push_back(departmentOf(item));
    std::ranges::sort(m_chosen);
    emit changed();
}

QString DepartmentChecks::pathsText(const std::vector<DepartmentId> &departments) const
{
    QStringList paths;
    for (const DepartmentId department : departments)
        paths += pathOf(m_all, department);
    return paths.join(u", "_s);
}

} // namespace seatledger
