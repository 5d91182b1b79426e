// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/licenses/licenselist.h"

#include "core/domain/period.h"
#include "core/domain/seatcalendar.h"
#include "ui/book/badges.h"
#include "ui/common/models/listqueries.h"

#include <QCoreApplication>
#include <QLocale>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

QVariant quiet(const LicenseRow &, int role)
{
    return role == ToneRole ? QVariant(static_cast<int>(Tone::TextMuted)) : QVariant();
}

QVariant nameCell(const LicenseRow &row, int role)
{
    return role == SecondaryRole ? QVariant(row.vendor) : QVariant();
}

QVariant seatCell(const LicenseRow &row, int role)
{
    if (role == CellRole)
        return QVariant::fromValue(seatFigures(row));
    return role == Qt::AccessibleTextRole
               ? QVariant(QString(seatFigures(row).shortText() + u", "_s + seatFigures(row).leftText()))
               : QVariant();
}

QVariant freeCell(const LicenseRow &row, int role)
{
    if (row.capacity.isUnlimited())
        return {};
    const qint64 free = row.capacity.count() - row.promised;
    const bool isShort = row.held > row.capacity.count();
    if (role == Qt::ToolTipRole && free < 0 && !isShort)
        return QCoreApplication::translate("LicenseList",
                                           "%Ln more are promised for later than there are seats today.",
                                           nullptr, static_cast<int>(-free));
    if (role != ToneRole)
        return {};
    return static_cast<int>(isShort ? Tone::Danger : free <= 0 ? Tone::TextMuted : Tone::Text);
}

QVariant overageCell(const LicenseRow &row, int role)
{
    return role == Qt::EditRole ? QVariant(QString::number(row.overagePercent)) : quiet(row, role);
}

QVariant noteCell(const LicenseRow &row, int role)
{
    if (role == Qt::EditRole)
        return row.note;
    return role == Qt::ToolTipRole && !row.note.isEmpty() ? QVariant(row.note) : quiet(row, role);
}

QString freeText(const LicenseRow &row)
{
    return row.capacity.isUnlimited() ? u"∞"_s : QLocale().toString(row.capacity.count() - row.promised);
}

QVariant stateCell(const LicenseRow &row, int role)
{
    return role == CellRole ? QVariant::fromValue(badgeOf(row.state)) : QVariant();
}

} // namespace

SeatFigures seatFigures(const LicenseRow &row)
{
    SeatFigures figures{.used = row.held, .supply = std::nullopt};
    if (!row.capacity.isUnlimited()) {
        figures.supply = row.capacity.count();
        figures.lowBelow = row.lowSeatThreshold.value_or(0);
        figures.overage = SeatSupply::overageWithin(*figures.supply,
                                                    OveragePercent::fromStored(row.overagePercent));
        figures.reserved = std::clamp<qint64>(row.promised - row.held, 0,
                                              std::max<qint64>(0, row.capacity.count() - row.held));
    }
    return figures;
}

LicenseSort licenseSort(const QString &columnKey)
{
    if (columnKey == "held"_L1)
        return LicenseSort::ByHeld;
    if (columnKey == "free"_L1)
        return LicenseSort::ByFree;
    if (columnKey == "product"_L1)
        return LicenseSort::ByProduct;
    if (columnKey == "term"_L1)
        return LicenseSort::ByTerm;
    if (columnKey == "state"_L1)
        return LicenseSort::ByState;
    return columnKey == "lapse"_L1 ? LicenseSort::ByLapse : LicenseSort::ByName;
}

LicenseSource *makeLicenseSource(BookAccess access, const LicenseFilter &filter, QObject *parent)
{
    return new LicenseSource(listQueries<LicenseRow, LicenseFilter, LicenseSort>(
                                 access.executor, access.services.lists, &CompositeQueryRepository::licenses,
                                 &CompositeQueryRepository::licenseAnchors,
                                 &CompositeQueryRepository::licenseCount, licenseSort),
                             {u"name"_s, Qt::AscendingOrder}, filter, parent);
}

std::vector<TableColumn<LicenseRow>> licenseColumns()
{
    using Column = TableColumn<LicenseRow>;
    std::vector<Column> columns;
    columns.push_back(Column(u"name"_s, QCoreApplication::translate("LicenseList", "Licence"),
                             [](const LicenseRow &row) { return row.name; })
                          .wide(0)
                          .yielding(136)
                          .with(nameCell)
                          .editable());
    columns.push_back(Column(u"product"_s, QCoreApplication::translate("LicenseList", "Product"),
                             [](const LicenseRow &row) { return row.product; })
                          .wide(150)
                          .with(quiet)
                          .hiddenAtFirst());
    columns.push_back(Column(u"held"_s, QCoreApplication::translate("LicenseList", "Seats in use"),
                             [](const LicenseRow &row) { return seatFigures(row).shortText(); })
                          .wide(156)
                          .yielding(118)
                          .with(seatCell));
    columns.push_back(Column(u"free"_s, QCoreApplication::translate("LicenseList", "Free"), freeText)
                          .wide(68)
                          .onTheRight()
                          .with(freeCell));
    columns.push_back(Column(u"waiting"_s, QCoreApplication::translate("LicenseList", "Waiting"),
                             [](const LicenseRow &row) {
                                 return row.waiting > 0 ? QLocale().toString(row.waiting) : QString();
                             })
                          .wide(68)
                          .onTheRight()
                          .unsortable());
    columns.push_back(Column(u"term"_s, QCoreApplication::translate("LicenseList", "Term"),
                             [](const LicenseRow &row) { return displayText(row.term); })
                          .wide(94)
                          .with(quiet)
                          .hiddenAtFirst());
    columns.push_back(
        Column(u"lapse"_s, QCoreApplication::translate("LicenseList", "Fewer seats on"),
               [](const LicenseRow &row) { return row.lapsesOn ? displayDay(*row.lapsesOn) : QString(); })
            .wide(126));
    columns.push_back(Column(u"state"_s, QCoreApplication::translate("LicenseList", "State"),
                             [](const LicenseRow &row) { return displayText(row.state); })
                          .wide(112)
                          .with(stateCell));
    columns.push_back(Column(u"overage_percent"_s, QCoreApplication::translate("LicenseList", "Overage"),
                             [](const LicenseRow &row) {
                                 return QCoreApplication::translate("LicenseList", "%1 %")
                                     .arg(QLocale().toString(row.overagePercent));
                             })
                          .wide(84)
                          .onTheRight()
                          .with(overageCell)
                          .hiddenAtFirst()
                          .unsortable()
                          .editable());
    columns.push_back(
        Column(u"low_seat_threshold"_s, QCoreApplication::translate("LicenseList", "Warn below"),
               [](const LicenseRow &row) {
                   return row.lowSeatThreshold ? QLocale().toString(*row.lowSeatThreshold) : QString();
               })
            .wide(96)
            .onTheRight()
            .hiddenAtFirst()
            .unsortable()
            .editable());
    columns.push_back(Column(u"note"_s, QCoreApplication::translate("LicenseList", "Note"),
                             [](const LicenseRow &row) { return row.note.simplified(); })
                          .wide(200)
                          .with(noteCell)
                          .hiddenAtFirst()
                          .unsortable()
                          .editable());
    return columns;
}

} // namespace seatledger
