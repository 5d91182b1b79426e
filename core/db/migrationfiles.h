// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QByteArray>
#include <QString>

#include <vector>

namespace seatledger {

/// One numbered step of the schema and its way back, as found in a folder of migrations.
struct Migration {
    int version = 0;     ///< NNNN of the file's name
    QString name;        ///< what follows the number
    QString up;          ///< the script forward
    QString down;        ///< the script back
    QByteArray checksum; ///< SHA-256 of the file forward, in hex
    bool upInTransaction = true;
    bool downInTransaction = true;
    bool expands = false; ///< programs that do not know it work on beside it

    /// `0003_assignments`, for messages.
    [[nodiscard]] QString title() const;
};

/// What the first line of a script says of it, after `-- seatledger:` and separated by commas: `no
/// transaction` (one single statement, such as an index made CONCURRENTLY, which runs outside of one) and,
/// forward only, `expands`.
///
/// Reads all `NNNN_name.up.sql` of a folder with their `.down.sql`, in order. Internal when a number is
/// missing or given twice, a way back is missing, or a name is not of that form: the folder is part of the
/// program.
[[nodiscard]] Result<std::vector<Migration>> readMigrations(const QString &folder);

} // namespace seatledger
