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
    void holdsOffWhatItGoverns();
    void isForAsManyAsItSays();
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

void FeatureSwitchTest::holdsOffWhatItGoverns()
{
    TestDatabase db;
    Colleagues people(db);
    const QString sam = people.add(u"sam"_s, {.role = Role::Staff});
    const QString mia = people.add(u"mia"_s, {.role = Role::Manager});
    const auto may = [&](const QString &login, Action action) {
        return m_services.access.require(people.as(login), action).has_value();
    };
    QVERIFY(may(sam, Action::Export)); // nobody made a switch
    FeatureFields exports = feature(FeatureMode::Roles, {Role::Manager});
    exports.name = u"exports"_s;
    VERIFY_RESULT(m_services.features.set(db.session(), exports));
    QVERIFY(may(mia, Action::Export));
    const auto refused = m_services.access.require(people.as(sam), Action::Export);
    VERIFY_ERROR(refused, ErrorCode::Forbidden);
    QCOMPARE(refused.error().details.value(u"reason"_s).toString(), u"feature_off"_s);
    QCOMPARE(refused.error().details.value(u"feature"_s).toString(), u"exports"_s);
    QVERIFY(may(sam, Action::Report)); // and nothing else
    // who asks about sam hears the same
    QVERIFY(!m_services.access.explain(db.session(), sam, Action::Export)->allowed);
    // what the role does not permit is not explained by a switch
    exports.name = u"imports"_s;
    exports.roles = {Role::Administrator};
    VERIFY_RESULT(m_services.features.set(db.session(), exports));
    const QString auditor = people.add(u"aud"_s, {.role = Role::Auditor});
    QCOMPARE(m_services.access.require(people.as(auditor), Action::Import).error().details.value(u"reason"_s),
             u"not_permitted"_s);
    // the owner of the book is one of the people, too
    exports.mode = FeatureMode::Off;
    VERIFY_RESULT(m_services.features.set(db.session(), exports));
    VERIFY_ERROR(m_services.access.require(db.session(), Action::Import), ErrorCode::Forbidden);
    VERIFY_RESULT(m_services.access.require(db.session(), Action::ManageSettings));
}

void FeatureSwitchTest::isForAsManyAsItSays()
{
    TestDatabase db;
    Colleagues people(db);
    FeatureFields exports = feature(FeatureMode::Percent, {}, 50);
    exports.name = u"exports"_s;
    VERIFY_RESULT(m_services.features.set(db.session(), exports));
    int permitted = 0;
    for (int i = 0; i < 12; ++i) {
        const QString login = people.add(u"s%1"_s.arg(i), {.role = Role::Staff});
        const bool may = m_services.access.require(people.as(login), Action::Export).has_value();
        QCOMPARE(may, exports.isOnFor(Role::Staff, login)); // always the same people
        permitted += may ? 1 : 0;
    }
    QVERIFY2(permitted > 0 && permitted < 12, qPrintable(QString::number(permitted)));
}

void FeatureSwitchTest::saysWhoSetItLast()
{
    TestDatabase db;
    Colleagues people(db);
    const QString ada = people.add(u"ada"_s, {.role = Role::Administrator});
    VERIFY_RESULT(m_services.features.set(db.session(), feature(FeatureMode::On)));
    VERIFY_RESULT(m_services.features.set(people.as(ada), feature(FeatureMode::Off)));
    const auto lines = m_services.features.overview(people.as(ada));
    VERIFY_RESULT(lines);
    QCOMPARE(lines->size(), enumEntries<Feature>().size() + 1); // those that are known come first
    QVERIFY(lines->front().known && !lines->front().row);
    QCOMPARE(lines->front().fields().mode, FeatureMode::On);
    QVERIFY(!lines->back().known);
    QCOMPARE(lines->back().row->mode, FeatureMode::Off);
    QCOMPARE(lines->back().row->changedBy, ada);
    QVERIFY(lines->back().row->changedAt);
    const QString sam = people.add(u"sam"_s, {.role = Role::Staff});
    VERIFY_ERROR(m_services.features.overview(people.as(sam)), ErrorCode::Forbidden);
}

} // namespace seatledger

QTEST_MAIN(seatledger::FeatureSwitchTest)
#include "featureswitchtest.moc"
