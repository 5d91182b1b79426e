// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/enumtext.h"
#include "core/domain/ids.h"
#include "core/domain/text.h"

#include <QDate>

#include <optional>

namespace seatledger {

using ReviewId = Id<struct ReviewTag>;
using ReviewItemId = Id<struct ReviewItemTag>;

enum class ReviewState {
    Open,
    Executed,  ///< its revocations were carried out
    Cancelled,
};

enum class ReviewDecision { Open, Keep, Revoke };

/// What became of a seat since the list of a review was made.
enum class ReviewChange { None, Ended, Seats, Department };

template <>
std::span<const EnumEntry<ReviewState>> enumEntries();
template <>
std::span<const EnumEntry<ReviewDecision>> enumEntries();
template <>
std::span<const EnumEntry<ReviewChange>> enumEntries();

/// Whose seats are looked through: all filters together.
struct ReviewFields {
    Name name;
    std::optional<DepartmentId> department = std::nullopt; ///< with all below; none is everybody
    std::optional<LicenseId> license = std::nullopt;       ///< none is all licences
    std::optional<QDate> dueOn = std::nullopt;             ///< by when everything is to be decided
    Note note = {};
};

/// A look through who held what on a day. A plain value.
struct AccessReview : ReviewFields {
    ReviewId id;
    QDate asOf;
    ReviewState state = ReviewState::Open;
    int version = 1;
};

/// How far a review is, as far as the session sees its items.
struct ReviewProgress {
    qint64 items = 0;
    qint64 open = 0;
    qint64 keep = 0;
    qint64 revoke = 0;
    qint64 changed = 0; ///< no longer as they were on the day of the list
    qint64 since = 0;   ///< seats given since, which are not on the list

    [[nodiscard]] qint64 decided() const { return keep + revoke; }
};

} // namespace seatledger
