// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/keymap.h"

#include "ui/common/remembered.h"

#include <QAction>
#include <QWidget>

namespace seatledger::keymap {

using namespace Qt::StringLiterals;

namespace {

constexpr auto idProperty = "seatledgerKeysId";
constexpr auto ownProperty = "seatledgerOwnKeys";
const QString group = u"shortcuts"_s;
const QString windowId = u"window"_s;

QString placeOf(const QString &id)
{
    return id.section(u'/', 0, 0);
}

/// QSettings makes folders of slashes; one flat list is easier to clear.
QString keyOf(const QString &id)
{
    return group + u'/' + QString(id).replace(u'/', u'.');
}

} // namespace

void assign(QAction *action, const QString &id, const QList<QKeySequence> &own)
{
    action->setProperty(idProperty, id);
    action->setProperty(ownProperty, QKeySequence::listToString(own));
    action->setShortcuts(keysOf(id, own));
}

QString idOf(const QAction *action)
{
    return action->property(idProperty).toString();
}

QList<QKeySequence> ownKeys(const QAction *action)
{
    return QKeySequence::listFromString(action->property(ownProperty).toString());
}

bool isChanged(const QAction *action)
{
    return remembered::contains(keyOf(idOf(action)));
}

QList<QKeySequence> keysOf(const QString &id, const QList<QKeySequence> &own)
{
    const QVariant chosen = remembered::value(keyOf(id));
    if (!chosen.isValid())
        return own;
    const QKeySequence keys = QKeySequence::fromString(chosen.toString());
    return keys.isEmpty() ? QList<QKeySequence>() : QList{keys};
}

void choose(const QString &id, const QKeySequence &keys)
{
    remembered::set(keyOf(id), keys.toString());
}

void reset(const QString &id)
{
    remembered::remove(keyOf(id));
}

void resetAll()
{
    remembered::remove(group);
}

QList<QAction *> actionsIn(const QWidget *window)
{
    QList<QAction *> found;
    for (QAction *action : window->findChildren<QAction *>()) {
        if (!idOf(action).isEmpty())
            found += action;
    }
    return found;
}

void applyTo(const QWidget *window)
{
    for (QAction *action : actionsIn(window))
        action->setShortcuts(keysOf(idOf(action), ownKeys(action)));
}

QList<QAction *> conflicts(const QList<QAction *> &actions, const QString &id, const QKeySequence &keys)
{
    QList<QAction *> found;
    for (QAction *action : actions) {
        const QString other = idOf(action);
        const bool meets = placeOf(other) == placeOf(id) || placeOf(other) == windowId
                           || placeOf(id) == windowId;
        if (other != id && meets && !keys.isEmpty() && action->shortcuts().contains(keys))
            found += action;
    }
    return found;
}

} // namespace seatledger::keymap
