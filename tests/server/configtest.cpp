// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/keyfile.h"
#include "tests/server/support/runningserver.h"
#include "tests/support/redis/redisserver.h"
#include "tests/support/verify.h"

#include <QFile>
#include <QTcpServer>
#include <QTemporaryDir>
#include <QTest>

using namespace Qt::StringLiterals;

namespace seatledger {

/// Settings by file and environment, secrets by file and credential, and what the server says of wrong ones.
class ConfigTest final : public QObject
{
    Q_OBJECT

private slots:
    void namesWhatIsWrong_data();
    void namesWhatIsWrong();
    void whatItCannotBeginWithIsSaid_data();
    void whatItCannotBeginWithIsSaid();
    void tellsOfItself();
    void theEnvironmentGoesBeforeTheFile();
    void secretsAreInFiles();
    void secretsAreCredentials();

private:
    struct End {
        int code = -1;
        QByteArray said;
    };
    /// What the program says that is not meant to go on.
    [[nodiscard]] static End run(const QStringList &arguments,
                                 const QMap<QString, QString> &environment = {});
    [[nodiscard]] QString file(const QString &name, const QByteArray &content);
    [[nodiscard]] static bool countsInRedis(RunningServer &server);
    [[nodiscard]] static QString publicKey(RunningServer &server);

