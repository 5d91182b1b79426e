// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/licensekey.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace seatledger {

class LicenseKeyTest : public QObject
{
    Q_OBJECT

private slots:
    void takesOneKeyALine()
    {
        QCOMPARE(NewKeysDraft::secretsIn(u" A-1 \r\n\n\tB-2\n"_s), (QStringList{u"A-1"_s, u"B-2"_s}));
        QCOMPARE(NewKeysDraft::secretsIn(u" \n"_s), QStringList());
    }

    void makesKeysOfADraft()
    {
        const auto keys = NewKeysDraft{.license = LicenseId::fromValue(1),
                                       .kind = LicenseKeyKind::Pool,
                                       .entitlement = EntitlementId::fromValue(2),
                                       .secrets = {u" A "_s, u"B"_s},
                                       .note = u"from the vendor"_s}
                              .create();
        QVERIFY(keys.has_value());
        QCOMPARE(keys->secrets.front().text(), u"A"_s);
        QVERIFY(!keys->entitlement); // counts for keys of an entitlement alone
    }

    void saysWhatIsWrongButNotTheSecret_data()
    {
        QTest::addColumn<NewKeysDraft>("draft");
        QTest::addColumn<QString>("field");
        const auto license = LicenseId::fromValue(1);
        QTest::newRow("no licence") << NewKeysDraft{.secrets = {u"A"_s}} << u"license"_s;
        QTest::newRow("no entitlement")
            << NewKeysDraft{.license = license, .kind = LicenseKeyKind::Entitlement, .secrets = {u"A"_s}}
            << u"entitlement"_s;
        QTest::newRow("none") << NewKeysDraft{.license = license} << u"secrets"_s;
        QTest::newRow("twice") << NewKeysDraft{.license = license, .secrets = {u"XYZ"_s, u"XYZ"_s}}
                               << u"secrets"_s;
        QTest::newRow("too long") << NewKeysDraft{.license = license, .secrets = {QString(4001, u'X')}}
                                  << u"secrets"_s;
        QTest::newRow("note") << NewKeysDraft{.license = license,
                                              .secrets = {u"XYZ"_s},
                                              .note = QString(2001, u'n')}
                              << u"note"_s;
    }

    void saysWhatIsWrongButNotTheSecret()
    {
        QFETCH(NewKeysDraft, draft);
        QFETCH(QString, field);
        const auto keys = draft.create();
        QVERIFY(!keys.has_value());
        QCOMPARE(keys.error().code, ErrorCode::InvalidInput);
        QCOMPARE(keys.error().details.value(u"field"_s).toString(), field);
        QVERIFY(!keys.error().message.contains("XYZ"_L1));
    }
};

} // namespace seatledger

QTEST_APPLESS_MAIN(seatledger::LicenseKeyTest)
#include "licensekeytest.moc"
