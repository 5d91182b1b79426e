// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/licenses/licensecontents.h"

#include "core/domain/period.h"
#include "core/domain/renewal.h"
#include "ui/assignments/assignmententries.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int holdersShown = 60;

QString productName(const Services &services, Session &session, ProductId id)
{
    const auto products = services.catalogue.products(session);
    const auto vendors = services.catalogue.vendors(session);
    if (!products || !vendors)
        return {};
    const auto product = std::ranges::find(*products, id, &Product::id);
    if (product == products->end())
        return {};
    const auto vendor = std::ranges::find(*vendors, product->vendor, &Vendor::id);
    return vendor == vendors->end() ? product->name.text()
                                    : vendor->name.text() + u" · "_s + product->name.text();
}

/// What the seats bought for a day cost a month.
std::vector<Money> costOf(std::span<const Entitlement> entitlements, QDate day)
{
    MonthlyCostSum sum;
    for (const Entitlement &entitlement : entitlements) {
        if (!entitlement.isCancelled() && entitlement.period.contains(day))
            sum.add(entitlement);
    }
    return sum.amounts();
}

Result<void> readHolders(const Services &services, Session &session, LicenseContents &contents)
{
    const AssignmentFilter filter{
        .search = {}, .states = openStates(), .license = contents.license.id, .member = {}};
    auto page = services.lists.assignments(session, filter, {AssignmentSort::ByMember}, {}, 0, holdersShown);
    if (!page)
        return std::unexpected(std::move(page).error());
    contents.holders = std::move(page->rows);
    const auto count = services.lists.assignmentCount(session, filter);
    if (!count)
        return std::unexpected(count.error());
    contents.holderCount = *count;
    return {};
}

Result<void> readWaiting(const Services &services, Session &session, LicenseContents &contents)
{
    const WaitingFilter filter{.states = {WaitingState::Waiting}, .license = contents.license.id};
    auto page = services.waiting.entries(session, filter, {WaitingSort::ByTurn}, {}, 0, holdersShown);
    if (!page)
        return std::unexpected(std::move(page).error());
    contents.waiting = std::move(page->rows);
    const auto count = services.waiting.entryCount(session, filter);
    if (!count)
        return std::unexpected(count.error());
    contents.waitingCount = *count;
    return {};
}

Result<void> readKeys(const Services &services, Session &session, LicenseContents &contents)
{
    auto keys = services.keyService.list(session, contents.license.id);
    if (keys)
        contents.keys = std::move(*keys);
    else if (keys.error().code != ErrorCode::Forbidden) // the right may have gone meanwhile
        return std::unexpected(std::move(keys).error());
    return {};
}

Badge badgeOf(const Entitlement &entitlement, QDate today)
{
    if (entitlement.isCancelled())
        return {QCoreApplication::translate("LicenseContents", "Cancelled"), Tone::TextMuted, u"ban"_s};
    if (entitlement.period.contains(today))
        return {QCoreApplication::translate("LicenseContents", "Current"), Tone::Success, u"circle-check"_s};
    return entitlement.period.firstDay() > today
               ? Badge{QCoreApplication::translate("LicenseContents", "To come"), Tone::Accent, u"calendar"_s}
               : Badge{QCoreApplication::translate("LicenseContents", "Over"), Tone::TextMuted, u"clock"_s};
}

} // namespace

