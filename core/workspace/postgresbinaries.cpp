// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/postgresbinaries.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QJsonObject>
#include <QProcess>
#include <QRegularExpression>
#include <QStandardPaths>

#include <algorithm>
#include <optional>
#include <utility>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

bool hasPrograms(const QString &folder, const QStringList &needed)
{
    return std::ranges::all_of(needed, [&folder](const QString &program) {
        return QFileInfo(folder + u'/' + program).isExecutable();
    });
}

bool hasServer(const QString &folder)
{
    return hasPrograms(folder, {u"initdb"_s, u"pg_ctl"_s, u"postgres"_s, u"pg_dump"_s, u"pg_restore"_s});
}

QStringList candidateFolders()
{
    QStringList folders;
    const QDir debian(u"/usr/lib/postgresql"_s);
    for (const QString &version : debian.entryList(QDir::Dirs | QDir::NoDotAndDotDot))
        folders.append(debian.filePath(version) + u"/bin"_s);
    const QDir usr(u"/usr"_s);
    for (const QString &name : usr.entryList({u"pgsql-*"_s}, QDir::Dirs))
        folders.append(usr.filePath(name) + u"/bin"_s);
    if (const QFileInfo inPath(QStandardPaths::findExecutable(u"pg_ctl"_s)); inPath.exists())
        folders.append(QFileInfo(inPath.canonicalFilePath()).path());
    folders.removeDuplicates();
    return folders;
}

/// What the programs themselves say: a folder's name may lie.
int majorOf(const QString &program)
{
    static const QRegularExpression version(u"\\(PostgreSQL\\) ([0-9]+)"_s);
    QProcess process;
    process.start(program, {u"--version"_s});
    process.waitForFinished(10'000);
    return version.match(QString::fromUtf8(process.readAll())).captured(1).toInt();
}

Error notInstalled(int major)
{
    return {ErrorCode::NotFound,
            QCoreApplication::translate("Workspace",
                                        "PostgreSQL %1 is not installed on this machine. Install the "
                                        "package postgresql-%1, or connect to a server.")
                .arg(major),
            {{u"postgres_major"_s, major}}};
}

} // namespace

std::vector<PostgresBinaries> PostgresBinaries::installed()
{
    std::vector<PostgresBinaries> found;
    for (const QString &folder : candidateFolders()) {
        if (!hasServer(folder))
            continue;
        if (const int major = majorOf(folder + u"/pg_ctl"_s); major > 0)
            found.push_back(PostgresBinaries(major, folder));
    }
    std::ranges::stable_sort(found, std::greater(), &PostgresBinaries::m_major);
    return found;
}

Result<PostgresBinaries> PostgresBinaries::ofMajor(int major)
{
    const auto all = installed();
    const auto found = std::ranges::find(all, major, &PostgresBinaries::m_major);
    if (found == all.end())
        return std::unexpected(notInstalled(major));
    return *found;
}

Result<PostgresBinaries> PostgresBinaries::newest()
{
    const auto all = installed();
    if (all.empty() || all.front().m_major < oldestMajor)
        return std::unexpected(notInstalled(oldestMajor));
    return all.front();
}

Result<PostgresBinaries> PostgresBinaries::clientsFor(int server)
{
    std::optional<PostgresBinaries> best;
    for (const QString &folder : candidateFolders()) {
        if (!hasPrograms(folder, {u"pg_dump"_s, u"pg_restore"_s}))
            continue;
        const int major = majorOf(folder + u"/pg_dump"_s);
        if (major >= server && (!best || major < best->m_major))
            best = PostgresBinaries(major, folder);
    }
    if (best)
        return *std::move(best);
    return failure(ErrorCode::NotFound,
                   QCoreApplication::translate("Workspace",
                                               "The server is PostgreSQL %1, and no pg_dump of that version "
                                               "or a newer one is installed here. Install the package "
                                               "postgresql-client-%1.")
                       .arg(server),
                   {{u"postgres_major"_s, server}});
}

PostgresBinaries::PostgresBinaries(int major, QString folder) : m_major(major), m_folder(std::move(folder)) {}

int PostgresBinaries::majorVersion() const
{
    return m_major;
}

QString PostgresBinaries::program(const QString &name) const
{
    return m_folder + u'/' + name;
}

} // namespace seatledger
