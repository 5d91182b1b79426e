// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/connection.h"

#include <QDateTime>
#include <QString>

#include <functional>

namespace seatledger {

/// Through what a change came; the database keeps it with the operation under the same names as
/// OperationSource of core/domain.
enum class OperationSource;

/// Gives the instant that counts as now, in UTC. Tests hand in a fixed one.
using Clock = std::function<QDateTime()>;

/// The machine's clock.
[[nodiscard]] Clock systemClock();

/// Who acts, and through what.
struct Actor {
    QString name; ///< the login of the operator, as it will stand in the audit
    OperationSource source{};
};

/// One piece of work in the database: a connection, an actor, a clock. What every service takes first.
/// Cheap to make, copied by nobody, used in the thread of its connection; it must not outlive it.
class Session final
{
public:
    Session(Connection &connection, Actor actor, Clock clock = systemClock());
    Session(const Session &) = delete;
    Session &operator=(const Session &) = delete;

    [[nodiscard]] Connection &connection() const;
    [[nodiscard]] const Actor &actor() const;

    /// The instant that counts as now, in UTC.
    [[nodiscard]] QDateTime now() const;

private:
    Connection &m_connection;
    Actor m_actor;
    Clock m_clock;
};

} // namespace seatledger
