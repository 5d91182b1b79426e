// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/migrator.h"
#include "core/db/query.h"
#include "core/services/backuponrecord.h"
#include "core/services/services.h"
#include "tests/support/book.h"
#include "tests/support/smalldisk.h"
#include "tests/support/testdatabase.h"
#include "tests/support/verify.h"

#include <QDir>
#include <QFile>
#include <QScopeGuard>
#include <QTemporaryDir>
#include <QTest>

#include <algorithm>
#include <functional>
#include <memory>

using namespace Qt::StringLiterals;

namespace seatledger {

using Change = std::function<void(const QString &)>;

/// Backups are whole, proven, put back; and refused, with the reason, when they are not what they say.
class BackupTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void init();
    void cleanup() { m_target.reset(); }
    void cleanupTestCase() { m_source.reset(); }

    void holdsOneStateOfTheBook();
    void provesThatItIsWhole();
    void refusesWhatIsNoGoodBackup_data();
    void refusesWhatIsNoGoodBackup();
    void refusesCountsThatDiffer();
    void bringsAnOlderOneUpToDate();
    void putsABookBack();
    void replacesABookOnlyWhereAsked();
    void leavesTheOldBookWhenItFails();
    void leavesWhatIsNoBook();
    void leavesNothingWhenCancelled_data();
    void leavesNothingWhenCancelled();
    void leavesNothingOnAFullDisk();
    void isTheOwnersAlone();
    void recordsOnlyItsOwn();
    void verifiesForABookOrAnother();
    void reconnectsOnlyOnceItIsVerified();
    void prunesEachBookByItself();

private:
    [[nodiscard]] QString path(const QString &name) const { return m_folder.filePath(name); }
    [[nodiscard]] QStringList left() const
    {
        return QDir(path(u"made"_s)).entryList(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot);
    }
    /// A copy of the backup of the source that a test may change.
    [[nodiscard]] QString copied(const QString &name) const;
    [[nodiscard]] QString members(const ConnectionSettings &settings) const;
    [[nodiscard]] Result<RestoredBook> restored(const QString &backup, const RestoreOptions &options) const
    {
        return m_services.backups.restore(backup, m_target->settings(), m_actor, options);
    }
    [[nodiscard]] qint64 databases() const
    {
        return m_source->value(u"SELECT count(*) FROM pg_database WHERE datname ~ '_(restoring|replaced)$'"_s)
            .toLongLong();
    }

    Services m_services;
    const Actor m_actor{u"tester"_s, OperationSource::Command};
    std::unique_ptr<TestDatabase> m_source;
    std::unique_ptr<TestDatabase> m_target;
    QTemporaryDir m_folder{QDir::tempPath() + u"/seatledger-backups-XXXXXX"_s};
    StoredBackup m_backup;
};

namespace {

void edit(const QString &file, const std::function<void(QByteArray &)> &change)
{
    QFile opened(file);
    QVERIFY(opened.open(QIODevice::ReadOnly));
    QByteArray contents = opened.readAll();
    opened.close();
    change(contents);
    QVERIFY(opened.open(QIODevice::WriteOnly | QIODevice::Truncate));
    opened.write(contents);
}

void flipBit(const QString &file)
{
    edit(file, [](QByteArray &contents) {
        char &byte = contents[contents.size() / 2];
        byte = static_cast<char>(byte ^ 1);
    });
}

/// A manifest that says something else, and is in itself as it was written.
void rewrite(const QString &backup, const std::function<void(BackupManifest &)> &change)
{
    edit(backup + u"/manifest.json"_s, [&](QByteArray &contents) {
        BackupManifest manifest = BackupManifest::fromDocument(contents).value();
        change(manifest);
        contents = manifest.document();
    });
}

} // namespace

void BackupTest::initTestCase()
{
    m_source = std::make_unique<TestDatabase>();
    VERIFY_RESULT(m_services.sample.fill(m_source->session(),
                                         {.members = 30, .licenses = 8, .assignments = 80, .seed = 7}));
    m_source->sql(u"INSERT INTO seatledger.operator (login, display_name, role) VALUES ('backup_ana', 'Ana', "
                  "'staff'); ALTER ROLE backup_ana PASSWORD 'x'"_s);
    auto made = m_services.backups.create(m_source->session(), path(u"source"_s));
    VERIFY_RESULT(made);
    m_backup = *std::move(made);
    QVERIFY(m_backup.manifest.hasPasswords);
}

