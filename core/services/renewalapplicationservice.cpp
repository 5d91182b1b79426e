// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/renewalapplicationservice.h"

#include "core/services/refusalinwords.h"

#include <QCoreApplication>
#include <QSet>

#include <algorithm>
#include <iterator>
#include <map>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

/// What it renewed, and what that renewed, the newest first.
std::vector<Entitlement> historyOf(const Entitlement &entitlement,
                                   const std::map<EntitlementId, Entitlement> &all)
{
    std::vector<Entitlement> history;
    auto before = entitlement.renews;
    while (before && history.size() < all.size()) {
        const auto found = all.find(*before);
        if (found == all.end())
            break;
        history.push_back(found->second);
        before = found->second.renews;
    }
    return history;
}

/// What else is due of the same licence on the same day shares what is needed: each as many as it had, the
/// last the rest.
void share(std::vector<RenewalDue> &due)
{
    for (std::size_t i = 0; i < due.size(); ++i) {
        const auto isBeside = [&](const RenewalDue &other) {
            return other.entitlement.license == due[i].entitlement.license && other.entitlement.quantity
                   && other.entitlement.period.endDay() == due[i].entitlement.period.endDay();
        };
        const auto needed = due[i].suggestedSeats();
        const bool isFirst = std::none_of(due.begin(), std::next(due.begin(), static_cast<std::ptrdiff_t>(i)),
                                          isBeside);
        if (!needed || !isFirst || std::ranges::count_if(due, isBeside) < 2)
            continue;
        qint64 left = *needed;
        RenewalDue *last = nullptr;
        for (RenewalDue &one : due) {
            if (!isBeside(one))
                continue;
            const qint64 given = std::min<qint64>(left, one.entitlement.quantity->value());
            left -= given;
            one.otherSeats = Seats(one.otherSeats.count() + *needed - given);
            last = &one;
        }
        last->otherSeats = Seats(last->otherSeats.count() - left);
    }
}

} // namespace

RenewalApplicationService::RenewalApplicationService(const RenewalRepository &renewals,
                                                     const LicenseRepository &licenses,
                                                     const OperationRepository &operations,
                                                     const AccessApplicationService &access)
    : m_renewals(renewals), m_licenses(licenses), m_operations(operations), m_access(access)
{}

Result<std::vector<RenewalDue>> RenewalApplicationService::due(Session &session, int days) const
{
    if (auto may = m_access.require(session, Action::EditCatalogue); !may)
        return std::unexpected(std::move(may).error());
    const auto standings = m_renewals.due(session, days, idleDays);
    if (!standings)
        return std::unexpected(standings.error());
    QSet<LicenseId> licenses;
    for (const RenewalStanding &standing : *standings)
        licenses.insert(standing.license);
    const auto bought = m_licenses.entitlementsOf(session, {licenses.begin(), licenses.end()});
    if (!bought)
        return std::unexpected(bought.error());
    std::map<EntitlementId, Entitlement> all;
    for (const Entitlement &entitlement : *bought)
        all.emplace(entitlement.id, entitlement);
    std::vector<RenewalDue> due;
    for (const RenewalStanding &standing : *standings) {
        const auto found = all.find(standing.entitlement);
        if (found == all.end())
            continue;
        due.push_back({.entitlement = found->second,
                       .licenseName = standing.licenseName,
                       .held = standing.held,
                       .waiting = standing.waiting,
                       .idle = standing.idle,
                       .otherSeats = standing.otherSeats,
                       .history = historyOf(found->second, all)});
    }
    share(due);
    return due;
}

Result<OperationOutcome> RenewalApplicationService::renew(
    Session &session, const std::vector<EntitlementFields> &renewals) const
{
    return operate(session, u"renew", [&](Session &) -> Result<OperationOutcome> {
        if (auto may = m_access.require(session, Action::EditCatalogue); !may)
            return std::unexpected(std::move(may).error());
        const bool allRenew = std::ranges::all_of(
            renewals, [](const EntitlementFields &fields) { return fields.renews.has_value(); });
        if (renewals.empty() || !allRenew)
            return failure(ErrorCode::InvalidInput,
                           QCoreApplication::translate("services", "Say which entitlements are renewed."));
        const int count = static_cast<int>(renewals.size());
        const auto operation = m_operations.begin(
            session, u"renew"_s,
            QCoreApplication::translate("services", "Renew %n entitlement(s)", nullptr, count));
        if (!operation)
            return std::unexpected(operation.error());
        for (const EntitlementFields &fields : renewals) {
            if (auto added = m_licenses.addEntitlement(session, fields); !added)
                return std::unexpected(std::move(added).error());
        }
        return OperationOutcome{.operation = *operation, .changed = std::ssize(renewals)};
    });
}

} // namespace seatledger
