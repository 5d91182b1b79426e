// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/workspaceupgrade.h"

#include "core/db/query.h"
#include "core/workspace/serverprocesses.h"
#include "core/workspace/workspace.h"
#include "tests/support/otherpostgres.h"
#include "tests/support/smalldisk.h"
#include "tests/support/verify.h"
#include "tests/support/workspacehome.h"

#include <QDir>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <memory>
#include <optional>

using namespace Qt::StringLiterals;
using namespace seatledger;

namespace {

constexpr int newer = 99;
constexpr int gone = 14;

Result<QString> valueOf(Connection &book, const QString &sql)
{
    return Query(book, sql).one([](const Row &row) { return row.text("x"); });
}

/// What the book of these tests is.
Result<QString> summary(Connection &book)
{
    return valueOf(book, u"SELECT string_agg(n::text, ',' ORDER BY n) AS x FROM kept"_s);
}

} // namespace

/// Workspaces that move to another PostgreSQL: whole, or not at all.
class WorkspaceUpgradeTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(useAsWorkspaceHome(m_home));
        auto model = Workspace::openOrCreate(u"model"_s, m_fast);
        VERIFY_RESULT(model);
        m_major = model->status()->postgresMajor;
        VERIFY_RESULT(model->start());
        const auto connection = Connection::open(model->settings());
        VERIFY_RESULT(connection);
        VERIFY_RESULT(
            (*connection)
                ->execScript(u"CREATE ROLE seatledger_test_reader; CREATE TABLE kept AS SELECT 7 AS n; "
                             "GRANT SELECT ON kept TO seatledger_test_reader"_s));
        VERIFY_RESULT(model->stop());
    }
    void cleanupTestCase() { VERIFY_RESULT(Workspace::openOrCreate(u"model"_s)->destroy()); }
    void init() { m_other.emplace(newer); }
    void cleanup()
    {
        QString place = m_place;
        if (place.isEmpty())
            place = m_home.filePath(name());
        const auto location = WorkspaceLocation::resolve(place);
        VERIFY_RESULT(location);
        // what was called gone cannot be opened
        const bool isOpenable = !location->clusterMajors().contains(gone)
                                || location->clusterMajors().contains(m_major);
        if (isOpenable)
            VERIFY_RESULT(Workspace::openOrCreate(place)->destroy());
        m_other.reset();
        m_disk.reset();
        m_place.clear();
    }

    void movesTheBookAndKeepsTheOldData();
    void refusesWithoutANewerOne();
    void refusesWhileAProgramHasItOpen();
    void refusesWhileSomebodyIsConnected();
    void refusesOthersMeanwhile();
    void goesOnWithTheOldOneIfTheBookDiffers();
    void aFailureLeavesTheOldOneWhole_data();
    void aFailureLeavesTheOldOneWhole();
    void aFullDiskLeavesTheOldOneWhole();
    void aMoveThatWasKilledIsClearedAway();
    void deletesTheOldDataOnlyWhenAsked();
    void saysWhatIsLostWhenThePostgresIsGone();
    void isMadeAnewFromTheDumpOnlyWhenAsked();
    void aDamagedDumpChangesNothing();
    void isNotMadeAnewWithoutNeed();

