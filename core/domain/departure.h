// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/assignment.h"
#include "core/domain/enumtext.h"
#include "core/domain/member.h"
#include "core/domain/money.h"
#include "core/domain/refusal.h"

#include <QList>

#include <map>
#include <optional>
#include <vector>

namespace seatledger {

/// What becomes of a seat of somebody who leaves.
enum class SeatFate {
    TakeBack, ///< ends today
    HandOver, ///< goes to the successor for the rest of its days
    Keep,     ///< ends with the last day; for a last day to come
};

template <>
std::span<const EnumEntry<SeatFate>> enumEntries();

/// People leave, all on one day.
struct Departure {
    QList<MemberId> members;
    QDate lastDay; ///< up to today they depart now; later, the calendar books it on the day after
    std::optional<MemberId> successor = std::nullopt; ///< gets what is handed over, and the licences they own
    SeatFate fate = SeatFate::TakeBack; ///< of every seat that `fates` does not name
    std::map<AssignmentId, SeatFate> fates = {};
    bool takesBackRefused = false; ///< what the successor cannot have is taken back instead
    QString reason = {};

    [[nodiscard]] SeatFate fateOf(AssignmentId assignment) const;
};

/// One seat of somebody who leaves.
struct LeaverSeat {
    Assignment assignment;
    QString licenseName;
    qint64 devices = 0; ///< that it runs on
    std::vector<Money> monthlyCost = {}; ///< its share of the price
    SeatFate fate = SeatFate::TakeBack;
    std::optional<Refusal> refusal = std::nullopt; ///< why that is not possible
};

/// What a licence or a device of somebody who leaves is called.
struct LeaverThing {
    qint64 id;
    MemberId member;
    QString name;
};

/// What people who leave hold, and what becomes of it. A plain value.
struct DeparturePlan {
    QDate lastDay;
    bool isAhead = false; ///< the last day is still to come
    std::vector<Member> people = {};
    std::optional<Member> successor = std::nullopt;
    std::vector<LeaverSeat> seats = {};
    std::vector<LeaverThing> devices = {}; ///< theirs, nobody's afterwards
    std::vector<LeaverThing> owned = {}; ///< licences they look after
    std::vector<Money> monthlyCost = {}; ///< of the seats that are taken back

    [[nodiscard]] qint64 refusedCount() const;
    [[nodiscard]] qint64 count(SeatFate fate) const;
    [[nodiscard]] bool isApplicable() const { return refusedCount() == 0; }
    /// The name of one of the people.
    [[nodiscard]] QString nameOf(MemberId member) const;
};

} // namespace seatledger
