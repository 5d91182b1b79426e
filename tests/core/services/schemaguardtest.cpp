// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/query.h"
#include "tests/support/book.h"

#include <QTest>

#include <set>

using namespace Qt::StringLiterals;

namespace seatledger {

/// Every rule attacked with plain SQL by the owner of the schema, a superuser.
class SchemaGuardTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_database = std::make_unique<TestDatabase>();
        m_book = std::make_unique<Book>(*m_database);
    }
    void cleanup()
    {
        QCOMPARE(m_book->wrongCounters(), 0);
        QCOMPARE(m_database->value(u"SELECT count(*) FROM seatledger.audit_event e LEFT JOIN "
                                   "seatledger.audit_link l USING (statement_id) WHERE l.position IS NULL"_s),
                 u"0"_s);
        m_book.reset();
        m_database.reset();
    }

    void refusesMoreSeatsThanThereAre();
    void refusesTwoAssignmentsAtTheSameTime();
    void allowsExactlyTheTransitionsOfTheStateMachine();
    void refusesStatesThatDoNotFitTheirDays();
    void keepsLicenceHolderAndOperation();
    void keepsWhatHasEnded();
    void refusesToDeleteAndToEmpty();
    void refusesHandsOnCountersAndAudit();
    void refusesToBookOnAnotherTransactionsOperation();
    void refusesARingOfDepartments();
    void keepsSeatsFromWhoHasDeparted();
    void keepsLicencesWithHolders();
    void givesSeatsOnlyOfActiveLicences();
    void promisesWithoutLimitWhenBoughtWithoutLimit();
    void countsQuantitiesAndOverage();
    void refusesToCutBelowWhatIsPromised();
    void limitsDevicesAndFloatingSeats();
    void booksEveryChangeInTheAudit();
    void countsVersionsByItself();

private:
    [[nodiscard]] Result<void> run(const QString &statement)
    {
        return Query(m_database->session(), statement).exec();
    }
    /// SQLSTATE and reason of a refusal, `fine` if there was none.
    [[nodiscard]] QString answer(const QString &statement)
    {
        const auto done = run(statement);
        if (done)
            return u"fine"_s;
        const QString reason = done.error().details.value(u"reason"_s).toString();
        return done.error().details.value(u"sqlstate"_s).toString()
               + (reason.isEmpty() ? QString() : u' ' + reason);
    }
    [[nodiscard]] static QString change(AssignmentId id, const QString &set)
    {
        return u"UPDATE seatledger.license_assignment SET %1 WHERE id = %2"_s.arg(set).arg(id.value());
    }
    [[nodiscard]] static QString give(LicenseId license, MemberId member, const QString &more = {},
                                      const QString &values = {})
    {
        return u"INSERT INTO seatledger.license_assignment (license_id, member_id%1) VALUES (%2, %3%4)"_s
            .arg(more)
            .arg(license.value())
            .arg(member.value())
            .arg(values);
    }

    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<Book> m_book;
};

void SchemaGuardTest::refusesMoreSeatsThanThereAre()
{
    const LicenseId ide = m_book->licenseWithSeats(u"IDE"_s, 1);
    const auto members = m_book->members(3);
    m_book->assignment(ide, members[0]);
    QCOMPARE(answer(give(ide, members[1])), u"SL001 no_seat"_s);
    QCOMPARE(answer(give(ide, members[1], u", state, period"_s,
                         u", 'reserved', daterange(seatledger.today() + 9, NULL)"_s)),
             u"SL001 no_seat"_s);
    QCOMPARE(answer(u"INSERT INTO seatledger.license_assignment (license_id, member_id) SELECT %1, id FROM "
                    "seatledger.member WHERE id <> %2"_s.arg(ide.value())
                        .arg(members[0].value())),
             u"SL001 no_seat"_s);
    const LicenseId bare = m_book->license(u"Bare"_s);
    QCOMPARE(answer(give(bare, members[0])), u"SL001 outside_supply"_s);
    QCOMPARE(answer(give(ide, members[1], u", seat_released, state"_s, u", true, 'suspended'"_s)), u"fine"_s);
}

