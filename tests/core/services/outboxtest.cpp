// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/transaction.h"
#include "core/services/services.h"
#include "tests/support/book.h"
#include "tests/support/colleagues.h"
#include "tests/support/mailserver.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace seatledger {

/// Mail about notices: written in the database, sent by whichever process is running.
class OutboxTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void writesOneMessageToEach();
    void writesToTheFallback();
    void writesToAdministratorsWithoutOne();
    void writesNothingWhileMailIsOff();
    void isClaimedByOneOnly();
    void isSentAgainAfterACrash();
    void waitsLongerAfterEachFailure();
    void sendsWhatWaits();
    void speaksTheOrganisationsLanguage();
    void givesUpOnARefusedRecipientOnly();
    void keepsWhatTheServerDoesNotTake_data();
    void keepsWhatTheServerDoesNotTake();
    void asksForAPassword();
    void isSentByAdministratorsOnly();
    void sendsATestMessage();
    void tellsWhatBecameOfIt();

private:
    void useServer(const QString &language = u"en"_s);
    LicenseId endingSoon(const QString &name, std::optional<MemberId> owner);
    int find() { return static_cast<int>(m_services.noticeService.find(m_database->session()).value_or(-1)); }
    QString addresses()
    {
        return m_database->value(
            u"SELECT string_agg(address || ':' || (SELECT count(*) FROM seatledger.mail_notice x WHERE "
            "x.mail_id = m.id), ' ' ORDER BY address) FROM seatledger.mail_message m"_s);
    }
    QStringList mail()
    {
        return m_database->sql(u"SELECT state, attempts, failure FROM seatledger.mail_message"_s).value(0);
    }

    std::unique_ptr<MailServer> m_server;
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<Book> m_book;
    Services m_services;
};

void OutboxTest::init()
{
    m_database = std::make_unique<TestDatabase>();
    m_book = std::make_unique<Book>(*m_database);
    m_server = std::make_unique<MailServer>();
    useServer();
}

void OutboxTest::useServer(const QString &language)
{
    VERIFY_RESULT(m_services.noticeService.change(m_database->session(),
                                                  {.language = language,
                                                   .mail = {.isOn = true,
                                                            .host = u"localhost"_s,
                                                            .port = m_server->port(),
                                                            .security = MailSecurity::None,
                                                            .sender = u"licences@example.org"_s}}));
}

LicenseId OutboxTest::endingSoon(const QString &name, std::optional<MemberId> owner)
{
    const LicenseId license = m_book->license(name);
    if (owner)
        m_database->sql(
            u"UPDATE seatledger.license SET owner_member_id = %1 WHERE id = %2"_s.arg(owner->value())
                .arg(license.value()));
    m_book->entitlement(license, 5, -30, 3);
    return license;
}

void OutboxTest::writesOneMessageToEach()
{
    const MemberId ana = m_book->member(u"Ana"_s);
    const MemberId ben = m_book->member(u"Ben"_s);
    endingSoon(u"IDE"_s, ana);
    endingSoon(u"CAD"_s, ana);
    endingSoon(u"Web"_s, ben);
    QCOMPARE(find(), 3);
    QCOMPARE(addresses(), u"m1@example.org:2 m2@example.org:1"_s);
    QCOMPARE(find(), 0);
    QCOMPARE(addresses(), u"m1@example.org:2 m2@example.org:1"_s);
    endingSoon(u"Later"_s, ana); // another run, another message
    QCOMPARE(find(), 1);
    QCOMPARE(addresses(), u"m1@example.org:2 m1@example.org:1 m2@example.org:1"_s);
}

void OutboxTest::writesToTheFallback()
{
    auto settings = m_services.notices.settings(m_database->session()).value();
    settings.fallback = u"it@example.org"_s;
    VERIFY_RESULT(m_services.noticeService.change(m_database->session(), settings));
    endingSoon(u"IDE"_s, std::nullopt);
    QCOMPARE(find(), 1);
    QCOMPARE(addresses(), u"it@example.org:1"_s);
}

