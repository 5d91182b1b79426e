// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/error.h"

#include <expected>
#include <utility>

namespace seatledger {

/// What every function that can fail returns: the value, or one Error. Nothing in the core throws.
template <typename T>
using Result = std::expected<T, Error>;

/// Shorthand for the failing branch: `return failure(ErrorCode::NotFound, ...)`.
inline std::unexpected<Error> failure(ErrorCode code, QString message, QJsonObject details = {})
{
    return std::unexpected(Error{code, std::move(message), std::move(details)});
}

} // namespace seatledger
