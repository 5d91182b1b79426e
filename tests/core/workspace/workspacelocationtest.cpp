// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/workspacelocation.h"

#include "tests/support/verify.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace seatledger;

class WorkspaceLocationTest final : public QObject
{
    Q_OBJECT

private slots:
    void init() { qputenv("SEATLEDGER_HOME", QFile::encodeName(m_home.path())); }
    void cleanup() { qunsetenv("SEATLEDGER_HOME"); }

    void namesFoldersAfterTheWorkspace()
    {
        const auto location = WorkspaceLocation::resolve(u"Team_A-1"_s);
        VERIFY_RESULT(location);
        QCOMPARE(location->name(), u"Team_A-1"_s);
        QCOMPARE(location->folder(), m_home.filePath(u"Team_A-1"_s));
        QVERIFY(location->socketFolder().startsWith(m_home.filePath(u"run/Team_A-1-"_s)));
        QCOMPARE(location->clusterFolder(15), m_home.filePath(u"Team_A-1/pg15"_s));
    }

    void hasADefault() { QCOMPARE(WorkspaceLocation::resolve({}).value().name(), u"default"_s); }

    void takesAFolder()
    {
        const auto location = WorkspaceLocation::resolve(u"/srv/my books/2026"_s);
        VERIFY_RESULT(location);
        QCOMPARE(location->folder(), u"/srv/my books/2026"_s);
        QCOMPARE(WorkspaceLocation::resolve(u"/srv/./my books//2026/"_s)->socketFolder(),
                 location->socketFolder());
        QVERIFY(WorkspaceLocation::resolve(u"/other/2026"_s)->socketFolder() != location->socketFolder());
    }

    void refusesNamesThatCannotBe_data()
    {
        QTest::addColumn<QString>("name");
        for (const QString &name : {u"a b"_s, u".."_s, u"a.b"_s, u"é"_s, QString(65, u'x')})
            QTest::addRow("%s", qUtf8Printable(name)) << name;
    }

    void refusesNamesThatCannotBe()
    {
        QFETCH(QString, name);
        VERIFY_ERROR(WorkspaceLocation::resolve(name), ErrorCode::InvalidInput);
    }

    void refusesASocketPathThatIsTooLong()
    {
        // "/run/default-12345678/.s.PGSQL.5432" follows the home
        const QByteArray longest = '/' + QByteArray(107 - 1 - 35, 'x');
        qputenv("SEATLEDGER_HOME", longest);
        VERIFY_RESULT(WorkspaceLocation::resolve({}));
        qputenv("SEATLEDGER_HOME", longest + 'x');
        VERIFY_ERROR(WorkspaceLocation::resolve({}), ErrorCode::InvalidInput);
        // counted in bytes, not in letters
        qputenv("SEATLEDGER_HOME", longest.chopped(1) + "é");
        VERIFY_ERROR(WorkspaceLocation::resolve({}), ErrorCode::InvalidInput);
    }

    void standsWhereTheUserKeepsData()
    {
        qunsetenv("SEATLEDGER_HOME");
        const auto location = WorkspaceLocation::resolve({});
        VERIFY_RESULT(location);
        if (geteuid() == 0) {
            QCOMPARE(location->folder(), u"/var/lib/seatledger/default"_s);
            QVERIFY(location->socketFolder().startsWith("/run/seatledger/default-"_L1));
        } else {
            QVERIFY(location->folder().startsWith(QDir::homePath()));
        }
    }

    void makesFoldersThatAreClosedToOthers()
    {
        const auto account = ServerAccount::current();
        VERIFY_RESULT(account);
        QVERIFY(QFile::setPermissions(m_home.path(), QFile::Permissions(0x7055))); // as the shared parent is
        const auto location = WorkspaceLocation::resolve(u"closed"_s);
        VERIFY_RESULT(location);
        VERIFY_RESULT(location->makeFolders(*account));
        VERIFY_RESULT(location->makeFolders(*account));
        for (const QString &folder : {location->folder(), location->socketFolder()}) {
            QCOMPARE(QFileInfo(folder).permissions() & QFile::Permissions(0x0077), QFile::Permissions());
            QCOMPARE(QFileInfo(folder).owner(), account->name());
        }
    }

    void refusesALinkInThePlaceOfAFolder()
    {
        const auto account = ServerAccount::current();
        const auto location = WorkspaceLocation::resolve(u"linked"_s);
        VERIFY_RESULT(location);
        QVERIFY(QFile::link(m_home.path(), location->folder()));
        QVERIFY(!location->makeFolders(*account).has_value());
    }

    void findsClustersByTheirOwnVersion()
    {
        const auto location = WorkspaceLocation::resolve(u"found"_s);
        QCOMPARE(location->clusterMajors(), QList<int>());
        for (const auto &[folder, version] : {std::pair("pg14", "14\n"), std::pair("pg15", "15\n"),
                                              std::pair("pg15.new", "15\n"), std::pair("pg16", "15\n")}) {
            const QString path = location->folder() + u'/' + QString::fromLatin1(folder);
            QVERIFY(QDir().mkpath(path));
            QFile file(path + u"/PG_VERSION"_s);
            QVERIFY(file.open(QIODevice::WriteOnly));
            file.write(version);
        }
        QCOMPARE(location->clusterMajors(), (QList<int>{15, 14}));
    }

private:
    QTemporaryDir m_home;
};

QTEST_GUILESS_MAIN(WorkspaceLocationTest)
#include "workspacelocationtest.moc"
