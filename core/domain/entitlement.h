// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/enums.h"
#include "core/domain/ids.h"
#include "core/domain/money.h"
#include "core/domain/period.h"
#include "core/domain/quantity.h"
#include "core/domain/text.h"

#include <QDateTime>

#include <optional>

namespace seatledger {

/// What was bought: so many seats of a licence for so long. A plain value, valid by EntitlementDraft.
struct EntitlementFields {
    LicenseId license;
    std::optional<Quantity> quantity; ///< none is unlimited
    Period period;
    std::optional<Money> price =
        std::nullopt; ///< of one billing cycle for all its seats, not negative; none is unknown
    BillingCycle billing = BillingCycle::Once;
    OrderNumber orderNumber = {};
    Supplier supplier = {};
    std::optional<EntitlementId> renews = std::nullopt;
    Note note = {};

    friend bool operator==(const EntitlementFields &, const EntitlementFields &) = default;
};

struct Entitlement : EntitlementFields {
    EntitlementId id;
    std::optional<QDateTime> cancelledAt = std::nullopt; ///< a cancelled entitlement supplies nothing
    int version = 1;

    [[nodiscard]] bool isCancelled() const { return cancelledAt.has_value(); }

    friend bool operator==(const Entitlement &, const Entitlement &) = default;
};

/// An entitlement as typed, not yet checked.
struct EntitlementDraft {
    static constexpr qint64 maximumPriceMinor = 1'000'000'000'000'000;

    std::optional<LicenseId> license = std::nullopt;
    std::optional<qint64> quantity = std::nullopt; ///< none is unlimited
    QDate firstDay = {};
    std::optional<QDate> lastDay = std::nullopt; ///< none is perpetual
    std::optional<qint64> priceMinor = std::nullopt;
    QString currency = {}; ///< counts only with a price
    BillingCycle billing = BillingCycle::Once;
    QString orderNumber = {};
    QString supplier = {};
    std::optional<EntitlementId> renews = std::nullopt;
    QString note = {};

    [[nodiscard]] static EntitlementDraft of(const EntitlementFields &fields);

    /// Fails with InvalidInput; see FieldCheck::error(). Fields: `license`, `quantity`, `first_day`,
    /// `last_day`, `price`, `currency`, `order_number`, `supplier`, `note`.
    [[nodiscard]] Result<EntitlementFields> create() const;

    /// The draft of the entitlement that follows `expiring`: the same terms, as long, from the day after its
    /// last. Of an open-ended one: the same terms from its first day.
    [[nodiscard]] static EntitlementDraft renewalOf(const Entitlement &expiring);
};

} // namespace seatledger
