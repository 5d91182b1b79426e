// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/error.h"
#include "tests/support/patience.h"
#include "ui/common/style/icons.h"
#include "ui/common/style/theme.h"
#include "ui/common/widgets/busyoverlay.h"
#include "ui/common/widgets/datefield.h"
#include "ui/common/widgets/dialogframe.h"
#include "ui/common/widgets/entrylist.h"
#include "ui/common/widgets/form.h"
#include "ui/common/widgets/formfield.h"
#include "ui/common/widgets/pickerfield.h"
#include "ui/common/widgets/searchfield.h"
#include "ui/common/widgets/seatbar.h"
#include "ui/common/widgets/segmentedfilter.h"

#include <QAbstractItemModelTester>
#include <QAbstractItemView>
#include <QAbstractListModel>
#include <QApplication>
#include <QCheckBox>
#include <QDateEdit>
#include <QLabel>
#include <QPromise>
#include <QPushButton>
#include <QScreen>
#include <QScrollArea>
#include <QSignalSpy>
#include <QStandardItemModel>
#include <QTableView>
#include <QTest>
#include <QToolButton>
#include <QVBoxLayout>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

QFuture<Result<std::vector<PickerItem>>> answer(std::vector<PickerItem> items)
{
    QPromise<Result<std::vector<PickerItem>>> promise;
    promise.start();
    promise.addResult(Result<std::vector<PickerItem>>(std::move(items)));
    promise.finish();
    return promise.future();
}

} // namespace

class WidgetsTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { applyTheme(*qApp, SchemeChoice::Light); }

    void aHeaderThatDoesNotFillItsTableIsDrawn()
    {
        QStandardItemModel model(3, 1);
        QTableView view;
        view.setModel(&model);
        view.setColumnWidth(0, 40);
        view.resize(300, 120);
        QVERIFY(!view.grab().isNull()); // Qt gives what is beside the columns another kind of option
    }

    void iconsAreThereAndTakeTheirColour()
    {
        QVERIFY(!icon(u"users").isNull());
        const QImage image = icon(u"users", Tone::Danger).pixmap(32, 32).toImage();
        bool colored = false;
        for (int y = 0; y < image.height(); ++y) {
            for (int x = 0; x < image.width(); ++x)
                colored |= image.pixelColor(x, y) == Tokens::instance().color(Scheme::Light, Tone::Danger);
        }
        QVERIFY(colored);
        QTest::ignoreMessage(QtWarningMsg, "No icon is called \"nonsense\"");
        QVERIFY(icon(u"nonsense").isNull());
    }

    void seatFiguresSayWhatIsLeft()
    {
        QCOMPARE((SeatFigures{37, 50}).shortText(), u"37 / 50"_s);
        QCOMPARE((SeatFigures{37, 50}).leftText(), u"13 left"_s);
        QCOMPARE((SeatFigures{37, 50}).tone(), Tone::Accent);
        QCOMPARE((SeatFigures{48, 50, 0, 5}).tone(), Tone::Warning);
        QCOMPARE((SeatFigures{50, 50}).tone(), Tone::Warning);
        QCOMPARE((SeatFigures{54, 50}).tone(), Tone::Danger);
        QCOMPARE((SeatFigures{54, 50}).over(), 4);
        QCOMPARE((SeatFigures{37, 50, 2}).leftText(), u"13 left, 2 by overage"_s);
        QCOMPARE((SeatFigures{54, 60, 10}).leftText(), u"6 left, 6 by overage"_s);
        QCOMPARE((SeatFigures{54, 60, 10}).tone(), Tone::Warning);
        QCOMPARE((SeatFigures{60, 60, 10}).leftText(), u"none left"_s);
        QCOMPARE((SeatFigures{12, std::nullopt}).shortText(), u"12 / ∞"_s);
        SeatBar bar;
        bar.setFigures({37, 50});
        QVERIFY(bar.accessibleName().contains(u"37 / 50"_s));
    }

    void searchWaitsForTheLastKey()
    {
        SearchField field;
        field.setDelay(30);
        field.show();
        QSignalSpy changed(&field, &SearchField::searchChanged);
        QTest::keyClicks(&field, u" ana "_s);
        QCOMPARE(changed.size(), 0);
        QTRY_COMPARE(changed.size(), 1);
        QCOMPARE(changed[0][0].toString(), u"ana"_s);
        QTest::keyClick(&field, Qt::Key_Return);
        QCOMPARE(changed.size(), 1); // nothing new
        QTest::keyClick(&field, Qt::Key_Escape);
        QCOMPARE(changed.size(), 2);
        QCOMPARE(changed[1][0].toString(), QString());
    }

    void formsCallNothingWrongBeforeItWasTouched()
    {
        Form form;
        auto *name = new QLineEdit;
        FormField *field = form.addField(u"name"_s, u"Name"_s, name);
        field->setHint(u"As in the passport"_s);
        field->setCheck([name] { return name->text().isEmpty() ? u"A name is needed."_s : QString(); });
        auto *line = form.findChild<QLabel *>(u"nameMessageLabel"_s);
        QVERIFY(!form.isValid());
        QCOMPARE(line->text(), u"As in the passport"_s);
        QVERIFY(!form.validate());
        QCOMPARE(line->text(), u"A name is needed."_s);
        QTest::keyClicks(name, u"Ana"_s);
        QVERIFY(form.isValid());
        QCOMPARE(line->text(), u"As in the passport"_s);
        QVERIFY(form.showRefusal({ErrorCode::Conflict, u"Taken."_s, {{u"field"_s, u"name"_s}}}));
        QCOMPARE(line->text(), u"Taken."_s);
        QVERIFY(!form.showRefusal({ErrorCode::Conflict, u"Taken."_s, {}}));
        QTest::keyClicks(name, u"x"_s);
        QVERIFY(form.isValid());
    }

    void datesMayBeLeftOpen()
    {
        DateField field(u"Open ended"_s);
        QSignalSpy changed(&field, &DateField::changed);
        field.setDate(QDate(2026, 12, 31));
        QCOMPARE(field.date(), std::optional(QDate(2026, 12, 31)));
        field.findChild<QCheckBox *>()->click();
        QVERIFY(!field.date());
        QVERIFY(!field.findChild<QDateEdit *>()->isEnabled());
        QVERIFY(changed.size() >= 2);
        QVERIFY(field.findChild<QDateEdit *>()->displayFormat().contains(u"yyyy"_s));
    }

    void tellsOfADayOnlyWhenItIsAnother()
    {
        DateField field;
        field.setDate(QDate(2026, 12, 30));
        field.show();
        QVERIFY(QTest::qWaitForWindowActive(&field));
        QSignalSpy changed(&field, &DateField::changed);
        auto *edit = field.findChild<QDateEdit *>();
        edit->setFocus();
        QTest::keyClick(edit, Qt::Key_Return, Qt::ControlModifier);
        QTest::keyClick(edit, Qt::Key_Return);
        QCOMPARE(changed.size(), 0);
        edit->setCurrentSection(QDateTimeEdit::DaySection);
        QTest::keyClick(edit, Qt::Key_Up);
        QCOMPARE(field.date(), std::optional(QDate(2026, 12, 31)));
        QCOMPARE(changed.size(), 1);
    }

    void hidesNoChoiceOnceThereIsRoomAgain()
    {
        QWidget window;
        auto *line = new QHBoxLayout(&window);
        auto *filter = new SegmentedFilter(u"State"_s, &window);
        for (const QString &key :
             {u"all"_s, u"short"_s, u"draft"_s, u"active"_s, u"suspended"_s, u"retired"_s})
            filter->addSegment(key, key + u" and some more words"_s);
        line->addWidget(filter);
        line->addStretch();
        window.resize(1600, 60);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        auto *others = filter->findChild<QToolButton *>(u"othersToolButton"_s);
        filter->setCountText(u"short"_s, u"1,234"_s); // wider now than it is laid out
        QTRY_COMPARE(filter->width(), filter->sizeHint().width());
        QVERIFY(!others->isVisible());
        window.resize(500, 60);
        QTRY_VERIFY(others->isVisible());
        window.resize(1600, 60);
        QTRY_VERIFY(!others->isVisible());
        QVERIFY(filter->findChild<QToolButton *>(u"retiredSegmentButton"_s)->isVisible());
    }

    void picksByTyping()
    {
        QStringList asked;
        PickerField field([&](const QString &text, const CancelToken &) {
            asked += text;
            return answer({{7, u"Ana Kovač"_s, u"M1007"_s}, {8, u"Ana Gone"_s, u"departed"_s, {}, false}});
        });
        field.show();
        QVERIFY(QTest::qWaitForWindowActive(&field));
        QSignalSpy picked(&field, &PickerField::picked);
        QTest::keyClicks(&field, u"ana"_s);
        QTRY_VERIFY(QApplication::activePopupWidget());
        QCOMPARE(asked, QStringList{u"ana"_s}); // once, not for every key
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Down);
        QTest::keyClick(QApplication::activePopupWidget(), Qt::Key_Return);
        QTRY_COMPARE(picked.size(), 1);
        QVERIFY(field.current());
        QCOMPARE(field.current()->id, 7);
        QCOMPARE(field.text(), u"Ana Kovač"_s);
        QTest::keyClick(&field, Qt::Key_Backspace);
        QVERIFY(!field.current());
    }

    void segmentsChooseOne()
    {
        SegmentedFilter filter(u"State"_s);
        filter.addSegment(u"all"_s, u"All"_s);
        filter.addSegment(u"active"_s, u"Active"_s);
        QCOMPARE(filter.current(), u"all"_s);
        QSignalSpy changed(&filter, &SegmentedFilter::currentChanged);
        filter.findChild<QToolButton *>(u"activeSegmentButton"_s)->click();
        QCOMPARE(changed.size(), 1);
        QCOMPARE(filter.current(), u"active"_s);
        filter.setCurrent(u"all"_s);
        QCOMPARE(changed.size(), 1);
    }

    void listsAreAsTallAsTheirEntries()
    {
        EntryList list;
        list.setEmptyText(u"Nothing"_s);
        const int empty = list.sizeHint().height();
        list.setEntries({{1, u"One"_s, u"detail"_s}, {2, u"Two"_s, u"detail"_s}});
        QVERIFY(list.sizeHint().height() > empty);
        QSignalSpy activated(&list, &EntryList::entryActivated);
        list.show();
        list.setCurrentIndex(list.model()->index(1, 0));
        QTest::keyClick(&list, Qt::Key_Return);
        QCOMPARE(activated.size(), 1);
        QCOMPARE(activated[0][0].toLongLong(), 2);
    }

    void theModelsInsideAreSound()
    {
        using Tester = QAbstractItemModelTester;
        EntryList list;
        const Tester ofList(list.model(), Tester::FailureReportingMode::QtTest);
        list.setEntries({{1, u"One"_s, u"detail"_s}, {2, u"Two"_s}});
        QCOMPARE(list.model()->rowCount(), 2);
        QVERIFY(!list.model()->data(QModelIndex()).isValid());
        list.setEntries({});
        QCOMPARE(list.model()->rowCount(), 0);

        int found = 2;
        PickerField field([&](const QString &, const CancelToken &) {
            return answer(
                std::vector<PickerItem>(static_cast<std::size_t>(found), {7, u"Ana"_s, {}, {}, false}));
        });
        auto *items = field.findChild<QAbstractListModel *>(QString(), Qt::FindDirectChildrenOnly);
        QVERIFY(items);
        const Tester ofField(items, Tester::FailureReportingMode::QtTest);
        field.show();
        QVERIFY(QTest::qWaitForWindowActive(&field));
        for (const int next : {2, 0, 3}) {
            found = next;
            QTest::keyClicks(&field, u"a"_s);
            QTRY_COMPARE(items->rowCount(), next);
        }
        QVERIFY(!items->data(QModelIndex()).isValid());
    }

    void aFormHigherThanTheScreenScrollsAboveItsButtons()
    {
        DialogFrame dialog(u"high"_s, u"High"_s, nullptr);
        const int room = dialog.screen()->availableGeometry().height();
        QList<QPushButton *> rows;
        for (int at = 0; at < 12; ++at) {
            rows += new QPushButton(u"row"_s, &dialog);
            rows.last()->setMinimumHeight(room / 8);
            dialog.body()->addWidget(rows.last());
        }
        QPushButton *cancel = dialog.addCancelButton();
        dialog.open();
        QVERIFY(QTest::qWaitForWindowExposed(&dialog));
        QVERIFY2(dialog.frameGeometry().height() <= room, qPrintable(QString::number(dialog.height())));
        const auto isSeen = [&dialog](const QWidget *widget) {
            return widget->isVisible() && widget->visibleRegion().boundingRect() == widget->rect()
                   && dialog.rect().contains(QRect(widget->mapTo(&dialog, QPoint()), widget->size()));
        };
        QVERIFY(isSeen(cancel));
        QVERIFY(rows.first()->hasFocus());
        QVERIFY(!isSeen(rows.last()));
        for (qsizetype at = 1; at < rows.size(); ++at)
            QTest::keyClick(dialog.focusWidget(), Qt::Key_Tab);
        QVERIFY(rows.last()->hasFocus());
        QVERIFY(isSeen(rows.last()));
        QVERIFY(isSeen(cancel));
    }

    void aFormThatFitsDoesNotScroll()
    {
        DialogFrame dialog(u"low"_s, u"Low"_s, nullptr);
        dialog.body()->addWidget(new QPushButton(u"row"_s, &dialog));
        dialog.open();
        QVERIFY(!dialog.findChild<QScrollArea *>());
    }

    void aCoverCanBeCancelledAndGivesTheKeyboardBack()
    {
        QWidget window;
        QLineEdit edit(&window);
        BusyOverlay overlay(&window);
        window.resize(500, 400);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        edit.setFocus();
        overlay.start(u"Working"_s, true);
        overlay.setProgress(3'000'000'000, 6'000'000'000);
        QTRY_VERIFY(overlay.findChild<QPushButton *>(u"busyCancelButton"_s)->isVisible());
        QSignalSpy cancelled(&overlay, &BusyOverlay::cancelRequested);
        QTest::keyClick(&overlay, Qt::Key_Escape);
        QCOMPARE(cancelled.size(), 1);
        overlay.finish();
        QVERIFY(!overlay.isVisible());
        QTRY_VERIFY(edit.hasFocus());
    }
};

} // namespace seatledger

QTEST_MAIN(seatledger::WidgetsTest)
#include "widgetstest.moc"