void SchemaGuardTest::refusesTwoAssignmentsAtTheSameTime()
{
    const LicenseId ide = m_book->licenseWithSeats(u"IDE"_s, 9);
    const MemberId ana = m_book->member(u"Ana"_s);
    const AssignmentId id = m_book->assignment(ide, ana);
    QCOMPARE(answer(give(ide, ana)).left(5), u"23P01"_s);
    QCOMPARE(answer(change(id, u"state = 'revoked', ended_on = seatledger.today(), end_reason = 'x'"_s)),
             u"fine"_s);
    QCOMPARE(answer(give(ide, ana)), u"fine"_s);
}

void SchemaGuardTest::allowsExactlyTheTransitionsOfTheStateMachine()
{
    const QStringList states{u"reserved"_s, u"active"_s, u"suspended"_s, u"expired"_s, u"revoked"_s};
    const std::set<std::pair<QString, QString>> allowed{
        {u"reserved"_s, u"active"_s},  {u"active"_s, u"suspended"_s}, {u"suspended"_s, u"active"_s},
        {u"reserved"_s, u"expired"_s}, {u"active"_s, u"expired"_s},   {u"suspended"_s, u"expired"_s},
        {u"reserved"_s, u"revoked"_s}, {u"active"_s, u"revoked"_s},   {u"suspended"_s, u"revoked"_s},
        {u"active"_s, u"reserved"_s}};
    const auto columns = [](const QString &state) {
        const QString period = state == u"reserved"
                                   ? u"daterange(seatledger.today() + 5, seatledger.today() + 9)"_s
                               : state == u"expired"
                                   ? u"daterange(seatledger.today() - 9, seatledger.today() - 1)"_s
                                   : u"daterange(seatledger.today() - 9, seatledger.today() + 9)"_s;
        const QString ended = state == u"expired"   ? u"seatledger.today() - 1"_s
                              : state == u"revoked" ? u"seatledger.today()"_s
                                                    : u"NULL"_s;
        return QStringList{u"'%1'"_s.arg(state), period, ended, state == u"revoked" ? u"'x'"_s : u"NULL"_s};
    };
    const LicenseId ide = m_book->licenseWithSeats(u"IDE"_s, 100);
    for (const QString &from : states) {
        for (const QString &to : states) {
            if (from == to)
                continue;
            const QString made = m_database->value(give(ide, m_book->member(from + u' ' + to),
                                                        u", state, period, ended_on, end_reason"_s,
                                                        u", "_s + columns(from).join(u", "_s))
                                                   + u" RETURNING id"_s);
            const QString expected = allowed.contains({from, to}) ? u"fine"_s : u"SL003 illegal_transition"_s;
            const QString set = u"(state, period, ended_on, end_reason) = (%1)"_s.arg(
                columns(to).join(u", "_s));
            QCOMPARE(from + u" to "_s + to + u": "_s
                         + answer(change(*AssignmentId::fromValue(made.toLongLong()), set)),
                     from + u" to "_s + to + u": "_s + expected);
        }
    }
}

void SchemaGuardTest::refusesStatesThatDoNotFitTheirDays()
{
    const LicenseId ide = m_book->licenseWithSeats(u"IDE"_s, 9);
    const AssignmentId id = m_book->assignment(ide, m_book->member(u"Ana"_s));
    const MemberId bo = m_book->member(u"Bo"_s);
    const QString wrong = u"SL003 state_against_days"_s;
    QCOMPARE(answer(give(ide, bo, u", state"_s, u", 'reserved'"_s)), wrong);
    QCOMPARE(answer(give(ide, bo, u", period"_s, u", daterange(seatledger.today() + 1, NULL)"_s)), wrong);
    QCOMPARE(answer(give(ide, bo, u", state, ended_on"_s, u", 'expired', seatledger.today()"_s)), wrong);
    QCOMPARE(answer(change(id, u"state = 'expired', ended_on = seatledger.today()"_s)), wrong);
    QCOMPARE(answer(change(id, u"state = 'suspended', suspended_until = seatledger.today()"_s)), wrong);
    QCOMPARE(answer(change(id, u"state = 'revoked', end_reason = 'x', ended_on = seatledger.today() + 1"_s)),
             wrong);
    QCOMPARE(answer(change(id, u"state = 'revoked', ended_on = seatledger.today()"_s)), u"23514"_s);
    QCOMPARE(answer(change(id, u"seat_released = true"_s)), u"23514"_s);
    QCOMPARE(answer(change(id, u"period = 'empty'"_s)), u"23514"_s);
    QCOMPARE(answer(change(id, u"quantity = 0"_s)), u"23514"_s);
}

