// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/error.h"

namespace seatledger {

using namespace Qt::StringLiterals;

QString errorCodeName(ErrorCode code)
{
    switch (code) {
    case ErrorCode::InvalidInput:
        return u"invalid_input"_s;
    case ErrorCode::NotFound:
        return u"not_found"_s;
    case ErrorCode::Conflict:
        return u"conflict"_s;
    case ErrorCode::InUse:
        return u"in_use"_s;
    case ErrorCode::RuleBroken:
        return u"rule_broken"_s;
    case ErrorCode::Forbidden:
        return u"forbidden"_s;
    case ErrorCode::Offline:
        return u"offline"_s;
    case ErrorCode::Busy:
        return u"busy"_s;
    case ErrorCode::StorageFull:
        return u"storage_full"_s;
    case ErrorCode::Cancelled:
        return u"cancelled"_s;
    case ErrorCode::VersionMismatch:
        return u"version_mismatch"_s;
    case ErrorCode::Internal:
        break;
    }
    return u"internal"_s;
}

} // namespace seatledger
