// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/importmapping.h"
#include "core/formats/tablefile.h"

#include <QString>

namespace seatledger {

// Keys in files that are imported are never shown, written or logged: what stands in their place, and where.

/// What is shown instead of a key. Not as long as the key.
[[nodiscard]] const QString &maskedSecret();

/// Whether a heading lets expect keys, whatever the column is taken for: "Product Key", "Seriennummer", ...
[[nodiscard]] bool isSecretHeading(const QString &heading);

/// Whether the values of this column are not to be shown: it is taken for keys, is headed like them, or most
/// of its values look like them. `column` from 0.
[[nodiscard]] bool isSecretColumn(const TableFilePreview &preview, int column);
[[nodiscard]] bool isSecretColumn(const ImportMapping &mapping, const TableFilePreview &preview, int column);

/// The preview as it may be shown.
[[nodiscard]] TableFilePreview withoutSecrets(TableFilePreview preview);

} // namespace seatledger
