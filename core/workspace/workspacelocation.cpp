// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/workspacelocation.h"

#include "core/workspace/postgrescluster.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QRegularExpression>
#include <QStandardPaths>

#include <unistd.h>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr qsizetype longestSocketPath = 107;

bool isRoot()
{
    return geteuid() == 0;
}

QString home()
{
    return qEnvironmentVariable("SEATLEDGER_HOME");
}

QString dataParent()
{
    if (!home().isEmpty())
        return QDir::cleanPath(QDir(home()).absolutePath());
    if (isRoot())
        return u"/var/lib/seatledger"_s;
    return QStandardPaths::writableLocation(QStandardPaths::GenericDataLocation) + u"/seatledger"_s;
}

QString socketParent()
{
    if (!home().isEmpty())
        return dataParent() + u"/run"_s;
    if (isRoot())
        return u"/run/seatledger"_s;
    const QString runtime = qEnvironmentVariable("XDG_RUNTIME_DIR");
    if (QFileInfo(runtime).isWritable())
        return runtime + u"/seatledger"_s;
    return QDir::tempPath() + u"/seatledger-"_s + QString::number(geteuid());
}

QString socketFolderFor(const QString &name, const QString &folder)
{
    const QByteArray hash = QCryptographicHash::hash(folder.toUtf8(), QCryptographicHash::Sha256).toHex();
    return socketParent() + u'/' + name.left(12) + u'-' + QString::fromLatin1(hash.left(8));
}

std::unexpected<Error> badName(const QString &name)
{
    return failure(ErrorCode::InvalidInput,
                   QCoreApplication::translate("Workspace",
                                               "\"%1\" cannot be the name of a workspace: use letters, "
                                               "digits, - and _.")
                       .arg(name),
                   {{u"field"_s, u"workspace"_s}});
}

std::unexpected<Error> tooLong(const QString &path)
{
    return failure(ErrorCode::InvalidInput,
                   QCoreApplication::translate("Workspace",
                                               "The path of the workspace's socket is longer than the %1 "
                                               "bytes the system allows: %2. Set SEATLEDGER_HOME or "
                                               "XDG_RUNTIME_DIR to a shorter folder.")
                       .arg(longestSocketPath)
                       .arg(path),
                   {{u"field"_s, u"workspace"_s}, {u"path"_s, path}});
}

} // namespace

Result<WorkspaceLocation> WorkspaceLocation::resolve(const QString &nameOrFolder)
{
    static const QRegularExpression nameForm(u"^[A-Za-z0-9_-]{1,64}$"_s);
    static const QRegularExpression otherCharacters(u"[^A-Za-z0-9_-]"_s);
    const bool isFolder = nameOrFolder.contains(u'/');
    QString name = nameOrFolder.isEmpty() ? u"default"_s : nameOrFolder;
    if (!isFolder && !nameForm.match(name).hasMatch())
        return badName(name);

    const QString folder = isFolder ? QDir::cleanPath(QFileInfo(nameOrFolder).absoluteFilePath())
                                    : dataParent() + u'/' + name;
    if (isFolder)
        name = QFileInfo(folder).fileName().replace(otherCharacters, u"_"_s);
    WorkspaceLocation location(name, folder, socketFolderFor(name, folder));
    const QString socket = location.m_socketFolder + u"/.s.PGSQL."_s
                           + QString::number(PostgresCluster::socketPort);
    if (QFile::encodeName(socket).size() > longestSocketPath)
        return tooLong(socket);
    return location;
}

WorkspaceLocation::WorkspaceLocation(QString name, QString folder, QString socketFolder)
    : m_name(std::move(name)), m_folder(std::move(folder)), m_socketFolder(std::move(socketFolder))
{}

const QString &WorkspaceLocation::name() const
{
    return m_name;
}

const QString &WorkspaceLocation::folder() const
{
    return m_folder;
}

const QString &WorkspaceLocation::socketFolder() const
{
    return m_socketFolder;
}

QString WorkspaceLocation::clusterFolder(int postgresMajor) const
{
    return m_folder + u"/pg"_s + QString::number(postgresMajor);
}

QString WorkspaceLocation::dumpFolder() const
{
    return m_folder + u"/dumps"_s;
}

QString WorkspaceLocation::logFile() const
{
    return m_folder + u"/postgres.log"_s;
}

QString WorkspaceLocation::lockFile() const
{
    return m_folder + u"/workspace.lock"_s;
}

QString WorkspaceLocation::shareFile() const
{
    return m_folder + u"/share.lock"_s;
}

QList<int> WorkspaceLocation::clusterMajors() const
{
    QList<int> majors;
    const QDir directory(m_folder);
    for (const QString &entry : directory.entryList({u"pg*"_s}, QDir::Dirs)) {
        QFile version(directory.filePath(entry) + u"/PG_VERSION"_s);
        if (version.open(QIODevice::ReadOnly)
            && entry.sliced(2) == QString::fromLatin1(version.readAll().trimmed()))
            majors.append(entry.sliced(2).toInt());
    }
    std::ranges::sort(majors, std::greater());
    return majors;
}

Result<void> WorkspaceLocation::makeFolders(const ServerAccount &account) const
{
    if (auto made = account.makeFolder(m_folder); !made)
        return made;
    // among the temporary files somebody else could have made the parent, and would then own what is in it
    if (!account.isDropped()) {
        if (auto made = account.makeFolder(QFileInfo(m_socketFolder).path()); !made)
            return made;
    }
    return account.makeFolder(m_socketFolder);
}

} // namespace seatledger