void OutboxTest::writesToAdministratorsWithoutOne()
{
    endingSoon(u"IDE"_s, std::nullopt);
    QCOMPARE(find(), 1);
    QCOMPARE(addresses(), QString()); // there is nobody yet
    Colleagues people(*m_database);
    people.add(u"boss"_s, {.role = Role::Administrator, .member = m_book->member(u"Boss"_s)});
    people.add(u"chief"_s, {.role = Role::Administrator, .member = m_book->member(u"Chief"_s)});
    people.add(u"staff"_s, {.role = Role::Staff, .member = m_book->member(u"Staff"_s)});
    QCOMPARE(find(), 0);
    QCOMPARE(addresses(), u"m1@example.org:1 m2@example.org:1"_s);
}

void OutboxTest::writesNothingWhileMailIsOff()
{
    VERIFY_RESULT(m_services.noticeService.change(m_database->session(), {}));
    endingSoon(u"IDE"_s, m_book->member(u"Ana"_s));
    QCOMPARE(find(), 1);
    QCOMPARE(addresses(), QString());
    // switched on within a week, it is still worth a message; later it is not
    m_database->sql(u"UPDATE seatledger.notification SET created_at = now() - interval '8 days'"_s);
    useServer();
    find();
    QCOMPARE(addresses(), QString());
    m_database->sql(u"UPDATE seatledger.notification SET created_at = now() - interval '6 days'"_s);
    m_book->member(u"Ben"_s); // without any change since, nobody looks again
    find();
    QCOMPARE(addresses(), u"m1@example.org:1"_s);
}

void OutboxTest::isClaimedByOneOnly()
{
    endingSoon(u"IDE"_s, m_book->member(u"Ana"_s));
    endingSoon(u"CAD"_s, m_book->member(u"Ben"_s));
    find();
    const auto claim = [this](Session &session) {
        return m_services.outbox.claim(session, QUuid::createUuid(), false).value();
    };
    // two at once: the second neither waits nor gets the same
    auto transaction = Transaction::begin(m_database->session().connection(), u"claim");
    VERIFY_RESULT(transaction);
    const auto one = claim(m_database->session());
    const auto other = claim(m_database->otherSession());
    VERIFY_RESULT(transaction->commit());
    QVERIFY(one && other);
    QVERIFY(one->id != other->id);
    QVERIFY(!claim(m_database->session()));
    QVERIFY(!claim(m_database->otherSession()));
}

void OutboxTest::isSentAgainAfterACrash()
{
    endingSoon(u"IDE"_s, m_book->member(u"Ana"_s));
    find();
    const QUuid crashed = QUuid::createUuid();
    const auto first = m_services.outbox.claim(m_database->session(), crashed, false).value();
    QVERIFY(first);
    m_database->sql(u"UPDATE seatledger.mail_message SET lease_until = now() - interval '1 second'"_s);
    const QUuid next = QUuid::createUuid();
    const auto second = m_services.outbox.claim(m_database->session(), next, false).value();
    QVERIFY(second);
    QCOMPARE(second->messageId, first->messageId);
    QCOMPARE(second->attempts, 2);
    // who was taken for dead has no say any more
    VERIFY_RESULT(m_services.outbox.end(m_database->session(), first->id, crashed, u"I am late"_s, true));
    QCOMPARE(mail().value(0), u"sending"_s);
    VERIFY_RESULT(m_services.outbox.end(m_database->session(), second->id, next));
    QCOMPARE(mail().value(0), u"sent"_s);
    QCOMPARE(m_database->value(u"SELECT count(sent_at) FROM seatledger.notification"_s), u"1"_s);
}

void OutboxTest::waitsLongerAfterEachFailure()
{
    endingSoon(u"IDE"_s, m_book->member(u"Ana"_s));
    find();
    QStringList pauses;
    for (int i = 0; i < 7; ++i) {
        const QUuid claimer = QUuid::createUuid();
        const auto claimed = m_services.outbox.claim(m_database->session(), claimer, true).value();
        QVERIFY(claimed);
        VERIFY_RESULT(m_services.outbox.end(m_database->session(), claimed->id, claimer, u"No"_s));
        QVERIFY(!m_services.outbox.claim(m_database->session(), claimer, false).value());
        pauses.append(m_database->value(
            u"SELECT round(extract(epoch FROM next_attempt - clock_timestamp()) / 60) FROM seatledger.mail_message"_s));
    }
    QCOMPARE(pauses, (QStringList{u"1"_s, u"5"_s, u"15"_s, u"60"_s, u"240"_s, u"720"_s, u"720"_s}));
    m_database->sql(u"UPDATE seatledger.mail_message SET created_at = now() - interval '4 days'"_s);
    const QUuid last = QUuid::createUuid();
    VERIFY_RESULT(m_services.outbox.end(
        m_database->session(), m_services.outbox.claim(m_database->session(), last, true).value()->id, last,
        u"No"_s));
    QCOMPARE(mail().value(0), u"failed"_s);
}

