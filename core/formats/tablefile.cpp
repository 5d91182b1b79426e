// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/tablefile.h"

using namespace Qt::StringLiterals;

namespace seatledger {

Result<TableFilePreview> TableFile::preview(const QString &, const TableFileChoice &, int)
{
    return failure(ErrorCode::Internal, u"not yet"_s);
}

Result<qint64> TableFile::read(const QString &, const TableFileFormat &,
                               const std::function<Result<void>(const TableRow &)> &,
                               const std::function<void(qint64)> &)
{
    return failure(ErrorCode::Internal, u"not yet"_s);
}

} // namespace seatledger
