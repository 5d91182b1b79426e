// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/entitlementpage.h"

#include "core/repositories/storedvalue.h"

#include <QSet>

#include <unordered_map>

namespace seatledger {

namespace {

struct Listed {
    EntitlementId id;
    LicenseId license;
};

QList<LicenseId> licensesOf(const std::vector<Listed> &rows)
{
    QSet<LicenseId> licenses;
    for (const Listed &row : rows)
        licenses.insert(row.license);
    return licenses.values();
}

} // namespace

Result<ListPage<Entitlement>> entitlementPage(Session &session, const LicenseRepository &licenses,
                                              const EntitlementFilter &filter, const PageKey &after,
                                              int limit)
{
    const auto listed = entitlementListQuery(filter).page(session, after, 0, limit, [](const Row &row) {
        return Listed{storedId<EntitlementId>(row, "id"), storedId<LicenseId>(row, "license_id")};
    });
    if (!listed)
        return std::unexpected(listed.error());
    const auto found = licenses.entitlementsOf(session, licensesOf(listed->rows));
    if (!found)
        return std::unexpected(found.error());
    std::unordered_map<EntitlementId, const Entitlement *> byId;
    for (const Entitlement &entitlement : *found)
        byId.emplace(entitlement.id, &entitlement);
    ListPage<Entitlement> page{.last = listed->last};
    for (const Listed &row : listed->rows) {
        if (const auto entitlement = byId.find(row.id); entitlement != byId.end())
            page.rows.push_back(*entitlement->second);
    }
    return page;
}

} // namespace seatledger