void OutboxTest::sendsWhatWaits()
{
    const MemberId ana = m_book->member(u"Ana Silva"_s);
    endingSoon(u"IDE"_s, ana);
    endingSoon(u"青云文档"_s, ana);
    find();
    const auto run = m_services.mail.sendWaiting(m_database->session(), {});
    VERIFY_RESULT(run);
    QCOMPARE(run->sent, 1);
    QCOMPARE(m_server->received().size(), 1);
    const ReceivedMail arrived = m_server->received().first();
    QCOMPARE(arrived.to, "m1@example.org");
    QVERIFY(arrived.data.contains("To: \"Ana Silva\" <m1@example.org>"));
    QVERIFY(arrived.data.contains(
        "Message-ID: <" + m_database->value(u"SELECT message_id FROM seatledger.mail_message"_s).toUtf8()
        + '>'));
    const QString body = QString::fromUtf8(
        QByteArray::fromBase64(arrived.data.mid(arrived.data.indexOf("\r\n\r\n"))));
    QVERIFY2(body.contains(u"IDE ends on "_s) && body.contains(u"青云文档 ends on "_s), qPrintable(body));
    QVERIFY2(!body.contains(u'%'), qPrintable(body));
    QCOMPARE(mail(), (QStringList{u"sent"_s, u"1"_s, QString()}));
    QCOMPARE(m_database->value(u"SELECT count(sent_at) FROM seatledger.notification"_s), u"2"_s);
    QCOMPARE(m_services.mail.sendWaiting(m_database->session(), {}).value().sent, 0);
}

void OutboxTest::speaksTheOrganisationsLanguage()
{
    useServer(u"zh_CN"_s);
    endingSoon(u"IDE"_s, m_book->member(u"Ana"_s));
    find();
    VERIFY_RESULT(m_services.mail.sendWaiting(m_database->session(), {}));
    const QByteArray data = m_server->received().value(0).data;
    const QString body = QString::fromUtf8(QByteArray::fromBase64(data.mid(data.indexOf("\r\n\r\n"))));
    QVERIFY2(body.contains(m_book->today().addDays(3).toString(u"yyyy年M月d日"_s)), qPrintable(body));
}

void OutboxTest::givesUpOnARefusedRecipientOnly()
{
    m_server->behave({.recipientAnswer = "550 5.1.1 Nobody of this name"});
    endingSoon(u"IDE"_s, m_book->member(u"Ana"_s));
    endingSoon(u"CAD"_s, m_book->member(u"Ben"_s));
    find();
    const auto run = m_services.mail.sendWaiting(m_database->session(), {});
    VERIFY_RESULT(run);
    QCOMPARE(run->failed, 2); // one's address says nothing about the other's
    QCOMPARE(mail().value(0), u"failed"_s);
    QVERIFY(mail().value(2).contains(u"550 5.1.1"_s));
    QCOMPARE(m_services.mail.standing(m_database->session()).value().failed, 2);
}

void OutboxTest::keepsWhatTheServerDoesNotTake_data()
{
    QTest::addColumn<QByteArray>("recipient");
    QTest::addColumn<bool>("hangsUp");
    QTest::newRow("grey list") << QByteArray("451 4.7.1 Later") << false;
    QTest::newRow("lost in the middle") << QByteArray("250 Ok") << true;
}

