// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/exchangeraterepository.h"

#include "core/db/query.h"

using namespace Qt::StringLiterals;

namespace seatledger {

Result<std::optional<Currency>> ExchangeRateRepository::reportCurrency(Session &session) const
{
    return Query(session,
                 u"SELECT value FROM seatledger.setting WHERE name = 'report_currency' AND value <> ''"_s)
        .first([](const Row &row) { return Currency::fromStored(row.text("value")); });
}

Result<void> ExchangeRateRepository::setReportCurrency(Session &session,
                                                       const std::optional<Currency> &currency) const
{
    const QString code = currency ? currency->code() : QString(u""_s);
    Query update(session, u"UPDATE seatledger.setting SET value = $1 WHERE name = 'report_currency'"_s);
    if (auto updated = update.bind(code).exec(); !updated || update.rowsAffected() > 0)
        return updated;
    return Query(session,
                 u"INSERT INTO seatledger.setting (name, value, note) VALUES ('report_currency', $1, "
                 "'The currency that reports convert amounts to; none if empty.')"_s)
        .bind(code)
        .exec();
}

Result<std::vector<ExchangeRate>> ExchangeRateRepository::list(Session &session) const
{
    // What a hand wrote by plain SQL with more digits than Rate keeps is rounded to them for this list.
    return Query(
               session,
               u"SELECT currency, target, valid_from, trim_scale(rate)::text AS rate FROM "
               "seatledger.exchange_rate WHERE withdrawn_at IS NULL ORDER BY currency, target, valid_from"_s)
        .all([](const Row &row) {
            const auto rate = Rate::create(row.text("rate"));
            return ExchangeRate{Currency::fromStored(row.text("currency")),
                                Currency::fromStored(row.text("target")), row.date("valid_from"),
                                rate ? *rate : *Rate::create(QString::number(row.real("rate"), 'f', 6))};
        });
}

Result<void> ExchangeRateRepository::set(Session &session, const ExchangeRate &rate) const
{
    return Query(session, u"INSERT INTO seatledger.exchange_rate (currency, target, valid_from, rate) "
                          "VALUES ($1, $2, $3, $4::numeric) "
                          "ON CONFLICT (currency, target, valid_from) WHERE withdrawn_at IS NULL "
                          "DO UPDATE SET rate = excluded.rate"_s)
        .bind(rate.currency.code())
        .bind(rate.target.code())
        .bind(rate.validFrom)
        .bind(rate.rate.text())
        .exec();
}

Result<qint64> ExchangeRateRepository::withdraw(Session &session, Currency currency, Currency target,
                                                const std::optional<QDate> &validFrom) const
{
    Query update(session,
                 u"UPDATE seatledger.exchange_rate SET withdrawn_at = now() WHERE withdrawn_at IS NULL AND "
                 "currency = $1 AND target = $2 AND ($3::date IS NULL OR valid_from = $3)"_s);
    auto done = update.bind(currency.code()).bind(target.code()).bind(validFrom).exec();
    return done ? Result<qint64>(update.rowsAffected()) : std::unexpected(std::move(done).error());
}

} // namespace seatledger
