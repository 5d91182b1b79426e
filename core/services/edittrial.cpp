// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/edittrial.h"

using namespace Qt::StringLiterals;

namespace seatledger {

bool isEditRefusal(const Error &error)
{
    switch (error.code) {
    case ErrorCode::InvalidInput:
    case ErrorCode::InUse:
    case ErrorCode::RuleBroken:
    case ErrorCode::Forbidden:
        return true;
    case ErrorCode::Conflict:
        return !error.details.contains("current_version"_L1);
    default:
        return false;
    }
}

} // namespace seatledger
