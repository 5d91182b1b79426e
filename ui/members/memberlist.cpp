// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/members/memberlist.h"

#include "core/domain/period.h"
#include "ui/book/badges.h"
#include "ui/common/models/listqueries.h"

#include <QCoreApplication>
#include <QLocale>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

QVariant quiet(const MemberRow &, int role)
{
    return role == ToneRole ? QVariant(static_cast<int>(Tone::TextMuted)) : QVariant();
}

QVariant noteCell(const MemberRow &row, int role)
{
    if (role == Qt::EditRole)
        return row.note;
    return role == Qt::ToolTipRole && !row.note.isEmpty() ? QVariant(row.note) : quiet(row, role);
}

QVariant statusCell(const MemberRow &row, int role)
{
    return role == CellRole ? QVariant::fromValue(badgeOf(row.status)) : QVariant();
}

QVariant seatCell(const MemberRow &row, int role)
{
    return role == ToneRole && row.licenses == 0 ? QVariant(static_cast<int>(Tone::TextFaint)) : QVariant();
}

} // namespace

MemberSort memberSort(const QString &columnKey)
{
    if (columnKey == "number"_L1)
        return MemberSort::ByNumber;
    if (columnKey == "department"_L1)
        return MemberSort::ByDepartment;
    if (columnKey == "status"_L1)
        return MemberSort::ByStatus;
    return columnKey == "email"_L1 ? MemberSort::ByEmail : MemberSort::ByName;
}

MemberSource *makeMemberSource(BookAccess access, const MemberFilter &filter, QObject *parent)
{
    return new MemberSource(listQueries<MemberRow, MemberFilter, MemberSort>(
                                access.executor, access.services.lists, &CompositeQueryRepository::members,
                                &CompositeQueryRepository::memberAnchors,
                                &CompositeQueryRepository::memberCount, memberSort),
                            {u"name"_s, Qt::AscendingOrder}, filter, parent);
}

std::vector<TableColumn<MemberRow>> memberColumns()
{
    using Column = TableColumn<MemberRow>;
    std::vector<Column> columns;
    columns.push_back(Column(u"name"_s, QCoreApplication::translate("MemberList", "Name"),
                             [](const MemberRow &row) { return row.name; })
                          .wide(150)
                          .yielding(134)
                          .growing()
                          .editable());
    columns.push_back(Column(u"number"_s, QCoreApplication::translate("MemberList", "Number"),
                             [](const MemberRow &row) { return row.number; })
                          .wide(72)
                          .with(quiet)
                          .editable());
    columns.push_back(Column(u"email"_s, QCoreApplication::translate("MemberList", "E-mail"),
                             [](const MemberRow &row) { return row.email; })
                          .wide(200)
                          .yielding(112)
                          .growing(2)
                          .with(quiet)
                          .editable());
    columns.push_back(Column(u"department"_s, QCoreApplication::translate("MemberList", "Department"),
                             [](const MemberRow &row) { return row.department; })
                          .wide(124)
                          .yielding(92));
    columns.push_back(Column(u"status"_s, QCoreApplication::translate("MemberList", "Status"),
                             [](const MemberRow &row) { return displayText(row.status); })
                          .wide(104)
                          .with(statusCell));
    columns.push_back(Column(u"seats"_s, QCoreApplication::translate("MemberList", "Licences"),
                             [](const MemberRow &row) { return QLocale().toString(row.licenses); })
                          .wide(76)
                          .onTheRight()
                          .with(seatCell)
                          .unsortable());
    columns.push_back(
        Column(u"joined_on"_s, QCoreApplication::translate("MemberList", "Joined on"),
               [](const MemberRow &row) { return row.joinedOn ? displayDay(*row.joinedOn) : QString(); })
            .wide(100)
            .with(quiet)
            .hiddenAtFirst()
            .unsortable()
            .editable());
    columns.push_back(Column(u"note"_s, QCoreApplication::translate("MemberList", "Note"),
                             [](const MemberRow &row) { return row.note.simplified(); })
                          .wide(200)
                          .with(noteCell)
                          .hiddenAtFirst()
                          .unsortable()
                          .editable());
    return columns;
}

} // namespace seatledger
