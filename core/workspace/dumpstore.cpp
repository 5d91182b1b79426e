// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/dumpstore.h"

#include "core/workspace/fileerror.h"
#include "core/workspace/filelock.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonObject>
#include <QLoggingCategory>
#include <QRegularExpression>
#include <QStorageInfo>

#include <cerrno>
#include <chrono>
#include <cstdio>
#include <utility>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace seatledger {

Q_LOGGING_CATEGORY(dumpLog, "seatledger.workspace.dump", QtWarningMsg)

namespace {

/// A dump does not hold who may connect to its database; books from before there were operators have no such
/// rule.
const QString closeDatabase =
    u"DO $$ BEGIN IF to_regprocedure('seatledger.admit_operators_only()') IS NOT NULL THEN "
    "PERFORM seatledger.admit_operators_only(); END IF; END $$"_s;

constexpr auto longestTool = 6h;
constexpr qint64 smallestRoom = 8 * 1024 * 1024;

QString nameForm()
{
    return u"yyyyMMdd'T'HHmmsszzz'Z'"_s;
}

QString draftSuffix()
{
    return u".draft"_s;
}

Result<QByteArray> checksumOf(const QString &path)
{
    QFile file(path);
    QCryptographicHash hash(QCryptographicHash::Sha256);
    if (!file.open(QIODevice::ReadOnly) || !hash.addData(&file))
        return failure(ErrorCode::NotFound, path + u": "_s + file.errorString(), {{u"file"_s, path}});
    return hash.result().toHex();
}

QByteArray checksumLine(const QByteArray &sum, const QString &path)
{
    return sum + "  " + QFileInfo(path).fileName().toUtf8() + '\n';
}

Error damaged(const QString &file)
{
    return {ErrorCode::RuleBroken,
            QCoreApplication::translate("Workspace", "The dump is damaged: %1 is not as it was written.")
                .arg(file),
            {{u"reason"_s, u"dump_damaged"_s}, {u"file"_s, file}}};
}

std::optional<QDateTime> takenAtOf(const QString &folderName)
{
    QDateTime takenAt = QDateTime::fromString(folderName, nameForm());
    takenAt.setTimeSpec(Qt::UTC);
    return takenAt.isValid() ? std::optional(takenAt) : std::nullopt;
}

/// Lets the script of roles run where some of them exist already.
QByteArray withoutComplaints(const QByteArray &roles)
{
    static const QRegularExpression creation(u"^CREATE ROLE (.+);$"_s, QRegularExpression::MultilineOption);
    return QString::fromUtf8(roles)
        .replace(creation,
                 u"DO $role$ BEGIN CREATE ROLE \\1; EXCEPTION WHEN duplicate_object THEN NULL; END $role$;"_s)
        .toUtf8();
}

/// Newest first.
std::vector<Dump> dumpsIn(const QString &folder)
{
    std::vector<Dump> dumps;
    const QDir directory(folder);
    const QStringList names = directory.entryList(QDir::Dirs | QDir::NoDotAndDotDot,
                                                  QDir::Name | QDir::Reversed);
    for (const QString &name : names) {
        const auto takenAt = takenAtOf(name);
        if (!takenAt)
            continue;
        Dump dump{directory.filePath(name), *takenAt, 0};
        dump.bytes = QFileInfo(dump.archiveFile()).size();
        dumps.push_back(std::move(dump));
    }
    return dumps;
}

} // namespace

QString Dump::archiveFile() const
{
    return folder + u"/seatledger.dump"_s;
}

QString Dump::rolesFile() const
{
    return folder + u"/roles.sql"_s;
}

QString Dump::checksumFile() const
{
    return folder + u"/SHA256SUMS"_s;
}

DumpStore::DumpStore(QString folder, ConnectionSettings settings, PostgresBinaries binaries,
                     ServerAccount account, Clock clock)
    : m_folder(std::move(folder)),
      m_settings(std::move(settings)),
      m_binaries(std::move(binaries)),
      m_account(std::move(account)),
      m_clock(std::move(clock))
{}

Result<Dump> DumpStore::take(int keep) const
{
    if (auto made = m_account.makeFolder(m_folder); !made)
        return std::unexpected(std::move(made).error());
    const auto lock = FileLock::acquire(m_folder + u"/dumps.lock"_s, FileLock::Kind::Exclusive, longestTool);
    if (!lock)
        return std::unexpected(lock.error());
    sweep();

    const QDateTime now = m_clock();
    const QString folder = m_folder + u'/' + now.toString(nameForm());
    const Dump draft{folder + draftSuffix(), now, 0};
    qCInfo(dumpLog) << "Take a dump into" << folder;
    if (auto written = write(draft); !written) {
        QDir(draft.folder).removeRecursively();
        return std::unexpected(std::move(written).error());
    }
    if (rename(QFile::encodeName(draft.folder).constData(), QFile::encodeName(folder).constData()) != 0)
        return std::unexpected(fileError(errno, folder));
    prune(keep);
    return Dump{folder, now, QFileInfo(folder + u"/seatledger.dump"_s).size()};
}

