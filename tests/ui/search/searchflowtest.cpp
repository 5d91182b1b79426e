// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ui/book/desk.h"
#include "ui/book/filterchips.h"
#include "ui/common/widgets/entrylist.h"
#include "ui/common/widgets/searchfield.h"
#include "ui/licenses/licensespage.h"
#include "ui/members/memberspage.h"
#include "ui/search/searchassist.h"
#include "ui/search/searchhelp.h"
#include "ui/shell/mainwindow.h"
#include "ui/views/savedviewstore.h"
#include "ui/views/viewnamedialog.h"
#include "ui/views/viewsbutton.h"

#include <QAbstractButton>
#include <QClipboard>
#include <QGuiApplication>
#include <QMenu>
#include <QSettings>
#include <QSignalSpy>
#include <QStandardPaths>

namespace seatledger {

using namespace Qt::StringLiterals;

/// Searches in a window with real pages: fields, completion, errors, chips, views, and the way back.
class SearchFlowTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init()
    {
        QSettings().clear();
        m_desk = std::make_unique<Desk>();
        m_desk->database.sql(u"INSERT INTO seatledger.department (name) VALUES ('Sales'), ('Research')"_s);
        m_ana = m_desk->book.member(u"Ana Kovač"_s);
        m_desk->book.member(u"Bo Li"_s);
        m_desk->book.member(u"Cem Oz"_s);
        m_desk->database.sql(
            u"UPDATE seatledger.member SET department_id = (SELECT id FROM seatledger.department "
            "WHERE name = 'Sales') WHERE name <> 'Cem Oz'"_s);
        m_desk->book.licenseWithSeats(u"IDE"_s, 5);
        open();
    }
    void cleanup()
    {
        m_window.reset();
        m_desk.reset();
    }

    void searchesByFields()
    {
        search(u"department:sales"_s);
        QTRY_COMPARE(names(), (QStringList{u"Ana Kovač"_s, u"Bo Li"_s}));
        search(u"department:sales -name:bo"_s);
        QTRY_COMPARE(names(), QStringList{u"Ana Kovač"_s});
        QCOMPARE(chips(), (QStringList{u"Department: sales"_s, u"not Name: bo"_s}));
    }

    void takesChipsOff()
    {
        search(u"department:sales name:bo"_s);
        QTRY_COMPARE(names(), QStringList{u"Bo Li"_s});
        page()->findChild<QAbstractButton *>(u"filterChip"_s)->click();
        QCOMPARE(field()->text(), u"name:bo"_s);
        QCOMPARE(chips(), QStringList{u"Name: bo"_s});
        QTest::mouseClick(page()->findChild<QAbstractButton *>(u"activeSegmentButton"_s), Qt::LeftButton);
        QCOMPARE(chips().size(), 2);
        QTest::mouseClick(page()->findChild<QAbstractButton *>(u"clearChipsButton"_s), Qt::LeftButton);
        QVERIFY(chips().isEmpty());
        QTRY_COMPARE(names().size(), 3);
        QCOMPARE(field()->text(), QString());
    }

    void saysWhatIsWrongAndKeepsTheList()
    {
        search(u"name:ana"_s);
        QTRY_COMPARE(names(), QStringList{u"Ana Kovač"_s});
        search(u"colour:red"_s);
        QTRY_VERIFY(assist()->errorText().startsWith(u"There is no field “colour” here."_s));
        QCOMPARE(names(), QStringList{u"Ana Kovač"_s});
        QCOMPARE(chips(), QStringList{u"Name: ana"_s});
        QTRY_VERIFY(page()->isSettled());
        search(u"department:Nowhere"_s);
        QTRY_VERIFY(assist()->errorText().contains(u"There are: Research, Sales."_s));
        search(u"name:bo"_s);
        QTRY_COMPARE(names(), QStringList{u"Bo Li"_s});
        QCOMPARE(assist()->errorText(), QString());
    }

