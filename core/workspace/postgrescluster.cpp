// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/postgrescluster.h"

#include "core/workspace/fileerror.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QThread>

#include <sys/statvfs.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <chrono>
#include <csignal>
#include <cstdio>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace seatledger {

Q_LOGGING_CATEGORY(clusterLog, "seatledger.workspace.cluster", QtWarningMsg)

namespace {

constexpr qint64 largestLog = 16 * 1024 * 1024;
// what a new cluster takes, and initdb gives back when it fails
constexpr qint64 smallestRoom = 48 * 1024 * 1024;
constexpr qint64 smallestFileCount = 1500;

/// A text as PostgreSQL's configuration files take it.
QByteArray quoted(const QString &text)
{
    QByteArray bytes = text.toUtf8();
    bytes.replace('\\', "\\\\").replace('\'', "''");
    return '\'' + bytes + '\'';
}

QByteArray userMapLine(const QString &person)
{
    return "seatledger \"" + person.toLocal8Bit() + "\" " + PostgresCluster::ownerRole().toLatin1() + '\n';
}

/// For the book's own pages, in MB: more than PostgreSQL takes by itself where the machine has it, and no
/// more than a sixteenth, as people do other things on it, too.
qint64 sharedMegabytes()
{
    constexpr qint64 least = 128; // PostgreSQL's own
    constexpr qint64 most = 512;
    const qint64 memory = static_cast<qint64>(sysconf(_SC_PHYS_PAGES)) * sysconf(_SC_PAGESIZE);
    return std::clamp(memory / 16 / (1024 * 1024), least, most);
}

/// What pays on a book, as measured: see docs/operations/tuning.md.
QByteArray tunedSettings()
{
    return "shared_buffers = " + QByteArray::number(sharedMegabytes())
           + "MB\n"
             "max_wal_size = 2GB\n"
             "checkpoint_timeout = 15min\n";
}

QByteArray settingsFile(const ClusterLayout &layout)
{
    QByteArray text = "# Written by Seatledger at every start.\n"
                      "listen_addresses = ''\n"
                      "port = "
                      + QByteArray::number(PostgresCluster::socketPort)
                      + "\n"
                        "unix_socket_directories = "
                      + quoted(u'"' + layout.socketFolder + u'"')
                      + "\n"
                        "unix_socket_permissions = 0700\n"
                        "max_connections = 200\n"
                        "timezone = 'UTC'\n"
                        "log_timezone = 'UTC'\n"
                        "log_line_prefix = '%m [%p] %q%u %a '\n"
                        // a program that was killed soon loses its locks, also in the middle of a statement
                        "client_connection_check_interval = '2s'\n"
                        "recovery_init_sync_method = syncfs\n" // not one by one, which takes seconds
                        "jit = off\n" // compiling costs more than it saves on short queries
                        "cluster_name = "
                      + quoted(u"seatledger "_s + layout.name) + '\n';
    if (layout.durable)
        text += tunedSettings();
    else
        text += "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\n";
    return text;
}

bool isDiskFull(const QString &folder)
{
    struct statvfs disk = {};
    if (statvfs(QFile::encodeName(folder).constData(), &disk) != 0)
        return false;
    const bool countsFiles = disk.f_files > 0;
    return static_cast<qint64>(disk.f_bavail) * static_cast<qint64>(disk.f_frsize) < smallestRoom
           || (countsFiles && static_cast<qint64>(disk.f_favail) < smallestFileCount);
}

std::unexpected<Error> toolFailed(const ClusterLayout &layout, const QString &tool, const ProgramOutput &said)
{
    const bool isFull = isDiskFull(QFileInfo(layout.dataFolder).path());
    const QString message = isFull ? QCoreApplication::translate("Workspace",
                                                                 "%1 failed: the disk of %2 is full. Make "
                                                                 "room on it, then try again.\n%3")
                                   : QCoreApplication::translate("Workspace", "%1 failed in %2: %3");
    return failure(isFull ? ErrorCode::StorageFull : ErrorCode::Internal,
                   message.arg(tool, layout.dataFolder, said.output), {{u"file"_s, layout.dataFolder}});
}

std::unexpected<Error> orphansWork(const ClusterLayout &layout, const QList<qint64> &orphans)
{
    QStringList numbers;
    QJsonArray processes;
    for (const qint64 orphan : orphans) {
        numbers.append(QString::number(orphan));
        processes.append(orphan);
    }
    return failure(
        ErrorCode::Busy,
        QCoreApplication::translate("Workspace",
                                    "The database server in %1 was killed, and %n of its processes still "
                                    "work there (%2). Wait until they are done, or end them; then start "
                                    "again.",
                                    nullptr, static_cast<int>(orphans.size()))
            .arg(layout.dataFolder, numbers.join(u", "_s)),
        {{u"reason"_s, u"server_killed"_s}, {u"file"_s, layout.dataFolder}, {u"processes"_s, processes}});
}

QString lastLines(const QString &file)
{
    QFile log(file);
    if (!log.open(QIODevice::ReadOnly))
        return {};
    log.seek(qMax<qint64>(0, log.size() - 1500));
    return QString::fromUtf8(log.readAll()).trimmed();
}

} // namespace

QString PostgresCluster::ownerRole()
{
    return u"seatledger_owner"_s;
}

PostgresCluster::PostgresCluster(ClusterLayout layout, PostgresBinaries binaries, ServerAccount account)
    : m_layout(std::move(layout)),
      m_binaries(std::move(binaries)),
      m_account(std::move(account)),
      m_processes(m_layout.dataFolder)
{}

