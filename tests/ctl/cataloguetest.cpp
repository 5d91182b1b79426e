// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ctl/ctlrunner.h"

#include <QDate>
#include <QtTest/QTest>

using namespace Qt::StringLiterals;
using namespace seatledger;

/// Keeping departments, members, licences and entitlements by command: every change tells its operation, and
/// `undo` takes it back.
class CatalogueTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();

    void everyChangeIsTakenBackByItsNumber_data();
    void everyChangeIsTakenBackByItsNumber();
    void newThingsAreTakenBack();
    void theNumberIsPrintedForPeople();
    void severalAreEditedAsOne();
    void departmentsAreKept();
    void aDepartmentIsNotPlacedBelowItself();
    void membersChangeDepartment();
    void licencesHaveAllTheirFields();
    void entitlementsChange();
    void listsAreAsOfADay();
    void wrongValuesAreNamed_data();
    void wrongValuesAreNamed();

private:
    [[nodiscard]] CtlRun done(const QStringList &arguments) const;
    [[nodiscard]] QJsonValue shown(const QString &what, const QString &which, const QString &key) const;
    [[nodiscard]] QString newLicense();

    CtlRunner m_ctl;
    int m_round = 0;
};

namespace {

QString numberIn(const CtlRun &run, const QString &key)
{
    return QString::number(run.object().value(key).toInteger());
}

} // namespace

CtlRun CatalogueTest::done(const QStringList &arguments) const
{
    CtlRun run = m_ctl.json(arguments);
    if (run.exitCode != 0)
        QTest::qFail(run.err.constData(), __FILE__, __LINE__);
    return run;
}

QJsonValue CatalogueTest::shown(const QString &what, const QString &which, const QString &key) const
{
    return done({what, u"show"_s, which}).object().value(key);
}

QString CatalogueTest::newLicense()
{
    const QString name = u"Licence %1"_s.arg(++m_round);
    return numberIn(done({u"license"_s, u"add"_s, u"--vendor"_s, u"Northwind"_s, u"--name"_s, name,
                          u"--seats"_s, u"5"_s}),
                    u"id"_s);
}

void CatalogueTest::initTestCase()
{
    (void)done({u"workspace"_s, u"start"_s});
    (void)done({u"member"_s, u"add"_s, u"--number"_s, u"M1"_s, u"--name"_s, u"Ana"_s, u"--email"_s,
                u"ana@example.org"_s});
    (void)done({u"license"_s, u"add"_s, u"--vendor"_s, u"Northwind"_s, u"--name"_s, u"CAD"_s});
    (void)done({u"department"_s, u"add"_s, u"--name"_s, u"Research"_s});
}

void CatalogueTest::everyChangeIsTakenBackByItsNumber_data()
{
    QTest::addColumn<QStringList>("command");
    QTest::addColumn<QStringList>("show");
    QTest::addColumn<QString>("key");
    QTest::newRow("member update") << QStringList{u"member"_s, u"update"_s, u"M1"_s, u"--name"_s, u"Ann"_s}
                                   << QStringList{u"member"_s, u"M1"_s} << u"name"_s;
    QTest::newRow("license update") << QStringList{u"license"_s, u"update"_s, u"CAD"_s, u"--overage"_s,
                                                   u"7"_s}
                                    << QStringList{u"license"_s, u"CAD"_s} << u"overage_percent"_s;
    QTest::newRow("license retire") << QStringList{u"license"_s, u"retire"_s, u"CAD"_s}
                                    << QStringList{u"license"_s, u"CAD"_s} << u"state"_s;
    QTest::newRow("entitlement add") << QStringList{u"entitlement"_s, u"add"_s, u"CAD"_s, u"--seats"_s,
                                                    u"3"_s}
                                     << QStringList{u"license"_s, u"CAD"_s} << u"seats"_s;
}

void CatalogueTest::everyChangeIsTakenBackByItsNumber()
{
    QFETCH(QStringList, command);
    QFETCH(QStringList, show);
    QFETCH(QString, key);
    const QJsonValue before = shown(show[0], show[1], key);
    const CtlRun changed = done(command);
    QVERIFY(shown(show[0], show[1], key) != before);
    (void)done({u"undo"_s, numberIn(changed, u"operation"_s)});
    QCOMPARE(shown(show[0], show[1], key), before);
}