void SchemaGuardTest::keepsLicenceHolderAndOperation()
{
    const LicenseId ide = m_book->licenseWithSeats(u"IDE"_s, 9);
    const LicenseId cad = m_book->licenseWithSeats(u"CAD"_s, 9);
    const AssignmentId id = m_book->assignment(ide, m_book->member(u"Ana"_s));
    const MemberId bo = m_book->member(u"Bo"_s);
    QCOMPARE(answer(change(id, u"license_id = %1"_s.arg(cad.value()))), u"SL003 fixed"_s);
    QCOMPARE(answer(change(id, u"member_id = %1"_s.arg(bo.value()))), u"SL003 fixed"_s);
    QCOMPARE(answer(change(id, u"operation_id = operation_id - 1"_s)), u"SL003 fixed"_s);
    QCOMPARE(answer(change(id, u"id = 99"_s)), u"SL010 id_fixed"_s);
    QCOMPARE(answer(u"UPDATE seatledger.entitlement SET license_id = 3 - license_id"_s), u"SL010 fixed"_s);
}

void SchemaGuardTest::keepsWhatHasEnded()
{
    const LicenseId ide = m_book->licenseWithSeats(u"IDE"_s, 9);
    const AssignmentId id = m_book->assignment(ide, m_book->member(u"Ana"_s));
    m_database->sql(change(id, u"state = 'revoked', ended_on = seatledger.today(), end_reason = 'x'"_s));
    QCOMPARE(answer(change(id, u"end_reason = 'y'"_s)), u"SL003 illegal_transition"_s);
    QCOMPARE(answer(change(id, u"quantity = 5"_s)), u"SL003 illegal_transition"_s);
    QCOMPARE(answer(change(
                 id, u"period = daterange(lower(period), NULL) * daterange(NULL, seatledger.today() + 3)"_s)),
             u"SL003 illegal_transition"_s);
    QCOMPARE(answer(change(id, u"note = 'a note may be added'"_s)), u"fine"_s);
}

void SchemaGuardTest::refusesToDeleteAndToEmpty()
{
    const LicenseId ide = m_book->licenseWithSeats(u"IDE"_s, 9);
    m_book->assignment(ide, m_book->member(u"Ana"_s));
    m_database->sql(u"INSERT INTO seatledger.department (name) VALUES ('Research')"_s);
    for (const char *table : {"license_assignment", "entitlement", "license", "member", "product", "vendor",
                              "department", "setting"}) {
        const QString name = QLatin1StringView(table);
        QCOMPARE(name + u' ' + answer(u"DELETE FROM seatledger."_s + name), name + u" SL008 never_deleted"_s);
        QCOMPARE(name + u' ' + answer(u"TRUNCATE seatledger."_s + name + u" CASCADE"_s),
                 name + u" SL008 never_deleted"_s);
    }
}

void SchemaGuardTest::refusesHandsOnCountersAndAudit()
{
    const LicenseId ide = m_book->licenseWithSeats(u"IDE"_s, 2);
    m_book->assignment(ide, m_book->member(u"Ana"_s));
    QCOMPARE(
        answer(u"UPDATE seatledger.license_seats SET held = 0, promised = 0, capacity = 99, short = 5"_s),
        u"fine"_s);
    QCOMPARE(m_book->held(ide), 1);
    QCOMPARE(answer(u"DELETE FROM seatledger.license_seats"_s), u"SL010 written_by_the_book"_s);
    QCOMPARE(answer(u"INSERT INTO seatledger.license_seats (license_id) VALUES (77)"_s),
             u"SL010 written_by_the_book"_s);
    for (const char *table : {"audit_statement", "audit_event", "audit_link", "audit_head", "operation"}) {
        const QString name = u"seatledger."_s + QLatin1StringView(table);
        const QString column = name.endsWith(u"operation")   ? u"actor = actor"_s
                               : name.endsWith(u"event")     ? u"ordinal = ordinal"_s
                               : name.endsWith(u"statement") ? u"entity = entity"_s
                                                             : u"position = position"_s;
        QCOMPARE(name + answer(u"UPDATE "_s + name + u" SET "_s + column),
                 name + u"SL010 written_by_the_book"_s);
        QCOMPARE(name + answer(u"DELETE FROM "_s + name), name + u"SL010 written_by_the_book"_s);
        QCOMPARE(name + answer(u"TRUNCATE "_s + name + u" CASCADE"_s), name + u"SL008 never_deleted"_s);
    }
    QCOMPARE(answer(u"INSERT INTO seatledger.audit_head VALUES (true)"_s), u"SL010 written_by_the_book"_s);
}

