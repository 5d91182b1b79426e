// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/seatcalendar.h"

#include <span>
#include <vector>

namespace seatledger {

/// Decides over changes of one licence one after the other, each counting on what was taken before, so that
/// everything taken can be applied as one operation by the rule of SeatCalendar. A tree over the days on which
/// anything changes makes each decision O(log n), however many there are. Lives in one thread.
class SeatPlanner final
{
public:
    /// `candidates` are all changes that take() will be asked about; only their days matter here.
    SeatPlanner(const SeatCalendar &calendar, std::span<const HoldingChange> candidates);

    /// Takes the changes, which belong together, and returns none; or leaves everything as it was and says why
    /// (NoSeat or OutsideSupply, with the first day).
    [[nodiscard]] std::optional<Refusal> take(std::span<const HoldingChange> changes);

private:
    /// Free seats on a run of days; `guarded` only those days that a taken row answers for.
    struct Node
    {
        qint64 free = 0;
        qint64 guardedFree = 0;
        qint64 pending = 0; ///< already in the two above, not yet in the nodes below
        bool allGuarded = false;
    };

    struct Span
    {
        size_t first; ///< index of the first run of days
        size_t end;
    };

    void collectDays(std::span<const HoldingChange> candidates);
    void build(size_t node, Span covered);
    void apply(const HoldingChange &change, qint64 sign);
    void add(size_t node, Span covered, Span wanted, qint64 seats);
    void guard(size_t node, Span covered, Span wanted);
    void pushDown(size_t node);
    void pullUp(size_t node);
    [[nodiscard]] Span spanOf(DayRange range) const;

    const SeatCalendar &m_calendar;
    std::vector<DayNumber> m_days; ///< first day of each run, in order
    std::vector<Node> m_nodes;
};

} // namespace seatledger
