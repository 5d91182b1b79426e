// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/reportrecounts.h"

#include "core/domain/monthlycost.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace seatledger {

void SeatLevel::add(const Recount &recount, const FactLicense &license, QDate day)
{
    const Seats capacity = license.capacityOn(day);
    const qint64 whole = recount.heldOn(license, day);
    ++licenses;
    here += recount.heldHereOn(license, day);
    if (capacity.isUnlimited()) {
        heldUnlimited += whole;
        return;
    }
    ++limitedLicenses;
    seats += capacity.count();
    held += whole;
    free += std::max<qint64>(0, capacity.count() - whole);
    shortSeats += std::max<qint64>(0, whole - capacity.count());
    shortLicenses += whole > capacity.count() ? 1 : 0;
}

bool isRenewed(const FactLicense &license, const Entitlement &entitlement)
{
    return std::ranges::any_of(license.entitlements, [&](const Entitlement &other) {
        return !other.isCancelled() && other.renews == entitlement.id;
    });
}

namespace {

using Rows = std::vector<ReportRow>;
using Licenses = std::vector<const FactLicense *>;

/// As many decimals as the reports have.
ReportCell percent(qint64 part, qint64 whole)
{
    return whole == 0 ? ReportCell()
                      : ReportCell(static_cast<double>((2'000 * part + whole) / (2 * whole)) / 10);
}

ReportCell limited(const Seats &seats)
{
    return seats.isUnlimited() ? ReportCell() : ReportCell(seats.count());
}

ReportCell dayOrNone(const std::optional<QDate> &day)
{
    return day ? ReportCell(*day) : ReportCell();
}

ReportCell textOrNone(const QString &text)
{
    return text.isEmpty() ? ReportCell() : ReportCell(text);
}

Rows utilisation(const Recount &recount)
{
    Rows rows;
    for (const FactLicense *license : recount.licenses()) {
        const Seats capacity = license->capacityOn(recount.asOf());
        SeatLevel level;
        level.add(recount, *license, recount.asOf());
        const qint64 held = level.held + level.heldUnlimited;
        rows.push_back(
            {{license->name, license->vendorName, license->productName, license->metric, limited(capacity),
              held, level.here, capacity.isUnlimited() ? ReportCell() : ReportCell(level.free),
              level.shortSeats, percent(level.held, level.seats)},
             ReportTarget{u"license"_s, license->id.value()}});
    }
    return rows;
}

template <typename Key>
Rows utilisationBy(const Recount &recount, const QString &entity, Key key)
{
    std::map<qint64, SeatLevel> levels;
    std::map<qint64, std::vector<ReportCell>> names;
    for (const FactLicense *license : recount.licenses()) {
        const auto [id, cells] = key(*license);
        levels[id].add(recount, *license, recount.asOf());
        names[id] = cells;
    }
    Rows rows;
    for (const auto &[id, level] : levels) {
        std::vector<ReportCell> cells = names[id];
        const bool hasLimit = level.limitedLicenses > 0;
        for (const ReportCell &cell :
             {ReportCell(level.licenses), hasLimit ? ReportCell(level.seats) : ReportCell(),
              ReportCell(level.held), ReportCell(level.heldUnlimited), ReportCell(level.here),
              hasLimit ? ReportCell(level.free) : ReportCell(), ReportCell(level.shortSeats),
              percent(level.held, level.seats)})
            cells.push_back(cell);
        rows.push_back({std::move(cells), ReportTarget{entity, id}});
    }
    return rows;
}

Rows utilisationByProduct(const Recount &recount)
{
    return utilisationBy(recount, u"product"_s, [](const FactLicense &license) {
        return std::pair(license.product.value(),
                         std::vector<ReportCell>{license.productName, license.vendorName});
    });
}

Rows utilisationByVendor(const Recount &recount)
{
    return utilisationBy(recount, u"vendor"_s, [](const FactLicense &license) {
        return std::pair(license.vendor.value(), std::vector<ReportCell>{license.vendorName});
    });
}

/// By department, 0 for none: the columns but the name.
Rows utilisationByDepartment(const Recount &recount)
{
    struct Use {
        qint64 members = 0;
        std::set<MemberId> holders;
        std::set<LicenseId> licenses;
        qint64 seats = 0;
    };
    std::map<qint64, Use> uses;
    const auto keyOf = [](const std::optional<DepartmentId> &department) {
        return department ? department->value() : 0;
    };
    for (const FactMember &member : recount.facts().members) {
        if (recount.counts(member.department) && member.status != MemberStatus::Departed)
            ++uses[keyOf(member.department)].members;
    }
    qint64 all = 0;
    for (const FactLicense *license : recount.licenses()) {
        for (const FactHolding &held : license->holdings) {
            if (!recount.counts(held.department) || !held.takesOn(recount.asOf()))
                continue;
            Use &use = uses[keyOf(held.department)];
            use.holders.insert(held.holding.member);
            use.licenses.insert(license->id);
            use.seats += held.holding.quantity.value();
            all += held.holding.quantity.value();
        }
    }
    Rows rows;
    for (const auto &[department, use] : uses)
        rows.push_back(
            {{ReportCell(), use.members, qint64(use.holders.size()), qint64(use.licenses.size()), use.seats,
              percent(use.seats, all)},
             department ? std::optional(ReportTarget{u"department"_s, department}) : std::nullopt});
    return rows;
}

Rows seatsOverTime(const Recount &recount)
{
    const ReportFilter &filter = recount.filter();
    const Licenses licenses = recount.licenses();
    const QDate first = filter.from.value_or(
        std::min(recount.asOf(), filter.until.value_or(recount.asOf())).addDays(-182));
    const QDate last = filter.until.value_or(
        std::max(recount.asOf(), filter.from.value_or(recount.asOf())).addDays(365));
    std::vector<std::pair<QDate, SeatLevel>> levels;
    for (QDate day = first; day <= last; day = day.addDays(1)) {
        SeatLevel level;
        for (const FactLicense *license : licenses)
            level.add(recount, *license, day);
        level.limitedLicenses =
            0; // a licence that loses its limit at the very moment makes no step by itself
        if (levels.empty() || levels.back().second != level)
            levels.emplace_back(day, level);
    }
    Rows rows;
    for (std::size_t i = 0; i < levels.size(); ++i) {
        const auto &[day, level] = levels[i];
        const QDate until = i + 1 < levels.size() ? levels[i + 1].first.addDays(-1) : last;
        rows.push_back({{day, until, level.seats, level.held, level.heldUnlimited, level.here, level.free,
                         level.shortLicenses, level.shortSeats}});
    }
    return rows;
}

Rows expiring(const Recount &recount)
{
    Rows rows;
    for (const FactLicense *license : recount.licenses()) {
        for (const Entitlement &bought : license->entitlements) {
            const auto last = bought.period.lastDay();
            const qint64 left = last ? recount.asOf().daysTo(*last) : -1;
            if (bought.isCancelled() || left < 0 || left > recount.filter().leadDays)
                continue;
            rows.push_back({{license->name, license->vendorName, license->productName, *last, left,
                             bought.quantity ? ReportCell(qint64(bought.quantity->value())) : ReportCell(),
                             recount.heldOn(*license, recount.asOf()),
                             isRenewed(*license, bought) ? u"renewed"_s : u"open"_s,
                             textOrNone(bought.orderNumber.text()), textOrNone(bought.supplier.text()),
                             toText(bought.billing), bought.price ? ReportCell(*bought.price) : ReportCell()},
                            ReportTarget{u"license"_s, license->id.value()}});
        }
    }
    return rows;
}

/// The first day that a forecast looks at, and the last.
std::pair<QDate, QDate> forecastSpan(const Recount &recount)
{
    const QDate first = std::max(recount.asOf(), recount.facts().today);
    return {first, recount.filter().until.value_or(first.addYears(1).addDays(-1))};
}

const Entitlement *newest(const FactLicense &license)
{
    const Entitlement *found = nullptr;
    for (const Entitlement &bought : license.entitlements) {
        if (!bought.isCancelled() && (!found || bought.period.firstDay() >= found->period.firstDay()))
            found = &bought; // they are in the order of their ids
    }
    return found;
}

/// What `seats` seats cost at the price of an entitlement, for one payment or by the month.
ReportCell priceOf(const Entitlement *bought, qint64 seats, bool byMonth)
{
    const auto monthly = bought ? monthlyPrice(*bought) : std::nullopt;
    if (!bought || !bought->price || (byMonth && !monthly))
        return {};
    const qint64 of = bought->quantity ? bought->quantity->value() : 1;
    return *bought->price->share(bought->quantity ? seats : 1, of * (byMonth ? monthly->months : 1));
}

struct Renewal {
    QDate on;
    qint64 droppable = 0;
    ReportCell saving;
};

/// What could be dropped of the entitlements that end next.
std::optional<Renewal> renewalOf(const FactLicense &license, const SeatCalendar &calendar, QDate first,
                                 QDate last)
{
    std::vector<const Entitlement *> ending;
    for (const Entitlement &bought : license.entitlements) {
        const auto end = bought.period.endDay();
        if (bought.isCancelled() || isRenewed(license, bought) || !end || *end <= first || *end > last
            || bought.period.firstDay() > first)
            continue;
        if (!ending.empty() && *end < *ending.front()->period.endDay())
            ending.clear();
        if (ending.empty() || *end == *ending.front()->period.endDay())
            ending.push_back(&bought);
    }
    if (ending.empty())
        return std::nullopt;
    const QDate lapse = *ending.front()->period.endDay();
    qint64 peak = 0;
    for (QDate day = lapse; day <= last; day = day.addDays(1)) {
        if (calendar.supplyOn(day).isUnlimited())
            return std::nullopt;
        peak = std::max(peak, calendar.demandOn(day));
    }
    qint64 seats = 0;
    for (const Entitlement *bought : ending) {
        if (!bought->quantity)
            return std::nullopt;
        seats += bought->quantity->value();
    }
    const qint64 after = SeatSupply(license.entitlements, OveragePercent::fromStored(0)).on(lapse).count();
    qint64 droppable = 0;
    while (droppable < seats
           && (after + seats - droppable - 1) * (100 + license.overage.value()) / 100 >= peak)
        ++droppable;
    if (droppable == 0)
        return std::nullopt;
    std::optional<Money> saving;
    bool hasOneCurrency = true;
    for (const Entitlement *bought : ending) {
        const auto monthly = monthlyPrice(*bought);
        if (!monthly)
            continue;
        const Money share = *monthly->price.share(droppable, seats * monthly->months);
        hasOneCurrency = hasOneCurrency && (!saving || saving->currency() == share.currency());
        saving = saving && hasOneCurrency ? *saving->plus(share) : share;
    }
    return Renewal{lapse.addDays(-1), droppable,
                   saving && hasOneCurrency ? ReportCell(*saving) : ReportCell()};
}

Rows forecast(const Recount &recount)
{
    Rows rows;
    const auto [first, last] = forecastSpan(recount);
    for (const FactLicense *license : recount.licenses()) {
        const SeatCalendar calendar = license->calendar(first);
        std::vector<SeatShortage> shortages = calendar.shortages(first);
        std::erase_if(shortages, [&](const SeatShortage &shortage) { return shortage.firstDay > last; });
        const auto renewal = renewalOf(*license, calendar, first, last);
        if (shortages.empty() && !renewal)
            continue;
        ReportRow row{{license->name, license->vendorName, license->productName,
                       limited(license->capacityOn(recount.asOf())),
                       recount.heldOn(*license, recount.asOf())},
                      ReportTarget{u"license"_s, license->id.value()}};
        if (shortages.empty()) {
            row.cells.resize(row.cells.size() + 6);
        } else {
            const SeatShortage &shortage = shortages.front();
            const Entitlement *bought = newest(*license);
            const bool endsInTime = shortage.lastDay && *shortage.lastDay < last;
            for (const ReportCell &cell :
                 {ReportCell(shortage.firstDay), ReportCell(shortage.seats),
                  endsInTime ? dayOrNone(shortage.lastDay) : ReportCell(),
                  bought ? ReportCell(toText(bought->billing)) : ReportCell(),
                  priceOf(bought, shortage.seats, false), priceOf(bought, shortage.seats, true)})
                row.cells.push_back(cell);
        }
        row.cells.push_back(renewal ? ReportCell(renewal->on) : ReportCell());
        row.cells.push_back(renewal ? ReportCell(renewal->droppable) : ReportCell());
        row.cells.push_back(renewal ? renewal->saving : ReportCell());
        rows.push_back(std::move(row));
    }
    return rows;
}

/// The rows of one month: the first has the counts, each further one the costs of one more currency.
void appendMonth(Rows &rows, QDate month, const SeatLevel &level, const MoneySum &costs)
{
    const std::vector<Money> amounts = costs.amounts();
    rows.push_back({{month, level.seats, level.held, level.shortLicenses, level.shortSeats,
                     amounts.empty() ? ReportCell() : ReportCell(amounts.front())}});
    for (std::size_t i = 1; i < amounts.size(); ++i)
        rows.push_back({{month, ReportCell(), ReportCell(), ReportCell(), ReportCell(), amounts[i]}});
}

Rows forecastByMonth(const Recount &recount)
{
    Rows rows;
    const QDate start = forecastSpan(recount).first;
    const Licenses licenses = recount.licenses();
    for (int i = 0; i < 12; ++i) {
        const QDate month = QDate(start.year(), start.month(), 1).addMonths(i);
        const QDate last = month.addMonths(1).addDays(-1);
        SeatLevel level;
        MoneySum costs;
        for (const FactLicense *license : licenses) {
            const SeatCalendar calendar = license->calendar(start);
            qint64 worst = 0;
            for (QDate day = std::max(start, month); day <= last; day = day.addDays(1)) {
                if (!calendar.supplyOn(day).isUnlimited())
                    worst = std::max(worst, calendar.demandOn(day) - calendar.supplyOn(day).count());
            }
            if (!calendar.supplyOn(last).isUnlimited()) {
                level.seats += calendar.supplyOn(last).count();
                level.held += calendar.demandOn(last);
            }
            if (worst <= 0)
                continue;
            ++level.shortLicenses;
            level.shortSeats += worst;
            if (const ReportCell cost = priceOf(newest(*license), worst, true);
                std::holds_alternative<Money>(cost))
                std::ignore = costs.add(std::get<Money>(cost));
        }
        appendMonth(rows, month, level, costs);
    }
    return rows;
}

} // namespace

std::map<ReportKind, Recounted> recountsBySeats()
{
    return {
        {ReportKind::Utilisation, utilisation},
        {ReportKind::UtilisationByProduct, utilisationByProduct},
        {ReportKind::UtilisationByVendor, utilisationByVendor},
        {ReportKind::UtilisationByDepartment, utilisationByDepartment},
        {ReportKind::SeatsOverTime, seatsOverTime},
        {ReportKind::Forecast, forecast},
        {ReportKind::ForecastByMonth, forecastByMonth},
        {ReportKind::Expiring, expiring},
    };
}

} // namespace seatledger
