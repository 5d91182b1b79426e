// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/settingspage.h"

#include "core/services/language.h"
#include "tests/support/patience.h"
#include "tests/ui/support/demopage.h"
#include "ui/common/style/desktoplook.h"
#include "ui/common/widgets/searchfield.h"
#include "ui/settings/preferences.h"
#include "ui/shell/mainwindow.h"

#include <QApplication>
#include <QComboBox>
#include <QLabel>
#include <QSettings>
#include <QStandardPaths>
#include <QTest>

#include <memory>

namespace seatledger {

using namespace fake;
using namespace Qt::StringLiterals;

class SettingsPageTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase() { QStandardPaths::setTestModeEnabled(true); }
    void init()
    {
        QSettings().clear();
        QLocale::setDefault(QLocale(u"en_GB"_s));
        makeWindow();
        m_window->showPage(u"settings"_s);
    }
    void cleanup()
    {
        m_window.reset();
        m_preferences.reset();
        useLanguage(QLocale(QLocale::English));
        applyTheme(*qApp, Scheme::Light);
    }

    void isOpenedFromTheFootAndByKeyboard()
    {
        m_window->showPage(u"members"_s);
        QTest::keyClick(m_window.get(), Qt::Key_Comma, Qt::ControlModifier);
        QTRY_COMPARE(m_window->currentPageId(), u"settings"_s);
        m_window->showPage(u"members"_s);
        auto *button = m_window->findChild<QAbstractButton *>(u"settingsNavigationButton"_s);
        QVERIFY(button->toolTip().contains(u"Ctrl+,"_s));
        button->click();
        QCOMPARE(m_window->currentPageId(), u"settings"_s);
    }

    void appearanceIsAppliedAtOnceAndKept()
    {
        choose(u"scheme"_s, static_cast<int>(SchemeChoice::HighContrastDark));
        QCOMPARE(schemeOf(QApplication::palette()), Scheme::HighContrastDark);
        startAnew();
        QCOMPARE(schemeOf(QApplication::palette()), Scheme::HighContrastDark);
        QCOMPARE(box(u"scheme"_s)->currentData().toInt(), static_cast<int>(SchemeChoice::HighContrastDark));
    }

    void theQuickMenuAndThePageShowTheSame()
    {
        emit m_window->schemeChosen(SchemeChoice::Dark);
        QCOMPARE(box(u"scheme"_s)->currentData().toInt(), static_cast<int>(SchemeChoice::Dark));
    }

    void sizeOfTextIsAppliedAtOnceAndKept()
    {
        const double once = QApplication::font().pointSizeF();
        QWidget *const before = m_window->currentPage();
        choose(u"textSize"_s, 150);
        QCOMPARE(QApplication::font().pointSizeF(), 1.5 * once);
        QTRY_VERIFY(m_window->currentPage() != before); // laid out for the new size
        QCOMPARE(m_window->currentPageId(), u"settings"_s);
        QTRY_VERIFY(box(u"textSize"_s)->hasFocus());
        startAnew();
        QCOMPARE(box(u"textSize"_s)->currentData().toInt(), 150);
    }

    void languageIsAppliedAtOnceAndKept()
    {
        QCOMPARE(words(), u"Appearance"_s);
        choose(u"language"_s, u"zh_CN"_s);
        QTRY_COMPARE(words(), u"外观"_s);
        QCOMPARE(m_window->currentPageId(), u"settings"_s);
        QTRY_VERIFY(box(u"language"_s)->hasFocus());
        startAnew();
        QTRY_COMPARE(words(), u"外观"_s);
        choose(u"language"_s, u"en_US"_s);
        QTRY_COMPARE(words(), u"Appearance"_s);
    }

    void aPageIsAsItWasLeftInTheNewLanguage()
    {
        m_window->showPage(u"members"_s);
        auto *search = m_window->findChild<SearchField *>(u"searchEdit"_s);
        QTest::keyClicks(search, u"nothing"_s);
        QTRY_COMPARE(m_window->findChild<QLabel *>(u"pageCountLabel"_s)->text(), u"0"_s);
        m_window->showPage(u"settings"_s);
        QWidget *const before = m_window->currentPage();
        choose(u"language"_s, u"zh_CN"_s);
        QTRY_VERIFY(m_window->currentPage() != before);
        m_window->showPage(u"members"_s);
        QCOMPARE(m_window->findChild<SearchField *>(u"searchEdit"_s)->text(), u"nothing"_s);
        QTRY_COMPARE(m_window->findChild<QLabel *>(u"pageCountLabel"_s)->text(), u"0"_s);
    }