void BackupTest::init()
{
    QDir(path(u"made"_s)).removeRecursively();
    QVERIFY(QDir().mkpath(path(u"made"_s)));
}

QString BackupTest::copied(const QString &name) const
{
    const QString copy = path(u"made/"_s + name);
    QDir().mkpath(copy);
    for (const QString &file : {u"manifest.json"_s, u"book.dump"_s, u"logins.json"_s})
        QFile::copy(m_backup.path(file), copy + u'/' + file);
    return copy;
}

QString BackupTest::members(const ConnectionSettings &settings) const
{
    const auto connection = Connection::open(settings);
    if (!connection)
        return QString::fromUtf8(describe(connection.error()));
    const auto count = Query(**connection, u"SELECT count(*) AS count FROM seatledger.member"_s)
                           .one([](const Row &row) { return QString::number(row.integer("count")); });
    return count.value_or(u"none"_s);
}

void BackupTest::holdsOneStateOfTheBook()
{
    m_target = std::make_unique<TestDatabase>();
    Book book(*m_target);
    book.members(5);
    bool written = false;
    const BackupRun run{.progress = [&](const BackupProgress &progress) {
        // somebody goes on working while it is dumped
        if (progress.step == BackupStep::Dump && !std::exchange(written, true))
            VERIFY_RESULT(Query(m_target->otherSession(),
                                u"INSERT INTO seatledger.member (number, name, email) VALUES ('L', 'Late', "
                                "'late@example.org')"_s)
                              .exec());
    }};
    const auto backup = m_services.backups.create(m_target->session(), path(u"made"_s), run);
    VERIFY_RESULT(backup);
    QVERIFY(written);
    QCOMPARE(members(m_target->settings()), u"6"_s);
    const BackupManifest &manifest = backup->manifest;
    QCOMPARE(manifest.rows.value(u"member"_s), 5);
    QCOMPARE(manifest.database, m_target->settings().database);
    QCOMPARE(manifest.takenAt, m_target->now());
    QCOMPARE(QString::number(manifest.audit.schemaVersion),
             m_target->value(u"SELECT max(version) FROM seatledger.schema_version"_s));
    QCOMPARE(left().size(), 1);
    QCOMPARE(QFile::permissions(backup->folder) & (QFile::ReadGroup | QFile::ReadOther | QFile::ExeOther),
             QFile::Permissions());
    // the manifest is of the snapshot that was dumped, so this would find the late one
    VERIFY_RESULT(m_services.backups.verify(backup->folder));
}

void BackupTest::provesThatItIsWhole()
{
    QVERIFY(!m_services.backups.list(path(u"source"_s)).value().front().backup->proof);
    QVERIFY(!m_services.backups.lastVerified(m_source->session()).value());
    const auto verified = m_services.backups.verify(m_backup.folder);
    VERIFY_RESULT(verified);
    QVERIFY(verified->report.isClean());
    QVERIFY(verified->report.checks.size() > 20);
    QCOMPARE(verified->migratedTo, 0);
    QVERIFY(verified->isProofKept);
    QVERIFY(QDir(QDir::tempPath()).entryList({u"seatledger-scratch-*"_s}, QDir::Dirs).isEmpty());

    const auto listed = m_services.backups.list(path(u"source"_s));
    VERIFY_RESULT(listed);
    QCOMPARE(listed->size(), 1U);
    QCOMPARE(listed->front().backup->proof->verifiedAt,
             verified->backup.proof->verifiedAt.addMSecs(-verified->backup.proof->verifiedAt.time().msec()));
    const auto recorded = m_services.backups.record(m_source->session(), verified->backup);
    VERIFY_RESULT(recorded);
    const auto last = m_services.backups.lastVerified(m_source->session());
    VERIFY_RESULT(last);
    QCOMPARE((*last)->backup, m_backup.manifest.id);
    QCOMPARE((*last)->takenAt, m_backup.manifest.takenAt);
    QCOMPARE((*last)->bytes, m_backup.manifest.bytes());
    VERIFY_ERROR(m_services.operations.undo(m_source->session(), recorded->operation), ErrorCode::RuleBroken);
}

