// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/context.h"

namespace seatledger::ctl {

[[nodiscard]] QString inBase64(const QByteArray &bytes);

/// Prints the public key of the signing key in the file, which is made if there is none.
[[nodiscard]] Result<void> showPublicKey(Context &context, const QString &keyFile);

} // namespace seatledger::ctl