    void whatWasTypedIntoADialogStays()
    {
        auto *dialog = new QDialog(m_window->currentPage());
        auto *edit = new QLineEdit(dialog);
        dialog->open();
        edit->setText(u"half a sentence"_s);
        QPointer<QLineEdit> typed = edit;
        const QWidget *const before = m_window->currentPage();
        m_preferences->setLanguage(u"zh_CN"_s);
        QTest::qWait(50); // longer than the window takes when nothing is in its way
        QVERIFY(typed);
        QCOMPARE(typed->text(), u"half a sentence"_s);
        QVERIFY(m_window->currentPage() == before);
        dialog->accept();
        QTRY_VERIFY(m_window->currentPage() != before);
        QCOMPARE(words(), u"外观"_s);
    }

    void shortcutsWorkOnceAfterTheChange()
    {
        choose(u"language"_s, u"zh_CN"_s);
        QTRY_COMPARE(words(), u"外观"_s);
        QTest::keyClick(m_window.get(), Qt::Key_1, Qt::ControlModifier); // two of them would be ambiguous
        QTRY_COMPARE(m_window->currentPageId(), u"members"_s);
    }

    void beginsWithThePageThatWasChosen()
    {
        QSettings().setValue(u"window/page"_s, u"settings"_s);
        choose(u"startPage"_s, u"licenses"_s);
        makeWindow();
        m_window->restorePlacement(m_preferences->startPage());
        QCOMPARE(m_window->currentPageId(), u"licenses"_s);
        m_preferences->setStartPage({});
        makeWindow();
        m_window->restorePlacement(m_preferences->startPage());
        QCOMPARE(m_window->currentPageId(), u"settings"_s);
    }

    void takesNothingStrangeFromTheSettings()
    {
        QSettings settings;
        settings.setValue(u"window/scheme"_s, 99);
        settings.setValue(u"window/textPercent"_s, -3);
        settings.setValue(u"window/language"_s, u"xx"_s);
        const Preferences preferences(m_look);
        QCOMPARE(preferences.scheme(), SchemeChoice::System);
        QCOMPARE(preferences.textPercent(), 100);
        QCOMPARE(preferences.language(), QString());
    }

private:
    void makeWindow()
    {
        m_window.reset();
        m_preferences = std::make_unique<Preferences>(m_look);
        PageRegistry pages;
        for (const QString &id : {u"members"_s, u"licenses"_s})
            pages.push_back({id, u"users"_s, [id] { return id; },
                             [](QWidget *parent) { return new DemoPage(parent, 500); }});
        pages.push_back({.id = u"settings"_s,
                         .iconName = u"settings"_s,
                         .label = [] { return u"Settings"_s; },
                         .create = [this, pages](QWidget *parent) -> Page * {
                             std::vector<SettingsPage::StartPage> starts;
                             for (const PageEntry &page : pages)
                                 starts.push_back({page.id, page.label});
                             return new SettingsPage(*m_preferences, starts, parent);
                         },
                         .isAtFoot = true,
                         .keys = QKeySequence(Qt::CTRL | Qt::Key_Comma)});
        m_window = std::make_unique<MainWindow>(std::move(pages));
        connect(m_window.get(), &MainWindow::schemeChosen, m_preferences.get(), &Preferences::setScheme);
        m_window->show();
        [&] { QVERIFY(QTest::qWaitForWindowActive(m_window.get())); }();
    }
    void startAnew()
    {
        m_window.reset();
        useLanguage(QLocale(QLocale::English));
        applyTheme(*qApp, Scheme::Light);
        makeWindow();
        m_preferences->apply();
        QCoreApplication::sendPostedEvents();
        m_window->showPage(u"settings"_s);
        QTRY_VERIFY(box(u"scheme"_s));
    }
    QComboBox *box(const QString &name) const
    {
        return m_window->currentPage()->findChild<QComboBox *>(name + u"ComboBox"_s);
    }
    void choose(const QString &name, const QVariant &data) const
    {
        QComboBox *chosen = box(name);
        chosen->setFocus();
        chosen->setCurrentIndex(chosen->findData(data));
        emit chosen->activated(chosen->currentIndex());
    }
    /// What the window says of itself.
    QString words() const { return m_window->findChild<QAbstractButton *>(u"appearanceButton"_s)->text(); }

    DesktopLook m_look{QDBusConnection(u"there is none"_s)};
    std::unique_ptr<Preferences> m_preferences;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace seatledger

QTEST_MAIN(seatledger::SettingsPageTest)
#include "settingspagetest.moc"