void BackupTest::refusesWhatIsNoGoodBackup_data()
{
    QTest::addColumn<Change>("change");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("problem");
    const QString damaged = u"damaged"_s;
    QTest::newRow("truncated") << Change([](const QString &backup) {
        edit(backup + u"/book.dump"_s, [](QByteArray &contents) { contents.chop(100); });
    }) << ErrorCode::RuleBroken << damaged
                               << u"truncated"_s;
    QTest::newRow("longer") << Change([](const QString &backup) {
        edit(backup + u"/book.dump"_s, [](QByteArray &contents) { contents += 'x'; });
    }) << ErrorCode::RuleBroken
                            << damaged << u"longer"_s;
    QTest::newRow("a bit of the data")
        << Change([](const QString &backup) { flipBit(backup + u"/book.dump"_s); }) << ErrorCode::RuleBroken
        << damaged << u"changed"_s;
    QTest::newRow("a bit of the logins")
        << Change([](const QString &backup) { flipBit(backup + u"/logins.json"_s); }) << ErrorCode::RuleBroken
        << damaged << u"changed"_s;
    QTest::newRow("a bit of the manifest")
        << Change([](const QString &backup) { flipBit(backup + u"/manifest.json"_s); })
        << ErrorCode::RuleBroken << damaged << QString();
    QTest::newRow("a cut manifest") << Change([](const QString &backup) {
        edit(backup + u"/manifest.json"_s, [](QByteArray &contents) { contents.chop(20); });
    }) << ErrorCode::RuleBroken << damaged
                                    << QString();
    QTest::newRow("missing") << Change(
        [](const QString &backup) { QVERIFY(QFile::remove(backup + u"/book.dump"_s)); })
                             << ErrorCode::RuleBroken << damaged << u"missing"_s;
    QTest::newRow("newer") << Change([](const QString &backup) {
        rewrite(backup, [](BackupManifest &manifest) { manifest.audit.schemaVersion = 9000; });
    }) << ErrorCode::VersionMismatch
                           << u"backup_newer"_s << QString();
    QTest::newRow("another folder") << Change(
        [](const QString &backup) { QVERIFY(QFile::remove(backup + u"/manifest.json"_s)); })
                                    << ErrorCode::InvalidInput << u"not_a_backup"_s << QString();
    QTest::newRow("another manifest") << Change([](const QString &backup) {
        edit(backup + u"/manifest.json"_s, [](QByteArray &contents) { contents = "{\"name\": \"x\"}"; });
    }) << ErrorCode::InvalidInput << u"not_a_backup"_s
                                      << QString();
    QTest::newRow("not there") << Change(
        [](const QString &backup) { QVERIFY(QDir(backup).removeRecursively()); })
                               << ErrorCode::NotFound << QString() << QString();
}

void BackupTest::refusesWhatIsNoGoodBackup()
{
    QFETCH(Change, change);
    QFETCH(ErrorCode, code);
    QFETCH(QString, reason);
    QFETCH(QString, problem);
    const QString backup = copied(u"changed"_s);
    change(backup);
    const auto verified = m_services.backups.verify(backup);
    VERIFY_ERROR(verified, code);
    QCOMPARE(verified.error().details.value(u"reason"_s).toString(), reason);
    QCOMPARE(verified.error().details.value(u"problem"_s).toString(), problem);
    QVERIFY(!verified.error().message.isEmpty());
    // refused before anybody is asked for anything
    VERIFY_ERROR(m_services.backups.restore(backup, {}, m_actor, {.replace = true}), code);
}

