// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"
#include "core/signing/signature.h"

#include <QString>

namespace seatledger::server {

/// The private key that this server signs licence files with. It is read from its file each time, so that a
/// changed key counts at once. Thread-safe.
class LicenseFileKeys final
{
public:
    /// The file; if empty, that of the account, which is made with its first use.
    explicit LicenseFileKeys(QString path) : m_path(std::move(path)) {}

    /// Errors as of readKeyFile().
    [[nodiscard]] Result<SigningKey> current() const;

private:
    const QString m_path;
};

} // namespace seatledger::server
