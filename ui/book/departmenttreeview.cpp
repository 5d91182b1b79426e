// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/departmenttreeview.h"

#include "ui/common/widgets/tabledelegate.h"

#include <QHash>
#include <QSignalBlocker>
#include <QTreeWidgetItemIterator>

namespace seatledger {

using namespace Qt::StringLiterals;

DepartmentTreeView::DepartmentTreeView(QWidget *parent) : QTreeWidget(parent)
{
    setObjectName(u"departmentsTree"_s);
    setAccessibleName(tr("Departments"));
    setHeaderHidden(true);
    setUniformRowHeights(true);
    setItemDelegate(new TableDelegate(this));
}

DepartmentId DepartmentTreeView::departmentOf(const QTreeWidgetItem *item)
{
    return *DepartmentId::fromValue(item->data(0, Qt::UserRole).toLongLong());
}

void DepartmentTreeView::setDepartments(const std::vector<Department> &departments)
{
    clear();
    QHash<qint64, QTreeWidgetItem *> items;
    for (const Department &department : departments) {
        QTreeWidgetItem *parent = department.parent ? items.value(department.parent->value()) : nullptr;
        auto *item = parent ? new QTreeWidgetItem(parent) : new QTreeWidgetItem(this);
        item->setText(0, department.name.text());
        item->setData(0, Qt::UserRole, department.id.value());
        items.insert(department.id.value(), item);
    }
    expandAll();
    setCurrentItem(topLevelItem(0));
}

void DepartmentTreeView::uncheckAll()
{
    const QSignalBlocker quiet(this);
    for (QTreeWidgetItemIterator it(this); *it; ++it)
        (*it)->setCheckState(0, Qt::Unchecked);
}

QList<DepartmentId> DepartmentTreeView::checked() const
{
    QList<DepartmentId> departments;
    for (QTreeWidgetItemIterator it(const_cast<DepartmentTreeView *>(this), QTreeWidgetItemIterator::Checked);
         *it; ++it)
        departments.append(departmentOf(*it));
    return departments;
}

std::optional<DepartmentId> DepartmentTreeView::current() const
{
    const QTreeWidgetItem *item = currentItem();
    return item ? std::optional(departmentOf(item)) : std::nullopt;
}

void DepartmentTreeView::setCurrent(std::optional<DepartmentId> department)
{
    for (QTreeWidgetItemIterator it(this); *it; ++it) {
        if (departmentOf(*it) == department)
            return setCurrentItem(*it);
    }
    setCurrentItem(topLevelItem(0));
}

void DepartmentTreeView::narrow(const QString &text)
{
    for (QTreeWidgetItemIterator it(this); *it; ++it)
        (*it)->setHidden(!text.isEmpty());
    if (text.isEmpty())
        return;
    for (QTreeWidgetItem *found : findItems(text, Qt::MatchContains | Qt::MatchRecursive)) {
        for (QTreeWidgetItem *item = found; item; item = item->parent())
            item->setHidden(false);
    }
}

} // namespace seatledger
