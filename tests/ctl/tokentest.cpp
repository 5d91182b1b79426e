// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ctl/ctlrunner.h"

#include <QTemporaryDir>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace seatledger;

/// Tokens, own licences on devices, licence files and feature switches by command on a private workspace.
class TokenTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();

    void tokensAreMadeListedAndRevoked();
    void licencesRunOnDevices();
    void devicesAreTakenOutOfUse();
    void filesAreIssuedAndVerified();
    void featuresAreSwitched();

private:
    QJsonObject done(const QStringList &arguments) const
    {
        const CtlRun run = m_ctl.json(arguments);
        if (run.exitCode != 0)
            qWarning("%s: %s", qPrintable(arguments.join(u' ')), run.err.constData());
        return run.exitCode == 0 ? run.object() : QJsonObject();
    }
    [[nodiscard]] int exitOf(const QStringList &arguments) const { return m_ctl.run(arguments).exitCode; }

    CtlRunner m_ctl;
    const QString m_device = u"9f:3c:11:0a"_s;
};

void TokenTest::initTestCase()
{
    QVERIFY(exitOf({u"workspace"_s, u"start"_s}) == 0);
    for (const QString &number : {u"M1"_s, u"M2"_s}) {
        QVERIFY(!done({u"member"_s, u"add"_s, u"--number"_s, number, u"--name"_s, u"Person "_s + number,
                       u"--email"_s, number + u"@example.org"_s})
                     .isEmpty());
    }
    QVERIFY(!done({u"license"_s, u"add"_s, u"--vendor"_s, u"Northwind"_s, u"--name"_s, u"CAD"_s, u"--state"_s,
                   u"active"_s, u"--term"_s, u"perpetual"_s, u"--seats"_s, u"5"_s})
                 .isEmpty());
    QVERIFY(!done({u"assign"_s, u"CAD"_s, u"--member"_s, u"M1"_s}).isEmpty());
    QVERIFY(!done({u"operator"_s, u"add"_s, u"portal"_s, u"--name"_s, u"Portal"_s, u"--role"_s, u"member"_s,
                   u"--member"_s, u"M1"_s})
                 .isEmpty());
}

void TokenTest::tokensAreMadeListedAndRevoked()
{
    const QJsonObject made = done({u"token"_s, u"create"_s, u"--owner"_s, u"portal"_s, u"--name"_s, u"P"_s,
                                   u"--scope"_s, u"read"_s, u"--scope"_s, u"own"_s, u"--days"_s, u"10"_s});
    QVERIFY(made.value(u"token"_s).toString().startsWith(u"slt_"_s));
    QCOMPARE(made.value(u"scopes"_s).toArray().size(), 2);
    const CtlRun list = m_ctl.run({u"token"_s, u"list"_s, u"--in-force"_s});
    QVERIFY(list.out.contains("portal"));
    QVERIFY(!list.out.contains("slt_"));

    const QString id = QString::number(made.value(u"id"_s).toInteger());
    const QJsonObject revoked = done({u"token"_s, u"revoke"_s, id});
    QCOMPARE(revoked.value(u"state"_s).toString(), u"revoked"_s);
    QCOMPARE(exitOf({u"token"_s, u"revoke"_s, id}), 1);
    QCOMPARE(exitOf({u"undo"_s, QString::number(revoked.value(u"operation"_s).toInteger())}), 1);
    QVERIFY(!m_ctl.run({u"token"_s, u"list"_s, u"--in-force"_s}).out.contains("portal"));

    QCOMPARE(exitOf({u"token"_s, u"create"_s, u"--name"_s, u"x"_s, u"--scope"_s, u"read"_s}), 2); // whose?
    QCOMPARE(exitOf({u"token"_s, u"create"_s, u"--owner"_s, u"portal"_s, u"--name"_s, u"x"_s, u"--scope"_s,
                     u"everything"_s}),
             2);
    QCOMPARE(exitOf({u"token"_s, u"revoke"_s, u"999"_s}), 2);
}

