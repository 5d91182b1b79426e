// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/entitlement.h"

#include "core/domain/fieldcheck.h"

#include <QCoreApplication>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

std::optional<Money> takePrice(FieldCheck &check, const EntitlementDraft &draft)
{
    if (!draft.priceMinor)
        return std::nullopt;
    if (*draft.priceMinor < 0)
        check.refuse("price"_L1, QCoreApplication::translate("domain", "A price is not negative."));
    if (*draft.priceMinor > EntitlementDraft::maximumPriceMinor)
        check.refuse("price"_L1, QCoreApplication::translate("domain", "The amount is too large."));
    const auto currency = check.take("currency"_L1, Currency::create(draft.currency));
    return currency ? std::optional(Money(*draft.priceMinor, *currency)) : std::nullopt;
}

/// As many days later, or as many months where both ends fall on the same day of the month.
QDate renewedEnd(const Period &expiring)
{
    const QDate end = *expiring.endDay();
    const int months = *expiring.monthCount();
    if (expiring.firstDay().addMonths(months) == end)
        return end.addMonths(months);
    return end.addDays(*expiring.dayCount());
}

} // namespace

EntitlementDraft EntitlementDraft::of(const EntitlementFields &fields)
{
    EntitlementDraft draft{.license = fields.license,
                           .firstDay = fields.period.firstDay(),
                           .lastDay = fields.period.lastDay(),
                           .billing = fields.billing,
                           .orderNumber = fields.orderNumber.text(),
                           .supplier = fields.supplier.text(),
                           .renews = fields.renews,
                           .note = fields.note.text()};
    if (fields.quantity)
        draft.quantity = fields.quantity->value();
    if (fields.price) {
        draft.priceMinor = fields.price->minor();
        draft.currency = fields.price->currency().code();
    }
    return draft;
}

Result<EntitlementFields> EntitlementDraft::create() const
{
    FieldCheck check;
    if (!license)
        check.refuse("license"_L1, missingFieldText());
    const auto validQuantity = quantity ? check.take("quantity"_L1, Quantity::create(*quantity))
                                        : std::nullopt;
    const auto validPeriod = check.takeNamed(Period::create(firstDay, lastDay));
    const auto validPrice = takePrice(check, *this);
    auto validOrder = check.take("order_number"_L1, OrderNumber::create(orderNumber));
    auto validSupplier = check.take("supplier"_L1, Supplier::create(supplier));
    auto validNote = check.take("note"_L1, Note::create(note));
    if (check.failed())
        return check.error();
    return EntitlementFields{.license = *license,
                             .quantity = validQuantity,
                             .period = *validPeriod,
                             .price = validPrice,
                             .billing = billing,
                             .orderNumber = *validOrder,
                             .supplier = *validSupplier,
                             .renews = renews,
                             .note = *validNote};
}

EntitlementDraft EntitlementDraft::renewalOf(const Entitlement &expiring)
{
    EntitlementDraft draft = of(expiring);
    draft.renews = expiring.id;
    draft.orderNumber.clear();
    if (const auto end = expiring.period.endDay()) {
        draft.firstDay = *end;
        draft.lastDay = renewedEnd(expiring.period).addDays(-1);
    }
    return draft;
}

} // namespace seatledger
