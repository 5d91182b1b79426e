// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/serveraccount.h"

#include "core/workspace/fileerror.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QLoggingCategory>
#include <QProcess>
#include <QProcessEnvironment>

#include <fcntl.h>
#include <grp.h>
#include <pwd.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

using namespace Qt::StringLiterals;

namespace seatledger {

Q_LOGGING_CATEGORY(processLog, "seatledger.workspace.process", QtWarningMsg)

namespace {

constexpr uid_t root = 0;

QString nameOf(uid_t user)
{
    const passwd *entry = getpwuid(user);
    return entry ? QString::fromLocal8Bit(entry->pw_name) : QString::number(user);
}

/// Only what PostgreSQL's programs need, so that no PGHOST or PGDATA leads them elsewhere.
QProcessEnvironment cleanEnvironment()
{
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    for (const QString &name : environment.keys()) {
        if (name.startsWith("PG"_L1) || name.startsWith("LC_"_L1) || name == "LANGUAGE"_L1)
            environment.remove(name);
    }
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    return environment;
}

Error forbidden(const QString &message, const QString &folder)
{
    return {ErrorCode::Forbidden, message.arg(folder), {{u"file"_s, folder}}};
}

bool writeAll(int descriptor, const QByteArray &contents)
{
    for (qsizetype written = 0; written < contents.size();) {
        const ssize_t part = write(descriptor, contents.constData() + written,
                                   static_cast<std::size_t>(contents.size() - written));
        if (part < 0 && errno != EINTR)
            return false;
        written += qMax<ssize_t>(part, 0);
    }
    return true;
}

} // namespace

Result<ServerAccount> ServerAccount::current()
{
    const uid_t user = geteuid();
    if (user != root)
        return ServerAccount(nameOf(user), nameOf(user), user, getegid());
    const passwd *postgres = getpwnam("postgres");
    if (!postgres)
        return failure(ErrorCode::NotFound,
                       QCoreApplication::translate("Workspace",
                                                   "PostgreSQL does not run as root, and there is no "
                                                   "account \"postgres\" to run it as. Install the "
                                                   "package postgresql, or start as another user."));
    return ServerAccount(nameOf(root), u"postgres"_s, postgres->pw_uid, postgres->pw_gid);
}

ServerAccount::ServerAccount(QString personName, QString name, uid_t user, gid_t group)
    : m_personName(std::move(personName)), m_name(std::move(name)), m_user(user), m_group(group)
{}

bool ServerAccount::isDropped() const
{
    return m_user != geteuid();
}

const QString &ServerAccount::personName() const
{
    return m_personName;
}

const QString &ServerAccount::name() const
{
    return m_name;
}

Result<void> ServerAccount::makeFolder(const QString &folder) const
{
    const QFileInfo parent(QFileInfo(folder).path());
    if (!parent.exists() && !QDir().mkpath(parent.filePath()))
        return std::unexpected(fileError(errno, parent.filePath()));
    if (auto reached = checkReach(parent.filePath()); !reached)
        return reached;
    const bool made = mkdir(QFile::encodeName(folder).constData(), 0700) == 0;
    if (!made && errno != EEXIST)
        return std::unexpected(fileError(errno, folder));
    return takeOver(folder);
}

/// Makes an existing folder the account's own, unless somebody else already uses it.
Result<void> ServerAccount::takeOver(const QString &folder) const
{
    const int descriptor = open(QFile::encodeName(folder).constData(),
                                O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (descriptor < 0)
        return std::unexpected(fileError(errno, folder));
    struct stat found = {};
    fstat(descriptor, &found);
    const bool isOurs = found.st_uid == m_user;
    const bool isFree = isDropped() && found.st_uid == root
                        && QDir(folder).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    bool done = isOurs;
    if (!isOurs && isFree)
        done = fchown(descriptor, m_user, m_group) == 0;
    done = done && fchmod(descriptor, 0700) == 0;
    close(descriptor);
    if (!done)
        return std::unexpected(
            forbidden(QCoreApplication::translate(
                          "Workspace", "The folder %1 belongs to somebody else. Choose another folder."),
                      folder));
    return {};
}

Result<void> ServerAccount::checkReach(const QString &folder) const
{
    if (!isDropped())
        return {};
    for (QString path = QDir::cleanPath(folder); path != "/"_L1; path = QFileInfo(path).path()) {
        if (!canEnter(path))
            return std::unexpected(forbidden(
                QCoreApplication::translate("Workspace", "The account %2 cannot enter the folder %1. Let it "
                                                         "in, or choose another folder.")
                    .arg(u"%1"_s, m_name),
                path));
    }
    return {};
}

bool ServerAccount::canEnter(const QString &folder) const
{
    struct stat found = {};
    if (stat(QFile::encodeName(folder).constData(), &found) != 0)
        return false;
    if (found.st_uid == m_user)
        return (found.st_mode & S_IXUSR) != 0;
    return (found.st_mode & (found.st_gid == m_group ? S_IXGRP : S_IXOTH)) != 0;
}

Result<void> ServerAccount::writeFile(const QString &file, const QByteArray &contents) const
{
    // made anew and renamed, never opened in place: the account could have put a link there
    const QByteArray path = QFile::encodeName(file);
    const QByteArray draft = path + ".new";
    unlink(draft.constData());
    const int descriptor = open(draft.constData(), O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC,
                                0600);
    if (descriptor < 0)
        return std::unexpected(fileError(errno, file));
    const bool isWritten = writeAll(descriptor, contents) && fchown(descriptor, m_user, m_group) == 0
                           && fsync(descriptor) == 0;
    const int reason = errno;
    close(descriptor);
    if (!isWritten)
        return std::unexpected(fileError(reason, file));
    if (rename(draft.constData(), path.constData()) != 0)
        return std::unexpected(fileError(errno, file));
    return {};
}

Result<ProgramOutput> ServerAccount::run(const QString &program, const QStringList &arguments,
                                         std::chrono::milliseconds patience) const
{
    QProcess process;
    process.setProgram(program);
    process.setArguments(arguments);
    process.setProcessEnvironment(cleanEnvironment());
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setStandardInputFile(QProcess::nullDevice());
    process.setWorkingDirectory(u"/"_s);
    if (isDropped())
        process.setChildProcessModifier([user = m_user, group = m_group] {
            if (setgroups(1, &group) != 0 || setgid(group) != 0 || setuid(user) != 0)
                _exit(126);
        });

    qCDebug(processLog) << "Run" << program << arguments;
    process.start();
    if (!process.waitForStarted())
        return failure(ErrorCode::Internal, u"%1: %2"_s.arg(program, process.errorString()));
    if (!process.waitForFinished(static_cast<int>(patience.count()))) {
        process.terminate();
        process.waitForFinished(5000);
        return failure(ErrorCode::Busy,
                       QCoreApplication::translate("Workspace", "%1 does not finish.").arg(program));
    }
    const QString output = QString::fromUtf8(process.readAll()).trimmed();
    return ProgramOutput{process.exitStatus() == QProcess::NormalExit ? process.exitCode() : 128, output};
}

} // namespace seatledger
