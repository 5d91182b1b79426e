// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/result.h"

#include <QtGlobal>

#include <functional>

namespace seatledger {

/// What is kept of all licences so that reports need not count them (see docs/architecture.md): how far it is
/// behind, and bringing it up to date after much was written at once. It holds nothing that anybody knows, so
/// it may be left at any point. Stateless; for the thread of the session.
class KeptSums final
{
public:
    /// Fewer marked licences than this are left to whoever has a moment: reports count them in passing.
    static constexpr qint64 many = 2'000;

    /// Licences counted, and all that there were to count.
    using Progress = std::function<void(qint64 done, qint64 all)>;

    /// How many licences have changed since they were counted. Those that the calendar changes are not in it.
    [[nodiscard]] Result<qint64> behind(Session &session) const;

    /// Counts `atMost` of them; whoever changes one of these waits for it. Answers how many were counted:
    /// none where nothing is left, or somebody else counts.
    [[nodiscard]] Result<qint64> countSome(Session &session, qint64 atMost) const;

    /// Counts until nothing is left, or somebody else counts, `atOnce` licences a step: whoever changes one
    /// of them waits for it. Outside a transaction each step is one. Cancelled by the session's token: what
    /// was counted stays. Answers how many licences were counted.
    [[nodiscard]] Result<qint64> catchUp(Session &session, qint64 atOnce, const Progress &progress) const;

    /// Has PostgreSQL learn the sizes of tables of which much has changed, or of every table.
    [[nodiscard]] Result<void> learnSizes(Session &session, bool ofEveryTable = false) const;

    /// After much was written and committed: catches up, and learns sizes, if many licences are behind. What
    /// was written is as good without it, so a failure is only logged and a cancel obeyed.
    void settle(Session &session, const Progress &progress) const;
};

} // namespace seatledger