void SchemaGuardTest::refusesToBookOnAnotherTransactionsOperation()
{
    const LicenseId ide = m_book->licenseWithSeats(u"IDE"_s, 2);
    const QString old = m_database->value(u"SELECT seatledger.begin_operation('assign', 'Old')"_s);
    QCOMPARE(answer(give(ide, m_book->member(u"Ana"_s), u", operation_id"_s, u", "_s + old)),
             u"SL003 other_operation"_s);
    m_database->sql(u"SET seatledger.operation = '%1'"_s.arg(old));
    m_book->assignment(ide, m_book->member(u"Bo"_s));
    QVERIFY(m_database->value(u"SELECT operation_id FROM seatledger.license_assignment"_s) != old);
}

void SchemaGuardTest::refusesARingOfDepartments()
{
    m_database->sql(u"INSERT INTO seatledger.department (id, name, parent_id) VALUES (1, 'A', NULL), "
                    "(2, 'B', 1), (3, 'C', 2)"_s);
    QCOMPARE(answer(u"UPDATE seatledger.department SET parent_id = 3 WHERE id = 1"_s),
             u"SL009 department_ring"_s);
    QCOMPARE(answer(u"UPDATE seatledger.department SET parent_id = 1 WHERE id = 1"_s),
             u"SL009 department_ring"_s);
    QCOMPARE(answer(u"INSERT INTO seatledger.department (id, name, parent_id) VALUES (9, 'Z', 9)"_s),
             u"SL009 department_ring"_s);
    QCOMPARE(answer(u"UPDATE seatledger.department SET parent_id = 1 WHERE id = 3"_s), u"fine"_s);
    // Each fine on the tree as it was, a ring together.
    QCOMPARE(answer(u"UPDATE seatledger.department SET parent_id = 5 - id WHERE id IN (2, 3)"_s),
             u"SL009 department_ring"_s);
    QCOMPARE(
        answer(
            u"INSERT INTO seatledger.department (id, name, parent_id) VALUES (11, 'P', 12), (12, 'Q', 11)"_s),
        u"SL009 department_ring"_s);
}

void SchemaGuardTest::keepsSeatsFromWhoHasDeparted()
{
    const LicenseId ide = m_book->licenseWithSeats(u"IDE"_s, 9);
    const MemberId ana = m_book->member(u"Ana"_s);
    const AssignmentId id = m_book->assignment(ide, ana);
    const QString depart =
        u"UPDATE seatledger.member SET status = 'departed', left_on = seatledger.today()"_s;
    QCOMPARE(answer(depart).left(5), u"23503"_s);
    m_database->sql(change(id, u"state = 'revoked', ended_on = seatledger.today(), end_reason = 'x'"_s));
    QCOMPARE(answer(depart), u"fine"_s);
    QCOMPARE(answer(give(ide, ana)).left(5), u"23503"_s);
    QCOMPARE(answer(u"UPDATE seatledger.member SET status = 'active'"_s), u"23514"_s);
}

void SchemaGuardTest::keepsLicencesWithHolders()
{
    const LicenseId ide = m_book->licenseWithSeats(u"IDE"_s, 9);
    const AssignmentId id = m_book->assignment(ide, m_book->member(u"Ana"_s));
    const QString retire = u"UPDATE seatledger.license SET state = 'retired'"_s;
    QCOMPARE(answer(retire), u"SL005 license_held"_s);
    m_database->sql(change(id, u"state = 'revoked', ended_on = seatledger.today(), end_reason = 'x'"_s));
    QCOMPARE(answer(retire), u"fine"_s);
    QCOMPARE(answer(u"UPDATE seatledger.license SET state = 'active'"_s), u"SL003 illegal_transition"_s);
}

