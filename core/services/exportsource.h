// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/access.h"
#include "core/services/exportrequest.h"

#include <functional>
#include <span>
#include <vector>

namespace seatledger {

/// Takes the cells of one row, valid only during the call.
using ExportRowConsumer = std::function<Result<void>(std::span<const WriterCell>)>;

/// Something that is exported, with the columns that were chosen of it.
struct ExportSource {
    QString title;
    std::vector<WriterColumn> columns;
    /// Hands over all rows; answers how many.
    std::function<Result<qint64>(Session &, const ExportRowConsumer &)> stream;
};

/// The list that is asked for, as far as `access` permits it; see ExportApplicationService for what is
/// refused.
[[nodiscard]] Result<ExportSource> listSourceOf(Session &session, const Access &access,
                                                const ListExport &request, const QStringList &columns);

/// The places in `all` of the columns that were chosen by name; of all if none were. InvalidInput for a name
/// that is not there, or there twice.
[[nodiscard]] Result<std::vector<std::size_t>> chosenColumns(const QStringList &all,
                                                             const QStringList &chosen);

} // namespace seatledger
