// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/exchangerate.h"
#include "core/domain/result.h"
#include "core/repositories/exchangeraterepository.h"
#include "core/repositories/operationrepository.h"
#include "core/services/accessapplicationservice.h"
#include "core/services/booked.h"

#include <QDate>

#include <optional>
#include <vector>

namespace seatledger {

/// Says in which currency reports of costs are, and by which rates. Without a currency of reports amounts
/// stay apart, each in its own; so do those whose currency has no rate. Stateless apart from its
/// repositories; use it in the thread of the session. Changes need Action::ManageSettings, each is one
/// operation.
class ExchangeRateApplicationService final
{
public:
    ExchangeRateApplicationService(const ExchangeRateRepository &rates, const OperationRepository &operations,
                                   const AccessApplicationService &access);

    [[nodiscard]] Result<std::optional<Currency>> reportCurrency(Session &session) const;
    [[nodiscard]] Result<std::vector<ExchangeRate>> list(Session &session) const;

    [[nodiscard]] Result<Booked<std::optional<Currency>>> setReportCurrency(
        Session &session, const std::optional<Currency> &currency) const;

    /// What a unit of `currency` is worth in the currency of reports from `validFrom` on (none is today); in
    /// place of the rate of that day. InvalidInput without a currency of reports, and for that currency
    /// itself.
    [[nodiscard]] Result<Booked<ExchangeRate>> set(Session &session, Currency currency, const Rate &rate,
                                                   const std::optional<QDate> &validFrom = {}) const;

    /// Takes back the rate of a day, or all of `currency`; answers how many. NotFound if there is none.
    [[nodiscard]] Result<Booked<qint64>> remove(Session &session, Currency currency,
                                                const std::optional<QDate> &validFrom = {}) const;

private:
    [[nodiscard]] Result<Currency> targetFor(Session &session, Currency currency) const;
    [[nodiscard]] Result<OperationId> begin(Session &session, const QString &summary) const;

    const ExchangeRateRepository &m_rates;
    const OperationRepository &m_operations;
    const AccessApplicationService &m_access;
};

} // namespace seatledger