private:
    [[nodiscard]] static QString name() { return QString::fromLatin1(QTest::currentTestFunction()).left(20); }
    [[nodiscard]] QString place() const { return m_place.isEmpty() ? name() : m_place; }
    [[nodiscard]] WorkspaceLocation location() const { return *WorkspaceLocation::resolve(place()); }
    [[nodiscard]] Result<WorkspaceUpgrade> upgrade() const
    {
        return upgradeWorkspace(place(), summary, m_fast);
    }

    /// A book with some rows on the version that is installed; stopped. A copy of one that is made once.
    void makeBook() const
    {
        const QString folder = location().folder();
        QCOMPARE(QProcess::execute(u"cp"_s, {u"-a"_s, m_home.filePath(u"model"_s), folder}), 0);
    }

    [[nodiscard]] QString ask(const QString &sql) const
    {
        auto workspace = Workspace::openOrCreate(place(), m_fast);
        if (!workspace)
            return QString::fromUtf8(describe(workspace.error()));
        if (auto started = workspace->start(); !started)
            return QString::fromUtf8(describe(started.error()));
        const auto connection = Connection::open(workspace->settings());
        if (!connection)
            return QString::fromUtf8(describe(connection.error()));
        const auto value = valueOf(**connection, sql);
        return value ? *value : QString::fromUtf8(describe(value.error()));
    }

    /// It is where it was, everything is in it, it can be written, and of the other nothing is left.
    void verifyOldOneGoesOn() const
    {
        QVERIFY(!QDir(location().folder() + u"/upgrade"_s).exists());
        QCOMPARE(location().clusterMajors(), QList<int>{m_major});
        QCOMPARE(ask(u"WITH more AS (INSERT INTO kept VALUES (8) RETURNING n) "
                     "SELECT (sum(kept.n) + min(more.n))::text AS x FROM kept, more"_s),
                 u"15"_s);
        QCOMPARE(ask(u"SELECT string_agg(n::text, ',' ORDER BY n) AS x FROM kept"_s), u"7,8"_s);
    }

    /// As one of a PostgreSQL that is not installed any more, with a dump that lacks what came later.
    void makeGone()
    {
        makeBook();
        {
            auto workspace = Workspace::openOrCreate(place(), m_fast);
            VERIFY_RESULT(workspace);
            VERIFY_RESULT(workspace->start());
            const auto dump = workspace->dumps().take();
            VERIFY_RESULT(dump);
            m_dump = *dump;
            const auto connection = Connection::open(workspace->settings());
            VERIFY_RESULT((*connection)->execScript(u"INSERT INTO kept VALUES (8)"_s));
            VERIFY_RESULT(workspace->stop());
        }
        const QString old = location().clusterFolder(gone);
        QVERIFY(QDir().rename(location().clusterFolder(m_major), old));
        QFile version(old + u"/PG_VERSION"_s);
        QVERIFY(version.open(QIODevice::WriteOnly));
        version.write(QByteArray::number(gone) + '\n');
        m_other.reset();
    }

    const WorkspaceOptions m_fast{.durable = false};
    QTemporaryDir m_home{QDir::tempPath() + u"/seatledger-u-XXXXXX"_s};
    std::optional<OtherPostgres> m_other;
    std::unique_ptr<SmallDisk> m_disk;
    QString m_place; ///< empty: by the test's name
    Dump m_dump;
    int m_major = 0;
};

void WorkspaceUpgradeTest::movesTheBookAndKeepsTheOldData()
{
    makeBook();
    const auto moved = upgrade();
    VERIFY_RESULT(moved);
    QCOMPARE(moved->from, m_major);
    QCOMPARE(moved->to, newer);
    QVERIFY(QDir(moved->oldFolder).exists());
    QCOMPARE(moved->newFolder, location().clusterFolder(newer));
    QVERIFY(!QDir(location().folder() + u"/upgrade"_s).exists());
    QCOMPARE(ask(u"SELECT n::text AS x FROM kept"_s), u"7"_s);
    QCOMPARE(ask(u"SELECT has_table_privilege('seatledger_test_reader', 'kept', 'SELECT')::text AS x"_s),
             u"true"_s);
    QCOMPARE(ask(u"SELECT current_setting('transaction_read_only') AS x"_s), u"off"_s);
    VERIFY_ERROR(upgrade(), ErrorCode::InvalidInput);
}

void WorkspaceUpgradeTest::refusesWithoutANewerOne()
{
    makeBook();
    m_other.reset();
    const auto refused = upgrade();
    VERIFY_ERROR(refused, ErrorCode::InvalidInput);
    QVERIFY(refused.error().message.contains(QString::number(m_major)));
    verifyOldOneGoesOn();
}

void WorkspaceUpgradeTest::refusesWhileAProgramHasItOpen()
{
    makeBook();
    auto window = Workspace::openOrCreate(place(), m_fast);
    VERIFY_RESULT(window);
    VERIFY_RESULT(window->start());
    const auto refused = upgrade();
    VERIFY_ERROR(refused, ErrorCode::Busy);
    QCOMPARE(refused.error().details.value("reason"_L1).toString(), u"workspace_in_use"_s);
    verifyOldOneGoesOn();
}

void WorkspaceUpgradeTest::refusesWhileSomebodyIsConnected()
{
    makeBook();
    {
        auto workspace = Workspace::openOrCreate(place(), m_fast);
        VERIFY_RESULT(workspace);
        VERIFY_RESULT(workspace->start());
    } // goes without stopping it, as `workspace start` does
    ConnectionSettings settings = Workspace::openOrCreate(place(), m_fast)->settings();
    settings.applicationName = u"pgAdmin"_s;
    auto connection = Connection::open(settings);
    VERIFY_RESULT(connection);
    const auto refused = upgrade();
    VERIFY_ERROR(refused, ErrorCode::Busy);
    QVERIFY(refused.error().message.contains("pgAdmin"_L1));
    VERIFY_RESULT(valueOf(**connection, u"SELECT n::text AS x FROM kept"_s)); // it was not thrown out
    verifyOldOneGoesOn();
    connection->reset();
    bool isMoved = false;
    QTRY_VERIFY(isMoved || (isMoved = upgrade().has_value())); // the server notices soon that it is gone
}

