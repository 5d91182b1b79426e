// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/manualsubject.h"

#include <QVariant>
#include <QWidget>

namespace seatledger {

namespace {

constexpr auto property = "manualSubject";

} // namespace

void setManualSubject(QWidget *widget, const QString &page)
{
    widget->setProperty(property, page);
}

QString manualSubjectOf(const QWidget *widget)
{
    for (; widget; widget = widget->parentWidget()) {
        if (const QString page = widget->property(property).toString(); !page.isEmpty())
            return page;
    }
    return {};
}

} // namespace seatledger
