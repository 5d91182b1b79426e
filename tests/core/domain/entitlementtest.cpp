// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/entitlement.h"

#include "tests/core/domain/bookvalues.h"
#include "tests/core/domain/draftvalues.h"
#include "tests/support/verify.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace seatledger;
using namespace seatledger::testing;

namespace {

EntitlementDraft year()
{
    return {.license = LicenseId::fromValue(1),
            .quantity = 20,
            .firstDay = {2026, 1, 1},
            .lastDay = QDate(2026, 12, 31),
            .priceMinor = 240'000,
            .currency = u"eur"_s,
            .billing = BillingCycle::Yearly,
            .orderNumber = u"PO-7"_s,
            .supplier = u"Reseller"_s};
}

Entitlement stored(const EntitlementDraft &draft)
{
    return {*draft.create(), id<EntitlementId>(9)};
}

} // namespace

class EntitlementTest final : public QObject
{
    Q_OBJECT

private slots:
    void takesAWholeDraft()
    {
        const Result<EntitlementFields> entitlement = year().create();
        VERIFY_RESULT(entitlement);
        QCOMPARE(entitlement->quantity, seats(20));
        QCOMPARE(entitlement->price, Money(240'000, *Currency::create(u"EUR")));
        QCOMPARE(*EntitlementDraft::of(*entitlement).create(), *entitlement);
    }

    void mayBeUnlimitedPerpetualAndOfUnknownPrice()
    {
        const Result<EntitlementFields> entitlement = EntitlementDraft{.license = LicenseId::fromValue(1),
                                                                       .firstDay = today(),
                                                                       .currency = u"?"_s}
                                                          .create();
        VERIFY_RESULT(entitlement);
        QVERIFY(!entitlement->quantity);
        QVERIFY(!entitlement->price);
        QVERIFY(entitlement->period.isOpenEnded());
        QCOMPARE(*EntitlementDraft::of(*entitlement).create(), *entitlement);
    }

    void namesEveryFieldThatIsWrong()
    {
        EntitlementDraft draft = year();
        draft.license.reset();
        draft.quantity = 0;
        draft.lastDay = QDate(2025, 12, 31);
        draft.priceMinor = -1;
        draft.currency = u"?"_s;
        draft.orderNumber = u"x"_s.repeated(201);
        draft.supplier = u"a\nb"_s;
        QCOMPARE(refusedFields(draft.create()),
                 QStringList({u"currency"_s, u"last_day"_s, u"license"_s, u"order_number"_s, u"price"_s,
                              u"quantity"_s, u"supplier"_s}));
    }

    void refusesAPriceThatCannotBe()
    {
        EntitlementDraft draft = year();
        draft.priceMinor = EntitlementDraft::maximumPriceMinor;
        VERIFY_RESULT(draft.create());
        ++*draft.priceMinor;
        QCOMPARE(refusedFields(draft.create()), QStringList{u"price"_s});
    }

    void renewalFollowsOnTheSameTerms_data()
    {
        QTest::addColumn<QDate>("first");
        QTest::addColumn<QDate>("last");
        QTest::addColumn<QDate>("renewedLast");
        QTest::newRow("year") << QDate(2026, 1, 1) << QDate(2026, 12, 31) << QDate(2027, 12, 31);
        QTest::newRow("leap year") << QDate(2027, 3, 1) << QDate(2028, 2, 29) << QDate(2029, 2, 28);
        QTest::newRow("quarter") << QDate(2026, 1, 1) << QDate(2026, 3, 31) << QDate(2026, 6, 30);
        QTest::newRow("ten days") << QDate(2026, 1, 1) << QDate(2026, 1, 10) << QDate(2026, 1, 20);
    }

    void renewalFollowsOnTheSameTerms()
    {
        QFETCH(QDate, first);
        QFETCH(QDate, last);
        QFETCH(QDate, renewedLast);
        EntitlementDraft draft = year();
        draft.firstDay = first;
        draft.lastDay = last;
        const EntitlementDraft renewal = EntitlementDraft::renewalOf(stored(draft));
        QCOMPARE(renewal.firstDay, last.addDays(1));
        QCOMPARE(renewal.lastDay, renewedLast);
        QCOMPARE(renewal.renews, EntitlementId::fromValue(9));
        QCOMPARE(renewal.quantity, 20);
        QCOMPARE(renewal.priceMinor, 240'000);
        QVERIFY(renewal.orderNumber.isEmpty());
        VERIFY_RESULT(renewal.create());
    }

    void renewalOfAPerpetualOneKeepsItsDays()
    {
        EntitlementDraft draft = year();
        draft.lastDay.reset();
        const EntitlementDraft renewal = EntitlementDraft::renewalOf(stored(draft));
        QCOMPARE(renewal.firstDay, draft.firstDay);
        QVERIFY(!renewal.lastDay);
    }

    void knowsWhenItIsCancelled()
    {
        QVERIFY(!bought(5, days(0)).isCancelled());
        QVERIFY(cancelled(bought(5, days(0))).isCancelled());
    }
};

QTEST_GUILESS_MAIN(EntitlementTest)
#include "entitlementtest.moc"
