// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/connections/signincheck.h"

#include "core/db/connection.h"
#include "core/db/migrator.h"
#include "core/db/query.h"

#include <QCoreApplication>

#include <utility>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

QString sentence(const QString &reason, const ConnectionSettings &settings, const Error &error)
{
    if (reason == "no_role"_L1)
        return QCoreApplication::translate(
                   "SignIn",
                   "“%1” can sign in to the server, but has no part in this book. An administrator of "
                   "the book has to add this login.")
            .arg(settings.user);
    if (reason == "no_book"_L1)
        return QCoreApplication::translate("SignIn", "The database “%1” holds no Seatledger book yet.")
            .arg(settings.database);
    return error.message;
}

/// The migrator's refusal, with what the person can do about it.
Error explained(Error error, const ConnectionSettings &settings, Migrator &migrator)
{
    QString reason = error.details.value("reason"_L1).toString();
    if (error.code == ErrorCode::Forbidden)
        reason = u"no_role"_s;
    error.message = sentence(reason, settings, error);
    error.details.insert(u"reason"_s, reason);
    if (reason != "database_older"_L1 && reason != "no_book"_L1)
        return error;
    const bool mayMigrate = migrator.mayMigrate().value_or(false);
    error.details.insert(u"may_migrate"_s, mayMigrate);
    if (!mayMigrate)
        error.message += u' '
                         + QCoreApplication::translate(
                             "SignIn",
                             "An administrator of the server has to run “seatledgerctl migrate up”.");
    return error;
}

Result<SignInReport> describe(Connection &connection, int schemaVersion)
{
    return Query(connection, u"SELECT split_part(current_setting('server_version'), ' ', 1) AS server, "
                             "coalesce(s.version, '') AS tls, session_user AS login "
                             "FROM (SELECT 1) AS one LEFT JOIN pg_stat_ssl s ON s.pid = pg_backend_pid()"_s)
        .one([schemaVersion](const Row &row) {
            return SignInReport{row.text("server"), row.text("tls"), row.text("login"), schemaVersion};
        });
}

} // namespace

Result<std::unique_ptr<Connection>> signIn(const ConnectionSettings &settings)
{
    if (auto probed = Connection::probe(settings); !probed)
        return std::unexpected(std::move(probed).error());
    auto connection = Connection::open(settings);
    if (!connection)
        return connection;
    Migrator migrator(**connection);
    if (auto current = migrator.requireCurrent(); !current)
        return std::unexpected(explained(std::move(current).error(), settings, migrator));
    return connection;
}

Result<SignInReport> checkSignIn(const ConnectionSettings &settings)
{
    const auto connection = signIn(settings);
    if (!connection)
        return std::unexpected(connection.error());
    const auto states = Migrator(**connection).status();
    if (!states)
        return std::unexpected(states.error());
    return describe(**connection, states->empty() ? 0 : states->back().version);
}

Result<void> bringUpToDate(const ConnectionSettings &settings)
{
    const auto connection = Connection::open(settings);
    if (!connection)
        return std::unexpected(connection.error());
    if (auto applied = Migrator(**connection).up(); !applied)
        return std::unexpected(std::move(applied).error());
    return {};
}

} // namespace seatledger
