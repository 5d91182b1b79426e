// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/importsecrets.h"
#include "tests/core/services/importbench.h"

using namespace seatledger;

/// Licences come in with their keys, which nothing shows, and with what renews what.
class ImportKeysTest : public ImportBench
{
    Q_OBJECT

private slots:
    void init() { m_db = std::make_unique<TestDatabase>(); }
    void cleanup() { m_db.reset(); }

    void takesKeysOfEveryKind();
    void changesNothingTheSecondTime();
    void leavesKeysOfWhatIsToStay();
    void saysWhatIsWrongWithAKey();
    void showsNoKey();
    void keepsKeysOutOfTheFileOfProblems();
    void takesNoKeyFromAMapping();
    void isUndoneWithItsKeys();
    void mapsProductKeysOfSnipe();
    void renewsRowsOfTheFile();
    void renewsWhatTheBookHas();
    void changesWhatIsRenewed();
    void saysWhatIsWrongWithARenewal();

private:
    [[nodiscard]] QStringList keys()
    {
        return column(u"SELECT concat_ws(' ', k.kind, l.name, e.order_number, k.secret) FROM "
                      "seatledger.license_key k JOIN seatledger.license l ON l.id = k.license_id LEFT JOIN "
                      "seatledger.entitlement e ON e.id = k.entitlement_id ORDER BY k.id"_s);
    }
    [[nodiscard]] QStringList renewals()
    {
        return column(u"SELECT e.order_number || ' ' || r.order_number FROM seatledger.entitlement e JOIN "
                      "seatledger.entitlement r ON r.id = e.renews_id ORDER BY e.order_number"_s);
    }
};

namespace {

constexpr auto keyFile = "license,seats,from_day,order_number,license_key,entitlement_key,pool_keys\n"
                         "IDE,5,2024-01-01,PO1,IDE-0001-AAAA,PO1-0001-BBBB,\n"
                         "IDE,unlimited,2024-06-01,PO2,IDE-0001-AAAA,,\n"
                         "CAD,2,2024-01-01,PO3,,,\"POOL-0001-AAAA\n POOL-0002-BBBB \n\nPOOL-0003-CCCC\"\n";
constexpr auto renewalFile =
    "license,vendor,product,seats,from_day,until_day,order_number,entitlement,renews\n"
    "R,Acme,Studio,5,2024-01-01,2024-12-31,A,11,\n"
    "R,Acme,Studio,6,2025-01-01,2025-12-31,B,12,11\n"
    "R,Acme,Studio,7,2026-01-01,2199-12-31,C,13,b\n";

} // namespace

void ImportKeysTest::takesKeysOfEveryKind()
{
    makeBook();
    VERIFY_RESULT(run(ImportKind::Assignments, "license,member_number,quantity\nCAD,M1,1\n"));
    const auto outcome = run(ImportKind::Licenses, keyFile);
    VERIFY_RESULT(outcome);
    QCOMPARE(reasons(*outcome), QStringList());
    QCOMPARE(outcome->updated, 2); // the second row says nothing new
    QCOMPARE(outcome->unchanged, 1);
    QCOMPARE(keys(), (QStringList{u"entitlement IDE PO1 PO1-0001-BBBB"_s, u"license IDE IDE-0001-AAAA"_s,
                                  u"pool CAD POOL-0001-AAAA"_s, u"pool CAD POOL-0002-BBBB"_s,
                                  u"pool CAD POOL-0003-CCCC"_s}));
    QCOMPARE(value(u"SELECT k.secret FROM seatledger.license_key k JOIN seatledger.license_assignment a ON "
                   "a.id = k.assignment_id"_s),
             u"POOL-0001-AAAA"_s); // who holds a seat got one at once
}

void ImportKeysTest::changesNothingTheSecondTime()
{
    makeBook();
    VERIFY_RESULT(run(ImportKind::Licenses, keyFile));
    const QStringList before = everything();
    const auto again = run(ImportKind::Licenses, keyFile);
    VERIFY_RESULT(again);
    QCOMPARE(reasons(*again), QStringList());
    QCOMPARE(again->unchanged, 3);
    QVERIFY(!again->operation);
    QCOMPARE(everything(), before);
    QCOMPARE(keys().size(), 5);
    auto more = request(ImportKind::Licenses, "license,pool_keys\nCAD,\"POOL-0003-CCCC\nPOOL-0004-DDDD\"\n");
    QCOMPARE(m_services.imports.testRun(m_db->session(), more)->updated, 1);
    QCOMPARE(keys().size(), 5);
    VERIFY_RESULT(run(more));
    QCOMPARE(keys().size(), 6);
}

void ImportKeysTest::leavesKeysOfWhatIsToStay()
{
    makeBook();
    auto asked = request(ImportKind::Licenses,
                         QByteArray(keyFile) + "IDE,3,2025-06-01,PO9,,PO9-0001-BBBB,\n");
    asked.onExisting = OnExisting::Skip;
    VERIFY_RESULT(run(asked));
    QCOMPARE(keys(), QStringList(u"entitlement IDE PO9 PO9-0001-BBBB"_s)); // of what is new
}

