// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"
#include "ui/shell/tour.h"

#include <QString>
#include <QStringList>

#include <optional>

namespace seatledger::desktop {

/// What the command line asks for.
struct Options {
    QString workspace;           ///< a name or a folder
    QString database;            ///< an address as psql takes it; without both, the program knows or asks
    std::optional<TourOptions> tour; ///< take pictures and exit
};

/// Reads the arguments; `--help` and `--version` are answered and end the program. InvalidInput for what
/// makes no sense.
[[nodiscard]] Result<Options> readOptions(const QStringList &arguments);

} // namespace seatledger::desktop
