// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/connections/recentconnections.h"

#include "tests/support/verify.h"

#include <QFile>
#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace seatledger;

namespace {

ConnectionProfile server(const QString &user)
{
    ConnectionProfile profile = ConnectionProfile::ofServer(
        {.host = u"db.example.org"_s,
         .port = 5433,
         .database = u"book"_s,
         .user = user,
         .password = u"hidden"_s,
         .applicationName = {},
         .connectTimeoutSeconds = 7,
         .options = {{u"sslmode"_s, u"verify-full"_s}, {u"sslpassword"_s, u"hidden"_s}}});
    profile.label = u"The team's"_s;
    return profile;
}

} // namespace

class RecentConnectionsTest final : public QObject
{
    Q_OBJECT

private slots:
    void init() { QFile::remove(path()); }

    void titlesSayWhatPeopleKnow()
    {
        QCOMPARE(ConnectionProfile::ofWorkspace({}).title(), u"default"_s);
        QCOMPARE(ConnectionProfile::ofWorkspace(u"/data/books/ours"_s).title(), u"ours"_s);
        QCOMPARE(server(u"ana"_s).title(), u"The team's"_s);
        ConnectionProfile unnamed = server(u"ana"_s);
        unnamed.label.clear();
        QCOMPARE(unnamed.title(), u"db.example.org/book"_s);
    }

    void oneKeyForOnePlace()
    {
        QCOMPARE(server(u"ana"_s).key(), u"ana@db.example.org:5433/book"_s);
        QCOMPARE(ConnectionProfile::ofWorkspace(u"default"_s).key(),
                 ConnectionProfile::ofWorkspace({}).key());
    }

    void remembersTheNewestFirst()
    {
        const ConnectionProfile here = ConnectionProfile::ofWorkspace(u"here"_s);
        {
            QSettings settings(path(), QSettings::IniFormat);
            RecentConnections recent(settings);
            QVERIFY(recent.list().empty());
            recent.remember(server(u"ana"_s));
            recent.remember(here);
            recent.remember(server(u"ana"_s));
        }
        QSettings settings(path(), QSettings::IniFormat);
        QCOMPARE(RecentConnections(settings).list(),
                 (std::vector<ConnectionProfile>{server(u"ana"_s), here}));
    }

    void forgetsTheOldest()
    {
        QSettings settings(path(), QSettings::IniFormat);
        RecentConnections recent(settings);
        for (int i = 0; i < 20; ++i)
            recent.remember(server(u"user%1"_s.arg(i)));
        QCOMPARE(recent.list().size(), RecentConnections::longest);
        QCOMPARE(recent.list().front().server.user, u"user19"_s);
    }

    void opensOneNextUntilItIsRemoved()
    {
        QSettings settings(path(), QSettings::IniFormat);
        RecentConnections recent(settings);
        QVERIFY(!recent.opensNext());
        recent.remember(server(u"ana"_s));
        recent.remember(server(u"bo"_s));
        recent.setOpensNext(server(u"ana"_s).key());
        QCOMPARE(recent.opensNext(), server(u"ana"_s));
        recent.remove(server(u"bo"_s).key());
        QCOMPARE(recent.opensNext(), server(u"ana"_s));
        recent.remove(server(u"ana"_s).key());
        QVERIFY(!recent.opensNext());
        QVERIFY(recent.list().empty());
        recent.remember(server(u"ana"_s));
        QVERIFY(!recent.opensNext());
    }

    void neverWritesAPassword()
    {
        QSettings settings(path(), QSettings::IniFormat);
        ConnectionProfile profile = server(u"ana"_s);
        QVERIFY(profile.server.password.isEmpty());
        profile.server.password = u"hidden"_s; // whoever puts it back
        RecentConnections(settings).remember(profile);
        settings.sync();
        QFile file(path());
        QVERIFY(file.open(QIODevice::ReadOnly));
        const QByteArray written = file.readAll();
        QVERIFY(written.contains("db.example.org"));
        QVERIFY2(!written.contains("hidden"), written.constData());
    }

private:
    [[nodiscard]] QString path() const { return m_folder.filePath(u"settings.ini"_s); }

    QTemporaryDir m_folder;
};

QTEST_GUILESS_MAIN(RecentConnectionsTest)
#include "recentconnectionstest.moc"