    QTemporaryDir m_folder;
};

ConfigTest::End ConfigTest::run(const QStringList &arguments, const QMap<QString, QString> &environment)
{
    QProcess process;
    QProcessEnvironment all = QProcessEnvironment::systemEnvironment();
    for (auto variable = environment.begin(); variable != environment.end(); ++variable)
        all.insert(variable.key(), variable.value());
    process.setProcessEnvironment(all);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(RunningServer::program(), arguments);
    if (!process.waitForFinished())
        process.kill();
    process.waitForFinished();
    return {process.exitCode(), process.readAll()};
}

QString ConfigTest::file(const QString &name, const QByteArray &content)
{
    QFile written(m_folder.filePath(name));
    if (!written.open(QIODevice::WriteOnly) || written.write(content) < 0)
        qFatal("no file %s", qPrintable(name));
    written.setPermissions(QFileDevice::ReadOwner | QFileDevice::WriteOwner);
    return written.fileName();
}

bool ConfigTest::countsInRedis(RunningServer &server)
{
    HttpClient client(server.port());
    (void)client.request("GET", "/healthz");
    HttpClient watcher(server.metricsPort());
    return watcher.request("GET", "/metrics").body.contains("\nseatledger_quota_shared 1\n");
}

QString ConfigTest::publicKey(RunningServer &server)
{
    return server.get(server.administrator(), "/api/v1/license-file-keys")
        .json()
        .value("items"_L1)[0]["public_key"_L1]
        .toString();
}

void ConfigTest::namesWhatIsWrong_data()
{
    QTest::addColumn<QByteArray>("content");
    QTest::addColumn<QByteArray>("said");
    QTest::newRow("unknown") << QByteArray("[http]\nprot=1\n") << QByteArray("http/prot");
    QTest::newRow("no number") << QByteArray("[http]\nport=many\n") << QByteArray("http/port");
    QTest::newRow("above") << QByteArray("[workers]\nthreads=100000\n") << QByteArray("workers/threads");
    QTest::newRow("no time") << QByteArray("[http]\nidle_seconds=0\n") << QByteArray("http/idle_seconds");
}

void ConfigTest::namesWhatIsWrong()
{
    QFETCH(const QByteArray, content);
    QFETCH(const QByteArray, said);
    const End end = run({u"--config"_s, file(u"wrong.conf"_s, content)});
    QCOMPARE(end.code, 2);
    QVERIFY2(end.said.contains(said), end.said.constData());
}

void ConfigTest::whatItCannotBeginWithIsSaid_data()
{
    QTest::addColumn<QString>("variable");
    QTest::addColumn<QString>("value");
    QTest::addColumn<int>("code");
    QTest::newRow("no file") << u"NONE"_s << u""_s << 2;
    QTest::newRow("environment") << u"SEATLEDGERD_HTTP_THREADS"_s << u"none"_s << 2;
    QTest::newRow("no password") << u"SEATLEDGERD_DATABASE_PASSWORD_FILE"_s << u"/nowhere/password"_s << 3;
    QTest::newRow("no Redis password")
        << u"SEATLEDGERD_CACHE_REDIS_PASSWORD_FILE"_s << u"/nowhere/password"_s << 3;
    QTest::newRow("no Redis") << u"SEATLEDGERD_CACHE_REDIS"_s << u"redis://user:password@host"_s << 3;
    QTest::newRow("no database") << u"SEATLEDGERD_DATABASE_URI"_s << u"http://example.org"_s << 3;
    QTest::newRow("no certificate") << u"SEATLEDGERD_HTTP_CERTIFICATE_FILE"_s << u"/nowhere/server.pem"_s
                                    << 3;
    QTest::newRow("no address") << u"SEATLEDGERD_HTTP_ADDRESS"_s << u"nobody's"_s << 3;
    QTest::newRow("no metrics address") << u"SEATLEDGERD_METRICS_ADDRESS"_s << u"nobody's"_s << 3;
}

void ConfigTest::whatItCannotBeginWithIsSaid()
{
    QFETCH(const QString, variable);
    QFETCH(const QString, value);
    QFETCH(const int, code);
    QMap<QString, QString> environment{
        {u"SEATLEDGERD_DATABASE_URI"_s, u"postgresql://nobody@127.0.0.1:1/none?connect_timeout=1"_s},
        {u"SEATLEDGERD_HTTP_PORT"_s, u"0"_s},
        {u"SEATLEDGERD_METRICS_PORT"_s, u"0"_s},
        {u"SEATLEDGERD_CACHE_REDIS"_s, u"redis://127.0.0.1:1"_s}};
    environment.insert(variable, value);
    const bool hasFile = variable != "NONE"_L1;
    const End end = run(hasFile ? QStringList() : QStringList{u"--config"_s, u"/nowhere/server.conf"_s},
                        environment);
    QCOMPARE(end.code, code);
    QVERIFY(!end.said.isEmpty());
    QVERIFY(!end.said.contains("user:password"));
}

void ConfigTest::tellsOfItself()
{
    const End settings = run({u"--settings"_s});
    QCOMPARE(settings.code, 0);
    for (const char *name : {"http/port = 8080", "limits/body_bytes = 1048576", "licensefiles/key_file ="})
        QVERIFY2(settings.said.contains(name), name);
    QTcpServer taken;
    QVERIFY(taken.listen(QHostAddress::LocalHost));
    const End end = run({}, {{u"SEATLEDGERD_DATABASE_URI"_s, u"postgresql://127.0.0.1:1/none"_s},
                             {u"SEATLEDGERD_HTTP_ADDRESS"_s, u"127.0.0.1"_s},
                             {u"SEATLEDGERD_HTTP_PORT"_s, QString::number(taken.serverPort())}});
    QCOMPARE(end.code, 3);
    QVERIFY2(end.said.contains(QByteArray::number(taken.serverPort())), end.said.constData());
}

void ConfigTest::theEnvironmentGoesBeforeTheFile()
{
    // the test server names its port and threads in the environment
    RunningServer server(
        {{u"METRICS_PORT"_s, u"0"_s}, {u"LIMITS_REQUESTS_PER_TOKEN"_s, u"77"_s}},
        {u"--config"_s, file(u"server.conf"_s, "[limits]\nrequests_per_token=55\n[workers]\nexports=1\n")});
    const HttpAnswer answer = server.get(server.administrator(), "/api/v1/members");
    QCOMPARE(answer.header("RateLimit-Policy"), "\"default\";q=77;w=60");
    HttpClient watcher(server.metricsPort());
    QVERIFY(watcher.request("GET", "/metrics").body.contains("seatledger_pool_size{pool=\"exports\"} 1\n"));
}

void ConfigTest::secretsAreInFiles()
{
    RedisServer redis(u"s3cret"_s);
    const auto key = readOrMakeKeyFile(m_folder.filePath(u"shared.key"_s));
    VERIFY_RESULT(key);
    RunningServer server({{u"METRICS_PORT"_s, u"0"_s},
                          {u"CACHE_REDIS"_s, redis.address().text()},
                          {u"CACHE_REDIS_PASSWORD_FILE"_s, file(u"redis"_s, "s3cret\n")},
                          {u"LICENSEFILES_KEY_FILE"_s, m_folder.filePath(u"shared.key"_s)}});
    QTRY_VERIFY(countsInRedis(server));
    QCOMPARE(publicKey(server), QString::fromLatin1(key->publicKey().toBase64()));
}

void ConfigTest::secretsAreCredentials()
{
    RedisServer redis(u"s3cret"_s);
    const auto key = readOrMakeKeyFile(m_folder.filePath(u"license-file-key"_s));
    VERIFY_RESULT(key);
    (void)file(u"redis-password"_s, "s3cret");
    (void)file(u"database-password"_s, "not asked for here");
    qputenv("CREDENTIALS_DIRECTORY", m_folder.path().toLocal8Bit());
    RunningServer server({{u"METRICS_PORT"_s, u"0"_s}, {u"CACHE_REDIS"_s, redis.address().text()}});
    qunsetenv("CREDENTIALS_DIRECTORY");
    QTRY_VERIFY(countsInRedis(server));
    QCOMPARE(publicKey(server), QString::fromLatin1(key->publicKey().toBase64()));
    for (const QJsonObject &line : server.log())
        QVERIFY(!QJsonDocument(line).toJson().contains("s3cret"));
}

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::ConfigTest)
#include "configtest.moc"
