// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/assignmentplan.h"
#include "core/domain/ids.h"
#include "core/domain/result.h"

#include <QHash>
#include <QList>
#include <QString>

#include <optional>
#include <vector>

namespace seatledger {

/// Which rows an edit is for.
struct EditTargets {
    QList<qint64> ids;
    PlanMode mode = PlanMode::AllOrNothing;
    QHash<qint64, int> versions = {}; ///< in which a person saw them; a row not in here may have any
    QString reason = {};              ///< kept with the operation
};

/// What one field of a row has and would have, in words for people.
struct FieldEdit {
    QString field; ///< the draft's name of it, such as `joined_on`
    QString before;
    QString after;

    friend bool operator==(const FieldEdit &, const FieldEdit &) = default;
};

/// One row of a plan.
struct EditItem {
    qint64 id = 0;
    int version = 1;
    QString name;
    QString detail = {};                        ///< what tells it from others of that name
    std::vector<FieldEdit> changes = {};        ///< none: it is so already
    std::optional<Error> refusal = std::nullopt; ///< in words; why it stays as it is

    [[nodiscard]] bool isChanged() const { return !refusal && !changes.empty(); }
};

/// What an edit of many rows would do, before anything is done. A plain value.
struct EditPlan {
    PlanMode mode = PlanMode::AllOrNothing;
    std::vector<EditItem> items = {}; ///< in the order of the rows

    [[nodiscard]] qint64 changedCount() const;
    [[nodiscard]] qint64 refusedCount() const;
    /// The mode lets it be applied and there is something to apply.
    [[nodiscard]] bool isApplicable() const;
    /// Nothing if applicable; else the first refusal, naming its row, or NoChange.
    [[nodiscard]] Result<void> verdict() const;
    [[nodiscard]] std::vector<EditItem> leftOut() const;
    /// The versions of the rows, for the targets of the edit that a person has seen this plan of.
    [[nodiscard]] QHash<qint64, int> versions() const;
};

/// What an edit did.
struct EditOutcome {
    OperationId operation;
    qint64 changed = 0;
    std::vector<EditItem> leftOut = {};
    qint64 served = 0; ///< who waited and got what came free
};

} // namespace seatledger
