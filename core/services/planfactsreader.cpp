// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/planfactsreader.h"

#include "core/repositories/rowversion.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

template <typename Value, typename KeyOf>
auto groupedBy(const std::vector<Value> &values, KeyOf keyOf)
{
    std::map<LicenseId, std::vector<Value>> groups;
    for (const Value &value : values)
        groups[keyOf(value)].push_back(value);
    return groups;
}

} // namespace

PlanFactsReader::PlanFactsReader(const LicenseRepository &licenses,
                                 const LicenseAssignmentRepository &assignments)
    : m_licenses(licenses), m_assignments(assignments)
{}

Result<std::map<LicenseId, LicenseFacts>> PlanFactsReader::read(Session &session, QDate today,
                                                                const QList<LicenseId> &ids,
                                                                const QList<MemberId> &members) const
{
    const auto licenses = m_licenses.findMany(session, ids);
    if (!licenses)
        return std::unexpected(licenses.error());
    const auto bought = m_licenses.entitlementsOf(session, ids);
    if (!bought)
        return std::unexpected(bought.error());
    const auto demand = m_licenses.demandOf(session, ids);
    if (!demand)
        return std::unexpected(demand.error());
    const auto memberFacts = m_assignments.memberFacts(session, members);
    if (!memberFacts)
        return std::unexpected(memberFacts.error());

    auto entitlements = groupedBy(*bought,
                                  [](const Entitlement &entitlement) { return entitlement.license; });
    auto demands = groupedBy(*demand, [](const LicenseDemand &change) { return change.license; });
    std::map<LicenseId, LicenseFacts> facts;
    for (const License &license : *licenses) {
        SeatCalendar calendar(today, demandFrom(demands[license.id]),
                              SeatSupply(entitlements[license.id], license.overage));
        facts.emplace(license.id, LicenseFacts{license,
                                               {.state = license.state,
                                                .calendar = std::move(calendar),
                                                .entitlements = std::move(entitlements[license.id]),
                                                .members = *memberFacts}});
    }
    for (LicenseId id : ids) {
        if (!facts.contains(id))
            return std::unexpected(noSuchRow("license"_L1, id.value()));
    }
    return facts;
}

Result<LicenseFacts> PlanFactsReader::readWithHoldings(Session &session, QDate today, LicenseId license,
                                                       const QList<MemberId> &members) const
{
    auto facts = read(session, today, {license}, members);
    if (!facts)
        return std::unexpected(std::move(facts).error());
    auto holdings = m_assignments.openHoldings(session, license, members);
    if (!holdings)
        return std::unexpected(std::move(holdings).error());
    LicenseFacts &found = facts->at(license);
    found.facts.holdings = *std::move(holdings);
    return std::move(found);
}

} // namespace seatledger
