// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/notice.h"
#include "core/domain/result.h"
#include "core/repositories/noticerepository.h"
#include "core/repositories/operationrepository.h"
#include "core/repositories/outboxrepository.h"
#include "core/services/accessapplicationservice.h"

#include <QString>

#include <functional>
#include <optional>

namespace seatledger {

struct MailMessage;

/// What a process knows of its own to send mail.
struct MailAccess {
    std::optional<QString> password = std::nullopt;
    std::function<bool()> isCancelled = {}; ///< asked while a server keeps us waiting
};

/// What was sent at one go.
struct MailRun {
    int sent = 0;
    int failed = 0;
    QString lastFailure = {}; ///< in a sentence
    bool lacksPassword = false; ///< nothing was tried: the server wants a user's password, and there is none
};

/// Sends what is in the outbox, for administrators and the owner of the book. Whoever is running does; each
/// message is sent by one at a time and, should that one crash in the middle, again with the same Message-ID.
/// Stateless apart from its repositories; use it in the thread of the session, outside of a transaction.
class MailApplicationService final
{
public:
    MailApplicationService(const NoticeRepository &notices, const OutboxRepository &outbox,
                           const OperationRepository &operations, const AccessApplicationService &access);

    /// Messages whose time has come, at most `limit`. Ends after a failure that is the server's and not the
    /// message's: the next would fare the same. Nothing happens while mail is off, or for who may not change
    /// settings. `evenIfNotDue`: also what waits after a failure, each once.
    [[nodiscard]] Result<MailRun> sendWaiting(Session &session, const MailAccess &access,
                                              bool evenIfNotDue = false, int limit = 50) const;

    /// A message that only says that it arrived, by these settings, saved or not. Answers what the server
    /// said when it took it. Action::ManageSettings; failures as of sendMail().
    [[nodiscard]] Result<QString> sendTest(Session &session, const NoticeSettings &settings,
                                           const QString &address, const MailAccess &access) const;

    /// What waits and what failed; Action::ManageSettings.
    [[nodiscard]] Result<OutboxStanding> standing(Session &session) const;

private:
    struct Desk;

    [[nodiscard]] Result<Desk> openDesk(Session &session, const NoticeSettings &settings,
                                        const MailAccess &access) const;
    [[nodiscard]] Result<MailMessage> worded(Session &session, const Desk &desk,
                                             const ClaimedMail &mail) const;
    [[nodiscard]] Result<bool> sendOne(Session &session, const Desk &desk, const ClaimedMail &mail,
                                       MailRun &run) const;

    const NoticeRepository &m_notices;
    const OutboxRepository &m_outbox;
    const OperationRepository &m_operations;
    const AccessApplicationService &m_access;
};

} // namespace seatledger
