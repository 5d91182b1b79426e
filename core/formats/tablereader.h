// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"
#include "core/formats/tableformat.h"
#include "core/formats/tablerow.h"

#include <functional>

class QIODevice;

namespace seatledger {

/// Reads the rows of a device, open for reading, from where it stands to its end: TableFile for what is no
/// file.
class TableReader final
{
public:
    /// See TableFile::read().
    [[nodiscard]] static Result<qint64> read(QIODevice &device, const TableFileFormat &format,
                                             const std::function<Result<void>(const TableRow &)> &consume,
                                             const std::function<void(qint64)> &progress = {});
};

} // namespace seatledger
