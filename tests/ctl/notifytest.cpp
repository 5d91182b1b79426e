// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ctl/ctlrunner.h"
#include "tests/support/mailserver.h"

#include <QFile>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace seatledger;

/// Notices and their mail by command, as a timer runs them.
class NotifyTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void findsAndSendsOnce();
    void sendsATestMessage();
    void takesThePasswordFromAFileThatIsNotEverybodys();
    void saysWhy();
    void refusesWrongSettings();

private:
    [[nodiscard]] CtlRun settings(const QStringList &options) const
    {
        return m_ctl.json(QStringList{u"notify"_s, u"settings"_s} + options);
    }

    CtlRunner m_ctl;
    MailServer m_server;
};

void NotifyTest::initTestCase()
{
    QCOMPARE(m_ctl.run({u"workspace"_s, u"start"_s}).exitCode, 0);
    QCOMPARE(m_ctl
                 .run({u"sample"_s, u"--members"_s, u"40"_s, u"--licenses"_s, u"30"_s, u"--assignments"_s,
                       u"200"_s})
                 .exitCode,
             0);
    const CtlRun set = settings({u"--mail"_s, u"on"_s, u"--host"_s, u"localhost"_s, u"--port"_s,
                                 QString::number(m_server.port()), u"--security"_s, u"none"_s, u"--sender"_s,
                                 u"licences@example.org"_s, u"--fallback"_s, u"it@example.org"_s,
                                 u"--low-seats"_s, u"3"_s});
    QVERIFY2(set.exitCode == 0, set.err.constData());
    QCOMPARE(set.object().value(u"notice_low_seats"_s).toString(), u"3"_s);
}

void NotifyTest::findsAndSendsOnce()
{
    const CtlRun first = m_ctl.json({u"notify"_s, u"run"_s});
    QVERIFY2(first.exitCode == 0, first.err.constData());
    QVERIFY(first.object().value(u"found"_s).toInt() > 0);
    QCOMPARE(first.object().value(u"sent"_s).toInt(), int(m_server.received().size()));
    QVERIFY(!m_server.received().isEmpty());
    const CtlRun second = m_ctl.json({u"notify"_s, u"run"_s});
    QCOMPARE(second.object().value(u"found"_s).toInt(), 0);
    QCOMPARE(second.object().value(u"sent"_s).toInt(), 0);
    QCOMPARE(m_ctl.json({u"notify"_s, u"list"_s}).array().size(), first.object().value(u"found"_s).toInt());
}

void NotifyTest::sendsATestMessage()
{
    const CtlRun sent = m_ctl.json({u"notify"_s, u"test"_s, u"ana@example.org"_s});
    QVERIFY2(sent.exitCode == 0, sent.err.constData());
    QCOMPARE(sent.object().value(u"answer"_s).toString(), u"250 2.0.0 Ok: queued as 4711"_s);
    m_server.behave({.recipientAnswer = "550 5.1.1 Nobody of this name"});
    const CtlRun refused = m_ctl.run({u"notify"_s, u"test"_s, u"ana@example.org"_s});
    QCOMPARE(refused.exitCode, 1);
    QVERIFY(refused.err.contains("550 5.1.1"));
    m_server.behave({});
}

void NotifyTest::takesThePasswordFromAFileThatIsNotEverybodys()
{
    m_server.behave({.user = "book", .password = "s3cret"});
    QCOMPARE(settings({u"--user"_s, u"book"_s}).exitCode, 0);
    const QString file = m_ctl.home() + u"/mail-password"_s;
    const auto test = [&](const QString &rights) {
        return m_ctl.shell(
            u"printf 's3cret\\n' > %1; chmod %2 %1; SEATLEDGER_SMTP_PASSWORD_FILE=%1 $CTL notify test "
            "ana@example.org"_s.arg(file, rights));
    };
    QCOMPARE(m_ctl.run({u"notify"_s, u"test"_s, u"ana@example.org"_s}).exitCode, 2); // there is none
    const CtlRun open = test(u"644"_s);
    QCOMPARE(open.exitCode, 2);
    QVERIFY(open.err.contains("chmod"));
    const CtlRun sent = test(u"600"_s);
    QVERIFY2(sent.exitCode == 0, sent.err.constData());
    QCOMPARE(m_server.received().last().user, "book");
    QCOMPARE(settings({u"--user"_s, u"none"_s}).exitCode, 0);
    m_server.behave({});
}

void NotifyTest::saysWhy()
{
    const CtlRun why = m_ctl.json({u"notify"_s, u"why"_s, u"#1"_s});
    QVERIFY2(why.exitCode == 0, why.err.constData());
    const QJsonArray licenses = why.object().value(u"licenses"_s).toArray();
    QCOMPARE(licenses.size(), 1);
    QVERIFY(licenses.first().toObject().value(u"reasons"_s).toArray().size() >= 3);
    QCOMPARE(m_ctl.run({u"notify"_s, u"why"_s, u"no such thing"_s}).exitCode, 2);
}

void NotifyTest::refusesWrongSettings()
{
    QCOMPARE(settings({u"--lead-days"_s, u"soon"_s}).exitCode, 2);
    QCOMPARE(settings({u"--security"_s, u"maybe"_s}).exitCode, 2);
    const CtlRun inTheOpen = settings({u"--host"_s, u"mail.example.org"_s, u"--user"_s, u"book"_s});
    QCOMPARE(inTheOpen.exitCode, 2);
    QCOMPARE(inTheOpen.error().value(u"details"_s).toObject().value(u"field"_s).toString(),
             u"mail_security"_s);
}

QTEST_GUILESS_MAIN(NotifyTest)
#include "notifytest.moc"
