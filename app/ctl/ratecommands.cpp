// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/lookup.h"

using namespace Qt::StringLiterals;

namespace seatledger::ctl {

namespace {

struct RateArguments {
    std::string currency;
    std::string rate;
    std::string from;
};

Result<std::optional<QDate>> dayOf(const RateArguments &arguments)
{
    if (arguments.from.empty())
        return std::nullopt;
    const QDate day = QDate::fromString(typed(arguments.from), Qt::ISODate);
    if (day.isValid())
        return day;
    return failure(ErrorCode::InvalidInput,
                   u"\"%1\" is not a day such as 2026-01-31."_s.arg(typed(arguments.from)),
                   {{u"field"_s, u"from"_s}});
}

QJsonObject toJson(const ExchangeRate &rate)
{
    return {{u"currency"_s, rate.currency.code()},
            {u"target"_s, rate.target.code()},
            {u"from"_s, rate.validFrom.toString(Qt::ISODate)},
            {u"rate"_s, rate.rate.text()}};
}

Result<void> setCurrency(const OpenBook &book, const RateArguments &arguments)
{
    std::optional<Currency> wanted;
    if (const QString code = typed(arguments.currency); code != "none"_L1) {
        const auto currency = Currency::create(code);
        if (!currency)
            return std::unexpected(currency.error());
        wanted = *currency;
    }
    const auto set = book.services.rates.setReportCurrency(book.session, wanted);
    if (!set)
        return std::unexpected(set.error());
    book.output.done(wanted ? u"Reports are in %1 where there is a rate."_s.arg(wanted->code())
                            : u"Reports keep currencies apart."_s,
                     {{u"report_currency"_s, wanted ? QJsonValue(wanted->code()) : QJsonValue()}},
                     set->operation);
    return {};
}

Result<void> setRate(const OpenBook &book, const RateArguments &arguments)
{
    const auto currency = Currency::create(typed(arguments.currency));
    const auto rate = Rate::create(typed(arguments.rate));
    const auto day = dayOf(arguments);
    if (!currency || !rate || !day)
        return std::unexpected(!currency ? currency.error() : !rate ? rate.error() : day.error());
    const auto set = book.services.rates.set(book.session, *currency, *rate, *day);
    if (!set)
        return std::unexpected(set.error());
    book.output.done(u"1 %1 is %2 %3 from %4 on."_s.arg(set->value.currency.code(), set->value.rate.text(),
                                                        set->value.target.code(),
                                                        set->value.validFrom.toString(Qt::ISODate)),
                     toJson(set->value), set->operation);
    return {};
}

Result<void> removeRate(const OpenBook &book, const RateArguments &arguments)
{
    const auto currency = Currency::create(typed(arguments.currency));
    const auto day = dayOf(arguments);
    if (!currency || !day)
        return std::unexpected(!currency ? currency.error() : day.error());
    const auto removed = book.services.rates.remove(book.session, *currency, *day);
    if (!removed)
        return std::unexpected(removed.error());
    book.output.done(u"Removed %1 rates of %2."_s.arg(removed->value).arg(currency->code()),
                     {{u"currency"_s, currency->code()}, {u"removed"_s, removed->value}}, removed->operation);
    return {};
}

Result<void> listRates(const OpenBook &book, const RateArguments &)
{
    const auto rates = book.services.rates.list(book.session);
    const auto target = book.services.rates.reportCurrency(book.session);
    if (!rates || !target)
        return std::unexpected(!rates ? rates.error() : target.error());
    QList<QJsonObject> rows;
    for (const ExchangeRate &rate : *rates) {
        QJsonObject row = toJson(rate);
        row.insert(u"used"_s, *target && **target == rate.target);
        rows.append(row);
    }
    book.output.table({u"currency"_s, u"target"_s, u"from"_s, u"rate"_s, u"used"_s}, rows);
    return {};
}

} // namespace

void addRateCommands(CommandLine &line)
{
    const Group<RateArguments> group(line);
    RateArguments &arguments = group.arguments();
    CLI::App &family = addFamily(line, "rate",
                                 "Rates between currencies, by which reports of costs make one sum",
                                 "rate set USD 0.92 --from 2026-01-01");
    const auto addCurrency = [&](CLI::App &command, const char *description) {
        command.add_option("CURRENCY", arguments.currency, description)->required();
    };
    const auto addDay = [&](CLI::App &command, const char *description) {
        command.add_option("--from", arguments.from, description);
    };
    addCurrency(
        group.add(family, "currency", "In which currency reports are", "rate currency EUR", setCurrency),
        "ISO 4217 code; none: each amount in its own");
    CLI::App &set = group.add(family, "set", "What a unit of a currency is worth in that of the reports",
                              "rate set USD 0.92 --from 2026-01-01", setRate);
    addCurrency(set, "ISO 4217 code");
    set.add_option("RATE", arguments.rate, "Such as 0.92")->required();
    addDay(set, "From this day on, YYYY-MM-DD (today)");
    group.add(family, "list", "All rates there are", "rate list", listRates);
    CLI::App &remove = group.add(family, "remove", "Take rates back", "rate remove USD --from 2026-01-01",
                                 removeRate);
    addCurrency(remove, "ISO 4217 code");
    addDay(remove, "The one of this day (all of them)");
}

} // namespace seatledger::ctl
