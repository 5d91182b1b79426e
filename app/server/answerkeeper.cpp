// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/answerkeeper.h"

#include "app/server/ownerwork.h"
#include "app/server/requestlog.h"
#include "core/domain/apitoken.h"
#include "core/domain/enums.h"
#include "core/repositories/bookidentity.h"

#include <QDataStream>
#include <QIODevice>

using namespace Qt::StringLiterals;

namespace seatledger::server {

namespace {

constexpr auto administrators = "administrators";

QByteArray eyesOf(const TokenOwner &owner)
{
    return "operator " + QByteArray::number(owner.owner.value());
}

/// What of a response another client may be given.
QByteArray packed(const Response &response)
{
    QByteArray bytes;
    QDataStream out(&bytes, QIODevice::WriteOnly);
    out << qint32(response.status) << qint32(std::distance(response.headers.begin(), response.headers.end()));
    for (const auto &[name, value] : response.headers)
        out << name << value;
    out << response.body;
    return bytes;
}

Response unpacked(const QByteArray &bytes)
{
    Response response;
    QDataStream in(bytes);
    qint32 fields = 0;
    in >> response.status >> fields;
    for (qint32 i = 0; i < fields; ++i) {
        QByteArray name;
        QByteArray value;
        in >> name >> value;
        response.headers.add(name, value);
    }
    in >> response.body;
    return response;
}

/// Whose eyes they are: administrators see all there is, everybody else may see what nobody else does; what
/// is a person's own is nobody else's in any case.
QByteArray eyesOf(const Route &route, const TokenOwner &owner)
{
    const bool seesAll = owner.role == Role::Administrator && route.scope != TokenScope::Own;
    return seesAll ? QByteArray(administrators) : eyesOf(owner);
}

/// All that decides what the owner of a token sees.
QByteArray scopeOf(const Route &route, const TokenOwner &owner)
{
    QByteArray scope = eyesOf(route, owner);
    for (const TokenScope left : owner.scopes)
        scope += ' ' + toText(left).toUtf8();
    return scope;
}

/// The request as far as the answer depends on it, written one way.
QByteArray questionOf(const QByteArray &book, const Request &request)
{
    QByteArray question = book + '\n' + methodName(*request.method) + ' ' + request.path.toUtf8() + '\n';
    auto query = request.query;
    std::ranges::stable_sort(query, {}, &QPair<QString, QString>::first);
    for (const auto &[name, value] : query)
        question += name.toUtf8().toPercentEncoding() + '=' + value.toUtf8().toPercentEncoding() + '\n';
    return question + request.headers.value("Accept") + '\n' + request.body;
}

std::unique_ptr<SharedLevel> sharedLevel(const CacheSettings &settings)
{
    if (!settings.redis)
        return nullptr;
    return std::make_unique<SharedLevel>(*settings.redis, QByteArray("seatledger:" SEATLEDGER_VERSION));
}

bool decidesWhoMayDoWhat(const QString &table)
{
    return table.isEmpty() || table == "api_token"_L1 || table.startsWith("operator"_L1);
}

} // namespace

AnswerKeeper::AnswerKeeper(const CacheSettings &settings, const ConnectionSettings &database)
    : m_cache(settings.bytes, sharedLevel(settings)),
      m_listener(database),
      m_executor(database, {u"seatledgerd"_s, OperationSource::Api}, systemClock(), 1)
{
    connect(&m_listener, &NotificationListener::changed, this, &AnswerKeeper::takeChange);
    connect(&m_listener, &NotificationListener::connected, this, &AnswerKeeper::listen);
    connect(&m_listener, &NotificationListener::connectionLost, this, [this] {
        m_cache.lose();
        emit rightsChanged();
    });
}

AnswerKeeper::~AnswerKeeper() = default;

void AnswerKeeper::start()
{
    m_listener.start();
}

/// Whose eyes they are counts as a table, which the own writes change.
void AnswerKeeper::takeWrite(const TokenOwner &owner)
{
    m_cache.takeChange(eyesOf(owner));
    if (owner.role == Role::Administrator)
        m_cache.takeChange(administrators);
}

void AnswerKeeper::takeChange(const ChangeNotice &notice)
{
    m_cache.takeChange(notice.entity.toUtf8());
    if (decidesWhoMayDoWhat(notice.entity))
        emit rightsChanged();
}

void AnswerKeeper::listen()
{
    m_executor.runThen([](Session &session) { return bookIdentity(session); },
                       [this](Result<QString> book) {
                           QMetaObject::invokeMethod(
                               this, [this, book = std::move(book)] { take(book); }, Qt::QueuedConnection);
                       });
}

void AnswerKeeper::take(const Result<QString> &book)
{
    if (!book) {
        writeLog("warning"_L1, u"answers are not kept"_s, {{u"reason"_s, book.error().message}});
        return;
    }
    {
        const std::scoped_lock lock(m_mutex);
        m_book = book->toUtf8();
    }
    if (m_listener.isConnected())
        m_cache.listen();
}

std::optional<CacheKey> AnswerKeeper::keyOf(const Asked &asked, const TokenOwner &owner) const
{
    const std::scoped_lock lock(m_mutex);
    if (m_book.isEmpty())
        return std::nullopt;
    return CacheKey{.question = questionOf(m_book, asked.request),
                    .scope = scopeOf(asked.route, owner),
                    .tables = asked.route.kept->tables + QList<QByteArray>{eyesOf(asked.route, owner)},
                    .lifetime = asked.route.kept->lifetime};
}

std::optional<Response> AnswerKeeper::find(const Asked &asked, const TokenOwner &owner)
{
    const auto key = keyOf(asked, owner);
    const auto known = key ? m_cache.find(*key) : std::nullopt;
    if (!known)
        return std::nullopt;
    return unpacked(*known);
}

Answer AnswerKeeper::answer(const Asked &asked, const TokenOwner &owner, const std::function<Answer()> &ask)
{
    const auto key = keyOf(asked, owner);
    if (!key)
        return ask();
    // a problem knows more than the error that the cache hands on to those who wait
    std::optional<Problem> problem;
    const auto known = m_cache.answer(*key, [&]() -> Result<QByteArray> {
        const Answer answered = ask();
        if (answered)
            return packed(*answered);
        problem = answered.error();
        return std::unexpected<Error>(answered.error());
    });
    if (known)
        return unpacked(*known);
    if (problem)
        return std::unexpected(*std::move(problem));
    return std::unexpected(known.error());
}

} // namespace seatledger::server
