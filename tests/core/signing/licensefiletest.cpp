// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/signedfile.h"
#include "tests/support/verify.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

const QDateTime issued(QDate(2026, 3, 2), QTime(9, 0), Qt::UTC);

LicenseFileContent content()
{
    return {.number = 7,
            .license = *LicenseId::fromValue(3),
            .licenseName = u"CAD “Team”"_s,
            .memberNumber = u"M1"_s,
            .memberName = u"Ana López"_s,
            .device = DeviceFingerprint::fromStored(u"9f:3c:11:0a"_s),
            .issuedAt = issued,
            .validUntil = issued.addDays(30)};
}

QString reasonIn(const Error &error)
{
    return error.details.value(u"reason"_s).toString();
}

} // namespace

class LicenseFileTest final : public QObject
{
    Q_OBJECT

private slots:
    void isReadBack();
    void survivesMailAndOtherLineEnds();
    void everyChangedCharacterIsNoticed();
    void aSignatureBySomebodyElseIsForged();
    void aSignatureOfSomethingElseIsForged();
    void whatIsNoFileIsMalformed();
    void countsOnItsDeviceInItsTime();

private:
    SigningKey m_key = *SigningKey::fromSeed(QByteArray(32, 'k'));
};

void LicenseFileTest::isReadBack()
{
    const QByteArray file = signedLicenseFile(content(), m_key);
    const auto read = readLicenseFile(file, m_key.publicKey());
    VERIFY_RESULT(read);
    QCOMPARE(*read, content());
    for (const QByteArray &line : file.split('\n'))
        QVERIFY(line.size() <= 64);
}

void LicenseFileTest::survivesMailAndOtherLineEnds()
{
    QByteArray file = "Hello,\n\nhere it is:\n" + signedLicenseFile(content(), m_key) + "\n-- \nAna\n";
    file.replace('\n', " \r\n");
    VERIFY_RESULT(readLicenseFile(file, m_key.publicKey()));
}

void LicenseFileTest::everyChangedCharacterIsNoticed()
{
    const QByteArray file = signedLicenseFile(content(), m_key);
    for (qsizetype at = 0; at < file.size() - 1; ++at) {
        if (file[at] == '\n')
            continue;
        QByteArray changed = file;
        changed[at] = changed[at] == 'A' ? 'B' : 'A';
        const auto read = readLicenseFile(changed, m_key.publicKey());
        QVERIFY2(!read || *read == content(), changed.constData());
        // what decodes to the same bytes says the same
        if (read)
            QCOMPARE(*read, content());
    }
    LicenseFileContent longer = content();
    longer.validUntil = longer.validUntil.addYears(1);
    QByteArray swapped = file;
    const QByteArray theirs = signedLicenseFile(longer, *SigningKey::fromSeed(QByteArray(32, 'x')));
    const qsizetype at = swapped.indexOf("-----SIGNED");
    swapped = theirs.left(theirs.indexOf("-----SIGNED")) + swapped.mid(at);
    const auto read = readLicenseFile(swapped, m_key.publicKey());
    VERIFY_ERROR(read, ErrorCode::InvalidInput);
    QCOMPARE(reasonIn(read.error()), u"file_forged"_s);
}

void LicenseFileTest::aSignatureBySomebodyElseIsForged()
{
    const SigningKey theirs = *SigningKey::fromSeed(QByteArray(32, 'x'));
    const auto read = readLicenseFile(signedLicenseFile(content(), theirs), m_key.publicKey());
    VERIFY_ERROR(read, ErrorCode::InvalidInput);
    QCOMPARE(reasonIn(read.error()), u"file_forged"_s);
    VERIFY_ERROR(readLicenseFile(signedLicenseFile(content(), m_key), "short"), ErrorCode::InvalidInput);
}

void LicenseFileTest::aSignatureOfSomethingElseIsForged()
{
    // the same key signs anchors: what it signed there is no licence file
    const QByteArray json = content().toJson();
    const QByteArray file = "-----BEGIN SEATLEDGER LICENSE FILE-----\n" + json.toBase64()
                            + "\n-----SIGNED ED25519-----\n" + m_key.sign(json).toBase64()
                            + "\n-----END SEATLEDGER LICENSE FILE-----\n";
    const auto read = readLicenseFile(file, m_key.publicKey());
    VERIFY_ERROR(read, ErrorCode::InvalidInput);
    QCOMPARE(reasonIn(read.error()), u"file_forged"_s);
}

void LicenseFileTest::whatIsNoFileIsMalformed()
{
    const QByteArray file = signedLicenseFile(content(), m_key);
    for (const QByteArray &text : {QByteArray(), QByteArray("hello"), file.left(file.size() / 2),
                                   QByteArray(100'000, 'A'), QByteArray(file).replace('=', '!')}) {
        const auto read = readLicenseFile(text, m_key.publicKey());
        VERIFY_ERROR(read, ErrorCode::InvalidInput);
        QCOMPARE(reasonIn(read.error()), u"file_malformed"_s);
    }
    VERIFY_ERROR(LicenseFileContent::fromJson("{}"), ErrorCode::InvalidInput);
}

void LicenseFileTest::countsOnItsDeviceInItsTime()
{
    const auto reason = [](const QDateTime &now, const QString &device) {
        const auto fine = content().checkUse(now, DeviceFingerprint::fromStored(device));
        return fine ? u"ok"_s : reasonIn(fine.error());
    };
    const QString device = content().device.text();
    QCOMPARE(reason(issued, device), u"ok"_s);
    QCOMPARE(reason(issued.addDays(30).addSecs(-1), device), u"ok"_s);
    QCOMPARE(reason(issued.addDays(30), device), u"file_expired"_s);
    QCOMPARE(reason(issued.addSecs(-60), device), u"ok"_s); // clocks differ
    QCOMPARE(reason(issued.addDays(-1), device), u"file_too_early"_s);
    QCOMPARE(reason(issued, u"another-device"_s), u"file_other_device"_s);
}

} // namespace seatledger

QTEST_MAIN(seatledger::LicenseFileTest)
#include "licensefiletest.moc"
