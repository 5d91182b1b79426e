// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/mailserver.h"
#include "tests/ui/book/desk.h"
#include "tests/ui/signin/scriptedvault.h"
#include "ui/common/widgets/entrylist.h"
#include "ui/common/widgets/formfield.h"
#include "ui/common/widgets/textlabel.h"
#include "ui/notices/noticebell.h"
#include "ui/notices/noticeboard.h"
#include "ui/notices/noticepanel.h"
#include "ui/notices/noticesettingsdialog.h"
#include "ui/notices/whydialog.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/navigationbutton.h"

#include <QCheckBox>
#include <QLineEdit>
#include <QSignalSpy>
#include <QSpinBox>
#include <QTest>

using namespace Qt::StringLiterals;

namespace seatledger {

/// Notices in the window: found while it runs, listed, read, and the settings with their test message.
class NoticesTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void findsCountsAndShowsThemByItself();
    void listsAndMarksThem();
    void goesToTheLicence();
    void sendsTheTestMessageAndSaysWhatTheServerAnswered();
    void keepsThePasswordInTheKeychainOnly();
    void saysAtTheFieldWhatIsWrong();
    void sendsMailWithThePasswordOfTheKeychain();
    void saysWhy();

private:
    void endSoon(const QString &name) { m_desk->book.entitlement(m_desk->book.license(name), 5, -30, 3); }
    void find() { QVERIFY(m_desk->services.noticeService.find(m_desk->database.session())); }
    std::unique_ptr<NoticeSettingsDialog> dialog(const NoticeSettings &settings, PasswordVault *vault)
    {
        auto made = std::make_unique<NoticeSettingsDialog>(m_desk->access(), settings, vault, nullptr);
        made->setAttribute(Qt::WA_DeleteOnClose, false);
        return made;
    }
    template <typename W>
    static W *child(QWidget *of, const QString &name)
    {
        return of->findChild<W *>(name);
    }
    static NoticeSettings withServer(const MailServer &server, const QString &user = {})
    {
        return {.mail = {.isOn = true,
                         .host = u"localhost"_s,
                         .port = server.port(),
                         .security = MailSecurity::None,
                         .user = user,
                         .sender = u"licences@example.org"_s}};
    }
    NoticeSettings saved()
    {
        return m_desk->services.notices.settings(m_desk->database.session()).value_or(NoticeSettings{});
    }

    std::unique_ptr<Desk> m_desk;
};

void NoticesTest::init()
{
    m_desk = std::make_unique<Desk>();
}

void NoticesTest::cleanup()
{
    m_desk.reset();
}

void NoticesTest::findsCountsAndShowsThemByItself()
{
    endSoon(u"IDE"_s);
    NoticeBoard board(m_desk->access(), nullptr);
    connect(&m_desk->listener, &NotificationListener::changed, &board, &NoticeBoard::takeChange);
    m_desk->listener.start();
    QTRY_VERIFY(m_desk->listener.isConnected());
    MainWindow window({}, nullptr);
    new NoticeBell(board, m_desk->access(), m_desk->dialogs, window);
    board.start();
    QTRY_COMPARE(board.unread(), 1);
    NavigationButton *button = nullptr;
    for (NavigationButton *candidate : window.findChildren<NavigationButton *>())
        button = candidate->id() == "notices"_L1 ? candidate : button;
    QVERIFY(button);
    QTRY_VERIFY(button->accessibleDescription().contains(u'1'));
    // found by somebody else
    endSoon(u"CAD"_s);
    find();
    QTRY_COMPARE(board.unread(), 2);
}

void NoticesTest::listsAndMarksThem()
{
    endSoon(u"IDE"_s);
    endSoon(u"CAD"_s);
    find();
    NoticePanel panel(m_desk->access());
    panel.setAttribute(Qt::WA_DeleteOnClose, false);
    QTRY_VERIFY(panel.isSettled());
    auto *list = child<EntryList>(&panel, u"noticesList"_s);
    QCOMPARE(list->count(), 2);
    QVERIFY(list->model()->index(0, 0).data().toString().contains(u" ends on "_s));
    auto *all = child<QPushButton>(&panel, u"markAllButton"_s);
    QVERIFY(all->isEnabled());
    all->click();
    QTRY_VERIFY(panel.notices().front().isRead && panel.notices().back().isRead);
    QVERIFY(!all->isEnabled());
    QCOMPARE(m_desk->services.notices.unreadCount(m_desk->database.session()).value_or(-1), 0);
}

void NoticesTest::goesToTheLicence()
{
    endSoon(u"IDE"_s);
    find();
    NoticePanel panel(m_desk->access());
    panel.setAttribute(Qt::WA_DeleteOnClose, false);
    QTRY_VERIFY(panel.isSettled());
    QSignalSpy asked(&panel, &NoticePanel::licenseRequested);
    auto *list = child<EntryList>(&panel, u"noticesList"_s);
    list->setCurrentIndex(list->model()->index(0, 0));
    QTest::keyClick(list, Qt::Key_Return);
    QCOMPARE(asked.size(), 1);
    QCOMPARE(asked.first().at(0).toString(), u"IDE"_s);
    QCOMPARE(asked.first().at(1).toLongLong(), 1);
    QTRY_COMPARE(m_desk->services.notices.unreadCount(m_desk->database.session()).value_or(-1), 0);
}