void BackupTest::refusesCountsThatDiffer()
{
    const QString backup = copied(u"lies"_s);
    rewrite(backup, [](BackupManifest &manifest) { manifest.rows[u"member"_s] += 1; });
    const auto verified = m_services.backups.verify(backup);
    VERIFY_ERROR(verified, ErrorCode::RuleBroken);
    QCOMPARE(verified.error().details.value(u"reason"_s).toString(), u"counts_differ"_s);
    QCOMPARE(verified.error().details.value(u"subject"_s).toString(), u"member"_s);
    QVERIFY(!QFile::exists(backup + u"/verified.json"_s));
}

void BackupTest::bringsAnOlderOneUpToDate()
{
    m_target = std::make_unique<TestDatabase>();
    Book(*m_target).members(3);
    VERIFY_RESULT(Migrator(m_target->connection()).down());
    const auto backup = m_services.backups.create(m_target->session(), path(u"made"_s));
    VERIFY_RESULT(backup);
    const auto verified = m_services.backups.verify(backup->folder);
    VERIFY_RESULT(verified);
    QCOMPARE(verified->migratedTo, backup->manifest.audit.schemaVersion + 1);
}

void BackupTest::putsABookBack()
{
    m_target = std::make_unique<TestDatabase>(TestDatabase::Content::Empty);
    m_source->sql(u"ALTER ROLE backup_ana NOLOGIN; REVOKE seatledger_staff FROM backup_ana"_s);
    const auto book = restored(m_backup.folder, {});
    VERIFY_RESULT(book);
    QVERIFY(!book->safety);
    QVERIFY(book->report.isClean());
    const auto connection = m_target->connect();
    Session session(*connection, m_actor);
    VERIFY_RESULT(m_services.doctor.examine(session));
    QVERIFY(m_services.doctor.examine(session)->isClean());
    QCOMPARE(members(m_target->settings()), u"30"_s);
    // plans for its tables are good at once
    const auto known = Query(session, u"SELECT reltuples::bigint AS rows FROM pg_class "
                                      "WHERE oid = 'seatledger.member'::regclass"_s)
                           .one([](const Row &row) { return row.integer("rows"); });
    QCOMPARE(known.value_or(-1), 30);
    // the book says that it is one that was put back
    const auto event = Query(session,
                             u"SELECT o.kind, o.actor, r.backup::text FROM seatledger.backup_record r, "
                             "seatledger.operation o WHERE o.kind = 'restore_backup'"_s)
                           .one([](const Row &row) {
                               return QStringList{row.text("kind"), row.text("actor"), row.text("backup")};
                           });
    VERIFY_RESULT(event);
    QCOMPARE(*event, (QStringList{u"restore_backup"_s, u"tester"_s, m_backup.manifest.id}));
    QCOMPARE(databases(), 0);
}

void BackupTest::replacesABookOnlyWhereAsked()
{
    m_target = std::make_unique<TestDatabase>();
    Book(*m_target).members(4);
    const auto refused = restored(m_backup.folder, {});
    VERIFY_ERROR(refused, ErrorCode::RuleBroken);
    QCOMPARE(refused.error().details.value(u"reason"_s).toString(), u"not_empty"_s);
    QCOMPARE(members(m_target->settings()), u"4"_s);

    m_target->sql(u"CREATE ROLE backup_server LOGIN IN ROLE seatledger_server"_s);
    const auto dropped = qScopeGuard(
        [this] { m_source->sql(u"DROP OWNED BY backup_server; DROP ROLE backup_server"_s); });
    m_target->sql(u"GRANT CONNECT ON DATABASE %1 TO backup_server"_s.arg(m_target->settings().database));
    const auto somebody = m_target->connect(); // who is connected is no obstacle
    const auto book = restored(m_backup.folder, {.replace = true, .safetyFolder = path(u"made"_s)});
    VERIFY_RESULT(book);
    QCOMPARE(members(m_target->settings()), u"30"_s);
    QVERIFY(!somebody->isAlive());
    QCOMPARE(m_source->value(u"SELECT count(*) FROM pg_database WHERE datname = '%1' "
                             "AND datacl::text ~ 'backup_server=c/'"_s.arg(m_target->settings().database)),
             u"1"_s);
    QCOMPARE(m_source->value(u"SELECT datlocprovider FROM pg_database WHERE datname = '%1'"_s.arg(
                 m_target->settings().database)),
             u"i"_s);
    QVERIFY(book->safety);
    QCOMPARE(book->safety->manifest.rows.value(u"member"_s), 4);
    QCOMPARE(databases(), 0);
}

