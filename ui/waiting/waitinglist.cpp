// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/waiting/waitinglist.h"

#include "ui/book/historyentries.h"
#include "ui/common/models/listqueries.h"

#include <QCoreApplication>
#include <QLocale>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("WaitingList", source);
}

QVariant quiet(const WaitingRow &, int role)
{
    return role == ToneRole ? QVariant(static_cast<int>(Tone::TextMuted)) : QVariant();
}

QVariant memberCell(const WaitingRow &row, int role)
{
    return role == SecondaryRole ? QVariant(row.department) : QVariant();
}

QVariant stateCell(const WaitingRow &row, int role)
{
    return role == CellRole ? QVariant::fromValue(badgeOf(row.state)) : QVariant();
}

QString placeText(const WaitingRow &row)
{
    return row.place > 0 ? QLocale().toString(row.place) : QString();
}

QString untilText(const WaitingRow &row)
{
    const auto last = row.period.lastDay();
    return last ? displayDay(*last) : text(QT_TRANSLATE_NOOP("WaitingList", "open"));
}

} // namespace

Badge badgeOf(WaitingState state)
{
    switch (state) {
    case WaitingState::Filled:
        return {displayText(state), Tone::Success, u"circle-check"_s};
    case WaitingState::Withdrawn:
        return {displayText(state), Tone::TextMuted, u"ban"_s};
    case WaitingState::Waiting:
        break;
    }
    return {displayText(state), Tone::Accent, u"hourglass"_s};
}

QString wishText(const WaitingRow &row, QDate today)
{
    QStringList parts;
    if (row.quantity > 1)
        parts += QCoreApplication::translate("WaitingList", "%Ln seats", nullptr, row.quantity);
    if (row.period.firstDay() > today)
        parts += QCoreApplication::translate("WaitingList", "from %1").arg(displayDay(row.period.firstDay()));
    if (const auto last = row.period.lastDay())
        parts += QCoreApplication::translate("WaitingList", "until %1").arg(displayDay(*last));
    return parts.join(u' ');
}

std::vector<Entry> waitingEntries(const std::vector<WaitingRow> &rows, QDate today)
{
    std::vector<Entry> entries;
    for (const WaitingRow &row : rows) {
        QStringList detail;
        if (const QString wish = wishText(row, today); !wish.isEmpty())
            detail += wish;
        detail += QCoreApplication::translate("WaitingList", "asked %1")
                      .arg(momentText(row.askedAt, QDateTime::currentDateTimeUtc()));
        entries.push_back({.id = row.id.value(),
                           .title = QLocale().toString(row.place) + u". "_s + row.memberName,
                           .detail = detail.join(u" · "_s),
                           .iconName = u"hourglass"_s});
    }
    return entries;
}

WaitingSort waitingSort(const QString &columnKey)
{
    return columnKey == "asked"_L1 ? WaitingSort::ByTurn : WaitingSort::ByLicense;
}

WaitingPages *makeWaitingSource(BookAccess access, const WaitingFilter &filter, QObject *parent)
{
    return new WaitingPages(listQueries<WaitingRow, WaitingFilter, WaitingSort>(
                                access.executor, access.services.waiting, &WaitingRepository::entries,
                                &WaitingRepository::entryAnchors, &WaitingRepository::entryCount,
                                waitingSort),
                            {u"license"_s, Qt::AscendingOrder}, filter, parent);
}

std::vector<TableColumn<WaitingRow>> waitingColumns()
{
    using Column = TableColumn<WaitingRow>;
    std::vector<Column> columns;
    columns.push_back(Column(u"license"_s, text(QT_TRANSLATE_NOOP("WaitingList", "Licence")),
                             [](const WaitingRow &row) { return row.licenseName; })
                          .wide(168)
                          .yielding(130)
                          .growing());
    columns.push_back(Column(u"place"_s, text(QT_TRANSLATE_NOOP("WaitingList", "Place")), placeText)
                          .wide(58)
                          .onTheRight()
                          .unsortable());
    columns.push_back(Column(u"member"_s, text(QT_TRANSLATE_NOOP("WaitingList", "Member")),
                             [](const WaitingRow &row) { return row.memberName; })
                          .wide(140)
                          .yielding(120)
                          .growing(2)
                          .with(memberCell)
                          .unsortable());
    columns.push_back(Column(u"quantity"_s, text(QT_TRANSLATE_NOOP("WaitingList", "Seats")),
                             [](const WaitingRow &row) { return QLocale().toString(row.quantity); })
                          .wide(54)
                          .onTheRight()
                          .unsortable());
    columns.push_back(Column(u"first_day"_s, text(QT_TRANSLATE_NOOP("WaitingList", "From")),
                             [](const WaitingRow &row) { return displayDay(row.period.firstDay()); })
                          .wide(92)
                          .with(quiet)
                          .unsortable());
    columns.push_back(Column(u"last_day"_s, text(QT_TRANSLATE_NOOP("WaitingList", "Until")), untilText)
                          .wide(88)
                          .with(quiet)
                          .unsortable()
                          .hiddenAtFirst());
    columns.push_back(
        Column(u"asked"_s, text(QT_TRANSLATE_NOOP("WaitingList", "Asked")),
               [](const WaitingRow &row) { return momentText(row.askedAt, QDateTime::currentDateTimeUtc()); })
            .wide(112)
            .yielding(96)
            .with(quiet));
    columns.push_back(Column(u"state"_s, text(QT_TRANSLATE_NOOP("WaitingList", "State")),
                             [](const WaitingRow &row) { return displayText(row.state); })
                          .wide(112)
                          .with(stateCell)
                          .unsortable());
    return columns;
}

} // namespace seatledger
