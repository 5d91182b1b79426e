// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/connection.h"
#include "core/db/query.h"
#include "core/db/transaction.h"

#include <QString>
#include <QStringView>

#include <functional>
#include <type_traits>
#include <utility>

namespace seatledger {

/// Runs `work` (Session & -> Result<T>), which only reads, on one state of the book whatever others write
/// meanwhile. Inside an open transaction it joins that one and sees what that sees.
template <typename Work>
[[nodiscard]] auto readSnapshot(Session &session, QStringView name, Work &&work)
    -> std::invoke_result_t<Work, Session &>
{
    const bool outermost = !session.connection().inTransaction();
    return transact(session, name, [&](Session &inside) -> std::invoke_result_t<Work, Session &> {
        if (outermost) {
            Query isolation(inside,
                            QStringLiteral("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY"));
            if (auto set = isolation.exec(); !set)
                return std::unexpected(std::move(set).error());
        }
        return std::invoke(work, inside);
    });
}

} // namespace seatledger