void BackupTest::leavesTheOldBookWhenItFails()
{
    m_target = std::make_unique<TestDatabase>();
    Book(*m_target).members(4);
    const QString backup = copied(u"lies"_s);
    rewrite(backup, [](BackupManifest &manifest) { manifest.rows[u"member"_s] += 1; });
    const auto book = restored(backup, {.replace = true});
    VERIFY_ERROR(book, ErrorCode::RuleBroken);
    QCOMPARE(book.error().details.value(u"reason"_s).toString(), u"counts_differ"_s);
    QCOMPARE(members(m_target->settings()), u"4"_s);
    QVERIFY(m_target->connection().isAlive());
    QCOMPARE(databases(), 0);
}

void BackupTest::leavesWhatIsNoBook()
{
    m_target = std::make_unique<TestDatabase>(TestDatabase::Content::Empty);
    m_target->sql(u"CREATE TABLE invoices (n int)"_s);
    const auto book = restored(m_backup.folder, {.replace = true});
    VERIFY_ERROR(book, ErrorCode::RuleBroken);
    QCOMPARE(book.error().details.value(u"reason"_s).toString(), u"foreign_database"_s);
    QCOMPARE(m_target->value(u"SELECT count(*) FROM invoices"_s), u"0"_s);
    VERIFY_ERROR(m_services.backups.create(m_target->session(), path(u"made"_s)), ErrorCode::NotFound);
    QVERIFY(left().isEmpty());
}

void BackupTest::leavesNothingWhenCancelled_data()
{
    QTest::addColumn<BackupStep>("step");
    QTest::newRow("dumping") << BackupStep::Dump;
    QTest::newRow("reading") << BackupStep::Check;
    QTest::newRow("restoring") << BackupStep::Restore;
}

void BackupTest::leavesNothingWhenCancelled()
{
    QFETCH(BackupStep, step);
    const CancelToken token = CancelToken::create();
    const BackupRun run{.cancel = token, .progress = [&](const BackupProgress &progress) {
                            if (progress.step == step)
                                token.cancel();
                        }};
    if (step == BackupStep::Dump) {
        VERIFY_ERROR(m_services.backups.create(m_source->session(), path(u"made"_s), run),
                     ErrorCode::Cancelled);
        QVERIFY2(left().isEmpty(), qPrintable(left().join(u' ')));
    } else {
        VERIFY_ERROR(m_services.backups.verify(copied(u"backup"_s), run), ErrorCode::Cancelled);
        QVERIFY(!QFile::exists(path(u"made/backup/verified.json"_s)));
        QVERIFY(QDir(QDir::tempPath()).entryList({u"seatledger-scratch-*"_s}, QDir::Dirs).isEmpty());
    }
}

void BackupTest::leavesNothingOnAFullDisk()
{
    const SmallDisk disk(64);
    if (!disk.isThere())
        QSKIP("This account may not mount a disk.");
    const auto backup = m_services.backups.create(m_source->session(), disk.path());
    VERIFY_ERROR(backup, ErrorCode::StorageFull);
    QVERIFY2(backup.error().message.contains(disk.path()), qPrintable(backup.error().message));
    QVERIFY(QDir(disk.path()).isEmpty(QDir::AllEntries | QDir::Hidden | QDir::NoDotAndDotDot));
    const auto verified = m_services.backups.verify(m_backup.folder, {}, disk.path());
    VERIFY_ERROR(verified, ErrorCode::StorageFull);
}

void BackupTest::isTheOwnersAlone()
{
    ConnectionSettings settings = m_source->settings();
    settings.options.insert(u"options"_s, u"-c role=seatledger_administrator"_s);
    const auto connection = Connection::open(settings);
    VERIFY_RESULT(connection);
    Session session(**connection, m_actor);
    const auto backup = m_services.backups.create(session, path(u"made"_s));
    VERIFY_ERROR(backup, ErrorCode::Forbidden);
    QCOMPARE(backup.error().details.value(u"reason"_s).toString(), u"not_owner"_s);
    QVERIFY(left().isEmpty());

    QFile file(path(u"made/file"_s));
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto nowhere = m_services.backups.create(m_source->session(), file.fileName() + u"/below"_s);
    QVERIFY(!nowhere);
    QVERIFY2(nowhere.error().message.contains(file.fileName()), qPrintable(nowhere.error().message));
}

