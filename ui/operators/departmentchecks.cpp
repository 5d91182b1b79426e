// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operators/departmentchecks.h"

#include "core/domain/departmenttree.h"
#include "ui/common/wording.h"

#include <QSignalBlocker>
#include <QTreeWidgetItemIterator>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

DepartmentChecks::DepartmentChecks(BookAccess access, QWidget *parent) : DepartmentTreeView(parent)
{
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
    setDepartments(departments);
    showChosen();
}

void DepartmentChecks::showChosen()
{
    const QSignalBlocker quiet(this);
    for (QTreeWidgetItemIterator it(this); *it; ++it) {
        const bool chosen = std::ranges::binary_search(m_chosen, departmentOf(*it));
        (*it)->setCheckState(0, chosen ? Qt::Checked : Qt::Unchecked);
    }
    if (const QTreeWidgetItemIterator first(this, QTreeWidgetItemIterator::Checked); *first)
        scrollToItem(*first, PositionAtCenter);
    viewport()->update();
}

void DepartmentChecks::choose(const std::vector<DepartmentId> &departments)
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
    return listed(paths);
}

} // namespace seatledger
