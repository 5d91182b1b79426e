// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/folderlock.h"

#include "core/workspace/fileerror.h"

#include <QCoreApplication>
#include <QFile>
#include <QJsonObject>

#include <fcntl.h>
#include <sys/file.h>
#include <unistd.h>

#include <cerrno>
#include <utility>

using namespace Qt::StringLiterals;

namespace seatledger {

FolderLock::~FolderLock()
{
    if (m_descriptor >= 0)
        close(m_descriptor);
}

FolderLock::FolderLock(FolderLock &&other) noexcept : m_descriptor(std::exchange(other.m_descriptor, -1)) {}

FolderLock &FolderLock::operator=(FolderLock &&other) noexcept
{
    std::swap(m_descriptor, other.m_descriptor);
    return *this;
}

Result<FolderLock> FolderLock::acquire(const QString &folder, IfHeld ifHeld)
{
    const int descriptor = open(QFile::encodeName(folder).constData(),
                                O_RDONLY | O_DIRECTORY | O_NOFOLLOW | O_CLOEXEC);
    if (descriptor < 0)
        return std::unexpected(fileError(errno, folder));
    FolderLock lock(descriptor);
    const int how = ifHeld == IfHeld::Wait ? LOCK_EX : LOCK_EX | LOCK_NB;
    int locked = flock(descriptor, how);
    while (locked != 0 && errno == EINTR)
        locked = flock(descriptor, how);
    if (locked == 0)
        return lock;
    if (errno != EWOULDBLOCK)
        return std::unexpected(fileError(errno, folder));
    return failure(ErrorCode::Busy,
                   QCoreApplication::translate("Workspace", "Another program is at work in %1.").arg(folder),
                   {{u"file"_s, folder}});
}

} // namespace seatledger
