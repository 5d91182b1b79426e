// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/sqlvalue.h"
#include "core/domain/error.h"
#include "core/domain/result.h"

#include <QByteArray>
#include <QList>

#include <optional>

namespace seatledger {

class Connection;

/// Spares round trips while it lives, for short transactions of a server: on this thread, BEGIN and what is
/// given to sendAhead() wait for the first statement that has an answer and are sent with it; a transaction
/// that only reads does not wait for its COMMIT, which has nothing to refuse; and statements that prepared()
/// marks are parsed once. One at a time in a thread, outside of transactions.
///
/// What was sent ahead fails as the statement that it went with; `failure()` tells it from a failure of that
/// statement itself. A transaction without any statement is begun and committed all the same.
class SentTogether final
{
public:
    enum class Use {
        Reading, ///< transactions are read-only
        Writing,
    };

    /// `reader` is whose rows are read: plans are theirs, for policies are in them.
    explicit SentTogether(Use use, const QByteArray &reader = {});
    ~SentTogether();
    SentTogether(const SentTogether &) = delete;
    SentTogether &operator=(const SentTogether &) = delete;

    /// Why something failed that was sent ahead, in the last transaction.
    [[nodiscard]] const std::optional<Error> &failure() const;
};

/// Runs a statement of which only its success counts: with the next one where a SentTogether lives, at once
/// otherwise. Values are `$1`, `$2`, ...
[[nodiscard]] Result<void> sendAhead(Connection &connection, QByteArray sql, QList<SqlValue> values);

} // namespace seatledger