    void checksNamesOnceItKnowsThem()
    {
        MembersPage page(m_desk->access(), m_desk->dialogs);
        QSignalSpy refused(&page, &Page::searchRefused);
        page.show();
        page.search(u"department:Nowhere"_s);
        QVERIFY(refused.isEmpty());
        QTRY_COMPARE(refused.size(), 1);
    }

    void staysQuietWhileOneTypes()
    {
        QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
        QSignalSpy refused(page(), &Page::searchRefused);
        QTest::keyClicks(field(), u"seats>"_s);
        QTRY_VERIFY(!refused.isEmpty());
        QCOMPARE(assist()->errorText(), QString());
        QTest::keyClick(field(), Qt::Key_Return);
        QVERIFY(assist()->errorText().startsWith(u"Say what to look for"_s));
    }

    void completesFieldsAndValues()
    {
        QTRY_VERIFY(!page()->searchGrammar().find(u"department"_s)->choices.isEmpty());
        QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
        QTest::keyClicks(field(), u"dep"_s);
        QCOMPARE(assist()->suggestions(), QStringList{u"department:"_s});
        QTest::keyClick(field(), Qt::Key_Tab);
        QCOMPARE(field()->text(), u"department:"_s);
        QCOMPARE(assist()->suggestions(), (QStringList{u"Research"_s, u"Sales"_s}));
        QTest::keyClick(field(), Qt::Key_Down);
        QTest::keyClick(field(), Qt::Key_Down);
        QTest::keyClick(field(), Qt::Key_Return);
        QCOMPARE(field()->text(), u"department:Sales "_s);
        QVERIFY(assist()->suggestions().isEmpty());
        QTRY_COMPARE(names().size(), 2);
        QTest::keyClicks(field(), u"sta"_s);
        QTest::keyClick(field(), Qt::Key_Escape);
        QVERIFY(assist()->suggestions().isEmpty());
        QVERIFY(!field()->text().isEmpty());
    }

    void helpsWithExamples()
    {
        QTest::keyClick(m_window.get(), Qt::Key_F, Qt::ControlModifier);
        QTest::keyClick(field(), Qt::Key_F1);
        auto *help = m_window->findChild<SearchHelp *>();
        QVERIFY(help);
        emit help->findChild<EntryList *>()->entryActivated(1);
        QCOMPARE(field()->text(), u"name:ana"_s);
        QTRY_COMPARE(names(), QStringList{u"Ana Kovač"_s});
    }

    void goesBackAndForward()
    {
        QTRY_COMPARE(names().size(), 3);
        search(u"name:bo"_s);
        QTRY_COMPARE(names(), QStringList{u"Bo Li"_s});
        m_window->showPage(u"licenses"_s);
        QTRY_VERIFY(button(u"backToolButton"_s)->isEnabled());
        QTest::keyClick(m_window.get(), Qt::Key_Left, Qt::AltModifier);
        QTRY_COMPARE(m_window->currentPageId(), u"members"_s);
        QCOMPARE(field()->text(), u"name:bo"_s);
        QTRY_VERIFY(button(u"forwardToolButton"_s)->isEnabled());
        button(u"backToolButton"_s)->click();
        QTRY_COMPARE(names().size(), 3);
        QCOMPARE(field()->text(), QString());
        QTest::mouseClick(page(), Qt::ForwardButton);
        QTRY_COMPARE(names(), QStringList{u"Bo Li"_s});
        QTest::keyClick(m_window.get(), Qt::Key_Right, Qt::AltModifier);
        QTRY_COMPARE(m_window->currentPageId(), u"licenses"_s);
        QVERIFY(!button(u"forwardToolButton"_s)->isEnabled());
    }

