// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/ctl/ctlrunner.h"
#include "tests/support/tlsserver.h"

#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

using namespace Qt::StringLiterals;
using namespace seatledger;

/// The command on a team's server: where the password comes from, and that a certificate is verified.
class SignInTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        m_book = m_server.makeBook();
        m_server.addLogin(u"ana"_s, secret, {u"seatledger_administrator"_s});
    }

    void takesThePasswordFromTheEnvironment()
    {
        const CtlRun run = m_ctl.shell(
            u"PGPASSWORD=%1 setsid -w $CTL --database '%2' migrate status"_s.arg(secret, address()));
        QVERIFY2(run.exitCode == 0, run.err.constData());
    }

    void takesThePasswordFromAFile()
    {
        const QTemporaryDir folder;
        QFile file(folder.filePath(u"pgpass"_s));
        QVERIFY(file.open(QIODevice::WriteOnly));
        file.write("localhost:*:*:ana:" + secret.toUtf8() + '\n');
        file.setPermissions(QFile::ReadOwner | QFile::WriteOwner);
        file.close();
        const CtlRun run = m_ctl.shell(
            u"PGPASSFILE=%1 setsid -w $CTL --database '%2' migrate status"_s.arg(file.fileName(), address()));
        QVERIFY2(run.exitCode == 0, run.err.constData());
    }

    void saysThatThePasswordIsMissing()
    {
        const CtlRun run = m_ctl.shell(
            u"setsid -w $CTL --json --database '%1' doctor </dev/null"_s.arg(address()));
        QCOMPARE(run.exitCode, 4);
        QCOMPARE(run.error()["details"_L1]["reason"_L1].toString(), u"password_needed"_s);
    }

    void asksAtTheTerminalWithoutShowingIt()
    {
        QProcess terminal;
        terminal.setProcessChannelMode(QProcess::MergedChannels);
        terminal.start(u"script"_s,
                       {u"-qefc"_s,
                        u"'%1' --database '%2' migrate status"_s.arg(CtlRunner::program(), address()),
                        u"/dev/null"_s});
        QByteArray shown;
        const auto shows = [&](const char *text) {
            terminal.waitForReadyRead(100);
            return (shown += terminal.readAll()).contains(text);
        };
        QTRY_VERIFY2_WITH_TIMEOUT(shows("Password of ana: "), shown.constData(), 20'000);
        terminal.write(secret.toUtf8() + '\n');
        QTRY_VERIFY2_WITH_TIMEOUT(shows("operations_and_audit"), shown.constData(), 20'000);
        // waitForFinished() says false of a process that has finished already
        QTRY_COMPARE_WITH_TIMEOUT(terminal.state(), QProcess::NotRunning, 20'000);
        QCOMPARE(terminal.exitCode(), 0);
        shown += terminal.readAll();
        QVERIFY(!shown.contains(secret.toUtf8()));
    }

    void refusesAWrongPasswordWithoutPrintingIt()
    {
        const CtlRun run = m_ctl.shell(
            u"PGPASSWORD=mistyped-word setsid -w $CTL --json --database '%1' doctor"_s.arg(address()));
        QCOMPARE(run.exitCode, 4);
        QCOMPARE(run.error()["details"_L1]["reason"_L1].toString(), u"password_wrong"_s);
        QVERIFY2(!run.err.contains("mistyped-word"), run.err.constData());
    }

    void verifiesTheCertificateUnlessToldOtherwise()
    {
        const QString elsewhere =
            u"postgresql://ana@db.example.org:%1/%2?hostaddr=127.0.0.1"_s.arg(m_server.port()).arg(m_book);
        const auto run = [this](const QString &uri) {
            return m_ctl.shell(
                u"PGPASSWORD=%1 setsid -w $CTL --json --database '%2' migrate status"_s.arg(secret, uri));
        };
        const CtlRun unknown = run(elsewhere);
        QCOMPARE(unknown.exitCode, 3);
        QCOMPARE(unknown.error()["details"_L1]["reason"_L1].toString(), u"certificate_untrusted"_s);
        const CtlRun otherName = run(elsewhere + u"&sslrootcert="_s + m_server.authorityFile());
        QCOMPARE(otherName.error()["details"_L1]["reason"_L1].toString(), u"certificate_host"_s);
        const CtlRun allowed = run(elsewhere + u"&sslmode=require"_s);
        QVERIFY2(allowed.exitCode == 0, allowed.err.constData());
    }

    void hidesAPasswordFromTheListOfProcesses()
    {
        const int silent = silentPort();
        QProcess process;
        process.start(
            CtlRunner::program(),
            {u"--database"_s, u"postgresql://ana:%1@127.0.0.1:%2/x"_s.arg(secret).arg(silent), u"doctor"_s});
        QVERIFY(process.waitForStarted());
        QTRY_VERIFY2(commandLine(process).contains("ana:***********@"), commandLine(process).constData());
        QVERIFY(!commandLine(process).contains(secret.toUtf8()));
        process.kill();
        process.waitForFinished();
        close(m_silent);
    }

private:
    [[nodiscard]] QString address() const
    {
        return u"postgresql://ana@localhost:%1/%2?sslmode=verify-full&sslrootcert=%3"_s.arg(m_server.port())
            .arg(m_book, m_server.authorityFile());
    }

    static QByteArray commandLine(const QProcess &process)
    {
        QFile file(u"/proc/%1/cmdline"_s.arg(process.processId()));
        return file.open(QIODevice::ReadOnly) ? file.readAll() : QByteArray();
    }

    /// Somebody who takes connections and says nothing, so that the command stays for a while.
    int silentPort()
    {
        m_silent = socket(AF_INET, SOCK_STREAM | SOCK_CLOEXEC, 0);
        sockaddr_in address = {};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto *generic = reinterpret_cast<sockaddr *>(&address);
        const bool listens = bind(m_silent, generic, size) == 0 && listen(m_silent, 4) == 0
                             && getsockname(m_silent, generic, &size) == 0;
        return listens ? ntohs(address.sin_port) : 0;
    }

    static inline const QString secret = u"s3cret-word"_s;
    TlsServer &m_server = TlsServer::shared();
    CtlRunner m_ctl;
    QString m_book;
    int m_silent = -1;
};

QTEST_GUILESS_MAIN(SignInTest)
#include "signintest.moc"