std::vector<Dump> DumpStore::list() const
{
    return dumpsIn(m_folder);
}

std::optional<Dump> DumpStore::newest() const
{
    return newestIn(m_folder);
}

std::optional<Dump> DumpStore::newestIn(const QString &folder)
{
    auto dumps = dumpsIn(folder);
    return dumps.empty() ? std::nullopt : std::optional(std::move(dumps.front()));
}

Result<void> DumpStore::verify(const Dump &dump) const
{
    QFile checksums(dump.checksumFile());
    if (!checksums.open(QIODevice::ReadOnly))
        return std::unexpected(damaged(checksums.fileName()));
    const QByteArray lines = checksums.readAll();
    for (const QString &path : {dump.archiveFile(), dump.rolesFile()}) {
        const auto sum = checksumOf(path);
        if (!sum || !lines.contains(checksumLine(*sum, path)))
            return std::unexpected(damaged(path));
    }
    return readBack(dump);
}

Result<void> DumpStore::restore(const Dump &dump, const QString &database) const
{
    if (auto verified = verify(dump); !verified)
        return verified;
    if (auto roles = runTool(u"psql"_s, {u"--no-psqlrc"_s, u"--quiet"_s, u"--set=ON_ERROR_STOP=1"_s,
                                         u"--single-transaction"_s, u"--dbname"_s, uriOf(database),
                                         u"--file"_s, dump.rolesFile()});
        !roles)
        return roles;
    if (auto restored = runTool(u"pg_restore"_s, {u"--exit-on-error"_s, u"--single-transaction"_s,
                                                  u"--dbname"_s, uriOf(database), dump.archiveFile()});
        !restored)
        return restored;
    return runTool(u"psql"_s, {u"--no-psqlrc"_s, u"--quiet"_s, u"--set=ON_ERROR_STOP=1"_s, u"--dbname"_s,
                               uriOf(database), u"--command"_s, closeDatabase});
}

Result<void> DumpStore::write(const Dump &draft) const
{
    if (auto made = m_account.makeFolder(draft.folder); !made)
        return made;
    if (auto written = writeRoles(draft); !written)
        return written;
    if (auto written = runTool(u"pg_dump"_s, {u"--format=custom"_s, u"--dbname"_s, uriOf(m_settings.database),
                                              u"--file"_s, draft.archiveFile()});
        !written)
        return written;
    if (auto readable = readBack(draft); !readable)
        return readable;
    return writeChecksums(draft);
}

Result<void> DumpStore::writeRoles(const Dump &draft) const
{
    if (auto written = runTool(u"pg_dumpall"_s, {u"--roles-only"_s, u"--dbname"_s, uriOf(m_settings.database),
                                                 u"--file"_s, draft.rolesFile()});
        !written)
        return written;
    QFile roles(draft.rolesFile());
    if (!roles.open(QIODevice::ReadOnly))
        return std::unexpected(fileError(EIO, roles.fileName()));
    return m_account.writeFile(draft.rolesFile(), withoutComplaints(roles.readAll()));
}

Result<void> DumpStore::writeChecksums(const Dump &draft) const
{
    QByteArray lines;
    for (const QString &path : {draft.archiveFile(), draft.rolesFile()}) {
        auto sum = checksumOf(path);
        if (!sum)
            return std::unexpected(std::move(sum).error());
        lines += checksumLine(*sum, path);
    }
    return m_account.writeFile(draft.checksumFile(), lines);
}

/// Not only the table of contents, which stands first and survives a cut tail: every byte of the data.
Result<void> DumpStore::readBack(const Dump &dump) const
{
    return runTool(u"pg_restore"_s, {u"--file=/dev/null"_s, dump.archiveFile()});
}

Result<void> DumpStore::runTool(const QString &tool, const QStringList &arguments) const
{
    auto said = m_account.run(m_binaries.program(tool), arguments, longestTool);
    if (!said)
        return std::unexpected(std::move(said).error());
    if (said->exitCode == 0)
        return {};
    const QStorageInfo storage(m_folder);
    const bool isFull = storage.isValid() && storage.bytesAvailable() < smallestRoom;
    return failure(isFull ? ErrorCode::StorageFull : ErrorCode::Internal,
                   QCoreApplication::translate("Workspace", "%1 failed: %2").arg(tool, said->output),
                   {{u"file"_s, m_folder}});
}

QString DumpStore::uriOf(const QString &database) const
{
    ConnectionSettings settings = m_settings;
    settings.database = database;
    return settings.toUri();
}

void DumpStore::sweep() const
{
    const QDir directory(m_folder);
    for (const QString &name : directory.entryList({u'*' + draftSuffix()}, QDir::Dirs))
        QDir(directory.filePath(name)).removeRecursively();
}

void DumpStore::prune(int keep) const
{
    const auto dumps = list();
    for (std::size_t i = static_cast<std::size_t>(qMax(keep, 1)); i < dumps.size(); ++i) {
        qCInfo(dumpLog) << "Delete the old dump" << dumps[i].folder;
        QDir(dumps[i].folder).removeRecursively();
    }
}

} // namespace seatledger