void NoticesTest::sendsTheTestMessageAndSaysWhatTheServerAnswered()
{
    MailServer server;
    const auto settings = dialog(withServer(server), nullptr);
    child<QLineEdit>(settings.get(), u"testAddressLineEdit"_s)->setText(u"ana@example.org"_s);
    auto *button = child<QPushButton>(settings.get(), u"testButton"_s);
    auto *answer = child<TextLabel>(settings.get(), u"answerLabel"_s);
    button->click();
    QTRY_VERIFY(button->isEnabled());
    QVERIFY2(answer->text().contains(u"queued as 4711"_s), qPrintable(answer->text()));
    QCOMPARE(answer->tone(), Tone::Success);
    QCOMPARE(server.received().size(), 1);
    server.behave({.recipientAnswer = "550 5.1.1 Nobody of this name"});
    button->click();
    QTRY_VERIFY(button->isEnabled());
    QVERIFY2(answer->text().contains(u"Nobody of this name"_s), qPrintable(answer->text()));
    QCOMPARE(answer->tone(), Tone::Danger);
    QCOMPARE(saved(), NoticeSettings{}); // a test saves nothing
}

void NoticesTest::keepsThePasswordInTheKeychainOnly()
{
    ScriptedVault vault;
    const auto settings = dialog({}, &vault);
    child<QCheckBox>(settings.get(), u"mailCheckBox"_s)->setChecked(true);
    child<QLineEdit>(settings.get(), u"hostLineEdit"_s)->setText(u"mail.example.org"_s);
    child<QLineEdit>(settings.get(), u"userLineEdit"_s)->setText(u"book"_s);
    child<QLineEdit>(settings.get(), u"passwordLineEdit"_s)->setText(u"s3cret"_s);
    child<QLineEdit>(settings.get(), u"senderLineEdit"_s)->setText(u"licences@example.org"_s);
    QSignalSpy accepted(settings.get(), &QDialog::accepted);
    child<QPushButton>(settings.get(), u"saveButton"_s)->click();
    QTRY_COMPARE(accepted.size(), 1);
    QCOMPARE(saved().mail.user, u"book"_s);
    QCOMPARE(vault.passwords.value(mailPasswordKey(saved().mail)), u"s3cret"_s);
    QCOMPARE(m_desk->database.value(
                 u"SELECT count(*) FROM seatledger.audit_event WHERE new::text LIKE '%s3cret%'"_s),
             u"0"_s);
}

void NoticesTest::saysAtTheFieldWhatIsWrong()
{
    const auto settings = dialog({}, nullptr);
    child<QLineEdit>(settings.get(), u"leadsLineEdit"_s)->setText(u"90, soon"_s);
    QSignalSpy accepted(settings.get(), &QDialog::accepted);
    child<QPushButton>(settings.get(), u"saveButton"_s)->click();
    QVERIFY(!child<FormField>(settings.get(), u"notice_lead_daysField"_s)->message().isEmpty());
    child<QLineEdit>(settings.get(), u"leadsLineEdit"_s)->setText(u"60，14"_s); // as it is typed in Chinese
    child<QPushButton>(settings.get(), u"saveButton"_s)->click();
    QTRY_COMPARE(accepted.size(), 1);
    QCOMPARE(saved().leadDays, (QList{60, 14}));
}

void NoticesTest::sendsMailWithThePasswordOfTheKeychain()
{
    MailServer server({.user = "book", .password = "s3cret"});
    const NoticeSettings settings = withServer(server, u"book"_s);
    VERIFY_RESULT(m_desk->services.noticeService.change(m_desk->database.session(), settings));
    const MemberId ana = m_desk->book.member(u"Ana"_s);
    endSoon(u"IDE"_s);
    m_desk->database.sql(u"UPDATE seatledger.license SET owner_member_id = %1"_s.arg(ana.value()));
    ScriptedVault vault;
    vault.passwords.insert(mailPasswordKey(settings.mail), u"s3cret"_s);
    NoticeBoard board(m_desk->access(), &vault);
    board.start();
    QTRY_COMPARE(server.received().size(), 1);
    QCOMPARE(server.received().first().to, "m1@example.org");
}

void NoticesTest::saysWhy()
{
    endSoon(u"IDE"_s);
    WhyDialog why(m_desk->access(), *LicenseId::fromValue(1), u"IDE"_s, nullptr);
    QTRY_VERIFY(why.isSettled());
    QStringList sentences;
    for (const TextLabel *label : why.findChildren<TextLabel *>())
        sentences.append(label->text());
    QVERIFY2(!sentences.filter(u"has no owner"_s).isEmpty(), qPrintable(sentences.join(u'\n')));
    QVERIFY(!sentences.filter(u"is found within a minute"_s).isEmpty());
}

} // namespace seatledger

QTEST_MAIN(seatledger::NoticesTest)
#include "noticestest.moc"
