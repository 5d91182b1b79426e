// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/tokenrows.h"

#include "core/repositories/storedvalue.h"

#include <algorithm>

namespace seatledger {

std::vector<TokenScope> scopesIn(const Row &row)
{
    std::vector<TokenScope> scopes;
    for (const QString &name : row.texts("scopes")) {
        if (const auto scope = fromText<TokenScope>(name))
            scopes.push_back(*scope);
    }
    std::ranges::sort(scopes);
    return scopes;
}

ApiToken tokenFromRow(const Row &row)
{
    return {.id = storedId<ApiTokenId>(row, "id"),
            .owner = storedId<OperatorId>(row, "operator_id"),
            .ownerLogin = row.text("login"),
            .ownerName = row.text("display_name"),
            .name = row.text("name"),
            .scopes = scopesIn(row),
            .createdAt = row.dateTime("created_at"),
            .expiresAt = row.dateTime("expires_at"),
            .revokedAt = row.optionalDateTime("revoked_at"),
            .lastUsedAt = row.optionalDateTime("last_used_at"),
            .version = storedNumber(row, "version")};
}

} // namespace seatledger
