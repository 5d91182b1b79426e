// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/sqlerror.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QJsonDocument>
#include <QJsonObject>

#include <libpq-fe.h>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

struct StateCode {
    QByteArrayView prefix;
    ErrorCode code;
};

// the first match counts: a whole state stands before its class; 25006 is what a replica says, and a database
// that is only becoming the primary
constexpr std::array stateCodes = {
    StateCode{"23505", ErrorCode::Conflict},     StateCode{"23P01", ErrorCode::Conflict},
    StateCode{"SL006", ErrorCode::Conflict},     StateCode{"23503", ErrorCode::InUse},
    StateCode{"23502", ErrorCode::InvalidInput}, StateCode{"22", ErrorCode::InvalidInput},
    StateCode{"23514", ErrorCode::RuleBroken},   StateCode{"SL", ErrorCode::RuleBroken},
    StateCode{"40001", ErrorCode::Busy},         StateCode{"40P01", ErrorCode::Busy},
    StateCode{"55P03", ErrorCode::Busy},         StateCode{"57014", ErrorCode::Cancelled},
    StateCode{"08", ErrorCode::Offline},         StateCode{"57P01", ErrorCode::Offline},
    StateCode{"57P02", ErrorCode::Offline},      StateCode{"57P03", ErrorCode::Offline},
    StateCode{"57P05", ErrorCode::Offline},      StateCode{"53300", ErrorCode::Offline},
    StateCode{"42501", ErrorCode::Forbidden},    StateCode{"28", ErrorCode::Forbidden},
    StateCode{"53100", ErrorCode::StorageFull},  StateCode{"3D000", ErrorCode::NotFound},
    StateCode{"25006", ErrorCode::Offline},
};

ErrorCode codeOf(QByteArrayView sqlState)
{
    const auto found = std::ranges::find_if(
        stateCodes, [sqlState](const StateCode &entry) { return sqlState.startsWith(entry.prefix); });
    return found == stateCodes.end() ? ErrorCode::Internal : found->code;
}

QJsonObject detailsOf(QByteArrayView sqlState, const QString &detail)
{
    const QJsonDocument document = QJsonDocument::fromJson(detail.toUtf8());
    if ((sqlState.startsWith("SL") || sqlState == "42501") && document.isObject())
        return document.object();
    return detail.isEmpty() ? QJsonObject() : QJsonObject{{u"detail"_s, detail}};
}

QString field(const PGresult *result, int code)
{
    const char *text = PQresultErrorField(result, code);
    return text ? QString::fromUtf8(text) : QString();
}

QString lostMessage()
{
    return QCoreApplication::translate("Database", "The connection to the database was lost.");
}

} // namespace

Error errorFromSqlState(QByteArrayView sqlState, const QString &message, const QString &detail,
                        const QString &constraint)
{
    Error error{codeOf(sqlState), message, detailsOf(sqlState, detail)};
    if (!sqlState.isEmpty())
        error.details.insert(u"sqlstate"_s, QString::fromLatin1(sqlState));
    if (!constraint.isEmpty())
        error.details.insert(u"constraint"_s, constraint);
    return error;
}

Error errorFromResult(const pg_result *result, const pg_conn *connection)
{
    const char *state = PQresultErrorField(result, PG_DIAG_SQLSTATE);
    if (!state)
        return errorFromConnection(connection);
    return errorFromSqlState(state, field(result, PG_DIAG_MESSAGE_PRIMARY),
                             field(result, PG_DIAG_MESSAGE_DETAIL), field(result, PG_DIAG_CONSTRAINT_NAME));
}

Error errorFromConnection(const pg_conn *connection)
{
    if (PQstatus(connection) != CONNECTION_OK)
        return {ErrorCode::Offline, lostMessage(), {}};
    return {ErrorCode::Internal, QString::fromUtf8(PQerrorMessage(connection)).trimmed(), {}};
}

} // namespace seatledger
