// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/connections/keychainvault.h"

#include <QCoreApplication>
#include <QPromise>
#include <QTimer>
#include <qt6keychain/keychain.h>

#include <memory>
#include <utility>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

const QString service = QStringLiteral("seatledger");

std::unexpected<Error> refused(const QKeychain::Job &job)
{
    const bool isDenied = job.error() == QKeychain::AccessDenied
                          || job.error() == QKeychain::AccessDeniedByUser;
    if (isDenied)
        return failure(ErrorCode::Forbidden,
                       QCoreApplication::translate("Keychain", "The keychain was not unlocked."),
                       {{u"reason"_s, u"keychain_refused"_s}, {u"said"_s, job.errorString()}});
    return failure(ErrorCode::Offline,
                   QCoreApplication::translate("Keychain", "The desktop's keychain cannot be used."),
                   {{u"reason"_s, u"no_keychain"_s}, {u"said"_s, job.errorString()}});
}

/// A promise that keeps the first answer only.
template <typename T>
class FirstAnswer final
{
public:
    FirstAnswer() { m_promise.start(); }

    [[nodiscard]] QFuture<Result<T>> future() const { return m_promise.future(); }
    void give(Result<T> answer)
    {
        if (std::exchange(m_isGiven, true))
            return;
        m_promise.addResult(std::move(answer));
        m_promise.finish();
    }

private:
    QPromise<Result<T>> m_promise;
    bool m_isGiven = false;
};

template <typename T>
using Answer = std::shared_ptr<FirstAnswer<T>>;

/// Starts a job, which deletes itself at its end; `take` makes the answer of it.
template <typename T, typename Job, typename Take>
QFuture<Result<T>> run(Job *job, Take take, const Answer<T> &answer = std::make_shared<FirstAnswer<T>>())
{
    QObject::connect(job, &QKeychain::Job::finished, job, [answer, job, take] { answer->give(take(*job)); });
    job->setInsecureFallback(false);
    job->start();
    return answer->future();
}

} // namespace

KeychainVault::KeychainVault(std::chrono::milliseconds patience) : m_patience(patience) {}

QFuture<Result<bool>> KeychainVault::isAvailable()
{
    auto *job = new QKeychain::ReadPasswordJob(service);
    job->setKey(u"is there a keychain?"_s); // nothing is kept under it, and only a keychain can say so
    const auto take = [](const QKeychain::ReadPasswordJob &done) -> Result<bool> {
        return done.error() == QKeychain::NoError || done.error() == QKeychain::EntryNotFound
               || done.error() == QKeychain::AccessDenied;
    };
    auto answer = std::make_shared<FirstAnswer<bool>>();
    QTimer::singleShot(m_patience, job, [answer] { answer->give(false); });
    return run<bool>(job, take, answer);
}

QFuture<Result<std::optional<QString>>> KeychainVault::read(const QString &key)
{
    auto *job = new QKeychain::ReadPasswordJob(service);
    job->setKey(key);
    const auto take = [](const QKeychain::ReadPasswordJob &done) -> Result<std::optional<QString>> {
        if (done.error() == QKeychain::EntryNotFound)
            return std::nullopt;
        if (done.error() != QKeychain::NoError)
            return refused(done);
        return done.textData();
    };
    return run<std::optional<QString>>(job, take);
}

QFuture<Result<void>> KeychainVault::write(const QString &key, const QString &password)
{
    auto *job = new QKeychain::WritePasswordJob(service);
    job->setKey(key);
    job->setTextData(password);
    const auto take = [](const QKeychain::WritePasswordJob &done) -> Result<void> {
        if (done.error() != QKeychain::NoError)
            return refused(done);
        return {};
    };
    return run<void>(job, take);
}

QFuture<Result<void>> KeychainVault::remove(const QString &key)
{
    auto *job = new QKeychain::DeletePasswordJob(service);
    job->setKey(key);
    const auto take = [](const QKeychain::DeletePasswordJob &done) -> Result<void> {
        if (done.error() != QKeychain::NoError && done.error() != QKeychain::EntryNotFound)
            return refused(done);
        return {};
    };
    return run<void>(job, take);
}

} // namespace seatledger