void WorkspaceUpgradeTest::refusesOthersMeanwhile()
{
    makeBook();
    QString reason;
    QString writing;
    const auto moved = upgradeWorkspace(place(), [&](Connection &book) {
        auto other = Workspace::openOrCreate(place(), m_fast);
        const auto started = other ? other->start() : std::unexpected(other.error());
        if (!started)
            reason = started.error().details.value("reason"_L1).toString();
        if (writing.isEmpty())
            writing = valueOf(book, u"SELECT current_setting('transaction_read_only') AS x"_s)
                          .value_or(u"?"_s);
        return summary(book);
    });
    VERIFY_RESULT(moved);
    QCOMPARE(reason, u"workspace_moving"_s);
    QCOMPARE(writing, u"on"_s);
    QCOMPARE(ask(u"SELECT n::text AS x FROM kept"_s), u"7"_s);
}

void WorkspaceUpgradeTest::goesOnWithTheOldOneIfTheBookDiffers()
{
    makeBook();
    int asked = 0;
    const auto differs = upgradeWorkspace(
        place(), [&](Connection &) -> Result<QString> { return QString::number(++asked); });
    VERIFY_ERROR(differs, ErrorCode::RuleBroken);
    QCOMPARE(differs.error().details.value("reason"_L1).toString(), u"upgrade_differs"_s);
    verifyOldOneGoesOn();
}

void WorkspaceUpgradeTest::aFailureLeavesTheOldOneWhole_data()
{
    QTest::addColumn<QString>("program");
    QTest::addColumn<QByteArray>("trouble");
    QTest::newRow("no new cluster") << u"initdb"_s << QByteArray("echo 'no locale'; exit 1");
    QTest::newRow("it does not start")
        << u"pg_ctl"_s << QByteArray("[ \"$1\" = start ] && echo 'no port' && exit 1");
    QTest::newRow("the roles fail") << u"psql"_s << QByteArray("echo 'no role'; exit 3");
    QTest::newRow("the dump does not go in")
        << u"pg_restore"_s << QByteArray("echo 'unexpected end of file'; exit 1");
}

void WorkspaceUpgradeTest::aFailureLeavesTheOldOneWhole()
{
    QFETCH(const QString, program);
    QFETCH(const QByteArray, trouble);
    makeBook();
    m_other->setTrouble(program, trouble);
    const auto failed = upgrade();
    VERIFY_ERROR(failed, ErrorCode::Internal);
    QVERIFY2(failed.error().message.contains(program), describe(failed.error()).constData());
    verifyOldOneGoesOn();
}

void WorkspaceUpgradeTest::aFullDiskLeavesTheOldOneWhole()
{
    m_disk = std::make_unique<SmallDisk>(75 * 1024);
    if (!m_disk->isThere())
        QSKIP("A small disk can only be had by root.");
    QVERIFY(QFile::setPermissions(m_disk->path(), QFile::Permissions(0x7055)));
    m_place = m_disk->path() + u"/book"_s;
    makeBook();
    const auto refused = upgrade();
    VERIFY_ERROR(refused, ErrorCode::StorageFull);
    QVERIFY(refused.error().message.contains(m_place));
    verifyOldOneGoesOn();
}

/// As a program leaves it that was killed: a draft whose server runs, and a book that nobody may write.
void WorkspaceUpgradeTest::aMoveThatWasKilledIsClearedAway()
{
    makeBook();
    const QString draft = location().folder() + u"/upgrade"_s;
    {
        auto left = Workspace::openOrCreate(draft);
        VERIFY_RESULT(left);
        VERIFY_RESULT(left->start());
        const auto connection = Connection::open(left->settings());
        VERIFY_RESULT((*connection)->execScript(u"CREATE TABLE half()"_s));
    }
    ServerProcesses server(WorkspaceLocation::resolve(draft)->clusterFolder(newer));
    QVERIFY(!server.atWork().isEmpty());
    {
        auto old = Workspace::openOrCreate(place(), m_fast);
        VERIFY_RESULT(old);
        VERIFY_RESULT(old->start());
    }
    QVERIFY(server.atWork().isEmpty());
    {
        auto old = Workspace::openOrCreate(place(), m_fast);
        const auto connection = Connection::open(old->settings());
        VERIFY_RESULT(
            (*connection)->execScript(u"ALTER DATABASE seatledger SET default_transaction_read_only = on"_s));
    }
    verifyOldOneGoesOn();
}