void CatalogueTest::newThingsAreTakenBack()
{
    const CtlRun member = done({u"member"_s, u"add"_s, u"--number"_s, u"M7"_s, u"--name"_s, u"Gil"_s,
                                u"--email"_s, u"gil@example.org"_s});
    (void)done({u"undo"_s, numberIn(member, u"operation"_s)});
    QCOMPARE(m_ctl.run({u"member"_s, u"show"_s, u"M7"_s}).exitCode, 2);
    const CtlRun department = done({u"department"_s, u"add"_s, u"--name"_s, u"Short"_s});
    (void)done({u"undo"_s, numberIn(department, u"operation"_s)});
    QVERIFY(!m_ctl.run({u"department"_s, u"list"_s}).out.contains("Short"));
}

void CatalogueTest::theNumberIsPrintedForPeople()
{
    const CtlRun run = m_ctl.run({u"member"_s, u"update"_s, u"M1"_s, u"--note"_s, u"Works from home"_s});
    QVERIFY2(run.out.contains("Take it back with: undo "), run.out.constData());
}

void CatalogueTest::severalAreEditedAsOne()
{
    for (const QString &number : {u"S1"_s, u"S2"_s})
        (void)done({u"member"_s, u"add"_s, u"--number"_s, number, u"--name"_s, u"Sam "_s + number,
                    u"--email"_s, number + u"@example.org"_s});
    const QStringList edit{u"member"_s, u"update"_s, u"S1"_s, u"S2"_s, u"--status"_s, u"on_leave"_s};
    const CtlRun plan = done(edit + QStringList{u"--dry-run"_s});
    const QJsonObject change = plan.object()[u"changed"][1][u"changes"][0].toObject();
    QCOMPARE(change[u"field"].toString(), u"status"_s);
    QCOMPARE(change[u"after"].toString(), u"On leave"_s);
    QCOMPARE(shown(u"member"_s, u"S2"_s, u"status"_s).toString(), u"active"_s);
    const CtlRun changed = done(edit);
    QCOMPARE(changed.object()[u"changed"].toInt(), 2);
    QCOMPARE(shown(u"member"_s, u"S2"_s, u"status"_s).toString(), u"on_leave"_s);
    (void)done({u"undo"_s, numberIn(changed, u"operation"_s)});
    QCOMPARE(shown(u"member"_s, u"S1"_s, u"status"_s).toString(), u"active"_s);
    QCOMPARE(m_ctl.run({u"member"_s, u"update"_s, u"S1"_s, u"S2"_s, u"--name"_s, u"Both"_s}).exitCode, 2);
    const QString license = newLicense();
    QCOMPARE(
        done({u"license"_s, u"update"_s, license, u"CAD"_s, u"--owner"_s, u"S1"_s, u"--warn-below"_s, u"2"_s})
            .object()[u"changed"]
            .toInt(),
        2);
    const CtlRun given = done({u"assign"_s, license, u"--member"_s, u"S1"_s, u"--member"_s, u"S2"_s});
    const CtlRun noted = m_ctl.run({u"assignment"_s, u"update"_s, u"--operation"_s,
                                    numberIn(given, u"operation"_s), u"--note"_s, u"laptop"_s,
                                    u"--dry-run"_s});
    QCOMPARE(noted.exitCode, 0);
    QVERIFY2(noted.out.contains("note: - -> laptop"), noted.out.constData());
}

void CatalogueTest::departmentsAreKept()
{
    (void)done({u"department"_s, u"add"_s, u"--name"_s, u"Optics"_s, u"--parent"_s, u"research"_s});
    const CtlRun lasers = done(
        {u"department"_s, u"add"_s, u"--name"_s, u"Lasers"_s, u"--parent"_s, u"Research / Optics"_s});
    const QString id = u'#' + numberIn(lasers, u"id"_s);
    (void)done({u"department"_s, u"update"_s, id, u"--name"_s, u"Light"_s, u"--parent"_s, u"Research"_s});
    const CtlRun list = m_ctl.run({u"department"_s, u"list"_s});
    QVERIFY2(list.out.contains("Research / Light"), list.out.constData());
    const CtlRun top = done({u"department"_s, u"update"_s, u"Light"_s, u"--top"_s});
    QVERIFY(top.object().value(u"parent"_s).isNull());
    const CtlRun taken = m_ctl.json({u"department"_s, u"add"_s, u"--name"_s, u"RESEARCH"_s});
    QCOMPARE(taken.exitCode, 5);
    QCOMPARE(taken.error().value(u"details"_s).toObject().value(u"field"_s).toString(), u"name"_s);
}