Result<LicenseContents> readLicense(const Services &services, Session &session, LicenseId id,
                                    const LicenseSight &sight)
{
    auto license = services.licenses.find(session, id);
    if (!license)
        return std::unexpected(std::move(license).error());
    LicenseContents contents{.license = *license};
    auto entitlements = services.licenses.entitlements(session, id);
    if (!entitlements)
        return std::unexpected(std::move(entitlements).error());
    contents.entitlements = std::move(*entitlements);
    auto standing = seatStanding(services, session, *license);
    if (!standing)
        return std::unexpected(std::move(standing).error());
    contents.standing = std::move(*standing);
    contents.monthlyCost = costOf(contents.entitlements, contents.standing.today);
    contents.product = productName(services, session, license->product);
    if (license->owner) {
        if (const auto owner = services.members.find(session, *license->owner))
            contents.owner = owner->name.text();
    }
    if (auto holders = readHolders(services, session, contents); !holders)
        return std::unexpected(std::move(holders).error());
    if (auto waiting = readWaiting(services, session, contents); !waiting)
        return std::unexpected(std::move(waiting).error());
    if (auto keys = sight.keys ? readKeys(services, session, contents) : Result<void>(); !keys)
        return std::unexpected(std::move(keys).error());
    auto history = readHistory(services, session, {.license = id}, sight.audit);
    if (!history)
        return std::unexpected(std::move(history).error());
    contents.history = std::move(*history);
    return contents;
}

Result<LicenseTotals> readLicenseTotals(const Services &services, Session &session,
                                        const QList<LicenseId> &ids)
{
    const auto today = services.operations.today(session);
    if (!today)
        return std::unexpected(today.error());
    const auto entitlements = services.licenses.entitlementsOf(session, ids);
    if (!entitlements)
        return std::unexpected(entitlements.error());
    const auto demand = services.licenses.demandOf(session, ids);
    if (!demand)
        return std::unexpected(demand.error());
    LicenseTotals totals{.licenses = ids.size()};
    QSet<LicenseId> unlimited;
    for (const Entitlement &entitlement : *entitlements) {
        if (entitlement.isCancelled() || !entitlement.period.contains(*today))
            continue;
        if (entitlement.quantity)
            totals.bought += entitlement.quantity->value();
        else
            unlimited.insert(entitlement.license);
    }
    totals.unlimited = unlimited.size();
    for (const LicenseDemand &step : *demand)
        totals.used += step.delta.day <= today->toJulianDay() ? step.delta.change : 0;
    totals.monthlyCost = costOf(*entitlements, *today);
    return totals;
}

std::vector<Entry> entitlementEntries(const std::vector<Entitlement> &entitlements, QDate today,
                                      bool showsPrices)
{
    std::vector<Entry> entries;
    for (const Entitlement &entitlement : entitlements) {
        Entry entry{.id = entitlement.id.value()};
        entry.title = entitlement.quantity
                          ? QCoreApplication::translate("LicenseContents", "%Ln seats", nullptr,
                                                        entitlement.quantity->value())
                          : QCoreApplication::translate("LicenseContents", "Unlimited seats");
        QStringList detail{entitlement.period.displayText()};
        if (!showsPrices)
            detail += QCoreApplication::translate("LicenseContents", "price not visible");
        else if (entitlement.price)
            detail += entitlement.price->displayText() + u' ' + displayText(entitlement.billing).toLower();
        if (!entitlement.supplier.isEmpty())
            detail += entitlement.supplier.text();
        entry.detail = detail.join(u" · "_s);
        entry.badge = badgeOf(entitlement, today);
        entry.iconName = u"receipt"_s;
        entries.push_back(std::move(entry));
    }
    return entries;
}

QString outlookText(const SeatStanding &standing)
{
    if (!standing.shortages.empty()) {
        const SeatShortage &first = standing.shortages.front();
        const auto seats = static_cast<int>(std::min<qint64>(first.seats, std::numeric_limits<int>::max()));
        return first.firstDay <= standing.today
                   ? QCoreApplication::translate("LicenseContents", "%Ln seats are lacking today.", nullptr,
                                                 seats)
                   : QCoreApplication::translate("LicenseContents", "%Ln seats will be lacking from %1.",
                                                 nullptr, seats)
                         .arg(displayDay(first.firstDay));
    }
    return standing.lapsesOn
               ? QCoreApplication::translate(
                     "LicenseContents", "There are fewer seats from %1, enough for all that is promised.")
                     .arg(displayDay(*standing.lapsesOn))
               : QString();
}

} // namespace seatledger
