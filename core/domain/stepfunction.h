// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/dayrange.h"

#include <optional>
#include <span>
#include <vector>

namespace seatledger {

/// A number for every day that changes on a few days only; 0 before the first step. A plain value.
class StepFunction final
{
public:
    /// From `day` on the value is `change` larger than the day before.
    struct Delta {
        DayNumber day;
        qint64 change;
    };

    /// From `day` to the next step the value is `value`.
    struct Step {
        DayNumber day;
        qint64 value;

        friend bool operator==(const Step &, const Step &) = default;
    };

    StepFunction() = default;

    /// The deltas in any order, several a day allowed. O(n log n).
    [[nodiscard]] static StepFunction fromDeltas(std::vector<Delta> deltas);

    /// `combine(value of left, value of right)` on every day; must give 0 for 0 and 0.
    template <typename Combine>
    [[nodiscard]] static StepFunction combined(const StepFunction &left, const StepFunction &right,
                                               Combine combine);

    /// O(log n).
    [[nodiscard]] qint64 valueOn(DayNumber day) const;

    /// The least value on the days of `range`, which is not empty.
    [[nodiscard]] qint64 minimumOn(DayRange range) const;

    /// The first day of `range` whose value is not 0, or none. O(log n).
    [[nodiscard]] std::optional<DayNumber> firstNonZero(DayRange range) const;

    /// In order of days, neighbours differ in value.
    [[nodiscard]] std::span<const Step> steps() const { return m_steps; }

    friend bool operator==(const StepFunction &, const StepFunction &) = default;

private:
    void append(DayNumber day, qint64 value);

    std::vector<Step> m_steps;
};

/// Adds to `deltas` what makes a sum `amount` larger on the days of `range`.
void addDeltas(std::vector<StepFunction::Delta> &deltas, DayRange range, qint64 amount);

template <typename Combine>
StepFunction StepFunction::combined(const StepFunction &left, const StepFunction &right, Combine combine)
{
    StepFunction result;
    qint64 leftValue = 0;
    qint64 rightValue = 0;
    auto nextLeft = left.m_steps.begin();
    auto nextRight = right.m_steps.begin();
    while (nextLeft != left.m_steps.end() || nextRight != right.m_steps.end()) {
        const DayNumber leftDay = nextLeft != left.m_steps.end() ? nextLeft->day : endOfDays;
        const DayNumber rightDay = nextRight != right.m_steps.end() ? nextRight->day : endOfDays;
        if (leftDay <= rightDay)
            leftValue = (nextLeft++)->value;
        if (rightDay <= leftDay)
            rightValue = (nextRight++)->value;
        result.append(std::min(leftDay, rightDay), combine(leftValue, rightValue));
    }
    return result;
}

} // namespace seatledger