void TokenTest::licencesRunOnDevices()
{
    const QStringList on{u"CAD"_s, u"--device"_s, m_device};
    const QStringList asPortal{u"--as"_s, u"portal"_s, u"license"_s};
    QCOMPARE(exitOf(asPortal + QStringList{u"validate"_s, u"CAD"_s}), 0);
    const CtlRun unknown = m_ctl.json(asPortal + QStringList{u"validate"_s} + on);
    QCOMPARE(unknown.exitCode, 1);
    QVERIFY(unknown.err.contains("device_unknown"));

    const QJsonObject active = done(asPortal + QStringList{u"activate"_s} + on);
    QCOMPARE(active.value(u"reason"_s).toString(), u"ok"_s);
    QVERIFY(active.value(u"operation"_s).toInteger() > 0);
    QVERIFY(done(asPortal + QStringList{u"activate"_s} + on).value(u"known"_s).toBool());
    QCOMPARE(exitOf(asPortal + QStringList{u"heartbeat"_s} + on), 0);
    QCOMPARE(exitOf({u"license"_s, u"validate"_s, u"CAD"_s, u"--member"_s, u"M1"_s}), 0);
    QCOMPARE(exitOf({u"license"_s, u"validate"_s, u"CAD"_s, u"--member"_s, u"M2"_s}), 1);
    QCOMPARE(exitOf(asPortal + QStringList{u"validate"_s, u"CAD"_s, u"--member"_s, u"M2"_s}), 2); // unseen
    const CtlRun own = m_ctl.run(asPortal + QStringList{u"own"_s});
    QVERIFY(own.out.contains("CAD"));

    QVERIFY(!done(asPortal + QStringList{u"release"_s} + on).isEmpty());
    QCOMPARE(exitOf(asPortal + QStringList{u"heartbeat"_s} + on), 1);
    QCOMPARE(exitOf(asPortal + QStringList{u"release"_s} + on), 2);
}

void TokenTest::devicesAreTakenOutOfUse()
{
    QVERIFY(!done({u"license"_s, u"activate"_s, u"CAD"_s, u"--member"_s, u"M1"_s, u"--device"_s,
                   u"old:machine"_s, u"--name"_s, u"Old"_s})
                 .isEmpty());
    QCOMPARE(done({u"device"_s, u"show"_s, u"old:machine"_s}).value(u"live"_s).toInteger(), 1);
    const QJsonObject retired = done({u"device"_s, u"retire"_s, u"old:machine"_s});
    QCOMPARE(retired.value(u"live"_s).toInteger(), 0);
    QCOMPARE(exitOf({u"device"_s, u"retire"_s, u"old:machine"_s}), 1);
    QVERIFY(!m_ctl.run({u"device"_s, u"list"_s, u"--in-use"_s}).out.contains("old:machine"));
    QVERIFY(m_ctl.run({u"device"_s, u"list"_s, u"--member"_s, u"M1"_s}).out.contains("old:machine"));
    QCOMPARE(exitOf({u"device"_s, u"show"_s, u"no:such:device"_s}), 2);
}

