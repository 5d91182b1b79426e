// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operators/operatortable.h"

#include "core/domain/enumtext.h"
#include "ui/book/historyentries.h"
#include "ui/common/models/listqueries.h"
#include "ui/common/wording.h"

#include <QCoreApplication>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("OperatorTable", source);
}

QVariant quiet(const OperatorRow &, int role)
{
    return role == ToneRole ? QVariant(static_cast<int>(Tone::TextMuted)) : QVariant();
}

QVariant stateCell(const OperatorRow &row, int role)
{
    return role == CellRole ? QVariant::fromValue(operatorBadge(row.isDisabled())) : QVariant();
}

} // namespace

Badge operatorBadge(bool isDisabled)
{
    return isDisabled
               ? Badge{text(QT_TRANSLATE_NOOP("OperatorTable", "Disabled")), Tone::TextMuted, u"ban"_s}
               : Badge{text(QT_TRANSLATE_NOOP("OperatorTable", "Active")), Tone::Success, u"circle-check"_s};
}

QString rightsText(const std::vector<Right> &rights)
{
    QStringList names;
    for (const Right right : rights)
        names += displayText(right);
    return listed(names);
}

QString lastSeenText(const OperatorRow &row)
{
    if (row.sessions > 0)
        return text(QT_TRANSLATE_NOOP("OperatorTable", "signed in now"));
    return row.lastDid ? momentText(*row.lastDid, QDateTime::currentDateTimeUtc()) : QString();
}

OperatorSort operatorSort(const QString &columnKey)
{
    if (columnKey == "name"_L1)
        return OperatorSort::ByName;
    return columnKey == "role"_L1 ? OperatorSort::ByRole : OperatorSort::ByLogin;
}

OperatorPages *makeOperatorSource(BookAccess access, const OperatorFilter &filter, QObject *parent)
{
    return new OperatorPages(listQueries<OperatorRow, OperatorFilter, OperatorSort>(
                                 access.executor, access.services.operatorLists,
                                 &OperatorListRepository::operators, &OperatorListRepository::operatorAnchors,
                                 &OperatorListRepository::operatorCount, operatorSort),
                             {u"login"_s, Qt::AscendingOrder}, filter, parent);
}

std::vector<TableColumn<OperatorRow>> operatorColumns()
{
    using Column = TableColumn<OperatorRow>;
    std::vector<Column> columns;
    columns.push_back(Column(u"login"_s, text(QT_TRANSLATE_NOOP("OperatorTable", "Login")),
                             [](const OperatorRow &row) { return row.login; })
                          .wide(96)
                          .yielding(76)
                          .growing());
    columns.push_back(Column(u"name"_s, text(QT_TRANSLATE_NOOP("OperatorTable", "Name")),
                             [](const OperatorRow &row) { return row.name; })
                          .wide(110)
                          .yielding(90)
                          .growing());
    columns.push_back(
        Column(u"role"_s, text(QT_TRANSLATE_NOOP("OperatorTable", "Role")), [](const OperatorRow &row) {
            return displayText(row.role);
        }).wide(106));
    columns.push_back(Column(u"departments"_s, text(QT_TRANSLATE_NOOP("OperatorTable", "Departments")),
                             [](const OperatorRow &row) { return listed(row.departments); })
                          .wide(96)
                          .yielding(76)
                          .growing()
                          .with(quiet)
                          .unsortable());
    columns.push_back(Column(u"rights"_s, text(QT_TRANSLATE_NOOP("OperatorTable", "Rights")),
                             [](const OperatorRow &row) { return rightsText(row.rights); })
                          .wide(100)
                          .yielding(76)
                          .growing(2)
                          .with(quiet)
                          .unsortable());
    columns.push_back(Column(u"state"_s, text(QT_TRANSLATE_NOOP("OperatorTable", "State")),
                             [](const OperatorRow &row) { return operatorBadge(row.isDisabled()).text; })
                          .wide(96)
                          .with(stateCell)
                          .unsortable());
    columns.push_back(Column(u"seen"_s, text(QT_TRANSLATE_NOOP("OperatorTable", "Last seen")), lastSeenText)
                          .wide(106)
                          .yielding(90)
                          .with(quiet)
                          .unsortable());
    return columns;
}

} // namespace seatledger