    void savesSharesAndOpensViews()
    {
        search(u"department:sales"_s);
        QTRY_COMPARE(names().size(), 2);
        auto *views = page()->findChild<ViewsButton *>();
        auto *dialog = qobject_cast<ViewNameDialog *>(views->saveView());
        dialog->findChild<QLineEdit *>(u"viewNameEdit"_s)->setText(u"People of Sales"_s);
        dialog->findChild<QAbstractButton *>(u"viewSharedCheck"_s)->click();
        Desk::press(dialog, u"saveButton"_s);
        search({});
        QTRY_COMPARE(names().size(), 3);
        QTRY_VERIFY(action(views, u"view:People of Sales"_s));
        action(views, u"view:People of Sales"_s)->trigger();
        QTRY_COMPARE(names().size(), 2);
        QCOMPARE(field()->text(), u"department:sales"_s);
        const QString login = m_desk->people.add(u"mia"_s, {.role = Role::Staff});
        const auto seen = m_desk->services.views.list(m_desk->people.as(login), u"members"_s);
        QVERIFY(seen);
        QCOMPARE(seen->size(), 1u);
        QVERIFY(!seen->front().isMine);
    }

    void carriesAViewAsText()
    {
        search(u"name:\"bo li\""_s);
        QTRY_COMPARE(names(), QStringList{u"Bo Li"_s});
        auto *views = page()->findChild<ViewsButton *>();
        views->copyAsText();
        QVERIFY(QGuiApplication::clipboard()->text().startsWith(u"seatledger:members?"_s));
        search({});
        QTRY_COMPARE(names().size(), 3);
        m_window->showPage(u"licenses"_s);
        page()->findChild<ViewsButton *>()->openFromClipboard();
        QTRY_COMPARE(m_window->currentPageId(), u"members"_s);
        QTRY_COMPARE(names(), QStringList{u"Bo Li"_s});
    }

private:
    void open()
    {
        PageRegistry pages;
        pages.push_back({u"members"_s, u"users"_s, [] { return u"Members"_s; },
                         [this](QWidget *parent) -> Page * {
                             return new MembersPage(m_desk->access(), m_desk->dialogs, parent);
                         }});
        pages.push_back({u"licenses"_s, u"users"_s, [] { return u"Licences"_s; },
                         [this](QWidget *parent) -> Page * {
                             return new LicensesPage(m_desk->access(), m_desk->dialogs, parent);
                         }});
        m_window = std::make_unique<MainWindow>(std::move(pages));
        m_window->resize(1200, 760);
        m_window->show();
        QVERIFY(QTest::qWaitForWindowActive(m_window.get(), patienceMs));
        QTRY_COMPARE(names().size(), 3);
    }
    void search(const QString &text)
    {
        field()->setFocus();
        field()->edit(text, static_cast<int>(text.size()));
        QTest::keyClick(field(), Qt::Key_Return);
    }
    [[nodiscard]] Page *page() const { return m_window->currentPage(); }
    [[nodiscard]] SearchField *field() const { return m_window->findChild<SearchField *>(u"searchEdit"_s); }
    [[nodiscard]] SearchAssist *assist() const { return field()->findChild<SearchAssist *>(); }
    [[nodiscard]] QAbstractButton *button(const QString &name) const
    {
        return m_window->findChild<QAbstractButton *>(name);
    }
    [[nodiscard]] QStringList chips() const { return page()->findChild<FilterChips *>()->texts(); }
    [[nodiscard]] QStringList names() const
    {
        QStringList texts;
        const QAbstractItemModel *model = qobject_cast<PagedTableView *>(page()->mainView())->model();
        for (int row = 0; row < model->rowCount(); ++row)
            texts += model->index(row, 0).data().toString();
        return texts;
    }
    static QAction *action(ViewsButton *views, const QString &name)
    {
        emit views->menu()->aboutToShow();
        return views->menu()->findChild<QAction *>(name);
    }

    std::unique_ptr<Desk> m_desk;
    std::unique_ptr<MainWindow> m_window;
    MemberId m_ana = *MemberId::fromValue(1);
};

} // namespace seatledger

QTEST_MAIN(seatledger::SearchFlowTest)
#include "searchflowtest.moc"
