// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/dumpstore.h"

#include "core/db/query.h"
#include "tests/support/testdatabase.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;
using namespace seatledger;

class DumpStoreTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_db.sql(u"CREATE TABLE word AS SELECT n, md5(n::text) AS text FROM generate_series(1, 5000) AS n;"
                 "CREATE ROLE dumpstore_reader; GRANT SELECT ON word TO dumpstore_reader"_s);
    }

    void cleanupTestCase() { m_db.sql(u"DROP OWNED BY dumpstore_reader; DROP ROLE dumpstore_reader"_s); }

    void init()
    {
        m_folder = std::make_unique<QTemporaryDir>();
        QVERIFY(QFile::setPermissions(m_folder->path(), QFile::Permissions(0x7055)));
        m_now = QDateTime(QDate(2026, 3, 1), QTime(10, 0), Qt::UTC);
    }

    void takesWhatCanBeRestored()
    {
        const auto dump = store().take();
        VERIFY_RESULT(dump);
        QVERIFY(dump->bytes > 0);
        QCOMPARE(dump->takenAt, m_now);

        TestDatabase other(TestDatabase::Content::Empty);
        VERIFY_RESULT(store().restore(*dump, other.settings().database));
        QCOMPARE(other.value(u"SELECT count(*) || md5(string_agg(text, '' ORDER BY n)) FROM word"_s),
                 m_db.value(u"SELECT count(*) || md5(string_agg(text, '' ORDER BY n)) FROM word"_s));
        QCOMPARE(other.value(u"SELECT has_table_privilege('dumpstore_reader', 'word', 'SELECT')"_s), u"t"_s);
    }

    void keepsTheNewest()
    {
        for (int i = 0; i < 5; ++i) {
            VERIFY_RESULT(store().take(3));
            m_now = m_now.addSecs(60);
        }
        const auto dumps = store().list();
        QCOMPARE(dumps.size(), 3U);
        QCOMPARE(dumps.front().takenAt, m_now.addSecs(-60));
        QCOMPARE(store().newest()->folder, dumps.front().folder);
        QVERIFY(dumps[0].takenAt > dumps[1].takenAt);
    }

    void nothingInterruptedShowsUp()
    {
        const QString draft = m_folder->filePath(u"dumps/20260228T100000000Z.draft"_s);
        QVERIFY(store().list().empty());
        VERIFY_RESULT(store().take());
        QVERIFY(QDir().mkpath(draft));
        QCOMPARE(store().list().size(), 1U);
        m_now = m_now.addSecs(60);
        VERIFY_RESULT(store().take());
        QVERIFY(!QFile::exists(draft));
    }

    void noticesDamage_data()
    {
        QTest::addColumn<QString>("file");
        QTest::newRow("archive") << u"seatledger.dump"_s;
        QTest::newRow("roles") << u"roles.sql"_s;
        QTest::newRow("checksums") << u"SHA256SUMS"_s;
    }

    void noticesDamage()
    {
        QFETCH(QString, file);
        const auto dump = store().take();
        VERIFY_RESULT(dump);
        VERIFY_RESULT(store().verify(*dump));
        const QString path = dump->folder + u'/' + file;
        QFile damaged(path);
        QVERIFY(damaged.open(QIODevice::ReadWrite));
        QVERIFY(damaged.seek(damaged.size() / 2));
        const char flipped = static_cast<char>(damaged.peek(1).at(0) ^ 1);
        damaged.putChar(flipped);
        damaged.close();
        VERIFY_ERROR(store().verify(*dump), ErrorCode::RuleBroken);
        VERIFY_ERROR(store().restore(*dump, u"nowhere"_s), ErrorCode::RuleBroken);
        QVERIFY(QFile::remove(path));
        VERIFY_ERROR(store().verify(*dump), ErrorCode::RuleBroken);
    }

    void leavesNothingWhenItFails()
    {
        ConnectionSettings nowhere = m_db.settings();
        nowhere.database = u"nowhere"_s;
        const auto failed = storeFor(nowhere).take();
        VERIFY_ERROR(failed, ErrorCode::Internal);
        QVERIFY(storeFor(nowhere).list().empty());
        QCOMPARE(QDir(m_folder->filePath(u"dumps"_s)).entryList(QDir::Dirs | QDir::NoDotAndDotDot),
                 QStringList());
    }

private:
    DumpStore store() { return storeFor(m_db.settings()); }

    DumpStore storeFor(const ConnectionSettings &settings)
    {
        return DumpStore(m_folder->filePath(u"dumps"_s), settings, PostgresBinaries::newest().value(),
                         ServerAccount::current().value(), [this] { return m_now; });
    }

    TestDatabase m_db{TestDatabase::Content::Empty};
    std::unique_ptr<QTemporaryDir> m_folder;
    QDateTime m_now;
};

QTEST_GUILESS_MAIN(DumpStoreTest)
#include "dumpstoretest.moc"
