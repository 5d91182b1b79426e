// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/page.h"

#include "ui/common/style/icons.h"

#include <QAction>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {
constexpr auto primaryProperty = "seatledgerPrimary";
constexpr auto iconProperty = "seatledgerIcon";
constexpr auto needsProperty = "seatledgerNeeds";
} // namespace

void Page::setIconName(QAction *action, const QString &iconName)
{
    action->setIcon(icon(iconName));
    action->setProperty(iconProperty, iconName);
}

QString Page::iconName(const QAction *action)
{
    return action->property(iconProperty).toString();
}

void Page::setNeeds(QAction *action, const QString &sentence)
{
    action->setProperty(needsProperty, sentence);
}

QString Page::needs(const QAction *action)
{
    return action->property(needsProperty).toString();
}

void Page::markPrimary(QAction *action)
{
    action->setProperty(primaryProperty, true);
}

bool Page::isPrimary(const QAction *action)
{
    return action->property(primaryProperty).toBool();
}

QAction *Page::adopt(QAction *action, const QString &name, const QString &iconName,
                     const QKeySequence &shortcut)
{
    action->setObjectName(name + u"Action"_s);
    setIconName(action, iconName);
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(action);
    return action;
}

} // namespace seatledger
