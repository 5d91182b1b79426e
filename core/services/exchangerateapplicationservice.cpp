// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/exchangerateapplicationservice.h"

#include "core/domain/period.h"
#include "core/services/refusalinwords.h"

#include <QCoreApplication>

#include <utility>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("services", source);
}

std::unexpected<Error> wrongField(const QString &field, const QString &message)
{
    return failure(ErrorCode::InvalidInput, message, {{u"field"_s, field}});
}

} // namespace

ExchangeRateApplicationService::ExchangeRateApplicationService(const ExchangeRateRepository &rates,
                                                               const OperationRepository &operations,
                                                               const AccessApplicationService &access)
    : m_rates(rates), m_operations(operations), m_access(access)
{}

Result<std::optional<Currency>> ExchangeRateApplicationService::reportCurrency(Session &session) const
{
    return m_rates.reportCurrency(session);
}

Result<std::vector<ExchangeRate>> ExchangeRateApplicationService::list(Session &session) const
{
    return m_rates.list(session);
}

Result<OperationId> ExchangeRateApplicationService::begin(Session &session, const QString &summary) const
{
    if (auto may = m_access.require(session, Action::ManageSettings); !may)
        return std::unexpected(std::move(may).error());
    return m_operations.begin(session, u"set_rates"_s, summary);
}

Result<Booked<std::optional<Currency>>> ExchangeRateApplicationService::setReportCurrency(
    Session &session, const std::optional<Currency> &currency) const
{
    return operate(
        session, u"set report currency", [&](Session &) -> Result<Booked<std::optional<Currency>>> {
            const QString summary = currency ? text(QT_TRANSLATE_NOOP("services", "Report in %1"))
                                                   .arg(currency->code())
                                             : text(QT_TRANSLATE_NOOP("services", "Report in each currency"));
            const auto operation = begin(session, summary);
            if (!operation)
                return std::unexpected(operation.error());
            if (auto set = m_rates.setReportCurrency(session, currency); !set)
                return std::unexpected(std::move(set).error());
            return Booked<std::optional<Currency>>{currency, *operation};
        });
}

Result<Currency> ExchangeRateApplicationService::targetFor(Session &session, Currency currency) const
{
    const auto target = m_rates.reportCurrency(session);
    if (!target)
        return std::unexpected(target.error());
    if (!*target)
        return wrongField(
            u"report_currency"_s,
            text(QT_TRANSLATE_NOOP("services", "Say first in which currency reports are to be.")));
    if (**target == currency)
        return wrongField(
            u"currency"_s,
            text(QT_TRANSLATE_NOOP("services", "Reports are in %1: it needs no rate.")).arg(currency.code()));
    return **target;
}

Result<Booked<ExchangeRate>> ExchangeRateApplicationService::set(Session &session, Currency currency,
                                                                 const Rate &rate,
                                                                 const std::optional<QDate> &validFrom) const
{
    return operate(session, u"set rate", [&](Session &) -> Result<Booked<ExchangeRate>> {
        const auto operation = begin(
            session, text(QT_TRANSLATE_NOOP("services", "Set the rate of %1")).arg(currency.code()));
        if (!operation)
            return std::unexpected(operation.error());
        const auto target = targetFor(session, currency);
        if (!target)
            return std::unexpected(target.error());
        const auto day = validFrom ? Result<QDate>(*validFrom) : m_operations.today(session);
        if (!day)
            return std::unexpected(day.error());
        if (*day < Period::earliestDay() || *day > Period::latestDay())
            return wrongField(
                u"valid_from"_s,
                text(QT_TRANSLATE_NOOP("services", "A rate counts from a day between 1970 and 2199 on.")));
        const ExchangeRate made{currency, *target, *day, rate};
        if (auto written = m_rates.set(session, made); !written)
            return std::unexpected(std::move(written).error());
        return Booked<ExchangeRate>{made, *operation};
    });
}

Result<Booked<qint64>> ExchangeRateApplicationService::remove(Session &session, Currency currency,
                                                              const std::optional<QDate> &validFrom) const
{
    return operate(session, u"remove rate", [&](Session &) -> Result<Booked<qint64>> {
        const auto operation = begin(
            session, text(QT_TRANSLATE_NOOP("services", "Remove rates of %1")).arg(currency.code()));
        if (!operation)
            return std::unexpected(operation.error());
        const auto target = targetFor(session, currency);
        if (!target)
            return std::unexpected(target.error());
        const auto removed = m_rates.withdraw(session, currency, *target, validFrom);
        if (!removed)
            return std::unexpected(removed.error());
        if (*removed == 0)
            return failure(
                ErrorCode::NotFound,
                text(QT_TRANSLATE_NOOP("services", "There is no such rate of %1.")).arg(currency.code()),
                {{u"field"_s, u"currency"_s}});
        return Booked<qint64>{*removed, *operation};
    });
}

} // namespace seatledger
