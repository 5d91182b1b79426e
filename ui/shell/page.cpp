// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/page.h"

#include "ui/common/style/icons.h"

#include <QAction>

namespace seatledger {

namespace {
constexpr auto primaryProperty = "seatledgerPrimary";
}

void Page::setIconName(QAction *action, const QString &iconName)
{
    action->setIcon(icon(iconName));
    action->setProperty("seatledgerIcon", iconName);
}

void Page::markPrimary(QAction *action)
{
    action->setProperty(primaryProperty, true);
}

bool Page::isPrimary(const QAction *action)
{
    return action->property(primaryProperty).toBool();
}

} // namespace seatledger
