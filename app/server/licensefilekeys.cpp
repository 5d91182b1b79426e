// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/licensefilekeys.h"

#include "core/signing/keyfile.h"
#include "core/signing/signedfile.h"

namespace seatledger::server {

Result<SigningKey> LicenseFileKeys::current() const
{
    return m_path.isEmpty() ? readOrMakeKeyFile(defaultLicenseKeyFile()) : readKeyFile(m_path);
}

} // namespace seatledger::server
