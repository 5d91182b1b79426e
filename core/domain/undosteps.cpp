// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/undosteps.h"

#include <algorithm>

namespace seatledger {

namespace {

/// Whether it did something, or did it again; an undo did not.
bool isForward(const UndoStep &step, const std::vector<UndoStep> &all)
{
    bool forward = true;
    const UndoStep *at = &step;
    while (at && at->undoes) {
        forward = !forward;
        const auto before = std::ranges::find(all, *at->undoes, &UndoStep::id);
        at = before == all.end() ? nullptr : &*before;
    }
    return forward;
}

} // namespace

std::optional<OperationId> nextUndo(const std::vector<UndoStep> &newestFirst)
{
    const auto next = std::ranges::find_if(
        newestFirst, [&](const UndoStep &step) { return step.isUndoable && isForward(step, newestFirst); });
    return next == newestFirst.end() ? std::nullopt : std::optional(next->id);
}

std::optional<OperationId> nextRedo(const std::vector<UndoStep> &newestFirst)
{
    for (const UndoStep &step : newestFirst) {
        if (isForward(step, newestFirst)) {
            if (!step.undoes) // something new
                return {};
        } else if (step.isUndoable) {
            return step.id;
        }
    }
    return {};
}

} // namespace seatledger
