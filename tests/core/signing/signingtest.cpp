// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/keyfile.h"
#include "core/signing/signature.h"
#include "tests/support/verify.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <future>

using namespace Qt::StringLiterals;
using namespace seatledger;

/// Signatures, and the file that the key is kept in.
class SigningTest final : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_folder = std::make_unique<QTemporaryDir>(); }

    void signsAsTheStandardSays()
    {
        // RFC 8032, section 7.1, test 2
        const auto key = SigningKey::fromSeed(
            QByteArray::fromHex("4ccd089b28ff96da9db6c346ec114e0f5b8a319f35aba624da8cf6ed4fb8a6fb"));
        VERIFY_RESULT(key);
        QCOMPARE(key->publicKey().toHex(),
                 "3d4017c3e843895a92b70aa74d1b7ebc9c982ccf2ec4968cc0cd55f12af4660c");
        QCOMPARE(key->sign(QByteArray("\x72", 1)).toHex(),
                 "92a009a9f0d4cab8720e820b5f642540a2b27b5416503f8fb3762223ebdb69da"
                 "085ac1e43e15996e458f3613d0f11d8c387b2eaeb4302aeeb00d291612bb0c00");
    }

    void knowsItsOwnSignatureOnly()
    {
        const auto key = SigningKey::generate();
        const auto other = SigningKey::generate();
        VERIFY_RESULT(key);
        VERIFY_RESULT(other);
        const QByteArray signature = key->sign("a text");
        QVERIFY(isSignedBy(key->publicKey(), "a text", signature));
        QVERIFY(!isSignedBy(key->publicKey(), "another", signature));
        QVERIFY(!isSignedBy(other->publicKey(), "a text", signature));
        QVERIFY(!isSignedBy(key->publicKey(), "a text", signature.chopped(1)));
        QVERIFY(!isSignedBy(key->publicKey().chopped(1), "a text", signature));
        QVERIFY(!isSignedBy({}, "a text", {}));
    }

    void aSeedOfAnotherSizeIsNoKey() { VERIFY_ERROR(SigningKey::fromSeed("short"), ErrorCode::InvalidInput); }

    void makesTheKeyOnceAndClosed()
    {
        const QString path = m_folder->filePath(u"new/folder/anchor.key"_s);
        VERIFY_ERROR(readKeyFile(path), ErrorCode::NotFound);
        const auto made = readOrMakeKeyFile(path);
        VERIFY_RESULT(made);
        QCOMPARE(QFile::permissions(path),
                 QFile::ReadOwner | QFile::WriteOwner | QFile::ReadUser | QFile::WriteUser);
        const auto again = readOrMakeKeyFile(path);
        VERIFY_RESULT(again);
        QCOMPARE(again->publicKey(), made->publicKey());
        QCOMPARE(QDir(QFileInfo(path).path()).entryList(QDir::Files), QStringList{u"anchor.key"_s});
    }

    void severalAtOnceGetTheSameKey()
    {
        const QString path = m_folder->filePath(u"anchor.key"_s);
        std::vector<std::future<QByteArray>> runs;
        for (int i = 0; i < 8; ++i)
            runs.push_back(std::async(std::launch::async, [path] {
                const auto key = readOrMakeKeyFile(path);
                return key ? key->publicKey() : QByteArray();
            }));
        QSet<QByteArray> keys;
        for (auto &run : runs)
            keys.insert(run.get());
        QCOMPARE(keys.size(), 1);
        QVERIFY(!keys.contains(QByteArray()));
    }

    void changesTheKeyAtOnceAndKeepsTheOneBefore()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"licensefile.key"_s);
        const auto first = changeKeyFile(path);
        VERIFY_RESULT(first);
        QCOMPARE(first->kept, QString());
        const auto second = changeKeyFile(path);
        VERIFY_RESULT(second);
        QVERIFY(second->key.publicKey() != first->key.publicKey());
        const auto now = readKeyFile(path);
        VERIFY_RESULT(now);
        QCOMPARE(now->publicKey(), second->key.publicKey());
        const auto before = readKeyFile(second->kept);
        VERIFY_RESULT(before);
        QCOMPARE(before->publicKey(), first->key.publicKey());
        QCOMPARE(QDir(folder.path()).entryList(QDir::Files).size(), 2);
    }

    void doesNotReplaceWhatIsNoKey()
    {
        const QTemporaryDir folder;
        const QString path = folder.filePath(u"licensefile.key"_s);
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("something of value");
        file.close();
        QVERIFY(file.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner));
        VERIFY_ERROR(changeKeyFile(path), ErrorCode::InvalidInput);
        QVERIFY(file.open(QIODevice::ReadOnly));
        QCOMPARE(file.readAll(), "something of value");
    }

    void refusesAKeyThatOthersCanRead()
    {
        const QString path = m_folder->filePath(u"anchor.key"_s);
        VERIFY_RESULT(readOrMakeKeyFile(path));
        QVERIFY(QFile::setPermissions(path, QFile::ReadOwner | QFile::WriteOwner | QFile::ReadGroup));
        const auto opened = readOrMakeKeyFile(path);
        VERIFY_ERROR(opened, ErrorCode::Forbidden);
        QCOMPARE(opened.error().details.value("reason"_L1).toString(), u"key_open"_s);
        QVERIFY(opened.error().message.contains(path));
    }

    void refusesWhatIsNoKey_data()
    {
        QTest::addColumn<QByteArray>("content");
        QTest::newRow("empty") << QByteArray();
        QTest::newRow("a text") << QByteArray("hello\n");
        QTest::newRow("cut") << QByteArray("seatledger signing key 1\n");
        QTest::newRow("no base64") << QByteArray("seatledger signing key 1\n???\n");
        QTest::newRow("short") << QByteArray("seatledger signing key 1\nAAAA\n");
        QTest::newRow("more") << QByteArray("seatledger signing key 1\n") + QByteArray(32, 'x').toBase64()
                                     + QByteArray("\nmore\n");
    }

    void refusesWhatIsNoKey()
    {
        QFETCH(QByteArray, content);
        QFile file(m_folder->filePath(u"anchor.key"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        file.write(content);
        file.close();
        VERIFY_ERROR(readOrMakeKeyFile(file.fileName()), ErrorCode::InvalidInput);
    }

    void saysWhereItCannotBeWritten()
    {
        QFile file(m_folder->filePath(u"file"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        const auto key = readOrMakeKeyFile(file.fileName() + u"/anchor.key"_s);
        VERIFY_ERROR(key, ErrorCode::Forbidden);
        QVERIFY(key.error().message.contains(file.fileName()));
    }

private:
    std::unique_ptr<QTemporaryDir> m_folder;
};

QTEST_GUILESS_MAIN(SigningTest)
#include "signingtest.moc"
