// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/notice.h"
#include "core/domain/result.h"

#include <QUuid>

#include <optional>
#include <vector>

namespace seatledger {

using MailId = Id<struct MailTag>;

/// A message of the outbox that this process has claimed.
struct ClaimedMail {
    MailId id;
    QString address;
    QString name;
    QString messageId;
    int attempts = 1; ///< this one included
};

/// What the outbox holds.
struct OutboxStanding {
    qint64 waiting = 0; ///< those being sent included
    qint64 failed = 0;  ///< for good
    QString lastFailure = {};
};

/// The outbox of mail: whoever sends claims one message after the other. Between claim() and end() nobody
/// else gets it, for five minutes; after that whoever claimed it is taken to have crashed, and it is sent
/// again under the same Message-ID: at least once, never by two at a time. For administrators. Stateless; a
/// function per statement.
class OutboxRepository final
{
public:
    /// The next one whose time has come, or none. `evenIfNotDue` takes also what waits after a failure.
    /// Commits by itself unless a transaction is open, which it must not be.
    [[nodiscard]] Result<std::optional<ClaimedMail>> claim(Session &session, const QUuid &claimer,
                                                           bool evenIfNotDue) const;

    /// It was sent, or it failed; `isFinal`: for good.
    [[nodiscard]] Result<void> end(Session &session, MailId mail, const QUuid &claimer,
                                   const std::optional<QString> &failure = std::nullopt,
                                   bool isFinal = false) const;

    /// What a message tells, the most urgent first.
    [[nodiscard]] Result<std::vector<Notice>> noticesOf(Session &session, MailId mail) const;

    [[nodiscard]] Result<OutboxStanding> standing(Session &session) const;

    /// The organisation's name, for the sender's.
    [[nodiscard]] Result<QString> organisation(Session &session) const;
};

} // namespace seatledger
