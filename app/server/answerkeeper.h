// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/cachesettings.h"
#include "app/server/http/response.h"
#include "app/server/problem.h"
#include "core/cache/answercache.h"
#include "core/db/executor.h"
#include "core/db/notificationlistener.h"

#include <QObject>

#include <functional>
#include <memory>
#include <mutex>
#include <optional>

namespace seatledger {
struct TokenOwner;
}

namespace seatledger::server {

struct Asked;

/// Keeps what routes with Route::keeps() answered, in this process and in Redis, until a table changes that
/// the answer was read from, by whomever; for what is asked, and through whose eyes: an answer goes to nobody
/// who would see another one. find() and answer() may be called from any thread, the rest belongs to the main
/// one.
class AnswerKeeper final : public QObject
{
    Q_OBJECT

public:
    /// Until start() nothing is kept.
    AnswerKeeper(const CacheSettings &settings, const ConnectionSettings &database);
    ~AnswerKeeper() override;

    void start();

    /// What is known in this process, at once.
    [[nodiscard]] std::optional<Response> find(const Asked &asked, const TokenOwner &owner);

    /// What is known, or what `ask` answers, in this thread. Who asks the same meanwhile waits for it.
    /// Problems are kept by nobody.
    [[nodiscard]] Answer answer(const Asked &asked, const TokenOwner &owner,
                                const std::function<Answer()> &ask);

    /// The owner of a token has changed something: their next question is answered from what is there now,
    /// without waiting for the database to tell of it.
    void takeWrite(const TokenOwner &owner);

    /// What tells it of changes, for others in the main thread to follow.
    [[nodiscard]] NotificationListener &listener() { return m_listener; }

    [[nodiscard]] CacheFigures figures() const { return m_cache.figures(); }

signals:
    /// Who may do what has changed, or may have.
    void rightsChanged();

private:
    void takeChange(const ChangeNotice &notice);
    /// Asks which book this is; once that is known, answers are kept.
    void listen();
    void take(const Result<QString> &book);
    [[nodiscard]] std::optional<CacheKey> keyOf(const Asked &asked, const TokenOwner &owner) const;

    AnswerCache m_cache;
    NotificationListener m_listener;
    mutable std::mutex m_mutex;
    QByteArray m_book; // which one the answers are of; empty: not known yet
    Executor m_executor; // the last member: its work uses the others
};

} // namespace seatledger::server
