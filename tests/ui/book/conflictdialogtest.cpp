// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/conflictdialog.h"

#include <QPushButton>
#include <QSignalSpy>
#include <QTest>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

struct Record {
    QString name;
    QString note;
    int seats = 0;

    friend bool operator==(const Record &, const Record &) = default;
};

DraftMerge<Record> mergeOf(const Record &before, const Record &theirs, const Record &yours)
{
    const auto plain = [](const QString &text) { return text; };
    return {{draftField<Record>(
                 u"name"_s, u"Name"_s, [](auto &record) -> auto & { return record.name; }, plain),
             draftField<Record>(
                 u"note"_s, u"Note"_s, [](auto &record) -> auto & { return record.note; }, plain),
             draftField<Record>(
                 u"seats"_s, u"Seats"_s, [](auto &record) -> auto & { return record.seats; },
                 [](int seats) { return QString::number(seats); })},
            before,
            theirs,
            yours};
}

} // namespace

class ConflictDialogTest final : public QObject
{
    Q_OBJECT

private slots:
    void showsOnlyWhatDiffersNow();
    void keepsWhatOnlyOneOfThemChanged();
    void asksForWhatBothChanged();
    void takesOneSideForAll();
};

void ConflictDialogTest::showsOnlyWhatDiffersNow()
{
    const Record before{u"CAD"_s, u"old"_s, 5};
    const QList<FieldVersions> rows = mergeOf(before, {u"CAD"_s, u"new"_s, 7}, {u"CAD"_s, u"new"_s, 5})
                                          .differences();
    QCOMPARE(rows.size(), 1);
    QCOMPARE(rows.first().key, u"seats"_s);
    QCOMPARE(rows.first().before, u"5"_s);
    QCOMPARE(rows.first().theirs, u"7"_s);
    QVERIFY(rows.first().changedByThem);
    QVERIFY(!rows.first().changedByYou);
}

void ConflictDialogTest::keepsWhatOnlyOneOfThemChanged()
{
    const auto merge = mergeOf({u"CAD"_s, u"old"_s, 5}, {u"CAD"_s, u"theirs"_s, 5},
                               {u"CAD 2"_s, u"old"_s, 5});
    ConflictDialog dialog(u"CAD"_s, merge.differences(), nullptr);
    QSignalSpy resolved(&dialog, &ConflictDialog::resolved);
    auto *save = dialog.findChild<QPushButton *>(u"saveButton"_s);
    QVERIFY(save->isEnabled());
    save->click();
    QCOMPARE(resolved.size(), 1);
    const auto choices = resolved.first().first().value<QHash<QString, FieldChoice>>();
    QCOMPARE(merge.merged(choices), (Record{u"CAD 2"_s, u"theirs"_s, 5}));
}

void ConflictDialogTest::asksForWhatBothChanged()
{
    const auto merge = mergeOf({u"CAD"_s, {}, 5}, {u"CAD"_s, {}, 7}, {u"CAD"_s, {}, 9});
    ConflictDialog dialog(u"CAD"_s, merge.differences(), nullptr);
    QSignalSpy resolved(&dialog, &ConflictDialog::resolved);
    auto *save = dialog.findChild<QPushButton *>(u"saveButton"_s);
    QVERIFY(!save->isEnabled());
    QVERIFY(!save->toolTip().isEmpty());
    dialog.findChild<QPushButton *>(u"seatsYoursButton"_s)->click();
    QVERIFY(save->isEnabled());
    dialog.findChild<QPushButton *>(u"seatsTheirsButton"_s)->click();
    save->click();
    const auto choices = resolved.first().first().value<QHash<QString, FieldChoice>>();
    QCOMPARE(merge.merged(choices).seats, 7);
}

void ConflictDialogTest::takesOneSideForAll()
{
    const auto merge = mergeOf({u"a"_s, u"b"_s, 1}, {u"c"_s, u"d"_s, 2}, {u"e"_s, u"f"_s, 3});
    ConflictDialog dialog(u"CAD"_s, merge.differences(), nullptr);
    QSignalSpy resolved(&dialog, &ConflictDialog::resolved);
    dialog.findChild<QPushButton *>(u"allYoursButton"_s)->click();
    dialog.findChild<QPushButton *>(u"saveButton"_s)->click();
    const auto choices = resolved.first().first().value<QHash<QString, FieldChoice>>();
    QCOMPARE(merge.merged(choices), (Record{u"e"_s, u"f"_s, 3}));
}

} // namespace seatledger

QTEST_MAIN(seatledger::ConflictDialogTest)
#include "conflictdialogtest.moc"
