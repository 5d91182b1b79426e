// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/mail/smtpsender.h"

#include "tests/support/mailserver.h"
#include "tests/support/verify.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;

namespace seatledger {

/// Against a real server on this machine: what arrives, and what is said when nothing does.
class SmtpSenderTest : public QObject
{
    Q_OBJECT

private slots:
    void delivers();
    void deliversEncrypted_data();
    void deliversEncrypted();
    void refusesAServerThatNobodyVouchesFor();
    void neverGivesUpEncryption();
    void saysThatThePasswordIsWrongWithoutSayingIt();
    void tellsFinalFromPassing_data();
    void tellsFinalFromPassing();
    void noticesALostConnection();
    void saysThatThereIsNoSuchServer();
    void givesUpOnASilentServer();
    void canBeCancelled();

private:
    [[nodiscard]] SmtpServer reach(const MailServer &server, MailSecurity security = MailSecurity::None) const
    {
        return {.settings = {.isOn = true,
                             .host = u"localhost"_s,
                             .port = server.port(),
                             .security = security,
                             .sender = u"licences@example.org"_s},
                .authorityFile = server.authorityFile()};
    }
    static MailMessage message()
    {
        return {.from = u"licences@example.org"_s,
                .to = u"ana@example.org"_s,
                .subject = u"IDE"_s,
                .body = u"It ends.\n.\n"_s,
                .messageId = u"1@example.org"_s,
                .at = QDateTime(QDate(2026, 3, 1), QTime(8, 0), Qt::UTC)};
    }
    static QString reasonOf(const Result<QString> &sent)
    {
        return sent ? u"sent"_s : sent.error().details.value(u"reason"_s).toString();
    }
};

void SmtpSenderTest::delivers()
{
    MailServer server;
    const auto answer = sendMail(reach(server), message());
    VERIFY_RESULT(answer);
    QCOMPARE(*answer, u"250 2.0.0 Ok: queued as 4711"_s);
    QCOMPARE(server.received().size(), 1);
    const ReceivedMail mail = server.received().first();
    QCOMPARE(mail.from, "licences@example.org");
    QCOMPARE(mail.to, "ana@example.org");
    QCOMPARE(mail.data, mimeText(message()));
}

void SmtpSenderTest::deliversEncrypted_data()
{
    QTest::addColumn<bool>("begins");
    QTest::newRow("STARTTLS") << false;
    QTest::newRow("TLS") << true;
}

void SmtpSenderTest::deliversEncrypted()
{
    QFETCH(const bool, begins);
    MailServer server({.offersTls = !begins, .beginsWithTls = begins, .user = "book", .password = "s3cret"});
    SmtpServer way = reach(server, begins ? MailSecurity::Tls : MailSecurity::StartTls);
    way.settings.user = u"book"_s;
    way.password = u"s3cret"_s;
    VERIFY_RESULT(sendMail(way, message()));
    QCOMPARE(server.received().size(), 1);
    QVERIFY(server.received().first().wasEncrypted);
    QCOMPARE(server.received().first().user, "book");
}

void SmtpSenderTest::refusesAServerThatNobodyVouchesFor()
{
    MailServer server({.offersTls = true});
    SmtpServer way = reach(server, MailSecurity::StartTls);
    way.authorityFile.clear();
    QCOMPARE(reasonOf(sendMail(way, message())), u"untrusted"_s);
    way = reach(server, MailSecurity::StartTls);
    way.settings.host = u"127.0.0.1"_s; // the certificate is for localhost
    QCOMPARE(reasonOf(sendMail(way, message())), u"untrusted"_s);
    QVERIFY(server.received().isEmpty());
}

void SmtpSenderTest::neverGivesUpEncryption()
{
    MailServer server;
    const auto sent = sendMail(reach(server, MailSecurity::StartTls), message());
    QCOMPARE(reasonOf(sent), u"no_tls"_s);
    QCOMPARE(sent.error().code, ErrorCode::Offline);
    QVERIFY(server.received().isEmpty());
}

void SmtpSenderTest::saysThatThePasswordIsWrongWithoutSayingIt()
{
    MailServer server({.user = "book", .password = "right"});
    SmtpServer way = reach(server);
    way.settings.user = u"book"_s;
    way.password = u"wr0ng-pass"_s;
    const auto sent = sendMail(way, message());
    QCOMPARE(reasonOf(sent), u"refused_login"_s);
    QCOMPARE(sent.error().code, ErrorCode::Forbidden);
    // this server repeats what it was told
    QVERIFY2(sent.error().message.contains(u"535"_s), qPrintable(sent.error().message));
    QVERIFY2(!sent.error().message.contains(u"wr0ng"_s), qPrintable(sent.error().message));
    QVERIFY(!sent.error().details.value(u"answer"_s).toString().contains(u"wr0ng"_s));
}

void SmtpSenderTest::tellsFinalFromPassing_data()
{
    QTest::addColumn<QByteArray>("recipient");
    QTest::addColumn<QByteArray>("message");
    QTest::addColumn<bool>("final");
    QTest::newRow("nobody of this name")
        << QByteArray("550 5.1.1 No such user") << QByteArray("250 Ok") << true;
    QTest::newRow("grey list") << QByteArray("451 4.7.1 Later") << QByteArray("250 Ok") << false;
    QTest::newRow("spam") << QByteArray("250 Ok") << QByteArray("554 5.7.1 Spam") << true;
    QTest::newRow("disk full") << QByteArray("250 Ok") << QByteArray("452 4.3.1 Full") << false;
}

void SmtpSenderTest::tellsFinalFromPassing()
{
    QFETCH(const QByteArray, recipient);
    QFETCH(const QByteArray, message);
    QFETCH(const bool, final);
    MailServer server({.recipientAnswer = recipient, .messageAnswer = message});
    const auto sent = sendMail(reach(server), SmtpSenderTest::message());
    QCOMPARE(reasonOf(sent), u"refused"_s);
    QCOMPARE(sent.error().code, ErrorCode::RuleBroken);
    QCOMPARE(sent.error().details.value(u"final"_s).toBool(), final);
    const QByteArray said = recipient.startsWith('2') ? message : recipient;
    QVERIFY2(sent.error().message.contains(QString::fromLatin1(said)), qPrintable(sent.error().message));
}

void SmtpSenderTest::noticesALostConnection()
{
    MailServer server({.hangsUpInMessage = true});
    QCOMPARE(reasonOf(sendMail(reach(server), message())), u"lost"_s);
    QVERIFY(server.received().isEmpty());
}

void SmtpSenderTest::saysThatThereIsNoSuchServer()
{
    SmtpServer way{.settings = {.host = u"mail.invalid"_s, .port = 25, .security = MailSecurity::None}};
    QCOMPARE(reasonOf(sendMail(way, message())), u"unknown_host"_s);
    int freePort = 0;
    {
        const MailServer gone;
        freePort = gone.port();
    }
    way.settings.host = u"localhost"_s;
    way.settings.port = freePort;
    QCOMPARE(reasonOf(sendMail(way, message())), u"unreachable"_s);
}

void SmtpSenderTest::givesUpOnASilentServer()
{
    MailServer server({.isSilent = true});
    SmtpServer way = reach(server);
    way.totalSeconds = 1;
    QCOMPARE(reasonOf(sendMail(way, message())), u"timeout"_s);
}

void SmtpSenderTest::canBeCancelled()
{
    MailServer server({.isSilent = true});
    const auto sent = sendMail(reach(server), message(), [] { return true; });
    QVERIFY(!sent);
    QCOMPARE(sent.error().code, ErrorCode::Cancelled);
}

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::SmtpSenderTest)
#include "smtpsendertest.moc"
