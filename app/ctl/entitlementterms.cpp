// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/entitlementterms.h"

#include "app/ctl/lookup.h"

using namespace Qt::StringLiterals;

namespace seatledger::ctl {

namespace {

constexpr auto usualCurrency = "EUR"_L1;

} // namespace

void EntitlementTerms::addTo(CLI::App &command)
{
    auto *count = command.add_option("--seats", seats, "How many");
    command.add_flag("--unlimited", unlimited, "As many as wanted")->excludes(count);
    command.add_option("--from-day", fromDay, "The first day (today)");
    auto *last = command.add_option("--until-day", untilDay, "The last day (none: perpetual)");
    command.add_flag("--perpetual", perpetual, "No last day")->excludes(last);
    command.add_option("--price", price, "Of all seats each time, such as 1200.50");
    command.add_option("--currency", currency, "ISO 4217 (EUR)");
    command.add_option("--billing", billing, "How often it is paid: once, monthly, quarterly or yearly")
        ->check(CLI::IsMember({"once", "monthly", "quarterly", "yearly"}));
    command.add_option("--order", orderNumber, "The purchase order");
    command.add_option("--supplier", supplier, "Who sold it");
}

Result<void> EntitlementTerms::fillInDays(const OpenBook &book, EntitlementDraft &draft) const
{
    const auto first = optionalDayOf(fromDay);
    if (!first)
        return std::unexpected(first.error());
    const auto last = optionalDayOf(untilDay);
    if (!last)
        return std::unexpected(last.error());
    if (*first)
        draft.firstDay = **first;
    if (*last || perpetual)
        draft.lastDay = *last;
    if (draft.firstDay.isValid())
        return {};
    const auto today = book.services.operations.today(book.session);
    if (!today)
        return std::unexpected(today.error());
    draft.firstDay = *today;
    return {};
}

Result<void> EntitlementTerms::fillInPrice(EntitlementDraft &draft) const
{
    if (price.empty() && !currency)
        return {};
    if (price.empty())
        return failure(ErrorCode::InvalidInput, u"--currency needs a --price."_s);
    const QString code = currency                   ? typed(*currency)
                         : draft.currency.isEmpty() ? QString(usualCurrency)
                                                    : draft.currency;
    const auto known = Currency::create(code);
    if (!known)
        return std::unexpected(known.error());
    const auto amount = Money::parse(typed(price), *known);
    if (!amount)
        return std::unexpected(amount.error());
    draft.priceMinor = amount->minor();
    draft.currency = known->code();
    return {};
}

Result<EntitlementDraft> EntitlementTerms::over(const OpenBook &book, EntitlementDraft draft) const
{
    if (seats || unlimited)
        draft.quantity = unlimited ? std::nullopt : seats;
    if (auto filled = fillInDays(book, draft); !filled)
        return std::unexpected(std::move(filled).error());
    if (auto filled = fillInPrice(draft); !filled)
        return std::unexpected(std::move(filled).error());
    if (billing)
        draft.billing = fromText<BillingCycle>(typed(*billing)).value_or(draft.billing);
    if (orderNumber)
        draft.orderNumber = typed(*orderNumber);
    if (supplier)
        draft.supplier = typed(*supplier);
    return draft;
}

} // namespace seatledger::ctl
