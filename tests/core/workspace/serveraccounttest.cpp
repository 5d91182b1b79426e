// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/serveraccount.h"

#include "tests/support/verify.h"

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

#include <chrono>
#include <optional>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace seatledger;

class ServerAccountTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        auto account = ServerAccount::current();
        VERIFY_RESULT(account);
        m_account.emplace(*std::move(account));
        QVERIFY(QFile::setPermissions(m_folder.path(), QFile::Permissions(0x7055)));
    }

    void rootIsDropped()
    {
        QCOMPARE(m_account->isDropped(), geteuid() == 0);
        if (m_account->isDropped()) {
            QCOMPARE(m_account->name(), u"postgres"_s);
            QCOMPARE(m_account->personName(), u"root"_s);
        }
    }

    void runsAsTheAccount()
    {
        const auto said = m_account->run(u"/bin/sh"_s, {u"-c"_s, u"id -un; id -Gn | wc -w; exit 3"_s}, 10s);
        VERIFY_RESULT(said);
        QCOMPARE(said->exitCode, 3);
        QVERIFY(said->output.startsWith(m_account->name()));
        if (m_account->isDropped())
            QVERIFY(said->output.endsWith(u'1')); // no group of root's is left
    }

    void keepsPostgresVariablesAway()
    {
        qputenv("PGHOST", "elsewhere");
        const auto said = m_account->run(u"/bin/sh"_s, {u"-c"_s, u"echo \"[$PGHOST]\""_s}, 10s);
        qunsetenv("PGHOST");
        VERIFY_RESULT(said);
        QCOMPARE(said->output, u"[]"_s);
    }

    void endsWhatDoesNotEnd()
    {
        QElapsedTimer timer;
        timer.start();
        VERIFY_ERROR(m_account->run(u"/bin/sleep"_s, {u"60"_s}, 200ms), ErrorCode::Busy);
        QVERIFY(timer.elapsed() < 6000);
    }

    void saysWhatCannotBeStarted()
    {
        VERIFY_ERROR(m_account->run(u"/nonexistent"_s, {}, 1s), ErrorCode::Internal);
    }

    void writesFilesForTheAccountAlone()
    {
        const QString file = m_folder.filePath(u"written"_s);
        VERIFY_RESULT(m_account->writeFile(file, "first"));
        VERIFY_RESULT(m_account->writeFile(file, "second"));
        QFile written(file);
        QVERIFY(written.open(QIODevice::ReadOnly));
        QCOMPARE(written.readAll(), "second");
        QCOMPARE(QFileInfo(file).owner(), m_account->name());
        QCOMPARE(QFileInfo(file).permissions() & QFile::Permissions(0x0077), QFile::Permissions());
    }

    void replacesALinkInsteadOfFollowingIt()
    {
        const QString target = m_folder.filePath(u"target"_s);
        const QString link = m_folder.filePath(u"link"_s);
        VERIFY_RESULT(m_account->writeFile(target, "kept"));
        QVERIFY(QFile::link(target, link));
        VERIFY_RESULT(m_account->writeFile(link, "new"));
        QFile kept(target);
        QVERIFY(kept.open(QIODevice::ReadOnly));
        QCOMPARE(kept.readAll(), "kept");
        QVERIFY(!QFileInfo(link).isSymLink());
    }

    void namesTheFolderItCannotEnter()
    {
        if (!m_account->isDropped())
            QSKIP("Only a program that runs as root has an account that cannot enter its folders.");
        const QString closed = m_folder.filePath(u"closed"_s);
        QVERIFY(QDir().mkpath(closed));
        QVERIFY(QFile::setPermissions(closed, QFile::Permissions(0x7000)));
        const auto made = m_account->makeFolder(closed + u"/inside"_s);
        VERIFY_ERROR(made, ErrorCode::Forbidden);
        QCOMPARE(made.error().details.value("file"_L1).toString(), closed);
    }

    void leavesSomebodyElsesFolderAlone()
    {
        const QString used = m_folder.filePath(u"used"_s);
        QVERIFY(QDir().mkpath(used));
        if (!m_account->isDropped())
            QSKIP("Needs a folder of another user.");
        QVERIFY(QFile(used + u"/something"_s).open(QIODevice::WriteOnly));
        VERIFY_ERROR(m_account->makeFolder(used), ErrorCode::Forbidden);
    }

private:
    QTemporaryDir m_folder;
    std::optional<ServerAccount> m_account;
};

QTEST_GUILESS_MAIN(ServerAccountTest)
#include "serveraccounttest.moc"