Result<ClusterState> PostgresCluster::state() const
{
    auto said = control({u"status"_s});
    if (!said)
        return std::unexpected(std::move(said).error());
    switch (said->exitCode) {
    case 0:
        return m_processes.isAtWork(recordedPostmaster()) ? ClusterState::Running : ClusterState::Stopped;
    case 3:
        return ClusterState::Stopped;
    case 4:
        return ClusterState::Missing;
    default:
        return toolFailed(m_layout, u"pg_ctl status"_s, *said);
    }
}

Result<void> PostgresCluster::create() const
{
    const QString draft = m_layout.dataFolder + u".new"_s;
    QDir(draft).removeRecursively(); // left by an initdb that was interrupted
    QStringList arguments = {u"--pgdata"_s,          draft,
                             u"--username"_s,        ownerRole(),
                             u"--encoding=UTF8"_s,   u"--locale=C.UTF-8"_s,
                             u"--auth-local=peer"_s, u"--auth-host=reject"_s,
                             u"--data-checksums"_s,  u"--no-instructions"_s};
    if (!m_layout.durable)
        arguments.append(u"--no-sync"_s);
    auto said = m_account.run(m_binaries.program(u"initdb"_s), arguments, 5min);
    if (!said)
        return std::unexpected(std::move(said).error());
    if (said->exitCode != 0)
        return toolFailed(m_layout, u"initdb"_s, *said);

    QFile configuration(draft + u"/postgresql.conf"_s);
    if (!configuration.open(QIODevice::Append) || configuration.write("\ninclude 'seatledger.conf'\n") < 0)
        return std::unexpected(fileError(EIO, configuration.fileName()));
    configuration.close();
    if (rename(QFile::encodeName(draft).constData(), QFile::encodeName(m_layout.dataFolder).constData()) != 0)
        return std::unexpected(fileError(errno, m_layout.dataFolder));
    return {};
}

Result<void> PostgresCluster::start() const
{
    if (auto alone = awaitOrphans(); !alone)
        return alone;
    removeStaleLocks();
    if (auto written = writeConfiguration(); !written)
        return written;
    if (QFileInfo(m_layout.logFile).size() > largestLog) {
        QFile::remove(m_layout.logFile + u".1"_s);
        QFile::rename(m_layout.logFile, m_layout.logFile + u".1"_s);
    }
    auto said = control(
        {u"start"_s, u"--wait"_s, u"--timeout=120"_s, u"--silent"_s, u"--log"_s, m_layout.logFile});
    if (!said)
        return std::unexpected(std::move(said).error());
    if (said->exitCode == 0)
        return {};
    said->output += u'\n' + lastLines(m_layout.logFile);
    return toolFailed(m_layout, u"pg_ctl start"_s, *said);
}

Result<void> PostgresCluster::stop(Shutdown how) const
{
    auto said = control({u"stop"_s, u"--wait"_s, u"--timeout=120"_s, u"--silent"_s,
                         how == Shutdown::Clean ? u"--mode=fast"_s : u"--mode=immediate"_s});
    if (!said)
        return std::unexpected(std::move(said).error());
    if (said->exitCode != 0)
        return toolFailed(m_layout, u"pg_ctl stop"_s, *said);
    return {};
}

Result<void> PostgresCluster::awaitOrphans() const
{
    const QDeadlineTimer deadline(m_layout.patience);
    for (;;) {
        const QList<qint64> orphans = m_processes.atWork();
        if (orphans.isEmpty())
            return {};
        if (deadline.hasExpired())
            return orphansWork(m_layout, orphans);
        QThread::msleep(50);
    }
}

const ClusterLayout &PostgresCluster::layout() const
{
    return m_layout;
}

const PostgresBinaries &PostgresCluster::binaries() const
{
    return m_binaries;
}

const ServerAccount &PostgresCluster::account() const
{
    return m_account;
}

qint64 PostgresCluster::recordedPostmaster() const
{
    QFile file(lockFile());
    return file.open(QIODevice::ReadOnly) ? file.readLine().trimmed().toLongLong() : 0;
}

QString PostgresCluster::lockFile() const
{
    return m_layout.dataFolder + u"/postmaster.pid"_s;
}

/// PostgreSQL refuses to start while any process, a zombie or another program, has the number that a killed
/// server left behind. Nobody works in the data folder here, so such a file binds nobody.
void PostgresCluster::removeStaleLocks() const
{
    const qint64 postmaster = recordedPostmaster();
    const bool isTaken = postmaster > 0 && (kill(static_cast<pid_t>(postmaster), 0) == 0 || errno == EPERM);
    if (!isTaken || m_processes.isAtWork(postmaster))
        return;
    qCInfo(clusterLog) << "Remove the lock files of a server that was killed, process" << postmaster;
    QFile::remove(lockFile());
    QFile::remove(u"%1/.s.PGSQL.%2.lock"_s.arg(m_layout.socketFolder).arg(socketPort));
}

Result<void> PostgresCluster::writeConfiguration() const
{
    QByteArray userMap = "# Written by Seatledger at every start.\n" + userMapLine(m_account.personName());
    if (m_account.isDropped())
        userMap += userMapLine(m_account.name());
    const std::initializer_list<std::pair<QString, QByteArray>> files = {
        {u"seatledger.conf"_s, settingsFile(m_layout)},
        {u"pg_hba.conf"_s, "# Written by Seatledger at every start.\nlocal all all peer map=seatledger\n"},
        {u"pg_ident.conf"_s, userMap},
    };
    for (const auto &[name, contents] : files) {
        if (auto written = m_account.writeFile(m_layout.dataFolder + u'/' + name, contents); !written)
            return written;
    }
    return {};
}

Result<ProgramOutput> PostgresCluster::control(const QStringList &arguments) const
{
    return m_account.run(m_binaries.program(u"pg_ctl"_s),
                         arguments + QStringList{u"--pgdata"_s, m_layout.dataFolder}, 150s);
}

} // namespace seatledger
