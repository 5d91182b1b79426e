// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/server/support/runningserver.h"

#include <QFile>
#include <QProcess>
#include <QStandardPaths>
#include <QTemporaryDir>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace seatledger {

/// The description of the API as others read it: a linter, a machine that makes requests of it, a browser.
class ContractTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void cleanupTestCase() { m_server.reset(); }

    void isWellWritten();
    void survivesRequestsMadeOfIt();
    void isShownAsAPage();

private:
    /// Runs a program to its end; answers what it printed, or nothing if it failed: then the test has, too.
    [[nodiscard]] QByteArray run(const QString &program, const QStringList &arguments);
    [[nodiscard]] QString address() const { return u"http://127.0.0.1:%1"_s.arg(m_server->port()); }

    const QString m_npm = QStringLiteral(SEATLEDGER_NPM);
    std::unique_ptr<RunningServer> m_server;
};

void ContractTest::initTestCase()
{
    if (!QFile::exists(m_npm + u"/node_modules/fast-check"_s))
        QSKIP("tests/npm is not installed: ./dev setup does it");
    m_server = std::make_unique<RunningServer>();
}

QByteArray ContractTest::run(const QString &program, const QStringList &arguments)
{
    QProcess process;
    process.setWorkingDirectory(m_npm);
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.start(program, arguments);
    const bool hasEnded = process.waitForFinished(120'000);
    const QByteArray said = process.readAll();
    if (hasEnded && process.exitStatus() == QProcess::NormalExit && process.exitCode() == 0)
        return said;
    QTest::qFail(said.right(4000).constData(), __FILE__, __LINE__);
    return {};
}

void ContractTest::isWellWritten()
{
    QTemporaryDir folder;
    const QString path = folder.filePath(u"openapi.json"_s);
    QFile file(path);
    QVERIFY(file.open(QIODevice::WriteOnly));
    file.write(m_server->get({}, "/api/v1/openapi.json").body);
    file.close();
    const QByteArray said = run(m_npm + u"/node_modules/.bin/redocly"_s, {u"lint"_s, path});
    QVERIFY2(said.contains("valid") && !said.contains("warnings"), said.constData());
}

void ContractTest::survivesRequestsMadeOfIt()
{
    m_server->book().members(5);
    m_server->book().licenseWithSeats(u"IDE"_s, 5);
    const QByteArray said = run(
        u"node"_s, {u"requests.mjs"_s, address(), QString::fromLatin1(m_server->administrator()), u"400"_s});
    qInfo("%s", said.constData());
    QVERIFY(said.contains("200"));
    QCOMPARE(m_server->get({}, "/readyz").status, 200);
}

void ContractTest::isShownAsAPage()
{
    QString browser = QStandardPaths::findExecutable(u"chromium"_s);
    if (browser.isEmpty())
        QSKIP("Chromium is not installed: ./dev setup does it");
    QTemporaryDir profile;
    const QByteArray page = run(browser, {u"--headless=new"_s, u"--no-sandbox"_s, u"--disable-gpu"_s,
                                          u"--dump-dom"_s, u"--user-data-dir="_s + profile.path(),
                                          u"--virtual-time-budget=5000"_s, address() + u"/api/docs"_s});
    QVERIFY2(page.contains("/api/v1/members"), page.right(2000).constData());
    QVERIFY(page.contains("opblock"));
}

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::ContractTest)
#include "contracttest.moc"
