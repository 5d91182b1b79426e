// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/ids.h"

#include <optional>
#include <vector>

namespace seatledger {

/// What Undo and Redo need to know of an operation.
struct UndoStep {
    OperationId id;
    std::optional<OperationId> undoes = {}; ///< it took that one back
    bool isUndoable = false;                ///< it can be taken back and has not been
};

/// Undo and Redo over operations that are all on record, and so are undos: an operation, its undo, the undo
/// of that (a redo) and so on. `newestFirst` is what one person did. What was taken back that is not among
/// them counts as done by somebody else.
///
/// What Undo takes back: the newest step that did something, or did it again. None if there is none.
[[nodiscard]] std::optional<OperationId> nextUndo(const std::vector<UndoStep> &newestFirst);

/// What Redo takes back: the newest undo, unless something was done after it.
[[nodiscard]] std::optional<OperationId> nextRedo(const std::vector<UndoStep> &newestFirst);

} // namespace seatledger
