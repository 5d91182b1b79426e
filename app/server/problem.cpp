// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/problem.h"

#include "core/domain/licensestanding.h"
#include "core/domain/refusal.h"

#include <QJsonArray>
#include <QJsonDocument>

#include <utility>

using namespace Qt::StringLiterals;

namespace seatledger::server {

namespace {

int statusOf(const Error &error)
{
    switch (error.code) {
    case ErrorCode::InvalidInput:
        return 422;
    case ErrorCode::NotFound:
        return 404;
    case ErrorCode::Conflict:
        return 409;
    case ErrorCode::InUse:
        return 409;
    case ErrorCode::RuleBroken:
        return 409;
    case ErrorCode::Forbidden:
        return 403;
    case ErrorCode::Offline:
        return 503;
    case ErrorCode::Busy:
        return 503;
    case ErrorCode::StorageFull:
        return 507;
    case ErrorCode::Cancelled:
        return 503;
    case ErrorCode::VersionMismatch:
        return 503;
    case ErrorCode::Internal:
        return 500;
    }
    return 500;
}

/// The reason where there is one: what a client decides by.
QString codeOf(const Error &error)
{
    if (const auto refusal = Refusal::fromDetails(error.details))
        return toText(refusal->reason);
    // why a licence may not be used, in the words of validate
    const QString reason = error.details.value("reason"_L1).toString();
    if (fromText<StandingReason>(reason) || reason == "feature_off"_L1)
        return reason;
    switch (error.code) {
    case ErrorCode::Cancelled:
        return u"timed_out"_s;
    case ErrorCode::Offline:
        return u"database_offline"_s;
    default:
        return errorCodeName(error.code);
    }
}

bool isTemporary(const Error &error)
{
    return error.code == ErrorCode::Offline || error.code == ErrorCode::Busy
           || error.code == ErrorCode::Cancelled || error.code == ErrorCode::VersionMismatch;
}

/// Of the machinery nothing is told: what PostgreSQL, the network or the disk said is for the log.
bool isOfTheMachinery(const Error &error)
{
    return isTemporary(error) || error.code == ErrorCode::Internal || error.code == ErrorCode::StorageFull;
}

QString detailOf(const Problem &problem)
{
    switch (problem.code) {
    case ErrorCode::Internal:
        return u"The server failed. Its log has more under the request's id."_s;
    case ErrorCode::Offline:
        return u"The database is out of reach. Try again in a moment."_s;
    case ErrorCode::Busy:
        return u"Others changed the same at that moment. Try again."_s;
    case ErrorCode::Cancelled:
        return u"It took too long and was given up; nothing was changed."_s;
    case ErrorCode::StorageFull:
        return u"The server has no room left; nothing was changed."_s;
    case ErrorCode::VersionMismatch:
        return u"The database is being brought up to date. Try again later."_s;
    default:
        return problem.message;
    }
}

QJsonObject wrongPlace(const QString &pointer, const QString &text)
{
    return {{u"pointer"_s, pointer}, {u"detail"_s, text}};
}

QString pointerOf(const QString &field)
{
    return field.startsWith(u'/') ? field : u'/' + field;
}

/// The fields of a form and their sentences, as JSON pointers.
QJsonArray errorsOf(const Error &error)
{
    QJsonArray errors;
    if (error.code != ErrorCode::InvalidInput && error.code != ErrorCode::Conflict)
        return errors;
    const QJsonObject fields = error.details.value("fields"_L1).toObject();
    for (auto field = fields.begin(); field != fields.end(); ++field)
        errors.append(wrongPlace(pointerOf(field.key()), field->toString()));
    for (const QJsonValue parameter : error.details.value("parameters"_L1).toArray())
        errors.append(parameter);
    const QString single = error.details.value("field"_L1).toString();
    if (errors.isEmpty() && !single.isEmpty())
        errors.append(wrongPlace(pointerOf(single), error.message));
    return errors;
}

/// The facts behind a refusal; without those that only tell how the server is made.
QJsonObject factsOf(const Error &error)
{
    QJsonObject facts = isOfTheMachinery(error) ? QJsonObject() : error.details;
    for (const auto key : {"fields"_L1, "field"_L1, "parameters"_L1, "detail"_L1, "sqlstate"_L1,
                           "constraint"_L1, "said"_L1, "reason"_L1})
        facts.remove(key);
    return facts;
}

} // namespace

Problem::Problem(Error error) : Error(std::move(error)), status(statusOf(*this)), stableCode(codeOf(*this))
{
    if (isTemporary(*this))
        headers.set("Retry-After", "2");
}

Problem::Problem(int httpStatus, QString named, QString text)
    : Error{ErrorCode::InvalidInput, std::move(text), {}}, status(httpStatus), stableCode(std::move(named))
{}

Problem Problem::at(const QString &pointer, const QString &text)
{
    return Problem(Error{ErrorCode::InvalidInput, text, {{u"field"_s, pointer}}});
}

Problem &&Problem::with(QByteArray header, QByteArray value) &&
{
    headers.set(header, std::move(value));
    return std::move(*this);
}

Response toResponse(const Problem &problem, const QByteArray &requestId)
{
    QJsonObject body{
        {u"type"_s, u"urn:seatledger:problem:"_s + problem.stableCode},
        {u"title"_s, QString::fromLatin1(statusText(problem.status))},
        {u"status"_s, problem.status},
        {u"detail"_s, detailOf(problem)},
        {u"code"_s, problem.stableCode},
        {u"request_id"_s, QString::fromLatin1(requestId)},
    };
    if (const QJsonArray errors = errorsOf(problem); !errors.isEmpty())
        body.insert(u"errors"_s, errors);
    if (const QJsonObject facts = factsOf(problem); !facts.isEmpty())
        body.insert(u"facts"_s, facts);
    Response response{.status = problem.status,
                      .headers = problem.headers,
                      .body = QJsonDocument(body).toJson(QJsonDocument::Compact),
                      .code = problem.stableCode,
                      .seatsDenied = problem.stableCode == toText(RefusalReason::NoSeat) ? 1 : 0};
    response.headers.set("Content-Type", "application/problem+json");
    response.headers.set("Cache-Control", "no-store");
    return response;
}

Problem malformed(const QString &text)
{
    return {400, u"malformed"_s, text};
}

Problem noSuchResource()
{
    return {404, u"not_found"_s, u"There is nothing at this address."_s};
}

Problem unauthorized(const QString &text)
{
    return Problem(401, u"unauthorized"_s, text).with("WWW-Authenticate", "Bearer realm=\"seatledger\"");
}

Problem outOfScope(const QString &scope)
{
    return Problem(403, u"insufficient_scope"_s, u"The token does not have the scope %1."_s.arg(scope))
        .with("WWW-Authenticate",
              "Bearer realm=\"seatledger\", error=\"insufficient_scope\", scope=\"" + scope.toLatin1() + '"');
}

Problem overloaded(const QString &text)
{
    return Problem(503, u"overloaded"_s, text).with("Retry-After", "1");
}

Problem defect()
{
    return Problem(Error{ErrorCode::Internal, u"An exception reached the edge of a request."_s, {}});
}

} // namespace seatledger::server
