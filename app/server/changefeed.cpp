// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/changefeed.h"

#include "app/server/routes/auditjson.h"
#include "app/server/serverlogin.h"

#include <QJsonDocument>

#include <atomic>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace seatledger::server {

namespace {

constexpr int batch = 200;

QByteArray eventText(const PlacedEntry &placed)
{
    return "id: " + placeText(placed.place) + "\nevent: change\ndata: "
           + QJsonDocument(toJson(placed.entry)).toJson(QJsonDocument::Compact) + "\n\n";
}

} // namespace

/// A client that listens. `place` belongs to whoever reads for it, one at a time.
struct ChangeFeed::Follower {
    TokenOwner owner;
    AuditPlace place;
    std::shared_ptr<BodyPipe> pipe;
    std::atomic<bool> isReading = false;
    std::atomic<bool> hasMore = false; ///< something came while it was read for
};

ChangeFeed::ChangeFeed(const ConnectionSettings &database, const Services &services, int mostFollowers)
    : m_services(services),
      m_mostFollowers(mostFollowers),
      m_listener(database),
      m_workers(std::make_unique<Workers>(database,
                                          WorkerSettings{.threads = 1, .waiting = 100'000, .patience = 60s}))
{
    // what is committed in bursts is read once
    m_pumpTimer.setSingleShot(true);
    m_pumpTimer.setInterval(100ms);
    connect(&m_pumpTimer, &QTimer::timeout, this, &ChangeFeed::pump);
    connect(&m_listener, &NotificationListener::changed, this, [this] {
        if (!m_pumpTimer.isActive())
            m_pumpTimer.start();
    });
    m_pingTimer.setInterval(15s);
    connect(&m_pingTimer, &QTimer::timeout, this, &ChangeFeed::ping);
}

ChangeFeed::~ChangeFeed()
{
    stop();
    m_workers.reset();
}

void ChangeFeed::start()
{
    m_listener.start();
    m_pingTimer.start();
}

bool ChangeFeed::follow(const TokenOwner &owner, AuditPlace place, const std::shared_ptr<BodyPipe> &pipe)
{
    const auto follower = std::make_shared<Follower>(owner, place, pipe);
    {
        const std::scoped_lock lock(m_mutex);
        dropAbandoned();
        if (m_isStopped || std::ssize(m_followers) >= m_mostFollowers)
            return false;
        m_followers.push_back(follower);
    }
    pipe->offer(": here you are\n\n");
    // what was committed between its place and now
    QMetaObject::invokeMethod(this, [this, follower] { read(follower); });
    return true;
}

void ChangeFeed::stop()
{
    const std::scoped_lock lock(m_mutex);
    m_isStopped = true;
    for (const FollowerPtr &follower : m_followers)
        follower->pipe->finish();
    m_followers.clear();
}

int ChangeFeed::followerCount() const
{
    const std::scoped_lock lock(m_mutex);
    return static_cast<int>(m_followers.size());
}

void ChangeFeed::pump()
{
    for (const FollowerPtr &follower : living())
        read(follower);
}

/// Shows a client that nothing has happened, and us that it is gone.
void ChangeFeed::ping()
{
    for (const FollowerPtr &follower : living())
        follower->pipe->offer(":\n\n");
}

void ChangeFeed::dropAbandoned()
{
    m_followers.remove_if([](const FollowerPtr &follower) { return follower->pipe->isAbandoned(); });
}

std::vector<ChangeFeed::FollowerPtr> ChangeFeed::living()
{
    const std::scoped_lock lock(m_mutex);
    dropAbandoned();
    return {m_followers.begin(), m_followers.end()};
}

void ChangeFeed::read(const FollowerPtr &follower)
{
    follower->hasMore = true;
    if (follower->isReading.exchange(true))
        return;
    follower->hasMore = false;
    m_workers->ask(
        [this, follower](Session &session) -> Answer {
            const auto more = readNext(session, *follower);
            if (!more)
                return std::unexpected(more.error());
            if (*more)
                follower->hasMore = true;
            return Response();
        },
        [this, follower](Answer answer) {
            if (!answer && answer.error().code != ErrorCode::Offline)
                follower->pipe->fail(); // its token is not valid any more, most likely
            follower->isReading = false;
            if (follower->hasMore && !follower->pipe->isAbandoned())
                QMetaObject::invokeMethod(this, [this, follower] { read(follower); }, Qt::QueuedConnection);
        });
}

/// Whether there may be more.
Result<bool> ChangeFeed::readNext(Session &session, Follower &follower) const
{
    if (auto ready = prepareConnection(session, m_services); !ready)
        return std::unexpected(std::move(ready).error());
    const auto entries = m_services.tokens.as(
        session, follower.owner, u"follow changes"_s, TokenUse::Reading,
        [&](Session &acting) { return auditAfter(acting, follower.place, batch); });
    if (!entries)
        return std::unexpected(entries.error());
    QByteArray text;
    for (const PlacedEntry &placed : *entries) {
        text += eventText(placed);
        follower.place = placed.place;
    }
    if (!text.isEmpty())
        follower.pipe->offer(text);
    return std::ssize(*entries) == batch;
}

QByteArray placeText(AuditPlace place)
{
    return QByteArray::number(place.position) + '-' + QByteArray::number(place.ordinal);
}

std::optional<AuditPlace> placeFromText(const QByteArray &text)
{
    const QList<QByteArray> parts = text.split('-');
    bool isPosition = false;
    bool isOrdinal = false;
    const AuditPlace place{parts.first().toLongLong(&isPosition), parts.last().toInt(&isOrdinal)};
    const bool isPlace = parts.size() == 2 && isPosition && isOrdinal && place.position >= 0
                         && place.ordinal >= 0;
    return isPlace ? std::optional(place) : std::nullopt;
}

} // namespace seatledger::server