void WorkspaceUpgradeTest::deletesTheOldDataOnlyWhenAsked()
{
    makeBook();
    const auto moved = upgrade();
    VERIFY_RESULT(moved);
    QCOMPARE(ask(u"SELECT n::text AS x FROM kept"_s), u"7"_s);
    QVERIFY(QDir(moved->oldFolder).exists());
    const auto deleted = discardOldClusters(place());
    VERIFY_RESULT(deleted);
    QCOMPARE(*deleted, QStringList{moved->oldFolder});
    QVERIFY(!QDir(moved->oldFolder).exists());
    QCOMPARE(ask(u"SELECT n::text AS x FROM kept"_s), u"7"_s);
    VERIFY_RESULT(discardOldClusters(place()));
    QVERIFY(discardOldClusters(place())->isEmpty());
}

void WorkspaceUpgradeTest::saysWhatIsLostWhenThePostgresIsGone()
{
    makeGone();
    const auto refused = Workspace::openOrCreate(place());
    VERIFY_ERROR(refused, ErrorCode::NotFound);
    const QJsonObject facts = refused.error().details;
    QCOMPARE(facts.value("reason"_L1).toString(), u"postgres_gone"_s);
    QCOMPARE(facts.value("newer_major"_L1).toInt(), m_major);
    QCOMPARE(facts.value("dump"_L1).toString(), m_dump.takenAt.toString(Qt::ISODate));
    QVERIFY(facts.value("written_at"_L1).isString());
    for (const QString &fact :
         {u"postgresql-14"_s, m_dump.takenAt.toString(u"yyyy-MM-dd HH:mm"_s), u"--from-dump"_s})
        QVERIFY2(refused.error().message.contains(fact), describe(refused.error()).constData());
    QCOMPARE(location().clusterMajors(), QList<int>{gone});
    VERIFY_ERROR(upgrade(), ErrorCode::NotFound);
}

void WorkspaceUpgradeTest::isMadeAnewFromTheDumpOnlyWhenAsked()
{
    makeGone();
    const auto revived = reviveWorkspace(place(), m_fast);
    VERIFY_RESULT(revived);
    QCOMPARE(revived->from, gone);
    QCOMPARE(revived->to, m_major);
    QCOMPARE(revived->takenAt, m_dump.takenAt);
    QVERIFY(revived->writtenAt >= m_dump.takenAt.addSecs(-1));
    QCOMPARE(ask(u"SELECT string_agg(n::text, ',' ORDER BY n) AS x FROM kept"_s), u"7"_s);
    QVERIFY(QDir(revived->keptFolder + u"/base"_s).exists());
    const auto deleted = discardOldClusters(place());
    VERIFY_RESULT(deleted);
    QVERIFY(deleted->isEmpty());
    QVERIFY(QDir(revived->keptFolder + u"/base"_s).exists());
}

void WorkspaceUpgradeTest::aDamagedDumpChangesNothing()
{
    makeGone();
    QFile archive(m_dump.archiveFile());
    QVERIFY(archive.open(QIODevice::ReadWrite));
    QVERIFY(archive.resize(archive.size() - 10));
    archive.close();
    const auto refused = reviveWorkspace(place(), m_fast);
    VERIFY_ERROR(refused, ErrorCode::RuleBroken);
    QCOMPARE(refused.error().details.value("reason"_L1).toString(), u"dump_damaged"_s);
    QCOMPARE(location().clusterMajors(), QList<int>{gone});
    QVERIFY(QDir(location().clusterFolder(gone) + u"/base"_s).exists());
    QVERIFY(!QDir(location().folder() + u"/upgrade"_s).exists());
}

void WorkspaceUpgradeTest::isNotMadeAnewWithoutNeed()
{
    makeBook();
    VERIFY_ERROR(reviveWorkspace(place(), m_fast), ErrorCode::InvalidInput);
    VERIFY_ERROR(reviveWorkspace(u"nothing-here"_s), ErrorCode::NotFound);
    QVERIFY(!QDir(m_home.filePath(u"nothing-here"_s)).exists());
    verifyOldOneGoesOn();
}

QTEST_GUILESS_MAIN(WorkspaceUpgradeTest)
#include "workspaceupgradetest.moc"
