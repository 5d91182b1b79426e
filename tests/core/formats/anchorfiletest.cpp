// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/anchorfile.h"

#include "tests/support/verify.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace seatledger;

/// Anchors as files: they come back as they were written, and anything else is told.
class AnchorFileTest final : public QObject
{
    Q_OBJECT

private slots:
    void comesBackAsItWasWritten();
    void doesNotDependOnTheLayout();
    void isSignedInItsCanonicalForm();
    void refusesWhatIsNoAnchor_data();
    void refusesWhatIsNoAnchor();
    void keepsAnOlderAnchor();
    void saysWhyItCannotBeWritten();
    void saysWhyItCannotBeRead();

private:
    [[nodiscard]] static SignedAnchor sample();
    QTemporaryDir m_folder;
};

SignedAnchor AnchorFileTest::sample()
{
    return {.anchor = {.book = u"2b5b7d0c-9f0a-4a6e-8f59-3f1d8a1f9b11"_s,
                       .position = 4'000'000'000,
                       .head = QByteArray(32, '\xAB'),
                       .takenAt = QDateTime(QDate(2026, 3, 2), QTime(9, 0), Qt::UTC),
                       .schemaVersion = 27,
                       .operations = 12,
                       .events = 345},
            .publicKey = QByteArray(32, '\x01'),
            .signature = QByteArray(64, '\x02')};
}

void AnchorFileTest::comesBackAsItWasWritten()
{
    const QString path = m_folder.filePath(u"back.json"_s);
    VERIFY_RESULT(writeAnchorFile(path, sample(), ExistingFile::Keep));
    const auto read = readAnchorFile(path);
    VERIFY_RESULT(read);
    QCOMPARE(*read, sample());
}

void AnchorFileTest::doesNotDependOnTheLayout()
{
    const QByteArray document = anchorDocument(sample());
    const auto read = readAnchorDocument(QJsonDocument::fromJson(document).toJson(QJsonDocument::Compact));
    VERIFY_RESULT(read);
    QCOMPARE(read->anchor.signedBytes(), sample().anchor.signedBytes());
}

void AnchorFileTest::isSignedInItsCanonicalForm()
{
    QCOMPARE(sample().anchor.signedBytes(),
             QByteArray(R"({"book":"2b5b7d0c-9f0a-4a6e-8f59-3f1d8a1f9b11","events":345,"head":")")
                 + QByteArray(32, '\xAB').toHex()
                 + QByteArray(R"(","operations":12,"position":4000000000,"schema_version":27,)"
                              R"("taken_at":"2026-03-02T09:00:00Z"})"));
}

void AnchorFileTest::refusesWhatIsNoAnchor_data()
{
    QTest::addColumn<QByteArray>("document");
    QTest::addColumn<QString>("field");
    const auto with = [](const QString &key, const QJsonValue &value, bool inside) {
        QJsonObject whole = QJsonDocument::fromJson(anchorDocument(sample())).object();
        QJsonObject anchor = whole.value(u"anchor"_s).toObject();
        (inside ? anchor : whole).insert(key, value);
        if (inside)
            whole.insert(u"anchor"_s, anchor);
        return QJsonDocument(whole).toJson();
    };
    QTest::newRow("nothing") << QByteArray() << QString();
    QTest::newRow("no JSON") << QByteArray("{") << QString();
    QTest::newRow("a list") << QByteArray("[1]") << QString();
    QTest::newRow("another format") << with(u"format"_s, u"something"_s, false) << QString();
    QTest::newRow("no anchor in it") << with(u"anchor"_s, QJsonArray(), false) << QString();
    QTest::newRow("something more") << with(u"note"_s, u"trust me"_s, true) << QString();
    QTest::newRow("a cut hash") << with(u"head"_s, u"abab"_s, true) << u"head"_s;
    QTest::newRow("no hash") << with(u"head"_s, QString(64, u'z'), true) << u"head"_s;
    QTest::newRow("a fraction") << with(u"position"_s, 1.5, true) << u"position"_s;
    QTest::newRow("a negative number") << with(u"events"_s, -1, true) << u"events"_s;
    QTest::newRow("a number as text") << with(u"operations"_s, u"12"_s, true) << u"operations"_s;
    QTest::newRow("no moment") << with(u"taken_at"_s, u"yesterday"_s, true) << u"taken_at"_s;
    QTest::newRow("a cut key") << with(u"public_key"_s, u"AAAA"_s, false) << u"public_key"_s;
    QTest::newRow("no signature") << with(u"signature"_s, QJsonValue(), false) << u"signature"_s;
}

void AnchorFileTest::refusesWhatIsNoAnchor()
{
    QFETCH(QByteArray, document);
    QFETCH(QString, field);
    const auto read = readAnchorDocument(document);
    VERIFY_ERROR(read, ErrorCode::InvalidInput);
    QCOMPARE(read.error().details.value("field"_L1).toString(), field);
}

void AnchorFileTest::keepsAnOlderAnchor()
{
    const QString path = m_folder.filePath(u"older.json"_s);
    VERIFY_RESULT(writeAnchorFile(path, sample(), ExistingFile::Keep));
    SignedAnchor newer = sample();
    newer.anchor.position = 5;
    VERIFY_ERROR(writeAnchorFile(path, newer, ExistingFile::Keep), ErrorCode::Conflict);
    QCOMPARE(*readAnchorFile(path), sample());
    VERIFY_RESULT(writeAnchorFile(path, newer, ExistingFile::Replace));
    QCOMPARE(*readAnchorFile(path), newer);
}

void AnchorFileTest::saysWhyItCannotBeWritten()
{
    const auto missing = writeAnchorFile(m_folder.filePath(u"no/such/folder.json"_s), sample(),
                                         ExistingFile::Keep);
    VERIFY_ERROR(missing, ErrorCode::NotFound);
    QVERIFY(missing.error().message.contains(u"no/such/folder.json"_s));
    QVERIFY(QDir(m_folder.path()).mkdir(u"folder"_s));
    VERIFY_ERROR(writeAnchorFile(m_folder.filePath(u"folder"_s), sample(), ExistingFile::Replace),
                 ErrorCode::InvalidInput);
}

void AnchorFileTest::saysWhyItCannotBeRead()
{
    VERIFY_ERROR(readAnchorFile(m_folder.filePath(u"none.json"_s)), ErrorCode::NotFound);
    QFile other(m_folder.filePath(u"other.json"_s));
    QVERIFY(other.open(QIODevice::WriteOnly));
    other.write("{}");
    other.close();
    const auto read = readAnchorFile(other.fileName());
    VERIFY_ERROR(read, ErrorCode::InvalidInput);
    QCOMPARE(read.error().details.value("path"_L1).toString(), other.fileName());
}

QTEST_GUILESS_MAIN(AnchorFileTest)
#include "anchorfiletest.moc"
