// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/notice.h"
#include "core/domain/result.h"
#include "core/mail/mailmessage.h"

#include <QString>

#include <functional>

namespace seatledger {

/// A mail server and how one signs in there. Lives as long as it is needed; the password is in no log, no
/// error and no argument of a process.
struct SmtpServer {
    MailSettings settings;
    QString password = {};
    QString authorityFile = {}; ///< certificates to trust instead of the system's; empty: the system's
    int connectSeconds = 15;
    int totalSeconds = 60;
};

/// What SEATLEDGER_SMTP_CA_FILE names, for a server whose authority the system does not know; or empty.
[[nodiscard]] QString smtpAuthorityFile();

/// Sends one message and answers what the server said when it took it. Blocks up to `totalSeconds`;
/// `isCancelled` is asked now and then meanwhile. Certificates are checked, also with STARTTLS, which is
/// never given up for an open connection.
///
/// Failures carry `details.reason`: unknown_host, unreachable, untrusted, no_tls, lost, timeout (all
/// Offline), refused_login (Forbidden), refused (RuleBroken; with `final` true where trying again is no use),
/// and `details.answer`, what the server said last. The message says it in one sentence.
[[nodiscard]] Result<QString> sendMail(const SmtpServer &server, const MailMessage &message,
                                       const std::function<bool()> &isCancelled = {});

} // namespace seatledger
