// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/featureswitchapplicationservice.h"
#include "core/services/services.h"
#include "tests/support/colleagues.h"
#include "tests/support/testdatabase.h"

#include <QElapsedTimer>
#include <QTest>

using namespace Qt::StringLiterals;

namespace seatledger {

/// Features that are released step by step.
class FeatureSwitchTest final : public QObject
{
    Q_OBJECT

private slots:
    void isOffOnOrForRoles();
    void percentIsStableAndGrows();
    void checksADraft();
    void setsAsOneOperationThatCanBeUndone();
    void onlyAdministratorsSet();
    void isKnownAnewWhoeverChangesIt();
    void isReadOnceWhileSomebodyListens();
    void saysWhoGetsAndWhoLosesIt();
    void saysWhoSetItLast();

private:
    [[nodiscard]] static FeatureFields feature(FeatureMode mode, std::vector<Role> roles = {},
                                               int percent = 0)
    {
        return FeatureDraft{
            .name = u"self_service"_s, .mode = mode, .roles = std::move(roles), .percent = percent}
            .create()
            .value();
    }
    Services m_services;
};

void FeatureSwitchTest::isOffOnOrForRoles()
{
    QVERIFY(!feature(FeatureMode::Off).isOnFor(Role::Administrator, u"ana"));
    QVERIFY(feature(FeatureMode::On).isOnFor(Role::Member, u"ana"));
    const FeatureFields some = feature(FeatureMode::Roles, {Role::Staff, Role::Manager});
    QVERIFY(some.isOnFor(Role::Staff, u"ana"));
    QVERIFY(!some.isOnFor(Role::Administrator, u"ana"));
}

void FeatureSwitchTest::percentIsStableAndGrows()
{
    constexpr int people = 2000;
    int before = 0;
    for (const int percent : {0, 10, 50, 100}) {
        int on = 0;
        for (int i = 0; i < people; ++i) {
            const QString login = u"person%1"_s.arg(i);
            const bool isOn = feature(FeatureMode::Percent, {}, percent).isOnFor(Role::Staff, login);
            QCOMPARE(feature(FeatureMode::Percent, {}, percent).isOnFor(Role::Member, login), isOn);
            if (isOn && percent < 100)
                QVERIFY(feature(FeatureMode::Percent, {}, percent + 1).isOnFor(Role::Staff, login));
            on += isOn ? 1 : 0;
        }
        QVERIFY2(std::abs(on - people * percent / 100) < people / 20, qPrintable(QString::number(on)));
        QVERIFY(on >= before);
        before = on;
    }
}

void FeatureSwitchTest::checksADraft()
{
    for (const QString &name : {QString(), u"Self"_s, u"self service"_s, u"1st"_s, u"x\n"_s})
        VERIFY_ERROR((FeatureDraft{.name = name}.create()), ErrorCode::InvalidInput);
    VERIFY_ERROR((FeatureDraft{.name = u"a"_s, .mode = FeatureMode::Roles}.create()),
                 ErrorCode::InvalidInput);
    VERIFY_ERROR((FeatureDraft{.name = u"a"_s, .percent = 101}.create()), ErrorCode::InvalidInput);
    const auto roles = FeatureDraft{.name = u"a"_s, .roles = {Role::Member, Role::Staff, Role::Member}}
                           .create();
    QCOMPARE(roles->roles, (std::vector{Role::Staff, Role::Member}));
}

void FeatureSwitchTest::setsAsOneOperationThatCanBeUndone()
{
    TestDatabase db;
    const auto set = m_services.features.set(db.session(), feature(FeatureMode::On));
    VERIFY_RESULT(set);
    VERIFY_ERROR(m_services.features.set(db.session(), feature(FeatureMode::On)), ErrorCode::RuleBroken);
    const auto changed = m_services.features.set(db.session(), feature(FeatureMode::Percent, {}, 30));
    VERIFY_RESULT(changed);
    QCOMPARE(changed->value.version, 2);
    VERIFY_ERROR(m_services.features.set(db.session(), feature(FeatureMode::Off), 1), ErrorCode::Conflict);
    VERIFY_RESULT(m_services.management.undo(db.session(), changed->operation));
    QCOMPARE(m_services.features.list(db.session()).value().front().mode, FeatureMode::On);
    QCOMPARE(db.value(u"SELECT count(*) FROM seatledger.audit_event WHERE entity = 'feature_switch'"_s),
             u"3"_s);
}

void FeatureSwitchTest::onlyAdministratorsSet()
{
    TestDatabase db;
    Colleagues people(db);
    const QString sam = people.add(u"sam"_s, {.role = Role::Staff});
    const QString ada = people.add(u"ada"_s, {.role = Role::Administrator});
    VERIFY_ERROR(m_services.features.set(people.as(sam), feature(FeatureMode::On)), ErrorCode::Forbidden);
    VERIFY_RESULT(m_services.features.set(people.as(ada), feature(FeatureMode::On)));
    QCOMPARE(m_services.features.list(people.as(sam)).value().size(), 1U);
}

void FeatureSwitchTest::isKnownAnewWhoeverChangesIt()
{
    TestDatabase db;
    NotificationListener listener(db.settings());
    FeatureSwitches switches(m_services.switchRows);
    switches.follow(listener);
    const auto isOn = [&] {
        return switches.isOn(db.session(), u"self_service"_s, Role::Staff, u"ana").value();
    };
    QVERIFY(!isOn());
    VERIFY_RESULT(m_services.features.set(db.session(), feature(FeatureMode::On)));
    QVERIFY(isOn()); // nobody listens yet, so nothing is kept
    listener.start();
    QTRY_VERIFY(listener.isConnected());
    QVERIFY(isOn());
    QElapsedTimer timer;
    timer.start();
    db.sql(u"UPDATE seatledger.feature_switch SET mode = 'off'"_s); // as by psql
    QTRY_VERIFY(!isOn());
    QVERIFY2(timer.elapsed() < 1000, qPrintable(QString::number(timer.elapsed())));
    QVERIFY(!switches.isOn(db.session(), u"unheard_of"_s, Role::Staff, u"ana").value());
}

void FeatureSwitchTest::isReadOnceWhileSomebodyListens()
{
    TestDatabase db;
    NotificationListener listener(db.settings());
    FeatureSwitches switches(m_services.switchRows);
    switches.follow(listener);
    listener.start();
    QTRY_VERIFY(listener.isConnected());
    QVERIFY(!switches.isOn(db.session(), u"self_service"_s, Role::Staff, u"ana").value());
    const auto gone = db.connect();
    Session elsewhere(*gone, Actor{u"ana"_s, OperationSource::Window});
    db.sql(u"SELECT pg_terminate_backend(%1)"_s.arg(gone->backendPid())); // what is known is not asked for
    QVERIFY(!switches.isOn(elsewhere, u"self_service"_s, Role::Staff, u"ana").value());
    switches.invalidate();
    QVERIFY(!switches.isOn(elsewhere, u"self_service"_s, Role::Staff, u"ana"));
}

void FeatureSwitchTest::saysWhoGetsAndWhoLosesIt()
{
    TestDatabase db;
    Colleagues people(db);
    const QString sam = people.add(u"sam"_s, {.role = Role::Staff});
    const QString mia = people.add(u"mia"_s, {.role = Role::Manager});
    const QString ada = people.add(u"ada"_s, {.role = Role::Administrator});
    db.sql(u"INSERT INTO seatledger.operator (login, display_name, role, disabled_at) "
           "VALUES ('%1_x', 'Gone', 'staff', now())"_s.arg(sam));
    Session &admin = people.as(ada);
    const auto first = m_services.features.preview(admin, feature(FeatureMode::Roles, {Role::Staff}));
    VERIFY_RESULT(first);
    QCOMPARE(first->people, 3);
    QCOMPARE(first->on, 1);
    QCOMPARE(first->gaining.size(), 1U);
    QCOMPARE(first->gaining.front().login, sam);
    QVERIFY(m_services.features.list(admin)->empty()); // it was only asked
    VERIFY_RESULT(m_services.features.set(admin, feature(FeatureMode::Roles, {Role::Staff})));
    const auto then = m_services.features.preview(admin, feature(FeatureMode::Roles, {Role::Manager}));
    QCOMPARE(then->gaining.front().login, mia);
    QCOMPARE(then->losing.front().login, sam);
    VERIFY_ERROR(m_services.features.preview(people.as(sam), feature(FeatureMode::On)), ErrorCode::Forbidden);
}

void FeatureSwitchTest::saysWhoSetItLast()
{
    TestDatabase db;
    Colleagues people(db);
    const QString ada = people.add(u"ada"_s, {.role = Role::Administrator});
    VERIFY_RESULT(m_services.features.set(db.session(), feature(FeatureMode::On)));
    VERIFY_RESULT(m_services.features.set(people.as(ada), feature(FeatureMode::Off)));
    const auto rows = m_services.features.overview(people.as(ada));
    VERIFY_RESULT(rows);
    QCOMPARE(rows->size(), 1U);
    QCOMPARE(rows->front().mode, FeatureMode::Off);
    QCOMPARE(rows->front().changedBy, ada);
    QVERIFY(rows->front().changedAt);
    const QString sam = people.add(u"sam"_s, {.role = Role::Staff});
    VERIFY_ERROR(m_services.features.overview(people.as(sam)), ErrorCode::Forbidden);
}

} // namespace seatledger

QTEST_MAIN(seatledger::FeatureSwitchTest)
#include "featureswitchtest.moc"
