// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>
#include <QString>

namespace seatledger {

/// What kind of thing went wrong, independent of the wording. Front ends decide by it: the command its
/// exit code, the window what it shows, the server its HTTP status.
enum class ErrorCode {
    InvalidInput, ///< a value cannot be what it is meant to be; details name the field
    NotFound,     ///< nothing has this id, number or name
    Conflict,     ///< somebody else changed the row first, or the name is taken
    InUse,        ///< other rows still refer to it
    RuleBroken,   ///< a rule of the book refuses it (seats, transitions, dates); details hold the reason
    Forbidden,    ///< the person signed in may not do this
    Offline,      ///< the database cannot be reached or went away
    Busy,         ///< it lost against concurrent work, again and again; trying once more may help
    StorageFull,  ///< the disk of the database or of the file is full
    Cancelled,    ///< the person cancelled it; nothing is shown and nothing was done
    VersionMismatch, ///< the database's schema is newer or older than this program
    Internal,     ///< a defect of the program
};

/// One failure, in words a person can act on: what, where and what to do.
/// `details` carries the facts behind the sentence for machines (a reason, a day, a number of seats).
struct Error {
    ErrorCode code = ErrorCode::Internal;
    QString message;
    QJsonObject details;
};

/// The stable name of a code, as printed in JSON output: `rule_broken`, `not_found`, ...
QString errorCodeName(ErrorCode code);

} // namespace seatledger
