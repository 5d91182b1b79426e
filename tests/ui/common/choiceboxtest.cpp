// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/widgets/choicebox.h"

#include <QLineEdit>
#include <QListWidget>
#include <QSignalSpy>
#include <QTest>

namespace seatledger {

using namespace Qt::StringLiterals;

/// Choosing several of many.
class ChoiceBoxTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_box = std::make_unique<ChoiceBox>(u"All fruits"_s);
        m_box->setItems({{1, u"Apple"_s}, {2, u"Banana"_s}, {3, u"Pineapple"_s}});
        m_box->show();
    }

    void saysWhatIsChosen()
    {
        QCOMPARE(m_box->currentText(), u"All fruits"_s);
        m_box->setChosen({2});
        QCOMPARE(m_box->currentText(), u"Banana"_s);
        m_box->setChosen({3, 1});
        QCOMPARE(m_box->currentText(), u"2 chosen"_s);
        QCOMPARE(m_box->chosenTexts(), (QStringList{u"Apple"_s, u"Pineapple"_s}));
        m_box->setChosen({});
        QCOMPARE(m_box->currentText(), u"All fruits"_s);
    }

    void takesAndGivesBackByClick()
    {
        QSignalSpy told(m_box.get(), &ChoiceBox::chosenChanged);
        m_box->showPopup();
        click(2);
        click(0);
        QCOMPARE(m_box->chosen(), (QList<qint64>{3, 1}));
        click(2);
        QCOMPARE(m_box->chosen(), QList<qint64>{1});
        QCOMPARE(told.size(), 3);
        QVERIFY(m_box->popup()->isVisible());
    }

    void findsAndTakesByKeyboard()
    {
        m_box->showPopup();
        QTest::keyClicks(search(), u"APPLE"_s);
        QVERIFY(list()->item(1)->isHidden());
        QTest::keyClick(search(), Qt::Key_Down);
        QTest::keyClick(list(), Qt::Key_Down);
        QTest::keyClick(list(), Qt::Key_Space);
        QCOMPARE(m_box->chosen(), QList<qint64>{3});
        QTest::keyClick(list(), Qt::Key_Escape);
        QVERIFY(!m_box->popup()->isVisible());
        QCOMPARE(m_box->chosen(), QList<qint64>{3});
        m_box->showPopup(); // all of them again
        QVERIFY(!list()->item(1)->isHidden());
    }

    void aChoiceHoldsUntilTheItemsAreThere()
    {
        QSignalSpy told(m_box.get(), &ChoiceBox::chosenChanged);
        m_box->setChosen({7});
        m_box->setItems({{6, u"Fig"_s}, {7, u"Grape"_s}});
        QCOMPARE(m_box->currentText(), u"Grape"_s);
        QCOMPARE(list()->item(1)->checkState(), Qt::Checked);
        QCOMPARE(told.size(), 0);
    }

private:
    [[nodiscard]] QListWidget *list() const { return m_box->popup()->findChild<QListWidget *>(); }
    [[nodiscard]] QLineEdit *search() const { return m_box->popup()->findChild<QLineEdit *>(); }
    void click(int row) const
    {
        const QRect cell = list()->visualItemRect(list()->item(row));
        QTest::mouseClick(list()->viewport(), Qt::LeftButton, {}, cell.center());
    }

    std::unique_ptr<ChoiceBox> m_box;
};

} // namespace seatledger

QTEST_MAIN(seatledger::ChoiceBoxTest)

#include "choiceboxtest.moc"
