// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/support/runningserver.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace seatledger {

/// What the server does by itself.
class HousekeeperTest final : public QObject
{
    Q_OBJECT

private slots:
    void aLeaseThatRanOutFreesItsSeat();
    void seatsBeginWithTheirDay();
    void reportsAreKeptFast();

private:
    RunningServer m_server{{{u"LIMITS_HOUSEKEEPING_SECONDS"_s, u"1"_s}}};
};

void HousekeeperTest::aLeaseThatRanOutFreesItsSeat()
{
    TestDatabase &db = m_server.database();
    const LicenseId pool = m_server.book().licenseWithSeats(u"Pool"_s, 1);
    db.sql(
        u"UPDATE seatledger.license SET metric = 'floating', floating_lease_minutes = 30 WHERE id = %1"_s.arg(
            pool.value()));
    const MemberId ana = m_server.book().member(u"Ana"_s);
    (void)m_server.book().assignment(pool, ana);
    const QByteArray token = m_server.token(u"ana"_s, {.role = Role::Member, .member = ana},
                                            {TokenScope::Own});
    const QByteArray place = "/api/v1/me/licenses/" + QByteArray::number(pool.value());
    QCOMPARE(m_server.send("POST", token, place + ":activate", {{u"device"_s, u"9f:3c:11:0a"_s}}).status,
             201);
    const auto live = [&db] {
        return db.value(u"SELECT count(*) FROM seatledger.activation WHERE released_at IS NULL"_s);
    };
    QCOMPARE(live(), u"1"_s);

    db.sql(u"UPDATE seatledger.activation_lease SET last_seen_at = now() - interval '2 hours', "
           "lease_until = now() - interval '1 hour'"_s);
    QTRY_COMPARE(live(), u"0"_s);
}

void HousekeeperTest::seatsBeginWithTheirDay()
{
    TestDatabase &db = m_server.database();
    const LicenseId ide = m_server.book().licenseWithSeats(u"IDE"_s, 5);
    const MemberId ben = m_server.book().member(u"Ben"_s);
    db.sql(u"INSERT INTO seatledger.license_assignment (license_id, member_id, period, state) "
           "VALUES (%1, %2, daterange(seatledger.today() + 1, NULL), 'reserved')"_s.arg(ide.value())
               .arg(ben.value()));
    const auto state = [&] {
        return db.value(
            u"SELECT state FROM seatledger.license_assignment WHERE license_id = %1"_s.arg(ide.value()));
    };
    QCOMPARE(state(), u"reserved"_s);
    db.sql(u"UPDATE seatledger.clock SET day_shift = day_shift + 1"_s);
    QTRY_COMPARE(state(), u"active"_s);
}

void HousekeeperTest::reportsAreKeptFast()
{
    const LicenseId ide = m_server.book().licenseWithSeats(u"Kept"_s, 5);
    QTRY_COMPARE(m_server.database().value(u"SELECT count(*) FROM seatledger.stale_license"_s), u"0"_s);
    QCOMPARE(m_server.database().value(
                 u"SELECT count(*) > 0 FROM seatledger.license_day WHERE license_id = %1"_s.arg(ide.value())),
             u"t"_s);
}

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::HousekeeperTest)
#include "housekeepertest.moc"
