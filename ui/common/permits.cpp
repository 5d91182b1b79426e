// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/permits.h"

#include <QAction>
#include <QLoggingCategory>

#include <utility>

namespace seatledger {

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(lcPermits, "seatledger.ui.permits")

namespace {

constexpr auto refusalProperty = "seatledgerRefusal";

bool isSame(const ActingOperator &one, const ActingOperator &other)
{
    return one.login == other.login && one.id == other.id && one.displayName == other.displayName
           && one.subject.role == other.subject.role && one.subject.rights == other.subject.rights
           && one.subject.departments == other.subject.departments
           && one.subject.member == other.subject.member
           && one.subject.switchedOff == other.subject.switchedOff;
}

/// Empty where it only repeats the action's text, so that it still does when that changes.
QString ownToolTip(const QAction *action)
{
    return action->toolTip() == action->iconText() ? QString() : action->toolTip();
}

} // namespace

Permits::Permits(Access access, QObject *parent) : QObject(parent), m_access(std::move(access)) {}

PermissionAnswer Permits::answer(Action what) const
{
    if (!m_refusal.isEmpty())
        return {.allowed = false, .scope = Scope::None, .reason = m_refusal};
    return m_access.answer(what);
}

QString Permits::refusalOf(Action what) const
{
    const PermissionAnswer given = answer(what);
    return given.allowed ? QString() : given.reason;
}

QString Permits::refusalOf(const QAction *action)
{
    return action->property(refusalProperty).toString();
}

void Permits::guard(QAction *action, Action what)
{
    m_guarded.insert(action, {.what = what,
                              .toolTip = ownToolTip(action),
                              .statusTip = action->statusTip(),
                              .whatsThis = action->whatsThis()});
    connect(action, &QAction::enabledChanged, this, [this, action] { holdOff(action); });
    connect(action, &QObject::destroyed, this, [this, action] { m_guarded.remove(action); });
    apply(action);
}

void Permits::setAccess(Access access)
{
    const bool isNew = !m_refusal.isEmpty() || !isSame(m_access.acting(), access.acting());
    m_access = std::move(access);
    m_refusal.clear();
    if (isNew)
        applyAll();
}

void Permits::takeChange(const ChangeNotice &notice)
{
    if (notice.entity.isEmpty() || notice.entity == "operator"_L1 || notice.entity == "operator_department"_L1
        || notice.entity == "feature_switch"_L1)
        load();
}

void Permits::load()
{
    if (!m_load)
        return;
    whenDone(m_load(), this, [this, round = ++m_round](Result<Access> loaded) {
        if (round != m_round)
            return;
        if (loaded)
            setAccess(*std::move(loaded));
        else if (loaded.error().code == ErrorCode::Forbidden)
            refuseAll(loaded.error().message);
        else if (loaded.error().code != ErrorCode::Cancelled)
            qCWarning(lcPermits) << "Permissions stay as they were:" << loaded.error().message;
    });
}

void Permits::refuseAll(const QString &reason)
{
    m_refusal = reason;
    applyAll();
}

void Permits::applyAll()
{
    const QList<QAction *> actions = m_guarded.keys();
    for (QAction *action : actions)
        apply(action);
    emit changed();
}

void Permits::apply(QAction *action)
{
    const Guarded guarded = m_guarded.value(action);
    const QString refusal = refusalOf(guarded.what);
    action->setProperty(refusalProperty, refusal);
    action->setToolTip(refusal.isEmpty() ? guarded.toolTip : refusal);
    action->setStatusTip(refusal.isEmpty() ? guarded.statusTip : refusal);
    action->setWhatsThis(refusal.isEmpty() ? guarded.whatsThis : refusal);
    if (!refusal.isEmpty())
        holdOff(action);
    else if (std::exchange(m_guarded[action].isWanted, false))
        action->setEnabled(true);
}

/// Whatever enabled it, it goes off again while it is not permitted.
void Permits::holdOff(QAction *action)
{
    if (!action->isEnabled() || refusalOf(action).isEmpty())
        return;
    m_guarded[action].isWanted = true;
    action->setEnabled(false);
}

} // namespace seatledger
