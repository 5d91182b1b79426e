// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/core/services/importbench.h"

using namespace seatledger;

/// Licences come in with what was bought, whole or not at all.
class ImportLicensesTest : public ImportBench
{
    Q_OBJECT

private slots:
    void init() { m_db = std::make_unique<TestDatabase>(); }
    void cleanup() { m_db.reset(); }

    void addsLicencesWithWhatWasBought();
    void saysEveryProblemOfLicences();
    void updatesWhatWasBought();
    void refusesToCutWhatIsPromised();
    void needsADayWhereSeveralWereBought();
    void passesOverWhatWasCalledOff();
};

void ImportLicensesTest::addsLicencesWithWhatWasBought()
{
    auto asked = request(ImportKind::Licenses, licenseFile);
    const auto refused = run(asked);
    VERIFY_RESULT(refused);
    QVERIFY(refused->problemCount > 0);
    QCOMPARE(value(u"SELECT count(*) FROM seatledger.vendor"_s), u"0"_s);
    asked.createMissing = true;
    const auto outcome = run(asked);
    VERIFY_RESULT(outcome);
    QCOMPARE(reasons(*outcome), QStringList());
    QCOMPARE(outcome->added, 3);
    QCOMPARE(outcome->created, 3);
    QCOMPARE(
        value(
            u"SELECT string_agg(concat_ws(' ', l.name, v.name, p.name, e.quantity, e.period, e.price_minor, "
            u"e.currency, "
            "e.order_number), '; ' ORDER BY e.id) FROM seatledger.entitlement e JOIN seatledger.license l ON "
            "l.id = "
            "e.license_id JOIN seatledger.product p ON p.id = l.product_id JOIN seatledger.vendor v ON v.id = p.vendor_id"_s),
        u"IDE Acme Studio 5 [2024-01-01,2200-01-01) 125050 EUR PO1; IDE Acme Studio [2024-06-01,2200-01-01) "
        u"PO2; "
        "CAD Acme Draw 2 [2024-01-01,) 9900 USD PO3"_s);
}

void ImportLicensesTest::saysEveryProblemOfLicences()
{
    makeBook();
    const auto outcome = run(ImportKind::Licenses, "license,vendor,product,metric,floating_lease_minutes,"
                                                   "owner,state,seats,from_day,until_day,price,currency\n"
                                                   "A,Nobody,Studio,,,,,,,,,\n"
                                                   "B,Acme,Nothing,,,,,,,,,\n"
                                                   "C,,Unheard,,,,,,,,,\n"
                                                   "D,Acme,Studio,device,30,,,,,,,\n"
                                                   "E,Acme,Studio,,,ghost@example.org,,,,,,\n"
                                                   "F,Acme,Studio,,,,,,2024-01-01,,,\n"
                                                   "G,Acme,Studio,,,,,5,2024-01-01,2023-01-01,,\n"
                                                   "H,Acme,Studio,site,,,,,,,,\n"
                                                   "H,Acme,Studio,device,,,,,,,,\n"
                                                   "IDE,,,,,,draft,,,,,\n"
                                                   "J,Acme,Studio,,,,,0,2024-01-01,,1.234,EUR\n"
                                                   ",Acme,Studio,,,,,,,,,\n"
                                                   "K,Acme,Studio,,,,,,,,5,XYZ\n");
    VERIFY_RESULT(outcome);
    const QStringList all = reasons(*outcome);
    const QStringList expected{u"1 vendor Nobody: There is no such vendor"_s,
                               u"2 product Nothing: The vendor has no such product"_s,
                               u"3 product Unheard: There is no such product: say its vendor"_s,
                               u"4 floating_lease_minutes 30: Only floating"_s,
                               u"5 owner ghost@example.org: There is no such member"_s,
                               u"6 seats : How many seats"_s,
                               u"7 until_day 2023-01-01: The last day"_s,
                               u"8  : Comes with row 9"_s,
                               u"9 metric device: Row 8 says something else"_s,
                               u"10 state draft: This state cannot follow"_s,
                               u"11 price 1.234:"_s,
                               u"11 seats 0: This must be 1 to"_s,
                               u"12 license : This must be filled in"_s,
                               u"13 currency XYZ:"_s};
    compareReasons(all, expected);
    QCOMPARE(outcome->rejected, 13);
}

