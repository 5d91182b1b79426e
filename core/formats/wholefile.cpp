// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/wholefile.h"

#include <QCoreApplication>
#include <QFileInfo>

#include <cerrno>

using namespace Qt::StringLiterals;

namespace seatledger {

ErrorCode fileErrorCode(int errnoValue)
{
    if (errnoValue == ENOSPC || errnoValue == EDQUOT)
        return ErrorCode::StorageFull;
    return errnoValue == ENOENT || errnoValue == ENOTDIR ? ErrorCode::NotFound : ErrorCode::Forbidden;
}

Result<void> writeAll(QIODevice &device, QByteArrayView bytes)
{
    errno = 0;
    if (device.write(bytes.data(), bytes.size()) == bytes.size())
        return {};
    return failure(
        fileErrorCode(errno),
        QCoreApplication::translate("formats", "The file cannot be written: %1").arg(device.errorString()));
}

std::unexpected<Error> WholeFile::cannotWrite() const
{
    return failure(fileErrorCode(errno),
                   QCoreApplication::translate("formats", "%1 cannot be written: %2")
                       .arg(m_file.fileName(), m_file.errorString()),
                   {{u"path"_s, m_file.fileName()}});
}

Result<void> WholeFile::open()
{
    const QFileInfo existing(m_file.fileName());
    if (existing.exists() && !existing.isFile())
        return failure(ErrorCode::InvalidInput,
                       QCoreApplication::translate("formats", "%1 is not a file; name the file to write.")
                           .arg(m_file.fileName()),
                       {{u"path"_s, m_file.fileName()}});
    errno = 0;
    if (!m_file.open(QIODevice::WriteOnly))
        return cannotWrite();
    return {};
}

Result<void> WholeFile::finish()
{
    errno = 0;
    // Only flush() tells that the disk is full: commit() does not ask what became of the last bytes.
    if (!m_file.flush() || !m_file.commit())
        return cannotWrite();
    return {};
}

} // namespace seatledger
