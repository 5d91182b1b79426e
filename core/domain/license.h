// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/boundednumber.h"
#include "core/domain/enums.h"
#include "core/domain/ids.h"
#include "core/domain/refusal.h"
#include "core/domain/text.h"

#include <QList>

#include <optional>

namespace seatledger {

/// A pool of seats of one product. `floatingLease` is set exactly when the metric is floating.
/// A plain value, valid by LicenseDraft.
struct LicenseFields {
    ProductId product;
    Name name;
    LicenseMetric metric = LicenseMetric::NamedUser;
    LicenseTerm term = LicenseTerm::Subscription;
    LicenseState state = LicenseState::Active;
    std::optional<MemberId> owner = std::nullopt; ///< who looks after it and hears of shortages
    OveragePercent overage = OveragePercent::fromStored(0);
    DevicesPerSeat devicesPerSeat = DevicesPerSeat::fromStored(1);
    std::optional<LeaseMinutes> floatingLease = std::nullopt;
    ExpiryAction expiryAction = ExpiryAction::Keep;
    std::optional<SeatThreshold> lowSeatThreshold = std::nullopt; ///< none is never
    /// How many days before something of it ends that is told, the longest first; none is as the organisation
    /// has it.
    std::optional<QList<int>> leadDays = std::nullopt;
    Note note = {};

    friend bool operator==(const LicenseFields &, const LicenseFields &) = default;
};

struct License : LicenseFields {
    LicenseId id;
    int version = 1;

    friend bool operator==(const License &, const License &) = default;
};

/// A licence as typed, not yet checked.
struct LicenseDraft {
    std::optional<ProductId> product = std::nullopt;
    QString name = {};
    LicenseMetric metric = LicenseMetric::NamedUser;
    LicenseTerm term = LicenseTerm::Subscription;
    LicenseState state = LicenseState::Active;
    std::optional<MemberId> owner = std::nullopt;
    qint64 overagePercent = 0;
    qint64 devicesPerSeat = 1;
    std::optional<qint64> floatingLeaseMinutes = std::nullopt;
    ExpiryAction expiryAction = ExpiryAction::Keep;
    std::optional<qint64> lowSeatThreshold = std::nullopt;
    std::optional<QList<int>> leadDays = std::nullopt;
    QString note = {};

    [[nodiscard]] static LicenseDraft of(const LicenseFields &fields);

    /// Fails with InvalidInput; see FieldCheck::error(). Fields: `product`, `name`, `overage_percent`,
    /// `devices_per_seat`, `floating_lease_minutes`, `low_seat_threshold`, `notice_lead_days`, `note`.
    [[nodiscard]] Result<LicenseFields> create() const;
};

/// Whether a licence may go from one state to another; staying is allowed.
[[nodiscard]] bool transitionAllowed(LicenseState from, LicenseState to);

/// Why a licence may not go from one state to another, or none. `held` is whether an assignment holds.
[[nodiscard]] std::optional<Refusal> refusalOfTransition(LicenseState from, LicenseState to, bool held);

/// Why nobody can be given a seat of a licence in this state; none when active.
[[nodiscard]] std::optional<Refusal> refusalOfSeats(LicenseState state);

} // namespace seatledger
