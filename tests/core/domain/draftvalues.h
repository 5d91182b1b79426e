// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QStringList>

namespace seatledger::testing {

/// The fields that a draft was refused for, in alphabetical order; empty if it was taken.
template <typename T>
QStringList refusedFields(const Result<T> &result)
{
    if (result || result.error().code != ErrorCode::InvalidInput)
        return {};
    return result.error().details.value(QLatin1StringView("fields")).toObject().keys();
}

} // namespace seatledger::testing
