// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/repositories/tokenlist.h"
#include "ui/book/bookaccess.h"
#include "ui/common/models/keysetpagesource.h"
#include "ui/common/models/pagedtablemodel.h"
#include "ui/common/widgets/badge.h"

namespace seatledger {

using TokenPages = KeysetPageSource<TokenRow, TokenFilter>;
using TokenTable = PagedTableModel<TokenRow>;

/// The rows of the list of tokens, asked for through the executor.
[[nodiscard]] TokenPages *makeTokenSource(BookAccess access, const TokenFilter &filter, QObject *parent);
[[nodiscard]] std::vector<TableColumn<TokenRow>> tokenColumns();
/// What the repository sorts by for a column's key.
[[nodiscard]] TokenSort tokenSort(const QString &columnKey);

/// Whether a client gets in by it as of `now`, and if not, why, as a badge.
[[nodiscard]] Badge tokenBadge(const TokenRow &token, const QDateTime &now);
/// "Read, Own licences".
[[nodiscard]] QString scopesText(const std::vector<TokenScope> &scopes);
/// When it was last used, or that it never was.
[[nodiscard]] QString lastUseText(const TokenRow &token);

} // namespace seatledger
