// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/audit/operationtable.h"

#include "core/repositories/operationlistrepository.h"
#include "ui/book/changetext.h"
#include "ui/common/models/listqueries.h"
#include "ui/common/style/icons.h"

#include <QCoreApplication>
#include <QLocale>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

QVariant quiet(const OperationRow &, int role)
{
    return role == ToneRole ? QVariant(static_cast<int>(Tone::TextMuted)) : QVariant();
}

QVariant summaryCell(const OperationRow &row, int role)
{
    if (role == SecondaryRole)
        return row.reason.isEmpty() ? QVariant() : QVariant(u"“%1”"_s.arg(row.reason));
    if (role == Qt::DecorationRole)
        return icon(kindIcon(row.kind), Tone::TextMuted);
    return role == ToneRole && row.undoneBy ? QVariant(static_cast<int>(Tone::TextMuted)) : QVariant();
}

QVariant undoCell(const OperationRow &row, int role)
{
    const Badge badge = undoBadge(row);
    return role == CellRole && !badge.text.isEmpty() ? QVariant::fromValue(badge) : QVariant();
}

QString text(const char *source)
{
    return QCoreApplication::translate("OperationTable", source);
}

} // namespace

Badge undoBadge(const OperationRow &row)
{
    if (row.undoneBy)
        return {text(QT_TRANSLATE_NOOP("OperationTable", "Undone")), Tone::Warning, u"arrow-back-up"_s};
    if (row.undoes)
        return {text(QT_TRANSLATE_NOOP("OperationTable", "Undo")), Tone::TextMuted, u"arrow-back-up"_s};
    return {};
}

QString addressText(const OperationRow &row)
{
    return row.address.isEmpty() ? text(QT_TRANSLATE_NOOP("OperationTable", "This machine")) : row.address;
}

OperationSort operationSort(const QString &columnKey)
{
    return columnKey == "actor"_L1 ? OperationSort::ByActor : OperationSort::ByTime;
}

OperationPages *makeOperationSource(BookAccess access, QObject *parent)
{
    return new OperationPages(listQueries<OperationRow, OperationFilter, OperationSort>(
                                  access.executor, access.services.operationLists,
                                  &OperationListRepository::operations,
                                  &OperationListRepository::operationAnchors,
                                  &OperationListRepository::operationCount, operationSort),
                              {u"at"_s, Qt::DescendingOrder}, {}, parent);
}

std::vector<TableColumn<OperationRow>> operationColumns(std::shared_ptr<const QTimeZone> zone)
{
    using Column = TableColumn<OperationRow>;
    std::vector<Column> columns;
    columns.push_back(
        Column(u"at"_s, text(QT_TRANSLATE_NOOP("OperationTable", "When")),
               [zone = std::move(zone)](const OperationRow &row) { return zonedText(row.at, *zone); })
            .wide(150)
            .with(quiet));
    columns.push_back(Column(u"summary"_s, text(QT_TRANSLATE_NOOP("OperationTable", "What was done")),
                             [](const OperationRow &row) { return summaryText(row.kind, row.summary); })
                          .wide(220)
                          .yielding(176)
                          .growing(3)
                          .with(summaryCell)
                          .unsortable());
    columns.push_back(Column(u"actor"_s, text(QT_TRANSLATE_NOOP("OperationTable", "Who")),
                             [](const OperationRow &row) { return row.actor; })
                          .wide(96)
                          .yielding(84)
                          .growing());
    columns.push_back(Column(u"rows"_s, text(QT_TRANSLATE_NOOP("OperationTable", "Rows")),
                             [](const OperationRow &row) { return QLocale().toString(row.changed); })
                          .wide(62)
                          .onTheRight()
                          .with(quiet)
                          .unsortable());
    columns.push_back(Column(u"source"_s, text(QT_TRANSLATE_NOOP("OperationTable", "Through")),
                             [](const OperationRow &row) { return displayText(row.source); })
                          .wide(118)
                          .yielding(100)
                          .with(quiet)
                          .unsortable());
    columns.push_back(Column(u"undo"_s, text(QT_TRANSLATE_NOOP("OperationTable", "Undo")),
                             [](const OperationRow &row) { return undoBadge(row).text; })
                          .wide(92)
                          .with(undoCell)
                          .unsortable());
    columns.push_back(Column(u"address"_s, text(QT_TRANSLATE_NOOP("OperationTable", "From")), addressText)
                          .wide(120)
                          .with(quiet)
                          .hiddenAtFirst()
                          .unsortable());
    columns.push_back(Column(u"kind"_s, text(QT_TRANSLATE_NOOP("OperationTable", "Kind")),
                             [](const OperationRow &row) { return kindText(row.kind); })
                          .wide(130)
                          .with(quiet)
                          .hiddenAtFirst()
                          .unsortable());
    columns.push_back(Column(u"login"_s, text(QT_TRANSLATE_NOOP("OperationTable", "Login")),
                             [](const OperationRow &row) { return row.login; })
                          .wide(110)
                          .with(quiet)
                          .hiddenAtFirst()
                          .unsortable());
    return columns;
}

} // namespace seatledger
