// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ctl/ctlrunner.h"

#include <QDate>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace seatledger;

/// Keeping people, licences and seats by command on one book. The functions build on each other's rows only
/// through init: each begins with a licence of two seats of its own.
class BookTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();

    void membersAreKept();
    void licensesAreKept();
    void entitlementsAreKept();
    void seatsAreGivenAndTakenBack();
    void overAssigningIsRefusedWithReasons();
    void partialLeavesOutTheRest();
    void dryRunChangesNothing();
    void seatsAreResized();
    void aDryRunOfAChangeSaysWhatItWouldDo_data();
    void aDryRunOfAChangeSaysWhatItWouldDo();
    void seatsAreSuspendedResumedTransferredMoved();
    void wholeOperationsAreTakenBack();
    void undoIsRefusedTwice();
    void departingGivesSeatsBack();
    void badInput_data();
    void badInput();
    void takenNamesAreAConflict();

private:
    [[nodiscard]] QString operationOf(const CtlRun &run) const;
    [[nodiscard]] QJsonArray assignments() const;
    [[nodiscard]] QString firstAssignment() const;
    [[nodiscard]] CtlRun assign(const QStringList &rest) const;

    CtlRunner m_ctl;
    QString m_license;
    int m_round = 0;
};

QString BookTest::operationOf(const CtlRun &run) const
{
    return QString::number(run.object().value(u"operation"_s).toInteger());
}

QJsonArray BookTest::assignments() const
{
    return m_ctl.json({u"assignment"_s, u"list"_s, u"--license"_s, m_license}).array();
}

QString BookTest::firstAssignment() const
{
    return QString::number(assignments().first().toObject().value(u"id"_s).toInteger());
}

CtlRun BookTest::assign(const QStringList &rest) const
{
    return m_ctl.json(QStringList{u"assign"_s, m_license} + rest);
}

void BookTest::initTestCase()
{
    const CtlRun started = m_ctl.run({u"workspace"_s, u"start"_s});
    QVERIFY2(started.exitCode == 0, started.err.constData());
    for (const QString &number : {u"M1"_s, u"M2"_s, u"M3"_s}) {
        const CtlRun added = m_ctl.run({u"member"_s, u"add"_s, u"--number"_s, number, u"--name"_s,
                                        u"Person "_s + number, u"--email"_s, number + u"@example.org"_s});
        QVERIFY2(added.exitCode == 0, added.err.constData());
    }
}

void BookTest::init()
{
    m_license = u"Licence %1"_s.arg(++m_round);
    const CtlRun added = m_ctl.run({u"license"_s, u"add"_s, u"--vendor"_s, u"Northwind"_s, u"--name"_s,
                                    m_license, u"--seats"_s, u"2"_s, u"--state"_s, u"active"_s, u"--term"_s,
                                    u"perpetual"_s});
    QVERIFY2(added.exitCode == 0, added.err.constData());
}

void BookTest::membersAreKept()
{
    const CtlRun updated = m_ctl.json({u"member"_s, u"update"_s, u"M3"_s, u"--name"_s, u"山田 太郎"_s});
    QVERIFY2(updated.exitCode == 0, updated.err.constData());
    QCOMPARE(updated.object().value(u"name"_s).toString(), u"山田 太郎"_s);
    QCOMPARE(m_ctl.json({u"member"_s, u"show"_s, u"m3@EXAMPLE.org"_s}).object().value(u"number"_s), u"M3"_s);
    const QString id = u'#' + QString::number(updated.object().value(u"id"_s).toInteger());
    QCOMPARE(m_ctl.json({u"member"_s, u"show"_s, id}).object().value(u"number"_s), u"M3"_s);
    QCOMPARE(m_ctl.json({u"member"_s, u"list"_s, u"--search"_s, u"山田"_s}).array().size(), 1);
}