void ImportKeysTest::saysWhatIsWrongWithAKey()
{
    makeBook();
    VERIFY_RESULT(run(ImportKind::Licenses, keyFile));
    const auto outcome = run(ImportKind::Licenses,
                             "license,from_day,order_number,license_key,entitlement_key,pool_keys\n"
                             "IDE,,,PO1-0001-BBBB,,\n"
                             "IDE,,,,IDE-0009-AAAA,\n"
                             "CAD,2024-01-01,PO3,SAME-0001-AAAA,SAME-0001-AAAA,\n"
                             "CAD,,,,,\"POOL-0009-AAAA\nPOOL-0009-AAAA\"\n"
                             "CAD,,,"
                                 + QByteArray(4'001, 'x') + ",,\n");
    VERIFY_RESULT(outcome);
    const QString mask = maskedSecret();
    compareReasons(reasons(*outcome), {u"1 license_key %1: The licence has this key already"_s.arg(mask),
                                       u"2 entitlement_key %1: The row names no purchase"_s.arg(mask),
                                       u"3 license_key %1: Row 3 has the same key"_s.arg(mask),
                                       u"4 pool_keys %1: "_s.arg(mask), u"5 license_key %1: "_s.arg(mask)});
    QCOMPARE(outcome->rejected, 5);
}

void ImportKeysTest::showsNoKey()
{
    const QString path = file("License,Product Key,Seriennummer,Note,Code\n"
                              "IDE,AB-1,77-XYZ,hello,AAAAA-BBBBB-CCCCC\n"
                              "CAD,,,,DDDDD-EEEEE-FFFFF\n");
    const auto preview = TableFile::preview(path);
    VERIFY_RESULT(preview);
    const QString mask = maskedSecret();
    const auto shown = withoutSecrets(*preview);
    QCOMPARE(shown.rows[0], (QStringList{u"IDE"_s, mask, mask, u"hello"_s, mask}));
    QCOMPARE(shown.rows[1], (QStringList{u"CAD"_s, QString(), QString(), QString(), mask}));
    ImportMapping mapping{.kind = ImportKind::Licenses};
    mapping.columns = {{.heading = u"License"_s, .field = u"license"_s},
                       {.heading = u"Product Key"_s},
                       {.heading = u"Seriennummer"_s},
                       {.heading = u"Note"_s, .field = u"pool_keys"_s}};
    QVERIFY(isSecretColumn(mapping, *preview, 3));
    QVERIFY(!isSecretColumn(mapping, *preview, 0));
    QVERIFY(isSecretHeading(u"产品密钥"_s));
    QVERIFY(isSecretHeading(u"Lizenzschlüssel"_s));
    QVERIFY(!isSecretHeading(u"Order number"_s));
}

void ImportKeysTest::keepsKeysOutOfTheFileOfProblems()
{
    makeBook();
    auto asked = request(ImportKind::Licenses, "license,seats,from_day,license_key\n"
                                               "IDE,5,yesterday,TOP-SECRET-1\n");
    const QString path = m_folder.filePath(u"problems.csv"_s);
    asked.problemsPath = path;
    VERIFY_RESULT(run(asked));
    QFile written(path);
    QVERIFY(written.open(QIODevice::ReadOnly));
    QByteArray text = written.readAll();
    QVERIFY2(!text.contains("SECRET"), text.constData());
    QVERIFY(text.contains(maskedSecret().toUtf8()));
    const auto again = run(ImportKind::Licenses, text.replace("yesterday", "2024-01-01"));
    VERIFY_RESULT(again);
    compareReasons(reasons(*again),
                   {u"1 license_key %1: Keys are not written into files"_s.arg(maskedSecret())});
}

void ImportKeysTest::takesNoKeyFromAMapping()
{
    auto asked = request(ImportKind::Licenses, "license\nIDE\n");
    asked.mapping.fixed.push_back({u"license_key"_s, u"TOP-SECRET-1"_s});
    const auto refused = run(asked);
    QVERIFY(!refused);
    QCOMPARE(refused.error().code, ErrorCode::InvalidInput);
    QVERIFY(!refused.error().message.contains(u"SECRET"_s));
}

void ImportKeysTest::isUndoneWithItsKeys()
{
    makeBook();
    auto asked = request(ImportKind::Licenses, QByteArray(renewalFile)
                                                   .replace(",renews\n", ",renews,license_key\n")
                                                   .replace(",11,\n", ",11,,R-KEY-1\n"));
    const auto outcome = run(asked);
    VERIFY_RESULT(outcome);
    QCOMPARE(reasons(*outcome), QStringList());
    QCOMPARE(keys().size(), 1);
    QCOMPARE(renewals().size(), 2);
    m_db->sql(u"SELECT seatledger.undo_operation(%1)"_s.arg(outcome->operation->value()));
    QCOMPARE(keys().size(), 0);
    QCOMPARE(renewals().size(), 0);
    QCOMPARE(value(u"SELECT count(*) FROM seatledger.license WHERE name = 'R'"_s), u"0"_s);
    QVERIFY(!value(u"SELECT string_agg(new::text, '') FROM seatledger.audit_event"_s).contains(u"R-KEY"_s));
}

void ImportKeysTest::mapsProductKeysOfSnipe()
{
    const auto asked = request(ImportKind::Licenses, "Name,Manufacturer,Product Key,Total,Purchase Date\n"
                                                     "Photo Suite,Acme,PHOTO-1111-2222,5,2024-01-01\n");
    QCOMPARE(asked.mapping.name, u"Snipe-IT licences"_s);
    auto creating = asked;
    creating.createMissing = true;
    const auto outcome = run(creating);
    VERIFY_RESULT(outcome);
    QCOMPARE(reasons(*outcome), QStringList());
    QCOMPARE(keys(), QStringList(u"license Photo Suite PHOTO-1111-2222"_s));
}

void ImportKeysTest::renewsRowsOfTheFile()
{
    makeBook();
    const auto outcome = run(ImportKind::Licenses, renewalFile);
    VERIFY_RESULT(outcome);
    QCOMPARE(reasons(*outcome), QStringList());
    QCOMPARE(outcome->added, 3);
    QCOMPARE(renewals(), (QStringList{u"B A"_s, u"C B"_s})); // by its number, and by the order's
    const auto again = run(ImportKind::Licenses, renewalFile);
    VERIFY_RESULT(again);
    QCOMPARE(again->unchanged, 3);
    QVERIFY(!again->operation);
}

void ImportKeysTest::renewsWhatTheBookHas()
{
    makeBook();
    const auto outcome = run(ImportKind::Licenses, "license,seats,from_day,order_number,renews\n"
                                                   "CAD,4,2026-01-01,PO4,po3\n");
    VERIFY_RESULT(outcome);
    QCOMPARE(reasons(*outcome), QStringList());
    QCOMPARE(renewals(), QStringList(u"PO4 PO3"_s));
}

void ImportKeysTest::changesWhatIsRenewed()
{
    makeBook();
    VERIFY_RESULT(run(ImportKind::Licenses, renewalFile));
    const auto swapped = run(ImportKind::Licenses, "license,from_day,order_number,renews\n"
                                                   "R,2024-01-01,A,\n"
                                                   "R,2025-01-01,B,\n"
                                                   "R,2026-01-01,C,A\n");
    VERIFY_RESULT(swapped);
    QCOMPARE(reasons(*swapped), QStringList());
    QCOMPARE(swapped->updated, 2);
    QCOMPARE(swapped->unchanged, 1);
    QCOMPARE(renewals(), QStringList(u"C A"_s));
    const auto untouched = run(ImportKind::Licenses,
                               "license,from_day,order_number,seats\nR,2026-01-01,C,9\n");
    VERIFY_RESULT(untouched);
    QCOMPARE(renewals(), QStringList(u"C A"_s)); // a file without the column leaves it
}

void ImportKeysTest::saysWhatIsWrongWithARenewal()
{
    makeBook();
    VERIFY_RESULT(run(ImportKind::Licenses, renewalFile));
    const auto outcome = run(ImportKind::Licenses,
                             "license,vendor,product,seats,from_day,order_number,entitlement,renews\n"
                             "IDE,,,1,2027-01-01,X1,,nothing\n"
                             "CAD,,,1,2027-01-01,X2,,X2\n"
                             "R,,,1,2027-01-01,X3,,A\n"
                             "S,Acme,Studio,1,2024-01-01,Y,1,2\n"
                             "S,Acme,Studio,1,2025-01-01,Y,2,1\n"
                             "T,Acme,Studio,1,2024-01-01,Z,1,\n"
                             "T,Acme,Studio,1,2025-01-01,Z,2,1\n"
                             "T,Acme,Studio,1,2026-01-01,Z,3,1\n"
                             "U,Acme,Studio,1,2024-01-01,Z,,\n"
                             "U,Acme,Studio,1,2025-01-01,Z,,\n"
                             "U,Acme,Studio,1,2026-01-01,W,,Z\n");
    VERIFY_RESULT(outcome);
    compareReasons(
        reasons(*outcome),
        {u"1 renews nothing: No purchase of this licence"_s, u"2 renews X2: A purchase does not"_s,
         u"3 renews A: Another purchase of the book"_s, u"4 renews 2: These purchases renew each other"_s,
         u"5 renews 1: These purchases renew each other"_s, u"6  : Comes with row 8"_s,
         u"7  : Comes with row 8"_s, u"8 renews 1: Row 7 renews the same"_s, u"9  : Comes with row 11"_s,
         u"10  : Comes with row 11"_s, u"11 renews Z: Several purchases"_s});
}

QTEST_GUILESS_MAIN(ImportKeysTest)
#include "importkeystest.moc"