void ImportLicensesTest::updatesWhatWasBought()
{
    makeBook();
    const auto outcome = run(ImportKind::Licenses, "license,seats,from_day,order_number,overage_percent\n"
                                                   "IDE,7,2024-01-01,po1,10\n"
                                                   "IDE,3,2024-01-01,PO9,\n");
    VERIFY_RESULT(outcome);
    QCOMPARE(reasons(*outcome), QStringList());
    QCOMPARE(outcome->updated, 1);
    QCOMPARE(outcome->added, 1);
    QCOMPARE(
        value(
            u"SELECT string_agg(concat_ws(' ', quantity, price_minor, upper(period)), '; ' ORDER BY e.id) "
            u"FROM "
            "seatledger.entitlement e JOIN seatledger.license l ON l.id = e.license_id WHERE l.name = 'IDE'"_s),
        u"7 125050 2200-01-01; 2200-01-01; 3"_s);
    QCOMPARE(value(u"SELECT overage_percent FROM seatledger.license WHERE name = 'IDE'"_s), u"10"_s);
}

void ImportLicensesTest::refusesToCutWhatIsPromised()
{
    makeBook();
    VERIFY_RESULT(run(ImportKind::Assignments, "license,member_number,quantity\nCAD,M1,2\n"));
    auto asked = request(ImportKind::Licenses, "license,seats,from_day,order_number,note\n"
                                               "CAD,1,2024-01-01,PO3,\n"
                                               "IDE,9,2024-01-01,PO1,\n");
    const auto outcome = run(asked);
    VERIFY_RESULT(outcome);
    QVERIFY(!outcome->operation);
    QCOMPARE(outcome->rejected, 1);
    QVERIFY2(reasons(*outcome).front().startsWith(u"1 "_s), qPrintable(reasons(*outcome).front()));
    asked.leaveOutProblems = true;
    const auto rest = run(asked);
    VERIFY_RESULT(rest);
    QVERIFY(rest->operation);
    QCOMPARE(rest->updated, 1);
    QCOMPARE(
        column(
            u"SELECT quantity FROM seatledger.entitlement WHERE order_number IN ('PO1', 'PO3') ORDER BY order_number"_s),
        (QStringList{u"9"_s, u"2"_s}));
}

void ImportLicensesTest::needsADayWhereSeveralWereBought()
{
    makeBook();
    const auto outcome = run(ImportKind::Licenses, "license,seats\nIDE,100\nCAD,4\n");
    VERIFY_RESULT(outcome);
    QCOMPARE(outcome->problemCount, 1);
    QVERIFY2(reasons(*outcome).front().startsWith(
                 u"1 Bought from day : Seats of this licence were bought already"_s),
             qPrintable(reasons(*outcome).front()));
    QCOMPARE(outcome->updated, 1);
}

void ImportLicensesTest::passesOverWhatWasCalledOff()
{
    makeBook();
    const auto outcome = run(ImportKind::Licenses,
                             "license,seats,from_day,order_number,cancelled_at,entitlement,renews\n"
                             "IDE,7,2020-01-01,OLD,2021-05-01T10:00:00Z,71,\n"
                             "IDE,8,2022-01-01,NEW,,72,71\n");
    VERIFY_RESULT(outcome);
    QCOMPARE(reasons(*outcome), QStringList());
    QCOMPARE(outcome->added, 1);
    QCOMPARE(
        column(u"SELECT order_number FROM seatledger.entitlement WHERE order_number IN ('OLD', 'NEW')"_s),
        QStringList(u"NEW"_s));
}

QTEST_GUILESS_MAIN(ImportLicensesTest)
#include "importlicensestest.moc"