void BookTest::licensesAreKept()
{
    QCOMPARE(m_ctl.json({u"license"_s, u"show"_s, m_license}).object().value(u"seats"_s).toInt(), 2);
    QCOMPARE(m_ctl.run({u"license"_s, u"update"_s, m_license, u"--overage"_s, u"50"_s}).exitCode, 0);
    QCOMPARE(m_ctl.json({u"license"_s, u"show"_s, m_license}).object().value(u"seats"_s).toInt(), 3);
    QCOMPARE(m_ctl.json({u"license"_s, u"list"_s, u"--search"_s, m_license}).array().size(), 1);
    QCOMPARE(assign({u"--member"_s, u"M1"_s}).exitCode, 0);
    QCOMPARE(m_ctl.run({u"license"_s, u"retire"_s, m_license}).exitCode, 1);
    QCOMPARE(m_ctl.run({u"revoke"_s, firstAssignment(), u"--reason"_s, u"done"_s}).exitCode, 0);
    QCOMPARE(m_ctl.run({u"license"_s, u"retire"_s, m_license}).exitCode, 0);
}

void BookTest::entitlementsAreKept()
{
    const QString end = QDate::currentDate().addYears(1).toString(Qt::ISODate);
    const CtlRun added = m_ctl.json({u"entitlement"_s, u"add"_s, m_license, u"--seats"_s, u"5"_s,
                                     u"--until-day"_s, end, u"--price"_s, u"12.50"_s});
    QVERIFY2(added.exitCode == 0, added.err.constData());
    QCOMPARE(added.object().value(u"price"_s).toString(), u"12.50 EUR"_s);
    const QString id = QString::number(added.object().value(u"id"_s).toInteger());
    const CtlRun renewed = m_ctl.json({u"license"_s, u"renew"_s, id, u"--seats"_s, u"7"_s});
    QVERIFY2(renewed.exitCode == 0, renewed.err.constData());
    QCOMPARE(renewed.object().value(u"seats"_s).toInt(), 7);
    QCOMPARE(m_ctl.run({u"entitlement"_s, u"cancel"_s, id}).exitCode, 0);
    QCOMPARE(m_ctl.json({u"entitlement"_s, u"list"_s, m_license}).array().size(), 3);
}

void BookTest::seatsAreGivenAndTakenBack()
{
    const CtlRun given = assign({u"--member"_s, u"M1"_s, u"--member"_s, u"m2@example.org"_s});
    QVERIFY2(given.exitCode == 0, given.err.constData());
    QCOMPARE(given.object().value(u"changed"_s).toInt(), 2);
    QCOMPARE(m_ctl.run({u"undo"_s, operationOf(given)}).exitCode, 0);
    QCOMPARE(m_ctl.json({u"license"_s, u"show"_s, m_license}).object().value(u"held"_s).toInt(), 0);
}

void BookTest::overAssigningIsRefusedWithReasons()
{
    const CtlRun refused = assign({u"--member"_s, u"M1"_s, u"--member"_s, u"M2"_s, u"--member"_s, u"M3"_s});
    QCOMPARE(refused.exitCode, 1);
    QCOMPARE(refused.error().value(u"code"_s).toString(), u"rule_broken"_s);
    QCOMPARE(refused.error().value(u"details"_s).toObject().value(u"reason"_s).toString(), u"no_seat"_s);
    QVERIFY(assignments().isEmpty());
}

void BookTest::partialLeavesOutTheRest()
{
    const CtlRun given = assign(
        {u"--partial"_s, u"--member"_s, u"M1"_s, u"--member"_s, u"M2"_s, u"--member"_s, u"M3"_s});
    QVERIFY2(given.exitCode == 0, given.err.constData());
    QCOMPARE(given.object().value(u"changed"_s).toInt(), 2);
    const QJsonArray leftOut = given.object().value(u"left_out"_s).toArray();
    QCOMPARE(leftOut.size(), 1);
    QCOMPARE(leftOut.first().toObject().value(u"reason"_s).toString(), u"no_seat"_s);
}

void BookTest::dryRunChangesNothing()
{
    const CtlRun possible = assign({u"--dry-run"_s, u"--member"_s, u"M1"_s});
    QCOMPARE(possible.exitCode, 0);
    QCOMPARE(possible.object().value(u"granted"_s).toInt(), 1);
    const CtlRun impossible = assign({u"--dry-run"_s, u"--member"_s, u"M1"_s, u"--quantity"_s, u"3"_s});
    QCOMPARE(impossible.exitCode, 1);
    QVERIFY(assignments().isEmpty());
}

