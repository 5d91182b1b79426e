// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"
#include "core/signing/signature.h"

#include <QString>

namespace seatledger {

/// Where this account keeps the key that it signs anchors with: `<config folder>/seatledger/anchor.key`; the
/// environment variable `SEATLEDGER_HOME` puts it into that folder.
[[nodiscard]] QString defaultKeyFile();

/// Reads a private key. NotFound if there is no such file; Forbidden if it cannot be read, or if others could
/// read it, too: such a key proves nothing; InvalidInput if it holds something else.
[[nodiscard]] Result<SigningKey> readKeyFile(const QString &path);

/// The same; the first time, makes the key, its file (mode 0600, whole or not at all) and its folder. Several
/// programs that do so at once get the same key. StorageFull, Forbidden if it cannot be written.
[[nodiscard]] Result<SigningKey> readOrMakeKeyFile(const QString &path);

/// What changeKeyFile() did.
struct ChangedKey {
    SigningKey key; ///< the new one
    QString kept; ///< the file that the one before is in now; empty if there was none
};

/// Puts a new key in the place of the one in the file, at once: who reads the file gets one or the other. The
/// one before stays beside it under a name made of its public key, for who wants to go back. Errors as of
/// readOrMakeKeyFile(); then the file is as it was.
[[nodiscard]] Result<ChangedKey> changeKeyFile(const QString &path);

} // namespace seatledger