void BackupTest::recordsOnlyItsOwn()
{
    m_target = std::make_unique<TestDatabase>();
    Book(*m_target).members(1);
    StoredBackup backup = m_backup;
    backup.proof.reset();
    VERIFY_ERROR(m_services.backups.record(m_target->session(), backup), ErrorCode::RuleBroken);
    backup.proof = BackupProof{backup.manifest.id, m_source->now(), u"1"_s, 3};
    const auto recorded = m_services.backups.record(m_target->session(), backup);
    VERIFY_ERROR(recorded, ErrorCode::RuleBroken);
    QCOMPARE(recorded.error().details.value(u"reason"_s).toString(), u"other_book"_s);
    QVERIFY(!m_services.backups.lastVerified(m_target->session()).value());
}

void BackupTest::verifiesForABookOrAnother()
{
    m_target = std::make_unique<TestDatabase>();
    Book(*m_target).members(1);
    const auto verifiedFor = [this](TestDatabase &book) {
        return verifyOnRecord(
            m_services.backups, [&book]() -> Result<Session *> { return &book.session(); }, m_backup.folder);
    };
    const auto own = verifiedFor(*m_source);
    VERIFY_RESULT(own);
    QVERIFY(!own->notRecorded);
    QCOMPARE(m_services.backups.lastVerified(m_source->session()).value()->backup, m_backup.manifest.id);

    const auto other = verifiedFor(*m_target);
    VERIFY_RESULT(other);
    QVERIFY(other->verified.report.isClean());
    QVERIFY(other->notRecorded && !other->notRecorded->message.isEmpty());
    QVERIFY(!m_services.backups.lastVerified(m_target->session()).value());
}

void BackupTest::reconnectsOnlyOnceItIsVerified()
{
    bool isAsked = false;
    const auto gone = [&isAsked]() -> Result<Session *> {
        isAsked = true;
        return failure(ErrorCode::Offline, u"gone"_s);
    };
    const QString damaged = copied(u"damaged"_s);
    flipBit(damaged + u"/book.dump"_s);
    QVERIFY(!verifyOnRecord(m_services.backups, gone, damaged));
    QVERIFY(!isAsked);
    VERIFY_ERROR(verifyOnRecord(m_services.backups, gone, m_backup.folder), ErrorCode::Offline);
    QVERIFY(isAsked);
}

void BackupTest::prunesEachBookByItself()
{
    for (int day = 1; day <= 4; ++day) {
        rewrite(copied(u"one-%1"_s.arg(day)), [&](BackupManifest &manifest) {
            manifest.takenAt = QDateTime(QDate(2026, 1, day), QTime(2, 0), Qt::UTC);
        });
    }
    rewrite(copied(u"other"_s), [](BackupManifest &manifest) {
        manifest.audit.book = u"other"_s;
        manifest.takenAt = QDateTime(QDate(2020, 1, 1), QTime(2, 0), Qt::UTC);
    });
    flipBit(copied(u"damaged"_s) + u"/manifest.json"_s);
    const auto trial = m_services.backups.prune(path(u"made"_s), {.last = 2}, true);
    VERIFY_RESULT(trial);
    QCOMPARE(trial->removed.size(), 2U);
    QCOMPARE(left().size(), 6);
    VERIFY_RESULT(m_services.backups.prune(path(u"made"_s), {.last = 2}));
    QCOMPARE(left(), (QStringList{u"damaged"_s, u"one-3"_s, u"one-4"_s, u"other"_s}));
    const auto listed = m_services.backups.list(path(u"made"_s));
    VERIFY_RESULT(listed);
    QCOMPARE(listed->size(), 4U);
    QVERIFY(!listed->back().backup);
}

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::BackupTest)
#include "backuptest.moc"
