// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/shortcutsettings.h"

#include "tests/support/patience.h"
#include "tests/ui/support/demopage.h"
#include "ui/common/widgets/searchfield.h"
#include "ui/shell/keymap.h"
#include "ui/shell/mainwindow.h"

#include <QKeySequenceEdit>
#include <QLabel>
#include <QPointer>
#include <QPushButton>
#include <QSettings>
#include <QStandardPaths>
#include <QTableView>
#include <QTest>

#include <memory>

namespace seatledger {

using namespace fake;
using namespace Qt::StringLiterals;

class ShortcutSettingsTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init()
    {
        QSettings().clear();
        open();
    }
    void cleanup()
    {
        m_window.reset();
        QSettings().clear();
    }

    void listsWhatThereIsOnAllPages()
    {
        QVERIFY(rowOf(u"Members"_s, u"Add licence"_s) >= 0);
        QVERIFY(rowOf(u"Licences"_s, u"Add licence"_s) >= 0);
        QVERIFY(rowOf(u"Everywhere"_s, u"Quit"_s) >= 0);
        QCOMPARE(text(rowOf(u"Everywhere"_s, u"Quit"_s), 2), u"Ctrl+Q"_s);
    }

    void findsByNameAndByKeys()
    {
        auto *search = m_dialog->findChild<SearchField *>();
        QTest::keyClicks(search, u"ctrl+q"_s);
        const int quit = rowOf(u"Everywhere"_s, u"Quit"_s);
        QTRY_VERIFY(table()->isRowHidden(rowOf(u"Members"_s, u"Add licence"_s)));
        QVERIFY(!table()->isRowHidden(quit));
    }

    void newKeysCountAtOnceAndAreKept()
    {
        change(u"Members"_s, u"Add licence"_s, u"Ctrl+J"_s);
        press(u"use"_s);
        QCOMPARE(addAction()->shortcut(), QKeySequence(u"Ctrl+J"_s));
        QCOMPARE(text(rowOf(u"Members"_s, u"Add licence"_s), 2), u"Ctrl+J (changed)"_s);
        open();
        QCOMPARE(addAction()->shortcut(), QKeySequence(u"Ctrl+J"_s));
    }

    void toolTipsSayTheNewKeys()
    {
        change(u"Everywhere"_s, u"Go to Licences"_s, u"Alt+L"_s);
        press(u"use"_s);
        const auto *button = m_window->findChild<QAbstractButton *>(u"licensesNavigationButton"_s);
        QVERIFY2(button->toolTip().contains(u"Alt+L"_s), qPrintable(button->toolTip()));
        m_dialog->accept();
        QTest::keyClick(m_window.get(), Qt::Key_L, Qt::AltModifier);
        QTRY_COMPARE(m_window->currentPageId(), u"licenses"_s);
    }

    void doesNotTakeKeysFromSomethingElse()
    {
        change(u"Members"_s, u"Add licence"_s, u"Ctrl+Q"_s);
        const auto *verdict = m_dialog->findChild<QLabel *>(u"verdictLabel"_s);
        QCOMPARE(verdict->text(), u"These keys are taken by “Quit” (Everywhere)."_s);
        QVERIFY(!m_dialog->findChild<QPushButton *>(u"useButton"_s)->isEnabled());
        change(u"Everywhere"_s, u"Quit"_s, u"Ctrl+N"_s); // on two pages
        QVERIFY(verdict->text().contains(u"(Members)"_s) && verdict->text().contains(u"(Licences)"_s));
    }

    void twoPagesMayUseTheSameKeys()
    {
        change(u"Members"_s, u"Add licence"_s, u"Ctrl+J"_s);
        press(u"use"_s);
        change(u"Licences"_s, u"Add licence"_s, u"Ctrl+J"_s);
        QVERIFY(m_dialog->findChild<QPushButton *>(u"useButton"_s)->isEnabled());
    }

    void keysCanBeTakenAwayAndComeBack()
    {
        change(u"Everywhere"_s, u"Quit"_s, u"Ctrl+Q"_s);
        press(u"none"_s);
        QCOMPARE(text(rowOf(u"Everywhere"_s, u"Quit"_s), 2), u"(changed)"_s);
        change(u"Members"_s, u"Add licence"_s, u"Ctrl+Q"_s); // free now
        press(u"use"_s);
        change(u"Everywhere"_s, u"Quit"_s, {});
        press(u"reset"_s); // which takes them back
        QCOMPARE(text(rowOf(u"Everywhere"_s, u"Quit"_s), 2), u"Ctrl+Q"_s);
        QCOMPARE(addAction()->shortcut(), QKeySequence(u"Ctrl+N"_s));
    }

    void allComeBackAtOnce()
    {
        change(u"Members"_s, u"Add licence"_s, u"Ctrl+J"_s);
        press(u"use"_s);
        change(u"Everywhere"_s, u"Quit"_s, u"Alt+Q"_s);
        press(u"use"_s);
        press(u"resetAll"_s);
        QCOMPARE(addAction()->shortcut(), QKeySequence(u"Ctrl+N"_s));
        QCOMPARE(text(rowOf(u"Everywhere"_s, u"Quit"_s), 2), u"Ctrl+Q"_s);
    }

private:
    void open()
    {
        m_window.reset();
        PageRegistry pages;
        for (const auto &[id, label] :
             {std::pair(u"members"_s, u"Members"_s), std::pair(u"licenses"_s, u"Licences"_s)}) {
            pages.push_back({id, u"users"_s, [label] { return label; },
                             [](QWidget *parent) {
                                 auto *page = new DemoPage(parent, 5);
                                 page->addAction(page->headerActions()[1]);
                                 return page;
                             }});
        }
        m_window = std::make_unique<MainWindow>(std::move(pages));
        m_window->show();
        [&] { QVERIFY(QTest::qWaitForWindowActive(m_window.get())); }();
        m_dialog = new ShortcutSettings(*m_window, m_window.get());
        m_dialog->open();
    }
    QAction *addAction() const { return m_window->currentPage()->headerActions()[1]; }
    QTableView *table() const { return m_dialog->findChild<QTableView *>(); }
    QString text(int row, int column) const { return table()->model()->index(row, column).data().toString(); }
    int rowOf(const QString &place, const QString &what) const
    {
        for (int row = 0; row < table()->model()->rowCount(); ++row) {
            if (text(row, 0) == place && text(row, 1) == what)
                return row;
        }
        return -1;
    }
    void change(const QString &place, const QString &what, const QString &keys) const
    {
        table()->selectRow(rowOf(place, what));
        m_dialog->findChild<QKeySequenceEdit *>()->setKeySequence(QKeySequence(keys));
    }
    void press(const QString &name) const
    {
        auto *button = m_dialog->findChild<QPushButton *>(name + u"Button"_s);
        [&] { QVERIFY2(button->isEnabled(), qPrintable(name)); }();
        button->click();
    }

    std::unique_ptr<MainWindow> m_window;
    QPointer<ShortcutSettings> m_dialog;
};

} // namespace seatledger

QTEST_MAIN(seatledger::ShortcutSettingsTest)
#include "shortcutsettingstest.moc"
