// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/transaction.h"
#include "core/domain/error.h"
#include "core/domain/result.h"

#include <QStringView>

#include <utility>

namespace seatledger {

/// An error of the database in the person's language, where its details hold a reason that the domain knows,
/// or a constraint that speaks for itself; a name that is taken also names the form's `field`. Any other
/// error as it is.
[[nodiscard]] Error inWords(Error error);

/// transact(), with refusals in words: what every use case that writes is run by.
template <typename Work>
[[nodiscard]] auto operate(Session &session, QStringView name, Work &&work)
    -> std::invoke_result_t<Work, Session &>
{
    auto answer = transact(session, name, std::forward<Work>(work));
    if (!answer)
        answer.error() = inWords(std::move(answer.error()));
    return answer;
}

} // namespace seatledger
