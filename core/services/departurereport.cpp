// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/money.h"
#include "core/formats/wholefile.h"
#include "core/services/departureapplicationservice.h"

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

const std::array reportColumns{
    WriterColumn{u"member_number"_s},
    WriterColumn{u"member"_s},
    WriterColumn{u"kind"_s},
    WriterColumn{u"name"_s},
    WriterColumn{u"quantity"_s, ColumnKind::Count},
    WriterColumn{u"from_day"_s, ColumnKind::Day},
    WriterColumn{u"until_day"_s, ColumnKind::Day},
    WriterColumn{u"devices"_s, ColumnKind::Count},
    WriterColumn{u"monthly_cost"_s},
    WriterColumn{u"what_happened"_s},
    WriterColumn{u"receiver"_s},
};

using Line = std::array<QString, reportColumns.size()>;

/// The cells of a line; what is empty is null.
Result<void> writeLine(TableWriter &writer, const Line &texts)
{
    std::array<QByteArray, reportColumns.size()> bytes;
    std::array<WriterCell, reportColumns.size()> cells;
    for (std::size_t i = 0; i < texts.size(); ++i) {
        bytes[i] = texts[i].toUtf8();
        cells[i] = {.text = bytes[i], .isNull = texts[i].isEmpty()};
    }
    return writer.row(cells);
}

QString dayText(const std::optional<QDate> &day)
{
    return day ? day->toString(Qt::ISODate) : QString();
}

QString numberOf(const DeparturePlan &plan, MemberId member)
{
    const auto found = std::ranges::find(plan.people, member, &Member::id);
    return found == plan.people.end() ? QString() : found->number.text();
}

QString costText(const std::vector<Money> &amounts)
{
    QStringList texts;
    for (const Money &amount : amounts)
        texts.append(amount.toText() + u' ' + amount.currency().code());
    return texts.join(u", "_s);
}

Result<void> writeSeats(const DeparturePlan &plan, TableWriter &writer)
{
    for (const LeaverSeat &seat : plan.seats) {
        const Assignment &of = seat.assignment;
        const bool handed = seat.fate == SeatFate::HandOver;
        auto last = of.period.lastDay();
        if (seat.fate == SeatFate::Keep && (!last || *last > plan.lastDay))
            last = plan.lastDay;
        auto done = writeLine(
            writer, {numberOf(plan, of.member), plan.nameOf(of.member), u"seat"_s, seat.licenseName,
                     QString::number(of.quantity.value()), dayText(of.period.firstDay()), dayText(last),
                     QString::number(seat.devices), costText(seat.monthlyCost), toText(seat.fate),
                     handed && plan.successor ? plan.successor->number.text() : QString()});
        if (!done)
            return done;
    }
    return {};
}

Result<void> writeThings(const DeparturePlan &plan, TableWriter &writer)
{
    for (const LeaverThing &device : plan.devices) {
        auto done = writeLine(writer, Line{numberOf(plan, device.member),
                                           plan.nameOf(device.member),
                                           u"device"_s,
                                           device.name,
                                           {},
                                           {},
                                           plan.isAhead ? dayText(plan.lastDay) : QString(),
                                           {},
                                           {},
                                           u"released"_s,
                                           {}});
        if (!done)
            return done;
    }
    for (const LeaverThing &license : plan.owned) {
        auto done = writeLine(writer, Line{numberOf(plan, license.member),
                                           plan.nameOf(license.member),
                                           u"owned license"_s,
                                           license.name,
                                           {},
                                           {},
                                           {},
                                           {},
                                           {},
                                           plan.successor ? u"new owner"_s : u"no owner"_s,
                                           plan.successor ? plan.successor->number.text() : QString()});
        if (!done)
            return done;
    }
    return {};
}

} // namespace

Result<void> DepartureApplicationService::write(const DepartureReport &report, TableWriter &writer)
{
    if (auto begun = writer.begin(reportColumns); !begun)
        return begun;
    if (auto seats = writeSeats(report.plan, writer); !seats)
        return seats;
    if (auto things = writeThings(report.plan, writer); !things)
        return things;
    for (const WaitingRow &row : report.served) {
        auto done = writeLine(writer, Line{QString(),
                                           row.memberName,
                                           u"waiting list"_s,
                                           row.licenseName,
                                           QString::number(row.quantity),
                                           {},
                                           dayText(row.period.lastDay()),
                                           {},
                                           {},
                                           u"served"_s,
                                           {}});
        if (!done)
            return done;
    }
    return writer.finish();
}

Result<void> DepartureApplicationService::writeFile(const DepartureReport &report, const QString &path,
                                                    TableFormat format)
{
    WholeFile file(path);
    if (auto opened = file.open(); !opened)
        return opened;
    const auto writer = makeTableWriter(format, {.device = file.device(), .title = u"departure"_s});
    if (auto written = write(report, *writer); !written)
        return written;
    return file.finish();
}

} // namespace seatledger