void SchemaGuardTest::givesSeatsOnlyOfActiveLicences()
{
    const LicenseId ide = m_book->licenseWithSeats(u"IDE"_s, 9);
    const AssignmentId id = m_book->assignment(ide, m_book->member(u"Ana"_s));
    m_database->sql(change(id, u"state = 'suspended', seat_released = true"_s));
    m_database->sql(u"UPDATE seatledger.license SET state = 'suspended'"_s);
    QCOMPARE(answer(give(ide, m_book->member(u"Bo"_s))), u"SL005 license_suspended"_s);
    QCOMPARE(answer(change(id, u"state = 'active', seat_released = false"_s)), u"SL005 license_suspended"_s);
    QCOMPARE(answer(change(id, u"state = 'revoked', ended_on = seatledger.today(), end_reason = 'x', "
                               "seat_released = false"_s)),
             u"fine"_s);
}

void SchemaGuardTest::promisesWithoutLimitWhenBoughtWithoutLimit()
{
    const LicenseId ide = m_book->license(u"IDE"_s);
    m_book->entitlement(ide, std::nullopt);
    QCOMPARE(answer(give(ide, m_book->member(u"Ana"_s), u", quantity"_s, u", 10000000"_s)), u"fine"_s);
    QCOMPARE(answer(give(ide, m_book->member(u"Bo"_s), u", quantity"_s, u", 10000000"_s)), u"fine"_s);
    QCOMPARE(answer(u"UPDATE seatledger.entitlement SET quantity = 3"_s), u"SL002 below_promised"_s);
}

void SchemaGuardTest::countsQuantitiesAndOverage()
{
    const LicenseId ide = m_book->licenseWithSeats(u"IDE"_s, 15);
    m_database->sql(u"UPDATE seatledger.license SET overage_percent = 10"_s);
    const MemberId ana = m_book->member(u"Ana"_s);
    QCOMPARE(answer(give(ide, ana, u", quantity"_s, u", 17"_s)), u"SL001 no_seat"_s);
    QCOMPARE(answer(give(ide, ana, u", quantity"_s, u", 16"_s)), u"fine"_s);
    QCOMPARE(answer(u"UPDATE seatledger.license_assignment SET quantity = 17"_s), u"SL001 no_seat"_s);
    QCOMPARE(answer(u"UPDATE seatledger.license SET overage_percent = 0"_s), u"SL002 below_promised"_s);
}

void SchemaGuardTest::refusesToCutBelowWhatIsPromised()
{
    const LicenseId ide = m_book->licenseWithSeats(u"IDE"_s, 2);
    for (const MemberId member : m_book->members(2))
        m_book->assignment(ide, member);
    const QString refused = u"SL002 below_promised"_s;
    QCOMPARE(answer(u"UPDATE seatledger.entitlement SET quantity = 1"_s), refused);
    QCOMPARE(answer(u"UPDATE seatledger.entitlement SET cancelled_at = now()"_s), refused);
    QCOMPARE(
        answer(
            u"UPDATE seatledger.entitlement SET period = daterange(lower(period), seatledger.today() + 7)"_s),
        refused);
    QCOMPARE(answer(u"UPDATE seatledger.entitlement SET quantity = 2, note = 'same'"_s), u"fine"_s);
}

