// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/notice.h"
#include "core/domain/result.h"

#include <QList>

#include <chrono>
#include <optional>
#include <vector>

namespace seatledger {

/// Which notices; the newest first.
struct NoticeFilter {
    bool onlyUnread = false;
    std::optional<LicenseId> license = std::nullopt;
    int limit = 100;
};

/// Finds, reads and marks notices, and keeps what the organisation decided about them. Everybody reads what
/// is for them, administrators all; the database sees to it. Stateless; a function per statement, in the
/// thread of its session.
class NoticeRepository final
{
public:
    /// Writes what there is to tell and the mail about it, once, whoever does it first; answers how many are
    /// new. Does nothing if anybody did within the last `pause`, or if nothing has changed since.
    [[nodiscard]] Result<qint64> find(Session &session, std::chrono::seconds pause) const;

    [[nodiscard]] Result<std::vector<Notice>> list(Session &session, const NoticeFilter &filter) const;
    /// How many the reader has not read; counted to 1000.
    [[nodiscard]] Result<qint64> unreadCount(Session &session) const;
    /// For the reader alone. What is read already, or not theirs to read, stays as it is.
    [[nodiscard]] Result<void> markRead(Session &session, const QList<NoticeId> &notices) const;
    /// All up to this one.
    [[nodiscard]] Result<void> markAllRead(Session &session, NoticeId newest) const;

    [[nodiscard]] Result<NoticeSettings> settings(Session &session) const;
    /// Writes what differs from `before`, booked on the session's operation.
    [[nodiscard]] Result<void> setSettings(Session &session, const NoticeSettings &before,
                                           const NoticeSettings &after) const;

    /// What was told about licences and why not, in the order of licences and of sense. Nothing of licences
    /// that the reader is not to know this of.
    [[nodiscard]] Result<std::vector<NoticeReason>> reasons(Session &session,
                                                            const QList<LicenseId> &licenses) const;
    /// Those in use that a member owns.
    [[nodiscard]] Result<QList<LicenseId>> licensesOf(Session &session, MemberId owner) const;
};

} // namespace seatledger
