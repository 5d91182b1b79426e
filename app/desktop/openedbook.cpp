// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/openedbook.h"

#include "core/db/connection.h"
#include "core/db/migrator.h"
#include "core/domain/enums.h"

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
Result<void> bringUpToDate(const Workspace &workspace, Connection &connection)
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

Result<OpenedBook> openWorkspace(const QString &name)
{
    auto found = Workspace::openOrCreate(name);
    if (!found)
        return std::unexpected(std::move(found.error()));
    OpenedBook book;
    book.workspace = std::make_shared<Workspace>(std::move(*found));
    if (auto started = book.workspace->start(); !started)
        return std::unexpected(std::move(started.error()));
    book.settings = book.workspace->settings();
    book.actor = {accountName(), OperationSource::Window};
    book.place = name.isEmpty() ? u"default"_s : name;
    return book;
}

Result<OpenedBook> openServer(const QString &address)
{
    auto settings = ConnectionSettings::fromUri(address);
    if (!settings)
        return std::unexpected(std::move(settings.error()));
    const QString person = settings->user.isEmpty() ? accountName() : settings->user;
    return OpenedBook{
        nullptr, *settings, {person, OperationSource::Window}, settings->host + u'/' + settings->database};
}

} // namespace

Result<OpenedBook> openBook(const QString &workspace, const QString &database)
{
    auto book = database.isEmpty() ? openWorkspace(workspace) : openServer(database);
    if (!book)
        return book;
    book->settings.applicationName = u"seatledger"_s;
    auto connection = Connection::open(book->settings);
    if (!connection)
        return std::unexpected(std::move(connection.error()));
    const auto ready = book->workspace ? bringUpToDate(*book->workspace, **connection)
                                       : Migrator(**connection).requireCurrent();
    if (!ready)
        return std::unexpected(ready.error());
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
