// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDateTime>
#include <QString>

namespace seatledger {

/// One message of plain text to one address. A plain value.
struct MailMessage {
    QString from;          ///< an address
    QString fromName = {}; ///< empty: none
    QString to;            ///< an address
    QString toName = {};
    QString subject;
    QString body;      ///< lines end with a line feed
    QString messageId; ///< without the angle brackets
    QDateTime at;
};

/// The message as it goes over the wire: MIME, UTF-8, base64, lines of at most 76 characters that end with
/// CR LF. Subjects and names that are not plain ASCII become encoded words (RFC 2047) that are never cut
/// inside of a character. Line breaks and other control characters in what becomes a header are blanks there,
/// so that no name can add a header. Says that it was written by a program, so that no absence note answers.
[[nodiscard]] QByteArray mimeText(const MailMessage &message);

} // namespace seatledger
