// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/keeper.h"

#include "core/db/connection.h"
#include "core/db/migrator.h"
#include "core/workspace/bookdatabase.h"
#include "core/workspace/workspace.h"
#include "tests/support/testcluster.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QProcess>
#include <QThread>

#include <cerrno>
#include <chrono>
#include <csignal>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace seatledger::keeper {

namespace {

constexpr auto startPatience = 120s;

QString readyFile(const QString &home)
{
    return home + u"/ready"_s;
}

QString failureFile(const QString &home)
{
    return home + u"/failure"_s;
}

QString stopFile(const QString &home)
{
    return home + u"/stop"_s;
}

void put(const QString &path, const QByteArray &contents)
{
    QFile file(path + u".new"_s);
    if (file.open(QIODevice::WriteOnly)) {
        file.write(contents);
        file.close();
        file.rename(path);
    }
}

QByteArray contentsOf(const QString &path)
{
    QFile file(path);
    return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
}

bool isRunning(qint64 process)
{
    return ::kill(static_cast<pid_t>(process), 0) == 0 || errno == EPERM;
}

Result<void> makeTemplate(const Workspace &workspace)
{
    ConnectionSettings settings = workspace.settings();
    {
        auto connection = Connection::open(settings);
        if (!connection)
            return std::unexpected(std::move(connection).error());
        if (auto made = createBookDatabase(**connection, TestCluster::templateDatabase()); !made)
            return made;
    }
    settings.database = TestCluster::templateDatabase();
    auto connection = Connection::open(settings);
    if (!connection)
        return std::unexpected(std::move(connection).error());
    if (auto migrated = Migrator(**connection).up(); !migrated)
        return std::unexpected(std::move(migrated).error());
    return {};
}

Result<Workspace> makeCluster(bool durable)
{
    auto workspace = Workspace::openOrCreate(workspaceName(), {.durable = durable});
    if (!workspace)
        return workspace;
    if (auto started = workspace->start(); !started)
        return std::unexpected(std::move(started).error());
    if (auto made = makeTemplate(*workspace); !made) {
        std::ignore = workspace->destroy();
        return std::unexpected(std::move(made).error());
    }
    return workspace;
}

} // namespace

QString workspaceName()
{
    return u"test"_s;
}

void enter(const QString &home)
{
    qputenv("SEATLEDGER_HOME", QFile::encodeName(home));
}

bool isReady(const QString &home)
{
    return QFileInfo::exists(readyFile(home)) && isRunning(contentsOf(readyFile(home)).toLongLong());
}

Result<void> start(const QString &home, qint64 watched, bool durable)
{
    QDir(home).removeRecursively(); // what a keeper that was killed has left
    QDir().mkpath(home);
    QProcess process;
    process.setProgram(QStringLiteral(SEATLEDGER_TEST_KEEPER));
    process.setArguments({u"keep"_s, home, QString::number(watched), durable ? u"durable"_s : u"fast"_s});
    process.setStandardInputFile(QProcess::nullDevice());
    process.setStandardOutputFile(QProcess::nullDevice()); // ctest waits for whoever holds its pipe
    process.setStandardErrorFile(QProcess::nullDevice());
    if (!process.startDetached())
        return failure(ErrorCode::Internal, process.errorString());

    for (const QDeadlineTimer deadline(startPatience); !deadline.hasExpired(); QThread::msleep(20)) {
        if (isReady(home))
            return {};
        if (const QByteArray reason = contentsOf(failureFile(home)); !reason.isEmpty())
            return failure(ErrorCode::Internal, QString::fromUtf8(reason));
    }
    return failure(ErrorCode::Busy, u"The test cluster does not start."_s);
}

Result<void> stop(const QString &home)
{
    put(stopFile(home), "stop");
    for (const QDeadlineTimer deadline(startPatience); !deadline.hasExpired(); QThread::msleep(20)) {
        if (!QFileInfo::exists(home))
            return {};
    }
    return failure(ErrorCode::Busy, u"The test cluster does not stop."_s);
}

int keep(const QString &home, qint64 watched, bool durable)
{
    enter(home);
    auto workspace = makeCluster(durable);
    if (!workspace) {
        put(failureFile(home), workspace.error().message.toUtf8());
        return 1;
    }
    put(readyFile(home), QByteArray::number(QCoreApplication::applicationPid()));
    while (isRunning(watched) && !QFileInfo::exists(stopFile(home)))
        QThread::msleep(50);
    const bool destroyed = workspace->destroy().has_value();
    QDir(home).removeRecursively();
    return destroyed ? 0 : 1;
}

} // namespace seatledger::keeper
