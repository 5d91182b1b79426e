// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/licensefile.h"
#include "core/domain/result.h"
#include "core/signing/signature.h"

#include <QByteArray>
#include <QByteArrayView>

namespace seatledger {

// A licence file is text of ASCII lines, good for mail and clipboards:
//
//     -----BEGIN SEATLEDGER LICENSE FILE-----
//     base 64 of the content as JSON, 64 characters a line
//     -----SIGNED ED25519-----
//     base 64 of the signature of "seatledger-license-file-1", a line feed and the JSON
//     -----END SEATLEDGER LICENSE FILE-----
//
// Surrounding text and line ends of any kind do not matter.

/// The file, signed.
[[nodiscard]] QByteArray signedLicenseFile(const LicenseFileContent &content, const SigningKey &key);

/// What the file says, if the owner of `publicKey` signed exactly that. InvalidInput with a reason:
/// `file_malformed`, or `file_forged` for a changed file and for one that somebody else signed. Whether it
/// counts here and now is checkUse()'s to say.
[[nodiscard]] Result<LicenseFileContent> readLicenseFile(QByteArrayView text, QByteArrayView publicKey);

/// Where this account keeps the key that licence files are signed with: `licensefile.key` beside
/// defaultKeyFile().
[[nodiscard]] QString defaultLicenseKeyFile();

} // namespace seatledger