void CatalogueTest::aDepartmentIsNotPlacedBelowItself()
{
    (void)done({u"department"_s, u"add"_s, u"--name"_s, u"Paint"_s});
    (void)done({u"department"_s, u"add"_s, u"--name"_s, u"Varnish"_s, u"--parent"_s, u"Paint"_s});
    const CtlRun ring = m_ctl.json({u"department"_s, u"update"_s, u"Paint"_s, u"--parent"_s, u"Varnish"_s});
    QCOMPARE(ring.exitCode, 1);
    QCOMPARE(ring.error().value(u"details"_s).toObject().value(u"reason"_s).toString(), u"department_ring"_s);
    QVERIFY(ring.error().value(u"message"_s).toString().contains(u"Varnish is below it"_s));
}

void CatalogueTest::membersChangeDepartment()
{
    const CtlRun moved = done({u"member"_s, u"update"_s, u"M1"_s, u"--department"_s, u"Research"_s});
    QVERIFY(moved.object().value(u"department"_s).isDouble());
    const CtlRun out = done({u"member"_s, u"update"_s, u"M1"_s, u"--no-department"_s});
    QVERIFY(out.object().value(u"department"_s).isNull());
}

void CatalogueTest::licencesHaveAllTheirFields()
{
    const QString id = newLicense();
    const CtlRun changed = done({u"license"_s,  u"update"_s,          id,           u"--metric"_s,
                                 u"floating"_s, u"--lease-minutes"_s, u"45"_s,      u"--owner"_s,
                                 u"M1"_s,       u"--on-expiry"_s,     u"suspend"_s, u"--warn-below"_s,
                                 u"3"_s,        u"--lead-times"_s,    u"120,14"_s,  u"--devices-per-seat"_s,
                                 u"2"_s,        u"--vendor"_s,        u"Atlas"_s,   u"--product"_s,
                                 u"Mapper"_s});
    const QJsonObject license = changed.object();
    QCOMPARE(license.value(u"floating_lease_minutes"_s).toInt(), 45);
    QCOMPARE(license.value(u"expiry_action"_s).toString(), u"suspend"_s);
    QCOMPARE(license.value(u"low_seat_threshold"_s).toInt(), 3);
    QCOMPARE(license.value(u"notice_lead_days"_s).toArray(), (QJsonArray{120, 14}));
    QCOMPARE(license.value(u"devices_per_seat"_s).toInt(), 2);
    QVERIFY(license.value(u"owner"_s).isDouble());
    const CtlRun cleared = done({u"license"_s, u"update"_s, id, u"--metric"_s, u"named_user"_s,
                                 u"--no-owner"_s, u"--warn-below"_s, u"0"_s, u"--lead-times"_s,
                                 u"default"_s});
    QVERIFY(cleared.object().value(u"notice_lead_days"_s).isNull());
    QVERIFY(cleared.object().value(u"owner"_s).isNull());
    QVERIFY(cleared.object().value(u"low_seat_threshold"_s).isNull());
    QVERIFY(m_ctl.run({u"license"_s, u"list"_s, u"--search"_s, u"Atlas"_s}).out.contains("Atlas"));
}

void CatalogueTest::listsAreAsOfADay()
{
    const QString license = newLicense();
    const auto rowsOf = [&](const QStringList &list, const QString &day) {
        return done(list + QStringList{u"--as-of"_s, day}).array();
    };
    (void)done({u"assign"_s, license, u"--member"_s, u"M1"_s, u"--from-day"_s, u"2031-05-01"_s,
                u"--until-day"_s, u"2031-05-31"_s});
    const QStringList held{u"assignment"_s, u"list"_s, u"--license"_s, license};
    QCOMPARE(rowsOf(held, u"2031-04-30"_s).size(), 0);
    QCOMPARE(rowsOf(held, u"2031-05-31"_s).size(), 1);
    QCOMPARE(rowsOf(held, u"2031-06-01"_s).size(), 0);
    const auto heldOn = [&](const QString &day) {
        for (const QJsonValue row : rowsOf({u"license"_s, u"list"_s}, day)) {
            if (QString::number(row.toObject().value(u"id"_s).toInteger()) == license)
                return row.toObject().value(u"held"_s).toInt();
        }
        return -1;
    };
    QCOMPARE(heldOn(u"2031-05-15"_s), 1);
    QCOMPARE(heldOn(u"2031-06-15"_s), 0);
    QCOMPARE(rowsOf({u"entitlement"_s, u"list"_s, license}, u"1999-01-01"_s).size(), 0);
    QCOMPARE(m_ctl.run({u"member"_s, u"list"_s, u"--as-of"_s, u"soon"_s}).exitCode, 2);
    QCOMPARE(m_ctl.run({u"export"_s, u"devices"_s, u"--as-of"_s, u"2031-05-15"_s}).exitCode, 2);
    const CtlRun file = m_ctl.run({u"export"_s, u"assignments"_s, u"--as-of"_s, u"2031-05-15"_s});
    QCOMPARE(file.exitCode, 0);
    QCOMPARE(file.out.count("2031-05-31"), 1);
}

