// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/filelock.h"

#include "core/workspace/fileerror.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QFile>
#include <QThread>

#include <fcntl.h>
#include <sys/file.h>
#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

/// False when the file has been deleted or replaced since it was opened: its lock then binds nobody.
bool isStillThere(int descriptor, const QByteArray &path)
{
    struct stat opened = {};
    struct stat named = {};
    return fstat(descriptor, &opened) == 0 && stat(path.constData(), &named) == 0
           && opened.st_ino == named.st_ino && opened.st_dev == named.st_dev;
}

Error stillBusy(const QString &file)
{
    return {ErrorCode::Busy,
            QCoreApplication::translate("Workspace",
                                        "Another program is starting or stopping the workspace and does "
                                        "not finish (lock file %1).")
                .arg(file),
            {{u"file"_s, file}}};
}

} // namespace

FileLock::FileLock(int descriptor) : m_descriptor(descriptor) {}

FileLock::~FileLock()
{
    release();
}

FileLock::FileLock(FileLock &&other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}

FileLock &FileLock::operator=(FileLock &&other) noexcept
{
    if (this != &other) {
        release();
        m_descriptor = std::exchange(other.m_descriptor, -1);
    }
    return *this;
}

Result<FileLock> FileLock::acquire(const QString &file, Kind kind, std::chrono::milliseconds patience)
{
    const QByteArray path = QFile::encodeName(file);
    const int operation = (kind == Kind::Shared ? LOCK_SH : LOCK_EX) | LOCK_NB;
    const QDeadlineTimer deadline(patience);
    for (;;) {
        FileLock lock(open(path.constData(), O_RDWR | O_CREAT | O_CLOEXEC | O_NOFOLLOW, 0600));
        if (!lock.isHeld())
            return std::unexpected(fileError(errno, file));
        const bool isLocked = flock(lock.m_descriptor, operation) == 0;
        if (isLocked && isStillThere(lock.m_descriptor, path))
            return lock;
        if (!isLocked && errno != EWOULDBLOCK && errno != EINTR)
            return std::unexpected(fileError(errno, file));
        if (deadline.hasExpired())
            return std::unexpected(stillBusy(file));
        QThread::msleep(20);
    }
}

Result<FileLock> FileLock::ofFolder(const QString &folder, IfHeld ifHeld)
{
    FileLock lock(
        open(QFile::encodeName(folder).constData(), O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC));
    if (!lock.isHeld())
        return std::unexpected(fileError(errno, folder));
    const int how = ifHeld == IfHeld::Wait ? LOCK_EX : LOCK_EX | LOCK_NB;
    int locked = flock(lock.m_descriptor, how);
    while (locked != 0 && errno == EINTR)
        locked = flock(lock.m_descriptor, how);
    if (locked == 0)
        return lock;
    if (errno != EWOULDBLOCK)
        return std::unexpected(fileError(errno, folder));
    return failure(ErrorCode::Busy,
                   QCoreApplication::translate("Workspace", "Another program is at work in %1.").arg(folder),
                   {{u"file"_s, folder}});
}

bool FileLock::isHeld() const
{
    return m_descriptor >= 0;
}

void FileLock::release()
{
    if (m_descriptor >= 0)
        close(std::exchange(m_descriptor, -1));
}

} // namespace seatledger
