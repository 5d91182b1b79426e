// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/assignment.h"
#include "core/domain/assignmentplan.h"
#include "core/services/changeplan.h"

#include <QJsonArray>
#include <QJsonObject>

#include <span>

namespace seatledger::server {

[[nodiscard]] QJsonObject toJson(const Assignment &assignment);

/// One line of the answer to many at once: `done` or `refused`, with code and sentence.
[[nodiscard]] QJsonObject resultJson(const std::optional<AssignmentId> &assignment, MemberId member,
                                     const Refusal *refusal);

/// What a plan would do: `granted`, `refused`, `seats_left`, `monthly_cost` and a line for each.
[[nodiscard]] QJsonObject toJson(const AssignmentPlan &plan);
[[nodiscard]] QJsonObject toJson(const ChangePlan &plan);

} // namespace seatledger::server
