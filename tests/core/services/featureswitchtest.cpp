// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/featureswitchapplicationservice.h"
#include "core/services/services.h"
#include "tests/support/colleagues.h"
#include "tests/support/testdatabase.h"

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
    void isReadOncePerProcess();

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

void FeatureSwitchTest::isReadOncePerProcess()
{
    TestDatabase db;
    FeatureSwitches switches(m_services.switchRows);
    const auto isOn = [&] {
        return switches.isOn(db.session(), u"self_service"_s, Role::Staff, u"ana").value();
    };
    QVERIFY(!isOn());
    VERIFY_RESULT(m_services.features.set(db.session(), feature(FeatureMode::On)));
    QVERIFY(!isOn()); // nobody said that something changed
    switches.invalidate();
    QVERIFY(isOn());
    QVERIFY(!switches.isOn(db.session(), u"unheard_of"_s, Role::Staff, u"ana").value());
}

} // namespace seatledger

QTEST_MAIN(seatledger::FeatureSwitchTest)
#include "featureswitchtest.moc"