void BookTest::seatsAreResized()
{
    QCOMPARE(assign({u"--member"_s, u"M1"_s}).exitCode, 0);
    const QString id = firstAssignment();
    const CtlRun plan = m_ctl.json({u"resize"_s, id, u"--quantity"_s, u"2"_s, u"--dry-run"_s});
    QVERIFY2(plan.exitCode == 0, plan.err.constData());
    QCOMPARE(plan.object().value(u"granted"_s).toInt(), 1);
    QCOMPARE(assignments().first().toObject().value(u"quantity"_s).toInt(), 1);
    const CtlRun more = m_ctl.json({u"resize"_s, id, u"--quantity"_s, u"2"_s});
    QVERIFY2(more.exitCode == 0, more.err.constData());
    QCOMPARE(assignments().first().toObject().value(u"quantity"_s).toInt(), 2);
    const CtlRun tooMany = m_ctl.json({u"resize"_s, id, u"--quantity"_s, u"3"_s});
    QCOMPARE(tooMany.exitCode, 1);
    QCOMPARE(tooMany.error().value(u"details"_s).toObject().value(u"reason"_s).toString(), u"no_seat"_s);
    QCOMPARE(m_ctl.run({u"resize"_s, id, u"--quantity"_s, u"0"_s}).exitCode, 2);
    QCOMPARE(m_ctl.run({u"undo"_s, operationOf(more)}).exitCode, 0);
    QCOMPARE(assignments().first().toObject().value(u"quantity"_s).toInt(), 1);
}

void BookTest::aDryRunOfAChangeSaysWhatItWouldDo_data()
{
    QTest::addColumn<QStringList>("change");
    const QString today = QDate::currentDate().toString(Qt::ISODate);
    const QString later = QDate::currentDate().addDays(30).toString(Qt::ISODate);
    QTest::newRow("revoke") << QStringList{u"revoke"_s, u"--reason"_s, u"done"_s};
    QTest::newRow("suspend") << QStringList{u"suspend"_s, u"--release-seat"_s};
    QTest::newRow("transfer") << QStringList{u"transfer"_s, u"--to"_s, u"M2"_s};
    QTest::newRow("reschedule") << QStringList{u"reschedule"_s, u"--from-day"_s, today, u"--until-day"_s,
                                               later};
}

void BookTest::aDryRunOfAChangeSaysWhatItWouldDo()
{
    QFETCH(QStringList, change);
    QCOMPARE(assign({u"--member"_s, u"M1"_s}).exitCode, 0);
    const QJsonArray before = assignments();
    const CtlRun plan = m_ctl.json(change + QStringList{firstAssignment(), u"--dry-run"_s});
    QVERIFY2(plan.exitCode == 0, plan.err.constData());
    QCOMPARE(plan.object().value(u"granted"_s).toInt(), 1);
    QVERIFY(plan.object().value(u"applicable"_s).toBool());
    QCOMPARE(assignments(), before);
    const CtlRun resumed = m_ctl.json({u"resume"_s, firstAssignment(), u"--dry-run"_s});
    QCOMPARE(resumed.exitCode, 1); // it is not suspended
    QCOMPARE(resumed.object().value(u"refused"_s).toArray().size(), 1);
}

void BookTest::seatsAreSuspendedResumedTransferredMoved()
{
    QCOMPARE(assign({u"--member"_s, u"M1"_s}).exitCode, 0);
    const QString id = firstAssignment();
    QCOMPARE(m_ctl.run({u"suspend"_s, id, u"--release-seat"_s}).exitCode, 0);
    QCOMPARE(m_ctl.run({u"suspend"_s, id, u"--release-seat"_s}).exitCode, 1);
    QCOMPARE(m_ctl.run({u"resume"_s, id}).exitCode, 0);
    const QString today = QDate::currentDate().toString(Qt::ISODate);
    const QString later = QDate::currentDate().addDays(30).toString(Qt::ISODate);
    const CtlRun moved = m_ctl.run({u"reschedule"_s, id, u"--from-day"_s, today, u"--until-day"_s, later});
    QVERIFY2(moved.exitCode == 0, moved.err.constData());
    QCOMPARE(assignments().first().toObject().value(u"until_day"_s).toString(), later);
    QCOMPARE(m_ctl.run({u"transfer"_s, id, u"--to"_s, u"M2"_s}).exitCode, 0);
    const CtlRun held = m_ctl.json({u"assignment"_s, u"list"_s, u"--license"_s, m_license, u"--member"_s,
                                    u"M2"_s, u"--state"_s, u"active"_s});
    QCOMPARE(held.array().size(), 1);
}

