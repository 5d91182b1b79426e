// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/auditanchor.h"
#include "core/domain/result.h"

#include <QByteArray>
#include <QString>

namespace seatledger {

/// A signed anchor as JSON: `format`, `anchor` with its facts, `public_key` and `signature` in Base64. The
/// signature is over `anchor` in its canonical form (RFC 8785), so that other tools can check it.
[[nodiscard]] QByteArray anchorDocument(const SignedAnchor &anchor);

/// Reads one back, however it is laid out. InvalidInput, with the field in the details if it is one, for
/// anything that is no anchor. Whether the signature is right is not asked here.
[[nodiscard]] Result<SignedAnchor> readAnchorDocument(const QByteArray &document);

enum class ExistingFile { Keep, Replace };

/// Writes it to a file, whole or not at all. Conflict, reason `file_exists`, if there is one and it is to be
/// kept: an older anchor is worth as much as a new one. NotFound, Forbidden or StorageFull if it cannot be
/// written.
[[nodiscard]] Result<void> writeAnchorFile(const QString &path, const SignedAnchor &anchor,
                                           ExistingFile existing);

/// Reads it from a file. NotFound or Forbidden if that cannot be read.
[[nodiscard]] Result<SignedAnchor> readAnchorFile(const QString &path);

} // namespace seatledger
