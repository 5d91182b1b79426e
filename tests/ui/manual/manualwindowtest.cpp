// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/manual/manualwindow.h"

#include "tests/support/patience.h"
#include "ui/common/manualsubject.h"
#include "ui/common/widgets/dialogframe.h"
#include "ui/common/widgets/searchfield.h"
#include "ui/manual/manualkey.h"
#include "ui/manual/manualview.h"

#include <QLineEdit>
#include <QListWidget>
#include <QScrollBar>
#include <QTest>
#include <QTextDocumentFragment>
#include <QToolButton>
#include <QVBoxLayout>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

template <typename Widget>
Widget *child(const QWidget *parent, const QString &name)
{
    return parent->findChild<Widget *>(name);
}

QStringList listed(const ManualWindow &window)
{
    const auto *contents = child<QListWidget>(&window, u"manualContents"_s);
    QStringList names;
    for (int row = 0; row < contents->count(); ++row)
        names += contents->item(row)->data(Qt::UserRole).toString();
    return names;
}

} // namespace

class ManualWindowTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QLocale::setDefault(QLocale(u"en_GB"_s)); }

    void opensAtThePageAboutWhatHasTheKeyboard()
    {
        ManualKey key;
        QWidget window;
        auto *field = new QLineEdit(&window);
        setManualSubject(&window, u"members"_s);
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        field->setFocus();
        QTest::keyClick(field, Qt::Key_F1);
        QVERIFY(key.window() && key.window()->isVisible());
        QCOMPARE(key.window()->page(), u"members"_s);

        setManualSubject(field, u"importing"_s);
        window.activateWindow();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        field->setFocus();
        QTest::keyClick(field, Qt::Key_F1);
        QCOMPARE(key.window()->page(), u"importing"_s);
    }

    void opensFromADialogWhileItIsOpen()
    {
        ManualKey key;
        QWidget window;
        setManualSubject(&window, u"members"_s);
        window.show();
        auto *dialog = new DialogFrame(u"some"_s, u"Some"_s, &window);
        auto *field = new QLineEdit(dialog);
        dialog->body()->addWidget(field);
        dialog->open();
        QVERIFY(QTest::qWaitForWindowActive(dialog));
        field->setText(u"typed"_s);
        QTest::keyClick(field, Qt::Key_F1);
        QVERIFY(key.window());
        QCOMPARE(key.window()->page(), u"members"_s);
        QVERIFY(dialog->isVisible());
        QCOMPARE(field->text(), u"typed"_s);
    }

    void opensAtTheBeginningWhereNothingSaysWhich()
    {
        ManualKey key;
        QWidget window;
        window.show();
        QVERIFY(QTest::qWaitForWindowActive(&window));
        QTest::keyClick(&window, Qt::Key_F1);
        QCOMPARE(key.window()->page(), u"index"_s);
    }

    void followsLinksAndGoesBack()
    {
        ManualWindow window;
        window.openPage(u"index"_s);
        window.show();
        auto *view = window.findChild<ManualView *>();
        auto *back = child<QToolButton>(&window, u"backToolButton"_s);
        QVERIFY(!back->isEnabled());
        view->setSource(QUrl(u"audit.md"_s));
        QCOMPARE(window.page(), u"audit"_s);
        QCOMPARE(child<QListWidget>(&window, u"manualContents"_s)->currentItem()->text(), u"Audit"_s);
        QVERIFY(back->isEnabled());
        back->click();
        QCOMPARE(window.page(), u"index"_s);
        child<QToolButton>(&window, u"forwardToolButton"_s)->click();
        QCOMPARE(window.page(), u"audit"_s);
        view->setSource(QUrl(u"nothing.md"_s));
        QCOMPARE(window.page(), u"audit"_s);
    }

    void isClosedByEscape()
    {
        ManualKey key;
        key.openAbout(nullptr);
        QVERIFY(QTest::qWaitForWindowActive(key.window()));
        QTest::keyClick(QApplication::focusWidget(), Qt::Key_Escape);
        QVERIFY(!key.window()->isVisible());
    }

    void isSearchedByItsWholeText()
    {
        ManualWindow window;
        window.openPage(u"keyboard"_s);
        window.show();
        const qsizetype all = listed(window).size();
        auto *search = window.findChild<SearchField *>();
        search->setFocus();
        QTest::keyClicks(search, u"Snipe-IT"_s);
        QTRY_VERIFY(listed(window).size() < all);
        QVERIFY(listed(window).contains(u"importing"_s));
        QVERIFY(!listed(window).contains(u"keyboard"_s));
        const auto *view = window.findChild<ManualView *>();
        QVERIFY(!view->extraSelections().isEmpty());
        for (const QTextEdit::ExtraSelection &mark : view->extraSelections())
            QCOMPARE(mark.cursor.selectedText().toLower(), u"snipe-it"_s);
        QTest::keyClick(search, Qt::Key_Escape);
        QTRY_COMPARE(listed(window).size(), all);
    }

    void showsPicturesNoWiderThanTheView()
    {
        ManualWindow window;
        window.resize(700, 500);
        window.openPage(u"members"_s);
        window.show();
        auto *view = window.findChild<ManualView *>();
        const QVariant picture = view->loadResource(QTextDocument::ImageResource,
                                                    QUrl(u"images/members-selected.png"_s));
        const auto image = picture.value<QImage>();
        QVERIFY(!image.isNull());
        QVERIFY(image.deviceIndependentSize().width() <= view->viewport()->width());
        QCOMPARE(view->horizontalScrollBar()->maximum(), 0);
    }
};

} // namespace seatledger

QTEST_MAIN(seatledger::ManualWindowTest)
#include "manualwindowtest.moc"
