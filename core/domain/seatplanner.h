// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/seatcalendar.h"

#include <span>
#include <vector>

namespace seatledger {

/// Decides over changes of one licence one after the other, each counting on what was taken before, so that
/// everything taken can be applied as one operation by the rule of SeatCalendar. A tree over the days on
/// which anything changes makes each decision O(log n), however many there are. Lives in one thread.
class SeatPlanner final
{
public:
    /// `candidates` are all changes that take() will be asked about; only their days matter here.
    SeatPlanner(const SeatCalendar &calendar, std::span<const HoldingChange> candidates);

    /// Takes the changes, which belong together, and returns none; or leaves everything as it was and says
    /// why (NoSeat or OutsideSupply, with the first day).
    [[nodiscard]] std::optional<Refusal> take(std::span<const HoldingChange> changes);

private:
    /// The fewest free seats on some runs of days; `guardedFree` looks only at the days that a taken row
    /// answers for.
    struct Node {
        qint64 free = 0;
        qint64 guardedFree = 0;
        qint64 pending = 0; ///< already in the two above, not yet in the nodes below
        bool allGuarded = false;
    };

    /// Runs of days, by their index in m_days, `end` excluded.
    struct Runs {
        size_t first;
        size_t end;
    };

    /// A node together with the runs it stands for.
    struct Place {
        size_t node;
        Runs runs;

        [[nodiscard]] bool isLeaf() const { return runs.end - runs.first == 1; }
        [[nodiscard]] bool isOutside(Runs wanted) const;
        [[nodiscard]] bool isInside(Runs wanted) const;
        [[nodiscard]] Place left() const;
        [[nodiscard]] Place right() const;
    };

    /// A run of days with fewer than no free seats.
    struct Broken {
        size_t run;
        qint64 free;
    };

    void collectDays(std::span<const HoldingChange> candidates);
    void build(Place place);
    void pushDown(Place place);
    void pullUp(Place place);
    void add(Place place, Runs wanted, qint64 seats);
    void guard(Place place, Runs wanted);
    [[nodiscard]] std::optional<Broken> firstBelowZero(Place place, Runs wanted, qint64 Node::*free);

    void apply(const HoldingChange &change, int sign);
    void guardWindow(const HoldingChange &change);
    [[nodiscard]] std::optional<Broken> firstBroken(std::span<const HoldingChange> changes);

    [[nodiscard]] Place root() const { return {1, {0, m_days.size()}}; }
    [[nodiscard]] Runs runsOf(DayRange days) const;

    SeatCalendar m_calendar;
    std::vector<DayNumber> m_days; ///< the first day of each run, from today on
    std::vector<Node> m_nodes; ///< the children of n are 2n and 2n + 1
};

} // namespace seatledger
