// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/openedbook.h"

#include "core/connections/signincheck.h"
#include "core/db/connection.h"
#include "core/db/migrator.h"
#include "core/domain/enums.h"
#include "core/services/accessapplicationservice.h"
#include "core/services/sampleoperators.h"

#include <QLoggingCategory>

#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <chrono>

namespace seatledger::desktop {

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(lcBook, "seatledger.desktop.book")

namespace {

QString accountName()
{
    const passwd *account = getpwuid(getuid());
    return account ? QString::fromLocal8Bit(account->pw_name) : u"unknown"_s;
}

/// A new workspace gets its tables; an older one is brought up to date, but not without a way back.
Result<void> migrateWorkspace(const Workspace &workspace, Connection &connection)
{
    Migrator migrator(connection);
    const auto states = migrator.status();
    if (!states)
        return std::unexpected(states.error());
    const auto isApplied = [](const MigrationState &state) { return state.appliedAt.has_value(); };
    if (std::ranges::all_of(*states, isApplied))
        return migrator.requireCurrent();
    if (std::ranges::any_of(*states, isApplied)) {
        if (auto dump = workspace.dumpIfOlderThan(std::chrono::seconds(0)); !dump)
            return std::unexpected(dump.error());
    }
    if (auto applied = migrator.up(); !applied)
        return std::unexpected(applied.error());
    return {};
}

Result<Access> accessOf(Connection &connection, const Actor &actor)
{
    const OperatorRepository operators;
    Session session(connection, actor);
    return AccessApplicationService(operators).load(session);
}

Result<OpenedBook> openWorkspace(const ConnectionProfile &profile)
{
    auto found = Workspace::openOrCreate(profile.workspace);
    if (!found)
        return std::unexpected(std::move(found.error()));
    auto workspace = std::make_shared<Workspace>(std::move(*found));
    if (auto started = workspace->start(); !started)
        return std::unexpected(std::move(started.error()));
    ConnectionSettings settings = workspace->settings();
    settings.applicationName = u"seatledger"_s;
    const Actor actor{accountName(), OperationSource::Window};
    auto connection = Connection::open(settings);
    if (!connection)
        return std::unexpected(std::move(connection.error()));
    if (auto migrated = migrateWorkspace(*workspace, **connection); !migrated)
        return std::unexpected(std::move(migrated.error()));
    auto access = accessOf(**connection, actor);
    if (!access)
        return std::unexpected(std::move(access.error()));
    return OpenedBook{workspace, settings, actor, profile.title(), *std::move(access)};
}

Result<OpenedBook> openServer(const ConnectionProfile &profile, const QString &password)
{
    ConnectionSettings settings = profile.server;
    settings.password = password;
    settings.applicationName = u"seatledger"_s;
    const auto connection = signIn(settings);
    if (!connection)
        return std::unexpected(connection.error());
    const Actor actor{profile.server.user, OperationSource::Window};
    auto access = accessOf(**connection, actor);
    if (!access)
        return std::unexpected(std::move(access.error()));
    return OpenedBook{nullptr, settings, actor, profile.title(), *std::move(access)};
}

} // namespace

Result<std::pair<ConnectionProfile, QString>> profileOfAddress(const QString &address)
{
    auto settings = ConnectionSettings::fromUri(address);
    if (!settings)
        return std::unexpected(std::move(settings.error()));
    if (settings->user.isEmpty())
        settings->user = accountName();
    const QString password = settings->password;
    return std::pair(ConnectionProfile::ofServer(*std::move(settings)), password);
}

Result<OpenedBook> openBook(const ConnectionProfile &profile, const QString &password)
{
    return profile.kind == ConnectionProfile::Kind::Workspace ? openWorkspace(profile)
                                                              : openServer(profile, password);
}

Result<OpenedBook> openSample(const ConnectionProfile &profile, const CancelToken &token,
                              const std::function<void(qint64, qint64)> &progress)
{
    auto book = openBook(profile, {});
    if (!book)
        return book;
    const auto fill = [&]() -> Result<void> {
        auto connection = Connection::open(book->settings);
        if (!connection)
            return std::unexpected(std::move(connection.error()));
        (*connection)->setCancelToken(token);
        Session session(**connection, book->actor);
        const auto filled = fillSampleWithOperators(session, {}, progress);
        // Whoever tried it before goes on where they were.
        if (filled || filled.error().details.value("reason"_L1) == "book_not_empty"_L1)
            return {};
        return std::unexpected(filled.error());
    };
    if (auto filled = fill(); !filled) {
        closeBook(*book);
        return std::unexpected(std::move(filled).error());
    }
    return book;
}

void closeBook(OpenedBook &book)
{
    if (!book.workspace)
        return;
    if (const auto dump = book.workspace->dumpIfOlderThan(); !dump)
        qCWarning(lcBook) << "No dump was kept:" << dump.error().message;
    if (const auto left = book.workspace->leave(); !left)
        qCWarning(lcBook) << "The workspace keeps running:" << left.error().message;
    book.workspace.reset();
}

} // namespace seatledger::desktop
