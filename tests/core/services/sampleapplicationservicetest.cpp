// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/sampleapplicationservice.h"

#include "core/db/canceltoken.h"
#include "core/services/samplecatalogue.h"
#include "core/services/samplenames.h"
#include "core/services/sampleoperators.h"
#include "tests/support/testdatabase.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace seatledger;

namespace {

const SampleSize small{.members = 150, .licenses = 120, .assignments = 2'500, .seed = 3};

// Everything that the sample writes and time does not; the generated columns come along.
QString contentOf(TestDatabase &db)
{
    QString hashes;
    for (const QLatin1StringView table :
         {"department"_L1, "member"_L1, "vendor"_L1, "product"_L1, "license"_L1, "entitlement"_L1,
          "license_assignment"_L1, "license_seats"_L1, "device"_L1, "activation"_L1}) {
        const QLatin1StringView key = table == "license_seats"_L1 ? "license_id"_L1 : "id"_L1;
        hashes += db.value(u"SELECT md5(string_agg((to_jsonb(t) - 'operation_id')::text, '' ORDER BY %2)) "
                           "FROM seatledger.%1 t"_s.arg(table, key));
    }
    return hashes;
}

QString countOf(TestDatabase &db, QLatin1StringView what)
{
    return db.value(u"SELECT count(*) FROM seatledger.%1"_s.arg(what));
}

// Each rule counted again from the rows: how many licences or assignments break it.
QList<QStringList> brokenRules(TestDatabase &db)
{
    return db.sql(uR"(
        SELECT 'counters', count(*) FROM seatledger.license_seats c JOIN (
            SELECT l.id, coalesce(sum(a.quantity) FILTER (WHERE a.state = 'active' OR a.state = 'suspended' AND NOT a.seat_released), 0) AS held,
                   coalesce(sum(a.quantity) FILTER (WHERE NOT isempty(seatledger.holding_days(a.state, a.period, a.seat_released, a.suspended_until))), 0) AS promised
            FROM seatledger.license l LEFT JOIN seatledger.license_assignment a
                 ON a.license_id = l.id AND a.state IN ('reserved', 'active', 'suspended')
            GROUP BY l.id) r ON r.id = c.license_id
        WHERE (c.held, c.promised) <> (r.held, r.promised)
        UNION ALL
        SELECT 'capacity', count(*) FROM seatledger.license_seats c
        JOIN seatledger.seat_steps((SELECT array_agg(id) FROM seatledger.license)) s
             ON s.license_id = c.license_id AND s.first_day = seatledger.today()
        WHERE c.capacity IS DISTINCT FROM s.capacity OR c.held <> s.demand
              OR c.short <> greatest(0, coalesce(s.demand - s.capacity, 0))
        UNION ALL
        SELECT 'live', count(*) FROM seatledger.license_seats c
        WHERE live <> (SELECT count(*) FROM seatledger.activation v WHERE v.license_id = c.license_id AND released_at IS NULL)
        UNION ALL
        SELECT 'runs while not active', count(*) FROM seatledger.activation v JOIN seatledger.license_assignment a ON a.id = v.assignment_id
        WHERE v.released_at IS NULL AND a.state <> 'active'
        UNION ALL
        SELECT 'on a machine of another', count(*) FROM seatledger.activation v JOIN seatledger.license_assignment a ON a.id = v.assignment_id
        JOIN seatledger.device d ON d.id = v.device_id WHERE d.member_id <> a.member_id
        UNION ALL
        SELECT 'activated before it was held', count(*) FROM seatledger.activation v JOIN seatledger.license_assignment a ON a.id = v.assignment_id
        WHERE v.activated_at < lower(a.period)
        UNION ALL
        SELECT 'leases', count(*) FROM seatledger.activation v FULL JOIN seatledger.activation_lease e ON e.activation_id = v.id
        WHERE (v.released_at IS NULL) <> (e.activation_id IS NOT NULL) OR e.last_seen_at > now() OR e.last_seen_at < v.activated_at
        UNION ALL
        SELECT 'moments', count(*) FROM seatledger.license_assignment
        WHERE assigned_at > now() OR revoked_at > now() OR revoked_at::date <> ended_on
        UNION ALL
        SELECT 'at night or on a Sunday', count(*) FROM seatledger.license_assignment
        WHERE extract(hour FROM assigned_at) NOT BETWEEN 6 AND 19 OR extract(isodow FROM assigned_at) > 5
        UNION ALL
        SELECT 'days', count(*) FROM seatledger.license_assignment
        WHERE NOT seatledger.state_fits_days(state, period, suspended_until, ended_on, seatledger.today())
        UNION ALL
        SELECT 'due', seatledger.anything_due(NULL)::int
        UNION ALL
        SELECT 'clock', day_shift FROM seatledger.clock
        UNION ALL
        SELECT 'drafts', count(*) FROM seatledger.license_assignment a JOIN seatledger.license l ON l.id = a.license_id
        WHERE l.state = 'draft'
        UNION ALL
        SELECT 'unlogged', count(*) FROM seatledger.license_assignment a
        WHERE NOT EXISTS (SELECT FROM seatledger.audit_event e WHERE e.entity = 'license_assignment' AND e.entity_id = a.id))"_s);
}

} // namespace

class SampleApplicationServiceTest final : public QObject
{
    Q_OBJECT

private slots:
    void fillsExactlyWhatWasAskedFor();
    void fillsExactlyWhatWasAskedFor_data();
    void givesTheSameForTheSameSeed();
    void obeysEveryRule();
    void showsEverySituation();
    void countsALicenseAskedForTwiceOnce();
    void goesOnCountingAfterItsRows();
    void makesOperatorsWhenAsked();
    void leavesNothingToBeCounted();
    void tellsItsProgress();
    void refusesABookThatHoldsSomething();
    void refusesSizesThatDoNotGoTogether();
    void refusesSizesThatDoNotGoTogether_data();
    void leavesNothingWhenCancelled();
    void spellsNamesOnce();
    void namesLicensesOnce();

private:
    SampleApplicationService m_service;
};

void SampleApplicationServiceTest::fillsExactlyWhatWasAskedFor_data()
{
    QTest::addColumn<qint64>("members");
    QTest::addColumn<qint64>("licenses");
    QTest::addColumn<qint64>("assignments");
    QTest::newRow("nothing") << 0LL << 0LL << 0LL;
    QTest::newRow("only people") << 20LL << 0LL << 0LL;
    QTest::newRow("only licences") << 0LL << 20LL << 0LL;
    QTest::newRow("one of each") << 1LL << 1LL << 1LL;
    QTest::newRow("the default") << 200LL << 60LL << 1500LL;
    QTest::newRow("everybody has everything") << 12LL << 10LL << 120LL;
    QTest::newRow("more licences than assignments") << 30LL << 300LL << 100LL;
}

void SampleApplicationServiceTest::fillsExactlyWhatWasAskedFor()
{
    QFETCH(qint64, members);
    QFETCH(qint64, licenses);
    QFETCH(qint64, assignments);
    TestDatabase db;
    const auto outcome = m_service.fill(db.session(), {members, licenses, assignments, 7});
    VERIFY_RESULT(outcome);
    QCOMPARE(outcome->members, members);
    QCOMPARE(outcome->licenses, licenses);
    QCOMPARE(outcome->assignments, assignments);
    QCOMPARE(countOf(db, "member"_L1), QString::number(members));
    QCOMPARE(countOf(db, "license"_L1), QString::number(licenses));
    QCOMPARE(countOf(db, "license_assignment"_L1), QString::number(assignments));
    QCOMPARE(countOf(db, "entitlement"_L1), QString::number(outcome->entitlements));
    QCOMPARE(countOf(db, "device"_L1), QString::number(outcome->devices));
    QCOMPARE(countOf(db, "activation"_L1), QString::number(outcome->activations));
}

void SampleApplicationServiceTest::givesTheSameForTheSameSeed()
{
    TestDatabase one;
    TestDatabase two;
    TestDatabase other;
    VERIFY_RESULT(m_service.fill(one.session(), small));
    VERIFY_RESULT(m_service.fill(two.session(), small));
    SampleSize changed = small;
    changed.seed = 4;
    VERIFY_RESULT(m_service.fill(other.session(), changed));
    QCOMPARE(contentOf(one), contentOf(two));
    QVERIFY(contentOf(one) != contentOf(other));
}

void SampleApplicationServiceTest::obeysEveryRule()
{
    for (const quint32 seed : {1U, 2U, 77U}) {
        TestDatabase db;
        VERIFY_RESULT(m_service.fill(db.session(), {120, 150, 3'000, seed}));
        for (const QStringList &rule : brokenRules(db))
            QVERIFY2(rule.at(1) == u"0"_s, qPrintable(u"seed %1: %2"_s.arg(seed).arg(rule.join(u' '))));
    }
}

void SampleApplicationServiceTest::showsEverySituation()
{
    TestDatabase db;
    VERIFY_RESULT(m_service.fill(db.session(), {}));
    const auto counted = [&](const QString &query) {
        return db.value(u"SELECT count(*) FROM "_s + query).toInt();
    };
    for (const QLatin1StringView state :
         {"reserved"_L1, "active"_L1, "suspended"_L1, "expired"_L1, "revoked"_L1})
        QVERIFY2(counted(u"seatledger.license_assignment WHERE state = '%1'"_s.arg(state)) > 5, state.data());
    QVERIFY(counted(u"seatledger.license_seats WHERE short > 0"_s) >= 2);
    QVERIFY(counted(u"seatledger.license_seats WHERE capacity IS NULL"_s) >= 2);
    QVERIFY(counted(u"seatledger.license_seats WHERE held >= 0.9 * capacity AND short = 0 AND held > 9"_s)
            >= 8);
    QVERIFY(counted(u"seatledger.license_seats WHERE held < 0.3 * capacity AND held > 0"_s) >= 4);
    QVERIFY(counted(u"seatledger.license_seats WHERE promised > capacity AND short = 0"_s) >= 1);
    QVERIFY(counted(u"seatledger.license_seats WHERE lapses_on < seatledger.today() + 46"_s) >= 4);
    QVERIFY(counted(u"seatledger.entitlement WHERE renews_id IS NOT NULL"_s) > 5);
    QVERIFY(counted(u"seatledger.entitlement WHERE lower(period) > seatledger.today()"_s) >= 1);
    QVERIFY(counted(u"seatledger.device"_s) >= 200);
    QVERIFY(counted(u"seatledger.device WHERE retired_on IS NOT NULL"_s) > 5);
    QVERIFY(counted(u"seatledger.activation WHERE released_at IS NOT NULL"_s) > 20);
    QVERIFY(counted(u"seatledger.activation_lease WHERE last_seen_at > now() - interval '3 days'"_s) > 100);
    QVERIFY(counted(u"seatledger.activation_lease WHERE last_seen_at < now() - interval '90 days'"_s) > 20);
    QVERIFY(counted(u"(SELECT DISTINCT extract(isodow FROM assigned_at), extract(hour FROM assigned_at) "
                    "FROM seatledger.license_assignment) cell"_s)
            > 40);
    QVERIFY(counted(u"seatledger.member WHERE name ~ '[一-鿿]'"_s) > 5);
    QVERIFY(counted(u"seatledger.member WHERE name ~ '[а-яА-Я]'"_s) > 3);
    QVERIFY(counted(u"seatledger.member WHERE name ~ '[؀-ۿ]'"_s) > 1);
    QVERIFY(counted(u"seatledger.member WHERE email ~ '[^ -~]'"_s) == 0);
}

void SampleApplicationServiceTest::countsALicenseAskedForTwiceOnce()
{
    TestDatabase db;
    VERIFY_RESULT(m_service.fill(db.session(), small));
    const auto demandOf = [&](const QString &licenses) {
        return db.value(
            u"SELECT sum(demand) FROM seatledger.seat_steps((SELECT array_agg(id) FROM %1))"_s.arg(licenses));
    };
    QCOMPARE(
        demandOf(u"(SELECT id FROM seatledger.license UNION ALL SELECT id FROM seatledger.license) twice"_s),
        demandOf(u"seatledger.license"_s));
}

void SampleApplicationServiceTest::goesOnCountingAfterItsRows()
{
    TestDatabase db;
    VERIFY_RESULT(m_service.fill(db.session(), small));
    QCOMPARE(
        db.value(
            u"INSERT INTO seatledger.member (number, name, email) VALUES ('N', 'New', 'n@x.example') RETURNING id"_s),
        QString::number(small.members + 1));
    QCOMPARE(
        db.value(
            u"INSERT INTO seatledger.license_assignment (license_id, member_id) SELECT license_id, %1 "
            "FROM seatledger.license_seats JOIN seatledger.license l ON l.id = license_id "
            "WHERE promised < capacity AND l.state = 'active' LIMIT 1 RETURNING id"_s.arg(small.members + 1)),
        QString::number(small.assignments + 1));
}

void SampleApplicationServiceTest::makesOperatorsWhenAsked()
{
    TestDatabase db;
    SampleSize size = small;
    size.seed = 4'711; // logins are the cluster's: no other test has these people
    const auto plain = m_service.fill(db.session(), size);
    VERIFY_RESULT(plain);
    QCOMPARE(countOf(db, "operator"_L1), u"0"_s);

    TestDatabase other;
    const auto outcome = fillSampleWithOperators(other.session(), size);
    VERIFY_RESULT(outcome);
    QCOMPARE(outcome->operators, 6);
    QCOMPARE(contentOf(other), contentOf(db));
    QCOMPARE(
        other.sql(u"SELECT role, count(*), count(disabled_at), count(*) FILTER (WHERE EXISTS (SELECT FROM "
                  "seatledger.operator_department d WHERE d.operator_id = o.id)) "
                  "FROM seatledger.operator o GROUP BY role ORDER BY role"_s),
        (QList<QStringList>{{u"administrator"_s, u"1"_s, u"0"_s, u"0"_s},
                            {u"auditor"_s, u"1"_s, u"0"_s, u"0"_s},
                            {u"manager"_s, u"2"_s, u"0"_s, u"2"_s},
                            {u"staff"_s, u"2"_s, u"1"_s, u"0"_s}}));
    QCOMPARE(
        other.value(u"SELECT count(*) FROM seatledger.operator o JOIN pg_authid r ON r.rolname = o.login "
                    "WHERE r.rolpassword IS NULL AND r.rolcanlogin = (o.disabled_at IS NULL)"_s),
        u"6"_s);
    QCOMPARE(other.value(u"SELECT count(*) FROM seatledger.operator o JOIN seatledger.member m "
                         "ON m.id = o.member_id AND m.name = o.display_name AND m.status = 'active'"_s),
             u"6"_s);

    // what is somebody's login on the server already is left alone
    TestDatabase third;
    VERIFY_RESULT(fillSampleWithOperators(third.session(), size));
    QCOMPARE(third.value(u"SELECT count(*) FROM seatledger.operator"_s), u"6"_s);
    QCOMPARE(third.value(u"SELECT min(member_id) FROM seatledger.operator"_s).toInt()
                 > other.value(u"SELECT max(member_id) FROM seatledger.operator"_s).toInt(),
             true);
}

void SampleApplicationServiceTest::leavesNothingToBeCounted()
{
    TestDatabase db;
    VERIFY_RESULT(m_service.fill(db.session(), small));
    QCOMPARE(
        db.value(
            u"SELECT (SELECT count(*) FROM seatledger.stale_license) + (SELECT count(*) FROM seatledger.stale_member)"_s),
        u"0"_s);
    QVERIFY(db.value(u"SELECT count(DISTINCT license_id) FROM seatledger.license_day"_s).toInt() > 0);
    QCOMPARE(db.value(u"SELECT string_agg(relname, ' ') FROM pg_class WHERE relkind = 'r' AND reltuples < 0 "
                      "AND relnamespace = 'seatledger'::regnamespace"_s),
             QString());
}

void SampleApplicationServiceTest::tellsItsProgress()
{
    TestDatabase db;
    qint64 last = 0;
    qint64 total = 0;
    VERIFY_RESULT(m_service.fill(db.session(), small, [&](qint64 done, qint64 all) {
        QVERIFY(done >= last && done <= all);
        last = done;
        total = all;
    }));
    QCOMPARE(last, total);
    QVERIFY(total > small.members + small.licenses + small.assignments);
}

void SampleApplicationServiceTest::refusesABookThatHoldsSomething()
{
    TestDatabase db;
    VERIFY_RESULT(m_service.fill(db.session(), {5, 5, 5, 1}));
    const auto again = m_service.fill(db.session(), {5, 5, 5, 1});
    VERIFY_ERROR(again, ErrorCode::RuleBroken);
    QCOMPARE(again.error().details[u"reason"_s].toString(), u"book_not_empty"_s);
    QCOMPARE(countOf(db, "member"_L1), u"5"_s);
}

void SampleApplicationServiceTest::refusesSizesThatDoNotGoTogether_data()
{
    QTest::addColumn<qint64>("members");
    QTest::addColumn<qint64>("licenses");
    QTest::addColumn<qint64>("assignments");
    QTest::addColumn<QString>("field");
    QTest::newRow("negative") << -1LL << 1LL << 1LL << u"members"_s;
    QTest::newRow("too many") << 1LL << 1'000'000'000LL << 1LL << u"licenses"_s;
    QTest::newRow("nobody to hold") << 0LL << 5LL << 1LL << u"assignments"_s;
    QTest::newRow("nothing to hold") << 5LL << 0LL << 1LL << u"assignments"_s;
    QTest::newRow("twice the same") << 5LL << 5LL << 26LL << u"assignments"_s;
}

void SampleApplicationServiceTest::refusesSizesThatDoNotGoTogether()
{
    QFETCH(qint64, members);
    QFETCH(qint64, licenses);
    QFETCH(qint64, assignments);
    QFETCH(QString, field);
    TestDatabase db;
    const auto refused = m_service.fill(db.session(), {members, licenses, assignments, 1});
    VERIFY_ERROR(refused, ErrorCode::InvalidInput);
    QCOMPARE(refused.error().details[u"field"_s].toString(), field);
}

void SampleApplicationServiceTest::leavesNothingWhenCancelled()
{
    TestDatabase db;
    const CancelToken token = CancelToken::create();
    db.connection().setCancelToken(token);
    const auto cancelled = m_service.fill(db.session(), small, [&](qint64 done, qint64) {
        if (done >= 2'000)
            token.cancel();
    });
    db.connection().setCancelToken({});
    VERIFY_ERROR(cancelled, ErrorCode::Cancelled);
    QCOMPARE(countOf(db, "member"_L1), u"0"_s);
    QCOMPARE(countOf(db, "operation WHERE kind = 'sample'"_L1), u"0"_s);
    QCOMPARE(db.value(u"SELECT day_shift FROM seatledger.clock"_s), u"0"_s);
}

void SampleApplicationServiceTest::spellsNamesOnce()
{
    SampleNames names(1);
    QVERIFY(names.groups().size() > 15);
    for (const SampleNameGroup &group : names.groups()) {
        QVERIFY2(group.weight > 0 && group.combinations() > 0, qPrintable(group.country));
        for (const QList<SampleNamePart> &parts : {group.given, group.family}) {
            QSet<QString> spelled;
            for (const SampleNamePart &part : parts) {
                QVERIFY2(!spelled.contains(part.ascii), qPrintable(group.country + u": "_s + part.ascii));
                spelled.insert(part.ascii);
            }
        }
    }
    QSet<QString> addresses;
    for (int index = 0; index < 50'000; ++index)
        addresses.insert(names.next().email);
    QCOMPARE(addresses.size(), 50'000);
}

void SampleApplicationServiceTest::namesLicensesOnce()
{
    const SampleCatalogue catalogue = SampleCatalogue::read();
    QSet<QString> names;
    for (int index = 0; index < 100'000; ++index)
        names.insert(catalogue.licenseName(index).toLower());
    QCOMPARE(names.size(), 100'000);
}

QTEST_GUILESS_MAIN(SampleApplicationServiceTest)
#include "sampleapplicationservicetest.moc"
