// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/departmentbox.h"

#include "core/domain/departmenttree.h"

#include <QAbstractItemView>
#include <QStyle>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {
constexpr int widestList = 420;
}

DepartmentBox::DepartmentBox(BookAccess access, QWidget *parent)
    : DepartmentBox(access, tr("No department"), parent)
{}

DepartmentBox::DepartmentBox(BookAccess access, const QString &noneText, QWidget *parent)
    : QComboBox(parent), m_book(access)
{
    setObjectName(u"departmentComboBox"_s);
    setMaxVisibleItems(16);
    setSizeAdjustPolicy(AdjustToMinimumContentsLengthWithIcon);
    setMinimumContentsLength(16);
    addItem(noneText, 0);
    connect(this, &QComboBox::activated, this, [this] { m_wanted = department(); });
    reload();
}

void DepartmentBox::reload()
{
    m_book.ask(
        this,
        [](const Services &services, Session &session) { return services.catalogue.departments(session); },
        [this](const Result<std::vector<Department>> &departments) {
            if (departments)
                fill(*departments);
        });
}

void DepartmentBox::fill(const std::vector<Department> &departments)
{
    while (count() > 1)
        removeItem(1);
    for (const Department &department : departments)
        addItem(pathOf(departments, department.id), department.id.value());
    setDepartment(m_wanted);
}

void DepartmentBox::setDepartment(std::optional<DepartmentId> department)
{
    m_wanted = department;
    const int index = findData(department ? department->value() : 0);
    setCurrentIndex(index);
}

std::optional<DepartmentId> DepartmentBox::department() const
{
    return currentIndex() < 0 ? m_wanted : DepartmentId::fromValue(currentData().toLongLong());
}

QString DepartmentBox::pathText(std::optional<DepartmentId> department) const
{
    return department ? itemText(findData(department->value())) : itemText(0);
}

void DepartmentBox::showPopup()
{
    const int paths = view()->sizeHintForColumn(0) + style()->pixelMetric(QStyle::PM_ScrollBarExtent);
    view()->setMinimumWidth(std::min(paths, widestList));
    QComboBox::showPopup();
}

} // namespace seatledger
