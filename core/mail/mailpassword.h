// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QString>

#include <optional>

namespace seatledger {

/// The password of the mail server for processes that nobody sits in front of: the first line of the file
/// that SEATLEDGER_SMTP_PASSWORD_FILE names, or of systemd's credential `seatledger-smtp-password`. None if
/// neither is there. InvalidInput if the file cannot be read, is empty, or may be read by everybody.
[[nodiscard]] Result<std::optional<QString>> unattendedMailPassword();

} // namespace seatledger