void BookTest::wholeOperationsAreTakenBack()
{
    const CtlRun given = assign({u"--member"_s, u"M1"_s, u"--member"_s, u"M2"_s});
    const CtlRun revoked = m_ctl.json(
        {u"revoke"_s, u"--operation"_s, operationOf(given), u"--reason"_s, u"mistake"_s});
    QVERIFY2(revoked.exitCode == 0, revoked.err.constData());
    QCOMPARE(revoked.object().value(u"changed"_s).toInt(), 2);
}

void BookTest::undoIsRefusedTwice()
{
    const QString operation = operationOf(assign({u"--member"_s, u"M1"_s}));
    QCOMPARE(m_ctl.run({u"undo"_s, operation}).exitCode, 0);
    const CtlRun again = m_ctl.json({u"undo"_s, operation});
    QCOMPARE(again.exitCode, 1);
    QCOMPARE(again.error().value(u"details"_s).toObject().value(u"reason"_s).toString(), u"already_undone"_s);
}

void BookTest::departingGivesSeatsBack()
{
    QCOMPARE(assign({u"--member"_s, u"M3"_s}).exitCode, 0);
    const CtlRun left = m_ctl.json({u"member"_s, u"depart"_s, u"M3"_s, u"--reason"_s, u"moved away"_s});
    QVERIFY2(left.exitCode == 0, left.err.constData());
    QCOMPARE(m_ctl.json({u"license"_s, u"show"_s, m_license}).object().value(u"held"_s).toInt(), 0);
    const CtlRun refused = assign({u"--member"_s, u"M3"_s});
    QCOMPARE(refused.exitCode, 1);
    QCOMPARE(refused.error().value(u"details"_s).toObject().value(u"reason"_s).toString(),
             u"member_departed"_s);
    QCOMPARE(m_ctl.run({u"undo"_s, operationOf(left)}).exitCode, 0);
}

void BookTest::badInput_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::newRow("wrong day") << QStringList{u"--member"_s, u"M1"_s, u"--from-day"_s, u"31.12.2026"_s};
    QTest::newRow("no such day") << QStringList{u"--member"_s, u"M1"_s, u"--until-day"_s, u"2027-02-30"_s};
    QTest::newRow("nobody") << QStringList{};
    QTest::newRow("unknown member") << QStringList{u"--member"_s, u"M99"_s};
    QTest::newRow("unknown id") << QStringList{u"--member"_s, u"#999999"_s};
    QTest::newRow("unknown department") << QStringList{u"--department"_s, u"Nowhere"_s};
    QTest::newRow("no file") << QStringList{u"--from"_s, u"/not/there"_s};
    QTest::newRow("no seats") << QStringList{u"--member"_s, u"M1"_s, u"--quantity"_s, u"0"_s};
}

void BookTest::badInput()
{
    QFETCH(QStringList, arguments);
    const CtlRun run = assign(arguments);
    QVERIFY2(run.exitCode == 2, run.err.constData());
    QVERIFY(!run.error().value(u"message"_s).toString().isEmpty());
    QVERIFY(assignments().isEmpty());
}

void BookTest::takenNamesAreAConflict()
{
    const CtlRun again = m_ctl.json({u"member"_s, u"add"_s, u"--number"_s, u"m1"_s, u"--name"_s, u"Other"_s,
                                     u"--email"_s, u"other@example.org"_s});
    QVERIFY2(again.exitCode == 5, again.err.constData());
    QCOMPARE(again.error().value(u"code"_s).toString(), u"conflict"_s);
}

QTEST_GUILESS_MAIN(BookTest)
#include "booktest.moc"
