// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/migrator.h"

#include "core/db/query.h"
#include "tests/support/patience.h"
#include "tests/support/testdatabase.h"

#include <QDeadlineTimer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <chrono>
#include <future>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace seatledger;

class MigratorTest final : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_db = std::make_unique<TestDatabase>(TestDatabase::Content::Empty);
        m_files = std::make_unique<QTemporaryDir>();
        put(u"0001_shelf"_s, "CREATE TABLE shelf (n int); INSERT INTO shelf VALUES (1);",
            "DROP TABLE shelf;");
        put(u"0002_function"_s,
            "CREATE FUNCTION f() RETURNS int LANGUAGE plpgsql AS $$ BEGIN RETURN 1; END; $$;",
            "DROP FUNCTION f();");
        put(u"0003_index"_s,
            "-- seatledger: no transaction\nCREATE INDEX CONCURRENTLY shelf_n ON shelf (n);\n",
            "-- seatledger: no transaction\nDROP INDEX CONCURRENTLY IF EXISTS shelf_n;\n");
    }

    void goesUpAndDownAndUpAgain()
    {
        QCOMPARE(up(), (std::vector{1, 2, 3}));
        QCOMPARE(up(), std::vector<int>());
        QCOMPARE(m_db->value(u"SELECT f() + count(*) FROM shelf"_s), u"2"_s);
        QCOMPARE(m_db->value(u"SELECT indisvalid FROM pg_index WHERE indexrelid = 'shelf_n'::regclass"_s),
                 u"t"_s);

        QCOMPARE(migrator().down(2).value(), (std::vector{3, 2}));
        QVERIFY(m_db->value(u"SELECT to_regclass('shelf_n')"_s).isEmpty());
        QCOMPARE(migrator().down().value(), std::vector{1});
        QVERIFY(m_db->value(u"SELECT to_regclass('shelf')"_s).isEmpty());
        QCOMPARE(up(), (std::vector{1, 2, 3}));
    }

    void stopsAtTheTarget()
    {
        QCOMPARE(migrator().up(2).value(), (std::vector{1, 2}));
        QCOMPARE(migrator().up(2).value(), std::vector<int>());
        QCOMPARE(up(), std::vector{3});
    }

    void tellsItsState()
    {
        const auto before = migrator().status();
        VERIFY_RESULT(before);
        QCOMPARE(before->size(), 3U);
        QVERIFY(!before->front().appliedAt);
        VERIFY_RESULT(migrator().up(1));
        const auto after = migrator().status();
        VERIFY_RESULT(after);
        QCOMPARE(after->front().name, u"shelf"_s);
        QVERIFY(after->front().appliedAt);
        QVERIFY(!after->back().appliedAt);
    }

    void knowsWhetherTheDatabaseIsCurrent()
    {
        VERIFY_ERROR(migrator().requireCurrent(), ErrorCode::VersionMismatch);
        up();
        VERIFY_RESULT(migrator().requireCurrent());
        remove(u"0003_index"_s);
        VERIFY_ERROR(migrator().requireCurrent(), ErrorCode::VersionMismatch);
    }

    void refusesANewerDatabase()
    {
        up();
        remove(u"0003_index"_s);
        remove(u"0002_function"_s);
        VERIFY_ERROR(migrator().up(), ErrorCode::VersionMismatch);
        VERIFY_ERROR(migrator().down(), ErrorCode::VersionMismatch);
        const auto status = migrator().status();
        VERIFY_RESULT(status);
        QCOMPARE(status->size(), 3U);
    }

    void worksBesideADatabaseThatWasOnlyExpanded()
    {
        put(u"0004_column"_s, "-- seatledger: expands\nALTER TABLE shelf ADD COLUMN label text;",
            "ALTER TABLE shelf DROP COLUMN label;");
        put(u"0005_label_index"_s,
            "-- seatledger: no transaction, expands\nCREATE INDEX CONCURRENTLY shelf_label ON shelf (label);",
            "DROP INDEX shelf_label;");
        const auto before = migrator().status();
        VERIFY_RESULT(before);
        QVERIFY(before->at(3).expands);
        QVERIFY(!before->at(2).expands);
        up();
        remove(u"0005_label_index"_s);
        remove(u"0004_column"_s);
        VERIFY_RESULT(migrator().requireCurrent());
        VERIFY_ERROR(migrator().up(), ErrorCode::VersionMismatch);
        VERIFY_ERROR(migrator().down(), ErrorCode::VersionMismatch);
        remove(u"0003_index"_s);
        const auto contracted = migrator().requireCurrent();
        VERIFY_ERROR(contracted, ErrorCode::VersionMismatch);
        QCOMPARE(contracted.error().details.value(u"version"_s).toInt(), 3);
    }

    void aBookOfAnOlderProgramLearnsToTellWhatExpands()
    {
        VERIFY_RESULT(migrator().up(2));
        m_db->sql(u"ALTER TABLE seatledger.schema_version DROP COLUMN expands"_s);
        VERIFY_ERROR(migrator().requireCurrent(), ErrorCode::VersionMismatch);
        up();
        VERIFY_RESULT(migrator().requireCurrent());
    }

    void refusesAFileThatWasChanged()
    {
        up();
        put(u"0002_function"_s, "SELECT 1;", "SELECT 1;");
        const auto refused = migrator().up();
        VERIFY_ERROR(refused, ErrorCode::VersionMismatch);
        QVERIFY(refused.error().message.contains("0002_function"_L1));
    }

    void refusesAGapInTheDatabase()
    {
        up();
        m_db->sql(u"DELETE FROM seatledger.schema_version WHERE version = 2"_s);
        VERIFY_ERROR(migrator().up(), ErrorCode::VersionMismatch);
    }

    void refusesFilesThatAreNotInOrder_data()
    {
        QTest::addColumn<QString>("name");
        QTest::newRow("gap") << u"0005_later"_s;
        QTest::newRow("twice") << u"0003_again"_s;
        QTest::newRow("name") << u"four"_s;
    }

    void refusesFilesThatAreNotInOrder()
    {
        QFETCH(QString, name);
        put(name, "SELECT 1;", "SELECT 1;");
        VERIFY_ERROR(migrator().up(), ErrorCode::Internal);
    }

    void refusesAFileWithoutAWayBack()
    {
        QFile::remove(path(u"0002_function"_s, "down"));
        VERIFY_ERROR(migrator().up(), ErrorCode::Internal);
    }

    void aFileThatFailsLeavesNothing()
    {
        put(u"0002_function"_s, "CREATE TABLE half (n int); SELECT 1 / 0;", "DROP TABLE half;");
        const auto failed = migrator().up();
        VERIFY_ERROR(failed, ErrorCode::InvalidInput);
        QCOMPARE(failed.error().details.value("migration"_L1).toString(), u"0002_function"_s);
        QVERIFY(m_db->value(u"SELECT to_regclass('half')"_s).isEmpty());
        QCOMPARE(m_db->value(u"SELECT max(version) FROM seatledger.schema_version"_s), u"1"_s);
    }

    void anIndexThatFailsLeavesNothingAndCanBeRepeated()
    {
        put(u"0003_index"_s,
            "-- seatledger: no transaction\nCREATE UNIQUE INDEX CONCURRENTLY shelf_n ON shelf (n);\n",
            "-- seatledger: no transaction\nDROP INDEX CONCURRENTLY IF EXISTS shelf_n;\n");
        VERIFY_RESULT(migrator().up(2));
        m_db->sql(u"INSERT INTO shelf VALUES (1)"_s);
        VERIFY_ERROR(migrator().up(), ErrorCode::Conflict);
        QVERIFY(m_db->value(u"SELECT to_regclass('shelf_n')"_s).isEmpty());
        m_db->sql(u"UPDATE shelf SET n = 2 WHERE ctid = (SELECT max(ctid) FROM shelf)"_s);
        QCOMPARE(up(), std::vector{3});
    }

    void cannotGoBelowNothing()
    {
        up();
        VERIFY_ERROR(migrator().down(4), ErrorCode::InvalidInput);
        VERIFY_ERROR(migrator().down(-1), ErrorCode::InvalidInput);
    }

    void severalAtOnceDoTheWorkOnce()
    {
        put(u"0002_function"_s, "CREATE TABLE once (n int); SELECT pg_sleep(0.2);", "DROP TABLE once;");
        const auto migrate = [this] {
            const auto connection = m_db->connect();
            return Migrator(*connection, m_files->path()).up();
        };
        std::vector<std::future<Result<std::vector<int>>>> runs;
        for (int i = 0; i < 4; ++i)
            runs.push_back(std::async(std::launch::async, migrate));
        std::size_t applied = 0;
        for (auto &run : runs) {
            const auto versions = run.get();
            VERIFY_RESULT(versions);
            applied += versions->size();
        }
        QCOMPARE(applied, 3U);
    }

    /// Somebody reads a table for long, which a migration is to change: who else reads it goes on.
    void nobodyQueuesBehindIt()
    {
        QCOMPARE(migrator().up(1).value(), std::vector{1});
        put(u"0002_function"_s, "ALTER TABLE shelf ADD COLUMN more int;",
            "ALTER TABLE shelf DROP COLUMN more;");
        const auto reader = m_db->connect();
        VERIFY_RESULT(reader->execScript(u"BEGIN; SELECT count(*) FROM shelf"_s));
        auto migrating = std::async(std::launch::async, [this] {
            const auto connection = m_db->connect();
            Migrator patient(*connection, m_files->path());
            patient.setPatience({.lock = 100ms, .pause = 100ms, .inAll = 60s});
            return patient.up(2);
        });
        const auto other = m_db->connect();
        int tries = 0;
        bool isWaiting = false;
        const QDeadlineTimer patience(patienceMs);
        while (tries < 3 && !patience.hasExpired()) { // it has tried in vain, and again
            VERIFY_RESULT(other->execScript(u"SET statement_timeout = '5s'; SELECT count(*) FROM shelf"_s));
            const bool waits = m_db->value(
                                   u"SELECT count(*) FROM pg_stat_activity WHERE wait_event_type = 'Lock' "
                                   "AND query LIKE 'ALTER TABLE shelf%'"_s)
                               == "1"_L1;
            tries += waits && !isWaiting ? 1 : 0;
            isWaiting = waits;
        }
        VERIFY_RESULT(reader->execScript(u"COMMIT"_s));
        QCOMPARE(tries, 3);
        const auto applied = migrating.get();
        VERIFY_RESULT(applied);
        QCOMPARE(*applied, std::vector{2});
    }

    void givesUpInTheEndAndSaysForWhom()
    {
        QCOMPARE(migrator().up(1).value(), std::vector{1});
        put(u"0002_function"_s, "CREATE TABLE half (n int); ALTER TABLE shelf ADD COLUMN more int;",
            "ALTER TABLE shelf DROP COLUMN more; DROP TABLE half;");
        const auto reader = m_db->connect();
        VERIFY_RESULT(
            reader->execScript(u"SET application_name = 'nightly report'; BEGIN; SELECT FROM shelf"_s));
        Migrator hasty = migrator();
        hasty.setPatience({.lock = 50ms, .pause = 10ms, .inAll = 100ms});
        const auto refused = hasty.up(2);
        VERIFY_ERROR(refused, ErrorCode::Busy);
        QCOMPARE(refused.error().details.value("reason"_L1).toString(), u"locks_held"_s);
        QVERIFY2(refused.error().message.contains("nightly report"_L1),
                 describe(refused.error()).constData());
        QCOMPARE(m_db->value(u"SELECT to_regclass('half') IS NULL"_s), u"t"_s);
        VERIFY_RESULT(reader->execScript(u"ROLLBACK"_s));
        QCOMPARE(hasty.up(2).value(), std::vector{2});
        VERIFY_RESULT(reader->execScript(u"BEGIN; SELECT FROM shelf"_s));
        VERIFY_ERROR(hasty.down(), ErrorCode::Busy);
    }

    void stopsWaitingWhenCancelled()
    {
        QCOMPARE(migrator().up(1).value(), std::vector{1});
        put(u"0002_function"_s, "ALTER TABLE shelf ADD COLUMN more int;",
            "ALTER TABLE shelf DROP COLUMN more;");
        const auto reader = m_db->connect();
        VERIFY_RESULT(reader->execScript(u"BEGIN; SELECT FROM shelf"_s));
        const auto connection = m_db->connect();
        const CancelToken token = CancelToken::create();
        connection->setCancelToken(token);
        auto migrating = std::async(std::launch::async, [this, &connection] {
            Migrator patient(*connection, m_files->path());
            patient.setPatience({.lock = 50ms, .pause = 1h, .inAll = 1h});
            return patient.up(2);
        });
        QTRY_COMPARE(
            m_db->value(u"SELECT count(*) FROM pg_stat_activity WHERE datname = current_database() AND "
                        "state = 'idle' AND query LIKE '%xact_start%'"_s),
            u"1"_s); // in the pause
        token.cancel();
        VERIFY_ERROR(migrating.get(), ErrorCode::Cancelled);
    }

    void theProgramsOwnMigrationsGoBackAndForth()
    {
        Migrator own(m_db->connection());
        const auto there = own.up();
        VERIFY_RESULT(there);
        QVERIFY(!there->empty());
        const auto steps = static_cast<int>(there->size());
        VERIFY_RESULT(own.down(steps));
        QCOMPARE(m_db->value(u"SELECT count(*) FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace "
                             "WHERE nspname = 'seatledger' AND relname NOT LIKE 'schema_version%'"_s),
                 u"0"_s);
        VERIFY_RESULT(own.up());
        VERIFY_RESULT(own.requireCurrent());
    }

private:
    QString path(const QString &name, const char *direction) const
    {
        return m_files->filePath(name + u'.' + QString::fromLatin1(direction) + u".sql"_s);
    }

    static void write(const QString &path, const QByteArray &contents)
    {
        QFile file(path);
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write(contents);
    }

    void put(const QString &name, const QByteArray &forward, const QByteArray &back) const
    {
        write(path(name, "up"), forward);
        write(path(name, "down"), back);
    }

    void remove(const QString &name) const
    {
        QFile::remove(path(name, "up"));
        QFile::remove(path(name, "down"));
    }

    Migrator migrator() const { return Migrator(m_db->connection(), m_files->path()); }

    std::vector<int> up() const
    {
        const auto versions = migrator().up();
        if (!versions)
            qWarning("%s", describe(versions.error()).constData());
        return versions.value_or(std::vector{-1});
    }

    std::unique_ptr<TestDatabase> m_db;
    std::unique_ptr<QTemporaryDir> m_files;
};

QTEST_GUILESS_MAIN(MigratorTest)
#include "migratortest.moc"
