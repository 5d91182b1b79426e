// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/services.h"

#include <QHash>
#include <QTimeZone>

#include <optional>
#include <utility>
#include <vector>

namespace seatledger {

/// An operator with what the ids in it are called.
struct KnownOperator {
    Operator record;
    QString memberName = {};      ///< of the member that the person is
    QStringList departments = {}; ///< their paths
};

/// Everything about an operator that a panel tells.
struct OperatorContents {
    KnownOperator known;
    QTimeZone zone;
    OperatorRow row; ///< for when they were last seen
    std::vector<std::pair<Action, PermissionAnswer>> answers; ///< what they may do, in sentences
    std::optional<std::vector<OperationRow>> operations; ///< the latest; none if they are not ours to see
};

// For use on a worker, in the thread of the session.

[[nodiscard]] Result<KnownOperator> readOperator(const Services &services, Session &session, OperatorId id);
[[nodiscard]] Result<OperatorContents> readOperatorContents(const Services &services, Session &session,
                                                            OperatorId id, int operations);

} // namespace seatledger