void CatalogueTest::entitlementsChange()
{
    const QString license = newLicense();
    const QJsonObject bought = done({u"entitlement"_s, u"list"_s, license}).array().first().toObject();
    const QString id = QString::number(bought.value(u"id"_s).toInteger());
    (void)done({u"assign"_s, license, u"--member"_s, u"M1"_s, u"--quantity"_s, u"4"_s});
    const CtlRun cut = m_ctl.json({u"entitlement"_s, u"update"_s, id, u"--seats"_s, u"3"_s});
    QCOMPARE(cut.exitCode, 1);
    QCOMPARE(cut.error().value(u"details"_s).toObject().value(u"reason"_s).toString(), u"below_promised"_s);
    const CtlRun changed = done({u"entitlement"_s, u"update"_s, id, u"--seats"_s, u"4"_s, u"--price"_s,
                                 u"99.90"_s, u"--currency"_s, u"USD"_s, u"--billing"_s, u"monthly"_s,
                                 u"--supplier"_s, u"Shop"_s});
    QCOMPARE(changed.object().value(u"price"_s).toString(), u"99.90 USD"_s);
    QCOMPARE(changed.object().value(u"seats"_s).toInt(), 4);
    (void)done({u"undo"_s, numberIn(changed, u"operation"_s)});
    QCOMPARE(shown(u"license"_s, license, u"seats"_s).toInt(), 5);
}

void CatalogueTest::wrongValuesAreNamed_data()
{
    QTest::addColumn<QStringList>("arguments");
    QTest::addColumn<QByteArray>("named");
    QTest::newRow("empty name") << QStringList{u"member"_s, u"update"_s, u"M1"_s, u"--name"_s, u" "_s}
                                << QByteArray("name: ");
    QTest::newRow("several") << QStringList{u"member"_s, u"add"_s, u"--name"_s, u"X"_s}
                             << QByteArray("2 values are not right:\n  email: ");
    QTest::newRow("empty department")
        << QStringList{u"department"_s, u"add"_s, u"--name"_s, QString()} << QByteArray("name: ");
    QTest::newRow("unknown department")
        << QStringList{u"department"_s, u"update"_s, u"Nowhere"_s, u"--top"_s} << QByteArray("\"Nowhere\"");
    QTest::newRow("unknown entitlement")
        << QStringList{u"entitlement"_s, u"cancel"_s, u"9999"_s} << QByteArray("9999");
    QTest::newRow("no seats") << QStringList{u"entitlement"_s, u"add"_s, u"CAD"_s} << QByteArray("--seats");
    QTest::newRow("too many seats") << QStringList{u"entitlement"_s, u"add"_s, u"CAD"_s, u"--seats"_s,
                                                   u"999999999999"_s}
                                    << QByteArray("quantity: ");
    QTest::newRow("backwards") << QStringList{u"entitlement"_s, u"add"_s,         u"CAD"_s,
                                              u"--seats"_s,     u"1"_s,           u"--from-day"_s,
                                              u"2027-02-01"_s,  u"--until-day"_s, u"2027-01-01"_s}
                               << QByteArray("last_day: ");
    QTest::newRow("price") << QStringList{u"entitlement"_s, u"add"_s,     u"CAD"_s, u"--seats"_s,
                                          u"1"_s,           u"--price"_s, u"1,5"_s}
                           << QByteArray("1,5");
    QTest::newRow("currency") << QStringList{u"entitlement"_s, u"add"_s,        u"CAD"_s,
                                             u"--seats"_s,     u"1"_s,          u"--price"_s,
                                             u"1"_s,           u"--currency"_s, u"XXY"_s}
                              << QByteArray("XXY");
    QTest::newRow("product without vendor")
        << QStringList{u"license"_s, u"update"_s, u"CAD"_s, u"--product"_s, u"P"_s} << QByteArray("--vendor");
}

void CatalogueTest::wrongValuesAreNamed()
{
    QFETCH(QStringList, arguments);
    QFETCH(QByteArray, named);
    const CtlRun run = m_ctl.run(arguments);
    QVERIFY2(run.exitCode == 2, run.err.constData());
    QVERIFY2(run.err.contains(named), run.err.constData());
    QVERIFY(run.out.isEmpty());
}

QTEST_GUILESS_MAIN(CatalogueTest)
#include "cataloguetest.moc"