void TokenTest::filesAreIssuedAndVerified()
{
    const QStringList issue{u"licensefile"_s, u"issue"_s,    u"CAD"_s, u"--member"_s,
                            u"M1"_s,          u"--device"_s, m_device};
    QCOMPARE(exitOf(issue), 1); // not activated
    QVERIFY(!done({u"license"_s, u"activate"_s, u"CAD"_s, u"--member"_s, u"M1"_s, u"--device"_s, m_device})
                 .isEmpty());
    const QJsonObject printed = done(issue);
    const QString key = printed.value(u"public_key"_s).toString();
    QVERIFY(printed.value(u"file"_s).toString().contains(u"BEGIN SEATLEDGER LICENSE FILE"_s));
    QCOMPARE(done({u"licensefile"_s, u"key"_s}).value(u"public_key"_s).toString(), key);

    QTemporaryDir folder;
    const QString path = folder.filePath(u"cad.lic"_s);
    const QJsonObject written = done(issue + QStringList{u"--output"_s, path});
    QVERIFY(written.value(u"operation"_s).toInteger() > 0);
    const QStringList verify{u"licensefile"_s, u"verify"_s, path};
    QCOMPARE(done(verify).value(u"device"_s).toString(), m_device);
    QCOMPARE(exitOf(verify + QStringList{u"--public-key"_s, key}), 0);
    QCOMPARE(exitOf(verify + QStringList{u"--device"_s, u"another:device"_s}), 1);
    QCOMPARE(
        exitOf(verify + QStringList{u"--public-key"_s, QString::fromLatin1(QByteArray(32, 'x').toBase64())}),
        2);
    QCOMPARE(exitOf({u"undo"_s, QString::number(written.value(u"operation"_s).toInteger())}), 1);

    const QString changed = done({u"licensefile"_s, u"change-key"_s}).value(u"public_key"_s).toString();
    QVERIFY(!changed.isEmpty() && changed != key);
    QCOMPARE(done({u"licensefile"_s, u"key"_s}).value(u"public_key"_s).toString(), changed);
    QCOMPARE(exitOf(verify), 2);
    QCOMPARE(
        exitOf({u"licensefile"_s, u"verify"_s, u"--public-key"_s, changed, u"--public-key"_s, key, path}), 0);
    QVERIFY(m_ctl.run({u"licensefile"_s, u"keys"_s}).out.contains(key.toUtf8()));
    QVERIFY(!m_ctl.run({u"licensefile"_s, u"keys"_s}).out.contains(changed.toUtf8()));
    QCOMPARE(done(issue).value(u"public_key"_s).toString(), changed);
    QVERIFY(m_ctl.run({u"licensefile"_s, u"keys"_s}).out.contains(changed.toUtf8()));
}

void TokenTest::featuresAreSwitched()
{
    // a name that is mistyped switches nothing, and is not taken
    const auto typo = m_ctl.run({u"feature"_s, u"set"_s, u"import"_s, u"off"_s});
    QCOMPARE(typo.exitCode, 2);
    QVERIFY2(typo.err.contains("imports, exports, undo"), typo.err.constData());
    QCOMPARE(done({u"feature"_s, u"set"_s, u"self_service"_s, u"--other"_s, u"--percent"_s, u"20"_s,
                   u"--note"_s, u"Portal"_s})
                 .value(u"mode"_s)
                 .toString(),
             u"percent"_s);
    QCOMPARE(done({u"feature"_s, u"set"_s, u"self_service"_s, u"on"_s}).value(u"note"_s).toString(),
             u"Portal"_s);
    QCOMPARE(done({u"feature"_s, u"set"_s, u"self_service"_s, u"--role"_s, u"staff"_s})
                 .value(u"mode"_s)
                 .toString(),
             u"roles"_s);
    const QByteArray listed = m_ctl.run({u"feature"_s, u"list"_s}).out;
    for (const char *name : {"self_service", "imports", "exports", "undo", "activation", "api_writes"})
        QVERIFY2(listed.contains(name), listed.constData());
    QCOMPARE(exitOf({u"feature"_s, u"set"_s, u"Self"_s, u"--other"_s, u"on"_s}), 2);
    QCOMPARE(exitOf({u"feature"_s, u"set"_s, u"self_service"_s, u"--role"_s, u"staff"_s}), 1); // it is so
    QCOMPARE(exitOf({u"--as"_s, u"portal"_s, u"feature"_s, u"set"_s, u"self_service"_s, u"off"_s}), 4);

    (void)done({u"feature"_s, u"set"_s, u"exports"_s, u"off"_s});
    const auto refused = m_ctl.run({u"export"_s, u"members"_s});
    QCOMPARE(refused.exitCode, 4);
    QVERIFY2(refused.err.contains("feature switch exports"), refused.err.constData());
    (void)done({u"feature"_s, u"set"_s, u"exports"_s, u"on"_s});
    QCOMPARE(exitOf({u"export"_s, u"members"_s}), 0);
}

QTEST_MAIN(TokenTest)
#include "tokentest.moc"
