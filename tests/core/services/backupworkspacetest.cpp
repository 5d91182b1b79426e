// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/query.h"
#include "core/services/services.h"
#include "core/workspace/workspace.h"
#include "tests/support/book.h"
#include "tests/support/colleagues.h"
#include "tests/support/testdatabase.h"
#include "tests/support/verify.h"
#include "tests/support/workspacehome.h"

#include <QDir>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace seatledger {

/// A backup becomes a workspace of its own, or there is none; and what the window shows of a folder.
class BackupWorkspaceTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(useAsWorkspaceHome(m_home));
        m_source = std::make_unique<TestDatabase>();
        Book(*m_source).members(5);
        auto made = m_services.backups.create(m_source->session(), backups());
        VERIFY_RESULT(made);
        m_backup = *std::move(made);
    }
    void cleanupTestCase() { m_source.reset(); }

    void becomesAWorkspace()
    {
        const auto restored = m_services.backups.restoreIntoWorkspace(m_backup.folder, u"past"_s, m_actor);
        VERIFY_RESULT(restored);
        QVERIFY(restored->report.isClean());
        auto workspace = Workspace::openOrCreate(u"past"_s);
        VERIFY_RESULT(workspace);
        QCOMPARE(workspace->status()->state, ClusterState::Stopped); // as nobody uses it yet
        VERIFY_RESULT(workspace->start());
        {
            const auto connection = Connection::open(workspace->settings());
            VERIFY_RESULT(connection);
            const auto count = Query(**connection, u"SELECT count(*) AS count FROM seatledger.member"_s)
                                   .one([](const Row &row) { return row.integer("count"); });
            QCOMPARE(count.value(), 5);
        }
        // and is not touched again
        const auto again = m_services.backups.restoreIntoWorkspace(m_backup.folder, u"past"_s, m_actor);
        VERIFY_ERROR(again, ErrorCode::Conflict);
        QCOMPARE(again.error().details.value(u"reason"_s).toString(), u"workspace_exists"_s);
        VERIFY_RESULT(workspace->destroy());
    }

    void leavesNoWorkspaceWhenCancelled()
    {
        const CancelToken token = CancelToken::create();
        const BackupRun run{.cancel = token, .progress = [&](const BackupProgress &progress) {
                                if (progress.step == BackupStep::Restore)
                                    token.cancel();
                            }};
        VERIFY_ERROR(m_services.backups.restoreIntoWorkspace(m_backup.folder, u"stopped"_s, m_actor, run),
                     ErrorCode::Cancelled);
        QVERIFY(!QFile::exists(m_home.filePath(u"stopped"_s)));
    }

    void makesNoneForWhatCannotBeRestored()
    {
        VERIFY_ERROR(m_services.backups.restoreIntoWorkspace(backups(), u"nothing"_s, m_actor),
                     ErrorCode::InvalidInput);
        VERIFY_ERROR(m_services.backups.restoreIntoWorkspace(m_backup.folder, u"no name"_s, m_actor),
                     ErrorCode::InvalidInput);
        QVERIFY(!QFile::exists(m_home.filePath(u"nothing"_s)));
    }

    void showsWhatIsInAFolder()
    {
        const auto nothing = m_services.backups.overview(m_source->session(), m_home.filePath(u"none"_s));
        VERIFY_RESULT(nothing);
        QVERIFY(nothing->backups.empty());
        QVERIFY(!nothing->refusal);
        const auto overview = m_services.backups.overview(m_source->session(), backups());
        VERIFY_RESULT(overview);
        QCOMPARE(overview->backups.size(), 1U);
        QCOMPARE(overview->book, m_backup.manifest.audit.book);
        QCOMPARE(overview->database, m_backup.manifest.database);
        QCOMPARE(overview->schemaVersion, m_backup.manifest.audit.schemaVersion);
    }

    void saysWhoCannotBackUp()
    {
        Colleagues people(*m_source);
        const QString ada = people.add(u"ada"_s, {.role = Role::Administrator});
        const auto overview = m_services.backups.overview(people.as(ada), backups());
        VERIFY_RESULT(overview); // an administrator looks, but does not own the book
        QVERIFY(overview->refusal);
        QCOMPARE(overview->refusal->details.value(u"reason"_s).toString(), u"not_owner"_s);
        const QString sam = people.add(u"sam"_s, {.role = Role::Staff});
        VERIFY_ERROR(m_services.backups.overview(people.as(sam), backups()), ErrorCode::Forbidden);
    }

private:
    [[nodiscard]] QString backups() const { return m_folder.filePath(u"backups"_s); }

    Services m_services;
    const Actor m_actor{u"tester"_s, OperationSource::Window};
    QTemporaryDir m_home{QDir::tempPath() + u"/seatledger-b-XXXXXX"_s};
    QTemporaryDir m_folder;
    std::unique_ptr<TestDatabase> m_source;
    StoredBackup m_backup;
};

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::BackupWorkspaceTest)
#include "backupworkspacetest.moc"
