// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/renewal.h"

#include "core/domain/monthlycost.h"

#include <algorithm>

namespace seatledger {

std::optional<qint64> RenewalDue::suggestedSeats() const
{
    if (!entitlement.quantity)
        return std::nullopt;
    if (otherSeats.isUnlimited())
        return 0;
    const qint64 needed = std::max<qint64>(0, held - idle) + waiting - otherSeats.count();
    return std::clamp<qint64>(needed, 0, Quantity::maximum);
}

EntitlementFields RenewalDue::suggestion() const
{
    const EntitlementDraft draft = EntitlementDraft::renewalOf(entitlement);
    EntitlementFields fields = entitlement;
    if (const auto period = Period::create(draft.firstDay, draft.lastDay))
        fields.period = *period;
    fields.renews = entitlement.id;
    const auto seats = suggestedSeats();
    if (!seats || *seats == 0)
        return fields;
    const qint64 before = entitlement.quantity->value();
    fields.quantity = Quantity::fromStored(*seats);
    if (entitlement.price) {
        if (const auto price = entitlement.price->share(*seats, before))
            fields.price = *price;
    }
    return fields;
}

void MonthlyCostSum::add(const EntitlementFields &fields)
{
    const auto price = monthlyPrice(fields);
    if (!price || m_isExceeded)
        return;
    const auto share = price->price.share(1, price->months);
    m_isExceeded = !share || !m_sum.add(*share);
}

std::vector<Money> MonthlyCostSum::amounts() const
{
    return m_isExceeded ? std::vector<Money>{} : m_sum.amounts();
}

std::vector<Money> monthlyCostOf(std::span<const EntitlementFields> entitlements)
{
    MonthlyCostSum sum;
    for (const EntitlementFields &fields : entitlements)
        sum.add(fields);
    return sum.amounts();
}

} // namespace seatledger