void SchemaGuardTest::limitsDevicesAndFloatingSeats()
{
    m_database->sql(
        u"INSERT INTO seatledger.device (id, fingerprint, name) SELECT n, 'device-' || n, 'PC ' || n "
        "FROM generate_series(1, 5) n;"
        "INSERT INTO seatledger.license (id, product_id, name, metric, floating_lease_minutes) "
        "VALUES (50, 1, 'Floating', 'floating', 30)"_s);
    const LicenseId floating = *LicenseId::fromValue(50);
    m_book->entitlement(floating, 3);
    m_database->sql(u"UPDATE seatledger.license SET overage_percent = 0"_s);
    QList<AssignmentId> ids;
    for (const MemberId member : m_book->members(3))
        ids.append(m_book->assignment(floating, member));
    const auto activate = [&](AssignmentId id, int device) {
        return answer(
            u"INSERT INTO seatledger.activation (assignment_id, license_id, device_id) VALUES (%1, 50, %2)"_s
                .arg(id.value())
                .arg(device));
    };
    QCOMPARE(activate(ids[0], 1), u"fine"_s);
    QCOMPARE(activate(ids[0], 2), u"SL011 too_many_devices"_s);
    m_database->sql(u"UPDATE seatledger.license SET devices_per_seat = 2"_s);
    QCOMPARE(activate(ids[0], 2), u"fine"_s);
    QCOMPARE(activate(ids[1], 3), u"fine"_s);
    QCOMPARE(activate(ids[2], 4), u"SL011 no_floating_seat"_s);
    m_database->sql(change(ids[0], u"state = 'suspended'"_s));
    QCOMPARE(m_database->value(u"SELECT live FROM seatledger.license_seats WHERE license_id = 50"_s), u"1"_s);
    QCOMPARE(activate(ids[0], 5), u"SL011 assignment_suspended"_s);
    QCOMPARE(answer(u"UPDATE seatledger.activation SET released_at = NULL, release_reason = NULL WHERE "
                    "released_at IS NOT NULL"_s),
             u"SL011 released"_s);
    QCOMPARE(answer(u"UPDATE seatledger.activation SET device_id = 5 WHERE device_id = 3"_s),
             u"SL011 fixed"_s);
    QCOMPARE(answer(u"DELETE FROM seatledger.activation"_s), u"SL008 never_deleted"_s);
}

void SchemaGuardTest::booksEveryChangeInTheAudit()
{
    const LicenseId ide = m_book->licenseWithSeats(u"IDE"_s, 9);
    const auto last = [&] {
        return m_database
            ->sql(u"SELECT s.entity, s.action, s.event_count, o.kind, o.login FROM "
                  "seatledger.audit_statement s JOIN seatledger.operation o ON o.id = "
                  "s.operation_id ORDER BY s.id DESC LIMIT 1"_s)
            .first();
    };
    m_book->members(3);
    QCOMPARE(last(), (QStringList{u"member"_s, u"insert"_s, u"1"_s, u"direct"_s, u"seatledger_owner"_s}));
    m_database->sql(
        u"INSERT INTO seatledger.license_assignment (license_id, member_id) SELECT %1, id FROM seatledger.member"_s
            .arg(ide.value()));
    QCOMPARE(last(),
             (QStringList{u"license_assignment"_s, u"insert"_s, u"3"_s, u"direct"_s, u"seatledger_owner"_s}));
    m_database->sql(u"UPDATE seatledger.license SET note = 'x'"_s);
    QCOMPARE(last()[0] + last()[1], u"licenseupdate"_s);
    QCOMPARE(
        m_database->value(u"SELECT count(*) FROM seatledger.audit_event WHERE license_id = %1 AND entity = "
                          "'license_assignment' AND new ->> 'state' = 'active'"_s.arg(ide.value())),
        u"3"_s);
    const QString uncovered = m_database->value(
        u"SELECT string_agg(relname, ' ') FROM pg_class c WHERE relkind = 'r' AND relnamespace = "
        "'seatledger'::regnamespace AND NOT EXISTS (SELECT FROM pg_trigger t WHERE tgrelid = c.oid AND "
        "tgname "
        "IN ('audit_insert', 'refuse_write', 'refuse_change')) AND relname NOT IN ('clock', "
        "'schema_version', "
        "'activation_lease', 'notification', 'idempotency_key', 'security_baseline', 'work_of_the_book', "
        "'license_day', 'seat_day', 'stale_license', 'license_money', 'money_now', 'counted_license', "
        "'license_cost', 'cost_day', 'member_seats', 'stale_member', 'activity_quarter', 'activity_change', "
        "'license_outlook', 'license_end', 'end_day', "
        "'notification_reading', 'notice_occasion', 'notice_look', 'mail_message', 'mail_notice', "
        "'saved_view', "
        "'api_token_use')"_s);
    QCOMPARE(uncovered, QString());
}

void SchemaGuardTest::countsVersionsByItself()
{
    const LicenseId ide = m_book->license(u"IDE"_s);
    m_database->sql(u"UPDATE seatledger.license SET version = 40 WHERE id = %1"_s.arg(ide.value()));
    QCOMPARE(m_database->value(u"SELECT version FROM seatledger.license"_s), u"2"_s);
}

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::SchemaGuardTest)
#include "schemaguardtest.moc"
