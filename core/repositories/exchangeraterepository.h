// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/exchangerate.h"
#include "core/domain/result.h"

#include <QDate>

#include <optional>
#include <vector>

namespace seatledger {

/// Keeps the currency of reports and the rates into it. Stateless; a function per statement, in the thread of
/// its session. Changes are booked on the session's operation.
class ExchangeRateRepository final
{
public:
    /// The currency that amounts in reports are converted to; none: each stays in its own.
    [[nodiscard]] Result<std::optional<Currency>> reportCurrency(Session &session) const;
    [[nodiscard]] Result<void> setReportCurrency(Session &session,
                                                 const std::optional<Currency> &currency) const;

    /// Those that count, by currencies and days.
    [[nodiscard]] Result<std::vector<ExchangeRate>> list(Session &session) const;

    /// Adds it, or puts it in the place of the one of that day.
    [[nodiscard]] Result<void> set(Session &session, const ExchangeRate &rate) const;

    /// Those of one day, or of all days, do not count any more. Answers how many there were.
    [[nodiscard]] Result<qint64> withdraw(Session &session, Currency currency, Currency target,
                                          const std::optional<QDate> &validFrom) const;
};

} // namespace seatledger
