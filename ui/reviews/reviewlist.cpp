// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reviews/reviewlist.h"

#include "core/domain/period.h"
#include "ui/book/historyentries.h"
#include "ui/common/models/listqueries.h"
#include "ui/common/wording.h"

#include <QCoreApplication>
#include <QLocale>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

QString text(const char *source)
{
    return QCoreApplication::translate("ReviewList", source);
}

QVariant quiet(const ReviewItemRow &, int role)
{
    return role == ToneRole ? QVariant(static_cast<int>(Tone::TextMuted)) : QVariant();
}

QVariant memberCell(const ReviewItemRow &row, int role)
{
    return role == SecondaryRole ? QVariant(row.department) : QVariant();
}

QVariant decisionCell(const ReviewItemRow &row, int role)
{
    return role == CellRole ? QVariant::fromValue(badgeOf(row.decision)) : QVariant();
}

QVariant changeCell(const ReviewItemRow &row, int role)
{
    if (role != ToneRole)
        return {};
    return static_cast<int>(row.change == ReviewChange::None ? Tone::TextMuted : Tone::Warning);
}

QString usedText(const ReviewItemRow &row)
{
    return row.lastUse ? momentText(*row.lastUse, QDateTime::currentDateTimeUtc())
                       : text(QT_TRANSLATE_NOOP("ReviewList", "not known"));
}

} // namespace

Badge badgeOf(ReviewDecision decision)
{
    switch (decision) {
    case ReviewDecision::Keep:
        return {displayText(decision), Tone::Success, u"circle-check"_s};
    case ReviewDecision::Revoke:
        return {displayText(decision), Tone::Danger, u"ban"_s};
    case ReviewDecision::Open:
        break;
    }
    return {displayText(decision), Tone::TextMuted, u"hourglass"_s};
}

Badge badgeOf(ReviewState state)
{
    switch (state) {
    case ReviewState::Executed:
        return {displayText(state), Tone::Success, u"circle-check"_s};
    case ReviewState::Cancelled:
        return {displayText(state), Tone::TextMuted, u"ban"_s};
    case ReviewState::Open:
        break;
    }
    return {displayText(state), Tone::Accent, u"clipboard-list"_s};
}

QString titleText(const ReviewRow &row)
{
    QStringList scope;
    for (const QString &name : {row.department, row.license}) {
        if (!name.isEmpty())
            scope += name;
    }
    if (row.review.state != ReviewState::Open)
        scope += displayText(row.review.state).toLower();
    const QString name = row.review.name.text();
    return scope.isEmpty() ? name : name + u" ("_s + listed(scope) + u')';
}

ReviewSort reviewSort(const QString &columnKey)
{
    return columnKey == "license"_L1 ? ReviewSort::ByLicense : ReviewSort::ByMember;
}

ReviewPages *makeReviewSource(BookAccess access, const ReviewItemFilter &filter, QObject *parent)
{
    return new ReviewPages(listQueries<ReviewItemRow, ReviewItemFilter, ReviewSort>(
                               access.executor, access.services.reviews, &ReviewRepository::items,
                               &ReviewRepository::itemAnchors, &ReviewRepository::itemCount, reviewSort),
                           {u"member"_s, Qt::AscendingOrder}, filter, parent);
}

std::vector<TableColumn<ReviewItemRow>> reviewColumns()
{
    using Column = TableColumn<ReviewItemRow>;
    std::vector<Column> columns;
    columns.push_back(Column(u"member"_s, text(QT_TRANSLATE_NOOP("ReviewList", "Member")),
                             [](const ReviewItemRow &row) { return row.memberName; })
                          .wide(150)
                          .yielding(120)
                          .growing(2)
                          .with(memberCell));
    columns.push_back(Column(u"license"_s, text(QT_TRANSLATE_NOOP("ReviewList", "Licence")),
                             [](const ReviewItemRow &row) { return row.licenseName; })
                          .wide(160)
                          .yielding(130)
                          .growing());
    columns.push_back(Column(u"quantity"_s, text(QT_TRANSLATE_NOOP("ReviewList", "Seats")),
                             [](const ReviewItemRow &row) { return QLocale().toString(row.quantity); })
                          .wide(54)
                          .onTheRight()
                          .unsortable());
    columns.push_back(Column(u"used"_s, text(QT_TRANSLATE_NOOP("ReviewList", "Last used")), usedText)
                          .wide(112)
                          .yielding(96)
                          .with(quiet)
                          .unsortable());
    columns.push_back(Column(u"decision"_s, text(QT_TRANSLATE_NOOP("ReviewList", "Decision")),
                             [](const ReviewItemRow &row) { return displayText(row.decision); })
                          .wide(112)
                          .with(decisionCell)
                          .unsortable());
    columns.push_back(Column(u"reviewer"_s, text(QT_TRANSLATE_NOOP("ReviewList", "Decided by")),
                             [](const ReviewItemRow &row) { return row.reviewer; })
                          .wide(106)
                          .with(quiet)
                          .unsortable()
                          .hiddenAtFirst());
    columns.push_back(Column(u"change"_s, text(QT_TRANSLATE_NOOP("ReviewList", "Since then")),
                             [](const ReviewItemRow &row) { return displayText(row.change); })
                          .wide(124)
                          .yielding(100)
                          .with(changeCell)
                          .unsortable());
    columns.push_back(Column(u"note"_s, text(QT_TRANSLATE_NOOP("ReviewList", "Note")),
                             [](const ReviewItemRow &row) { return row.note; })
                          .wide(140)
                          .with(quiet)
                          .unsortable()
                          .hiddenAtFirst());
    return columns;
}

} // namespace seatledger
