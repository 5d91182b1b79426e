// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/notificationlistener.h"
#include "core/services/access.h"
#include "ui/common/asyncresult.h"

#include <QFuture>
#include <QHash>
#include <QObject>
#include <QString>

#include <functional>

class QAction;

namespace seatledger {

/// What the person at the window may do, and how the window shows it: an action that is not permitted is
/// there but off, and its tool tip, status tip and "what's this" say why. One for a window; lives in the GUI
/// thread. It only shows: the services and the database decide.
class Permits final : public QObject
{
    Q_OBJECT

public:
    /// Loads the permissions anew, on another thread.
    using Load = std::function<QFuture<Result<Access>>()>;

    explicit Permits(Access access, QObject *parent = nullptr);

    /// As whom the person works.
    [[nodiscard]] const Access &access() const { return m_access; }

    /// Whether `what` is permitted to anything at all, and why. What a person sees is also what their rights
    /// reach, so the window asks no further.
    [[nodiscard]] PermissionAnswer answer(Action what) const;
    [[nodiscard]] bool may(Action what) const { return answer(what).allowed; }
    /// Why not, in one sentence; empty if it is permitted.
    [[nodiscard]] QString refusalOf(Action what) const;

    /// From now on `action` is as its owner sets it while `what` is permitted, and else off and says why.
    /// Whoever enables it meanwhile finds it on once it is permitted; whoever switches it off meanwhile does
    /// so again on changed(). Its texts must be set before.
    void guard(QAction *action, Action what);
    /// Why a guarded action is off; empty if that is not for want of a permission.
    [[nodiscard]] static QString refusalOf(const QAction *action);

    /// What takeChange() asks.
    void setLoad(Load load) { m_load = std::move(load); }
    void setAccess(Access access);

public slots:
    /// Loads anew if operators or feature switches have changed.
    void takeChange(const seatledger::ChangeNotice &notice);

signals:
    /// The person's role, rights, departments or name are others now, or what is switched off for them.
    void changed();

private:
    struct Guarded {
        Action what;
        QString toolTip; ///< its own
        QString statusTip;
        QString whatsThis;
        bool isWanted = false; ///< its owner would have it on
    };

    void load();
    void refuseAll(const QString &reason);
    void applyAll();
    void apply(QAction *action);
    void holdOff(QAction *action);

    Access m_access;
    QString m_refusal; ///< of everything: the person is no operator any more
    QHash<QAction *, Guarded> m_guarded;
    Load m_load;
    int m_round = 0;
};

} // namespace seatledger