void OutboxTest::keepsWhatTheServerDoesNotTake()
{
    QFETCH(const QByteArray, recipient);
    QFETCH(const bool, hangsUp);
    m_server->behave({.recipientAnswer = recipient, .hangsUpInMessage = hangsUp});
    endingSoon(u"IDE"_s, m_book->member(u"Ana"_s));
    find();
    QCOMPARE(m_services.mail.sendWaiting(m_database->session(), {}).value().failed, 1);
    QCOMPARE(mail().value(0), u"waiting"_s);
    m_server->behave({});
    QCOMPARE(m_services.mail.sendWaiting(m_database->session(), {}).value().sent, 0); // not yet
    QCOMPARE(m_services.mail.sendWaiting(m_database->session(), {}, true).value().sent, 1);
    QCOMPARE(mail(), (QStringList{u"sent"_s, u"2"_s, QString()}));
    QCOMPARE(m_server->received().size(), 1);
}

void OutboxTest::asksForAPassword()
{
    auto settings = m_services.notices.settings(m_database->session()).value();
    settings.mail.user = u"book"_s;
    VERIFY_RESULT(m_services.noticeService.change(m_database->session(), settings));
    m_server->behave({.user = "book", .password = "right"});
    endingSoon(u"IDE"_s, m_book->member(u"Ana"_s));
    find();
    const auto without = m_services.mail.sendWaiting(m_database->session(), {});
    VERIFY_RESULT(without);
    QVERIFY(without->lacksPassword);
    QCOMPARE(mail().value(1), u"0"_s); // somebody who has it may still come
    const auto wrong = m_services.mail.sendWaiting(m_database->session(), {.password = u"wr0ng"_s});
    QCOMPARE(wrong.value().failed, 1);
    QVERIFY(!mail().value(2).contains(u"wr0ng"_s));
    QCOMPARE(m_services.mail.sendWaiting(m_database->session(), {.password = u"right"_s}, true).value().sent,
             1);
    QCOMPARE(m_database->value(u"SELECT count(*) FROM seatledger.setting WHERE value = 'right'"_s), u"0"_s);
}

void OutboxTest::isSentByAdministratorsOnly()
{
    Colleagues people(*m_database);
    const QString boss = people.add(u"boss"_s, {.role = Role::Administrator});
    const QString staff = people.add(u"staff"_s, {.role = Role::Staff});
    endingSoon(u"IDE"_s, m_book->member(u"Ana"_s));
    find();
    QCOMPARE(m_services.mail.sendWaiting(people.as(staff), {}).value().sent, 0);
    QCOMPARE(m_services.mail.sendWaiting(people.as(boss), {}).value().sent, 1);
}

void OutboxTest::sendsATestMessage()
{
    const auto settings = m_services.notices.settings(m_database->session()).value();
    const auto answer = m_services.mail.sendTest(m_database->session(), settings, u"ana@example.org"_s, {});
    VERIFY_RESULT(answer);
    QCOMPARE(*answer, u"250 2.0.0 Ok: queued as 4711"_s);
    QVERIFY(m_server->received().value(0).data.contains("Subject: Test message from Seatledger"));
    VERIFY_ERROR(m_services.mail.sendTest(m_database->session(), settings, u"nobody"_s, {}),
                 ErrorCode::InvalidInput);
    Colleagues people(*m_database);
    const QString staff = people.add(u"staff"_s, {.role = Role::Staff});
    VERIFY_ERROR(m_services.mail.sendTest(people.as(staff), settings, u"ana@example.org"_s, {}),
                 ErrorCode::Forbidden);
}

void OutboxTest::tellsWhatBecameOfIt()
{
    m_server->behave({.recipientAnswer = "451 4.7.1 Later"});
    const LicenseId ide = endingSoon(u"IDE"_s, m_book->member(u"Ana"_s));
    find();
    const auto told = [&] {
        return m_services.noticeService.explain(m_database->session(), ide)
            .value()
            .sentences.filter(u"7 day"_s)
            .value(0);
    };
    QVERIFY2(told().contains(u"waits to be sent"_s), qPrintable(told()));
    VERIFY_RESULT(m_services.mail.sendWaiting(m_database->session(), {}));
    QVERIFY2(told().contains(u"is tried again"_s) && told().contains(u"451 4.7.1"_s), qPrintable(told()));
    m_server->behave({});
    VERIFY_RESULT(m_services.mail.sendWaiting(m_database->session(), {}, true));
    QVERIFY2(told().contains(u"sent on "_s) && told().contains(u"m1@example.org"_s), qPrintable(told()));
}

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::OutboxTest)
#include "outboxtest.moc"
