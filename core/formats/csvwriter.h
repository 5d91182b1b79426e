// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"
#include "core/formats/csvtext.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <span>

class QIODevice;

namespace seatledger {

/// Writes CSV (RFC 4180, UTF-8 with byte order mark, CRLF) to a device, in large pieces and constant memory.
/// What CsvReader reads from it are the same texts.
class CsvWriter final
{
public:
    /// Buffers the byte order mark; `device`, open for writing, must outlive it.
    explicit CsvWriter(QIODevice &device);

    /// Writes a row of texts; a row without cells is an error of the caller.
    [[nodiscard]] Result<void> row(const QStringList &texts);

    /// One cell of the current row, UTF-8; then `endRow()`.
    void cell(QByteArrayView text, CsvCell kind);
    void emptyCell();
    [[nodiscard]] Result<void> endRow();

    /// Hands over what is still buffered. StorageFull if the device has no room, Forbidden if it takes
    /// nothing for another reason.
    [[nodiscard]] Result<void> finish();

private:
    void separate();

    QIODevice &m_device;
    QByteArray m_buffer;
    qsizetype m_rowStart = 0;
    bool m_rowBegun = false;
};

} // namespace seatledger
