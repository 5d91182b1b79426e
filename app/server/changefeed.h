// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/bodypipe.h"
#include "app/server/workers.h"
#include "core/db/notificationlistener.h"
#include "core/domain/apitoken.h"
#include "core/repositories/auditfeed.h"
#include "core/services/services.h"

#include <QObject>
#include <QTimer>

#include <list>
#include <memory>
#include <mutex>

namespace seatledger::server {

/// Tells clients that listen what is committed, whoever did it: PostgreSQL notifies, and each client gets
/// what its token's owner sees of the audit behind the place where it is. A client that reads too slowly is
/// cut off and comes back with Last-Event-ID. Lives in the main thread; `follow` may be called from any.
class ChangeFeed final : public QObject
{
    Q_OBJECT

public:
    /// The services outlive it.
    ChangeFeed(const ConnectionSettings &database, const Services &services, int mostFollowers);
    ~ChangeFeed() override;

    void start();

    /// From now on `pipe` gets what comes behind `place`. False if too many listen already.
    [[nodiscard]] bool follow(const TokenOwner &owner, AuditPlace place,
                              const std::shared_ptr<BodyPipe> &pipe);

    /// Ends all streams, and takes no more.
    void stop();

    [[nodiscard]] int followerCount() const;

private:
    struct Follower;
    using FollowerPtr = std::shared_ptr<Follower>;

    void pump();
    void ping();
    void read(const FollowerPtr &follower);
    [[nodiscard]] Result<bool> readNext(Session &session, Follower &follower) const;
    [[nodiscard]] std::vector<FollowerPtr> living();
    void dropAbandoned();

    const Services &m_services;
    const int m_mostFollowers;
    NotificationListener m_listener;
    QTimer m_pumpTimer;
    QTimer m_pingTimer;
    mutable std::mutex m_mutex;
    std::list<FollowerPtr> m_followers;
    bool m_isStopped = false;
    std::unique_ptr<Workers> m_workers;
};

/// `12-3`: how a place stands in the stream, and in Last-Event-ID.
[[nodiscard]] QByteArray placeText(AuditPlace place);
[[nodiscard]] std::optional<AuditPlace> placeFromText(const QByteArray &text);

} // namespace seatledger::server
