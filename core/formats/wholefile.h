// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QByteArrayView>
#include <QSaveFile>

namespace seatledger {

/// What the system's error number of a failed file operation means: StorageFull, NotFound or else Forbidden.
[[nodiscard]] ErrorCode fileErrorCode(int errnoValue);

/// Writes all of it. StorageFull if the device has no room, Forbidden if it takes nothing for another reason.
[[nodiscard]] Result<void> writeAll(QIODevice &device, QByteArrayView bytes);

/// A file that is there whole or not at all: it is written beside its place, and takes it in finish(). Until
/// then, and after an error, what was there before is untouched; nothing half written stays behind.
///
/// Devices and pipes, such as /dev/stdout, are refused: a file would take their place. For one thread.
class WholeFile final
{
public:
    explicit WholeFile(const QString &path) : m_file(path) {}

    /// Begins. InvalidInput: something else than a file is there. NotFound: the folder is not. Forbidden,
    /// StorageFull: the system's words are in the message.
    [[nodiscard]] Result<void> open();

    /// To write to, once open.
    [[nodiscard]] QIODevice &device() { return m_file; }

    /// Puts the file in its place; the same errors as open().
    [[nodiscard]] Result<void> finish();

private:
    [[nodiscard]] std::unexpected<Error> cannotWrite() const;

    QSaveFile m_file;
};

} // namespace seatledger
