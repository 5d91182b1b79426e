// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ctl/ctlrunner.h"
#include "tests/support/otherpostgres.h"
#include "tests/support/patience.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTest>

#include <csignal>
#include <memory>

using namespace Qt::StringLiterals;

namespace seatledger {

/// A workspace that moves to another PostgreSQL, as its owner moves it.
class UpgradeCommandTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void refusesWithoutANewerOne();
    void refusesWhatMakesNoSense();
    void isKilledInTheMiddleAndLosesNothing();
    void movesAndFindsTheSameBook();
    void saysWhatIsLostWhenThePostgresIsGone();
    void isMadeAnewFromItsDump();

private:
    [[nodiscard]] QByteArray head() const
    {
        const QJsonObject verified = m_ctl.json({u"audit"_s, u"verify"_s}).object();
        return verified.value(u"head"_s).toString().toLatin1() + ' '
               + QByteArray::number(verified.value(u"links"_s).toInteger());
    }
    [[nodiscard]] int members() const
    {
        return static_cast<int>(m_ctl.json({u"member"_s, u"list"_s}).array().size());
    }
    [[nodiscard]] QString folder(const QString &name = {}) const
    {
        return m_ctl.home() + u"/default/"_s + name;
    }

    CtlRunner m_ctl;
    std::unique_ptr<OtherPostgres> m_newer;
    QByteArray m_head;
    QString m_old; ///< the data folder it began with
};

void UpgradeCommandTest::initTestCase()
{
    QVERIFY(m_ctl.startWithSample(20, 5, 50));
    m_old = m_ctl.json({u"workspace"_s, u"status"_s}).object().value(u"data_folder"_s).toString();
    m_head = head();
    QVERIFY(m_head.size() > 64);
}

void UpgradeCommandTest::refusesWithoutANewerOne()
{
    const CtlRun refused = m_ctl.json({u"workspace"_s, u"upgrade"_s});
    QCOMPARE(refused.exitCode, 2);
    QVERIFY(refused.err.contains("already"));
    QCOMPARE(head(), m_head);
}

void UpgradeCommandTest::refusesWhatMakesNoSense()
{
    QCOMPARE(m_ctl.run({u"workspace"_s, u"upgrade"_s, u"--from-dump"_s, u"--discard-old"_s}).exitCode, 2);
    const CtlRun needless = m_ctl.run({u"workspace"_s, u"upgrade"_s, u"--from-dump"_s});
    QCOMPARE(needless.exitCode, 2);
    QVERIFY(needless.err.contains("without losing anything"));
    QVERIFY(
        m_ctl.run({u"--workspace"_s, u"none"_s, u"workspace"_s, u"upgrade"_s}).err.contains("no workspace"));
    QVERIFY(!QDir(m_ctl.home() + u"/none"_s).exists());
}

void UpgradeCommandTest::isKilledInTheMiddleAndLosesNothing()
{
    m_newer = std::make_unique<OtherPostgres>(99);
    // in the midst of filling the new one, not while the dump is read through before
    m_newer->setTrouble(u"pg_restore"_s, "case \"$*\" in *single-transaction*) touch '"
                                             + m_newer->file(u"begun"_s).toLocal8Bit()
                                             + "'; while [ -e \"$0.trouble\" ]; do sleep 0.05; done;; esac");
    QProcess moving;
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"SEATLEDGER_HOME"_s, m_ctl.home());
    moving.setProcessEnvironment(environment);
    moving.start(CtlRunner::program(), {u"workspace"_s, u"upgrade"_s});
    QTRY_VERIFY_WITH_TIMEOUT(QFile::exists(m_newer->file(u"begun"_s)), 60'000);
    moving.kill();
    QVERIFY(moving.waitForFinished());
    m_newer->setTrouble(u"pg_restore"_s, {});

    QCOMPARE(head(), m_head);
    QCOMPARE(members(), 20);
    const CtlRun written = m_ctl.run({u"member"_s, u"add"_s, u"--number"_s, u"N1"_s, u"--name"_s,
                                      u"New One"_s, u"--email"_s, u"new@example.org"_s});
    QVERIFY2(written.exitCode == 0, written.err.constData());
    QVERIFY(!QDir(folder(u"upgrade"_s)).exists());
    QCOMPARE(m_ctl.json({u"workspace"_s, u"status"_s}).object().value(u"data_folder"_s).toString(), m_old);
    m_head = head();
}

void UpgradeCommandTest::movesAndFindsTheSameBook()
{
    const CtlRun moved = m_ctl.json({u"workspace"_s, u"upgrade"_s});
    QVERIFY2(moved.exitCode == 0, moved.err.constData());
    QCOMPARE(moved.object().value(u"to"_s).toInt(), 99);
    QCOMPARE(moved.object().value(u"old_folder"_s).toString(), m_old);
    QCOMPARE(moved.object().value(u"doctor_clean"_s).toBool(), true);
    QCOMPARE(moved.object().value(u"head"_s).toString().toLatin1(), m_head.left(64));
    QCOMPARE(head(), m_head);
    QCOMPARE(members(), 21);
    QVERIFY(QDir(m_old).exists());
    const CtlRun discarded = m_ctl.json({u"workspace"_s, u"upgrade"_s, u"--discard-old"_s});
    QCOMPARE(discarded.object().value(u"deleted"_s).toArray(), QJsonArray{m_old});
    QVERIFY(!QDir(m_old).exists());
    QCOMPARE(m_ctl.run({u"workspace"_s, u"upgrade"_s, u"--discard-old"_s}).out.trimmed(),
             "There is no old cluster.");
}

/// The data folder is made one of a PostgreSQL that is nowhere, after a dump and one more member.
void UpgradeCommandTest::saysWhatIsLostWhenThePostgresIsGone()
{
    QCOMPARE(m_ctl.run({u"workspace"_s, u"stop"_s}).exitCode, 0);
    QVERIFY(QDir().rename(folder(u"pg99"_s), folder(u"pg14"_s)));
    QFile version(folder(u"pg14/PG_VERSION"_s));
    QVERIFY(version.open(QIODevice::WriteOnly));
    version.write("14\n");
    version.close();
    const CtlRun refused = m_ctl.json({u"member"_s, u"list"_s});
    QVERIFY(refused.exitCode != 0);
    QVERIFY(refused.out.isEmpty());
    QVERIFY2(refused.err.contains("postgres_gone") && refused.err.contains("postgresql-14"),
             refused.err.constData());
    QVERIFY(refused.err.contains("--from-dump"));
    QVERIFY(!QDir(folder(u"pg99"_s)).exists());
}

void UpgradeCommandTest::isMadeAnewFromItsDump()
{
    const CtlRun revived = m_ctl.json({u"workspace"_s, u"upgrade"_s, u"--from-dump"_s});
    QVERIFY2(revived.exitCode == 0, revived.err.constData());
    const QJsonObject facts = revived.object();
    QCOMPARE(facts.value(u"from"_s).toInt(), 14);
    QVERIFY(!facts.value(u"dump"_s).toString().isEmpty());
    QCOMPARE(facts.value(u"doctor_clean"_s).toBool(), true);
    QVERIFY(QDir(facts.value(u"kept_folder"_s).toString() + u"/base"_s).exists());
    QCOMPARE(members(), 21); // the dump of the move before has them
    QCOMPARE(head(), m_head);
}

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::UpgradeCommandTest)
#include "upgradetest.moc"
