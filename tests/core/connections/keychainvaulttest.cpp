// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/connections/keychainvault.h"

#include "tests/support/verify.h"

#include <QFile>
#include <QProcess>
#include <QTemporaryDir>
#include <QTest>

#include <sys/types.h>

#include <csignal>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;
using namespace seatledger;

namespace {

/// A session bus that starts nothing by itself, so that the test decides when there is a keychain.
constexpr auto busConfiguration = "<busconfig><type>session</type><listen>unix:tmpdir=/tmp</listen>"
                                  "<auth>EXTERNAL</auth><policy context='default'>"
                                  "<allow send_destination='*'/><allow receive_sender='*'/><allow own='*'/>"
                                  "</policy></busconfig>";

/// Runs this program again, below a session bus and in a home of its own.
int runInSession(char *argv[])
{
    const QTemporaryDir home;
    QFile configuration(home.filePath(u"bus.conf"_s));
    if (!configuration.open(QIODevice::WriteOnly) || configuration.write(busConfiguration) < 0)
        return 1;
    configuration.close();
    for (const char *name :
         {"HOME", "XDG_RUNTIME_DIR", "XDG_DATA_HOME", "XDG_CACHE_HOME", "SEATLEDGER_TEST_SESSION"})
        qputenv(name, QFile::encodeName(home.path()));
    qunsetenv("DISPLAY");
    qunsetenv("WAYLAND_DISPLAY");
    QStringList arguments{u"--config-file="_s + configuration.fileName(), u"--"_s};
    for (char **argument = argv; *argument; ++argument)
        arguments += QString::fromLocal8Bit(*argument);
    return QProcess::execute(u"dbus-run-session"_s, arguments);
}

} // namespace

/// The vault on a real Secret Service: gnome-keyring on a session bus.
class KeychainVaultTest final : public QObject
{
    Q_OBJECT

private slots:
    void aBusIsNoKeychain()
    {
        QCOMPARE(answer(m_vault.isAvailable()), false);
        VERIFY_ERROR(outcome(m_vault.write(key, u"word"_s)), ErrorCode::Offline);
    }

    void findsTheKeychain()
    {
        m_keyring.start(u"gnome-keyring-daemon"_s,
                        {u"--foreground"_s, u"--unlock"_s, u"--components=secrets"_s});
        QVERIFY2(m_keyring.waitForStarted(), qPrintable(m_keyring.errorString()));
        m_keyring.write("the keyring's own");
        m_keyring.closeWriteChannel();
        QTRY_COMPARE_WITH_TIMEOUT(answer(m_vault.isAvailable()), true, 20'000);
    }

    void hasNothingAtFirst() { QCOMPARE(answer(m_vault.read(key)), std::nullopt); }

    void keepsAPassword_data()
    {
        QTest::addColumn<QString>("password");
        QTest::newRow("plain") << u"correct horse"_s;
        QTest::newRow("another") << u"battery staple"_s;
        QTest::newRow("awkward") << u"'\"\\ %s 密码 🔑 \t"_s;
    }

    void keepsAPassword()
    {
        QFETCH(QString, password);
        VERIFY_RESULT(outcome(m_vault.write(key, password)));
        QCOMPARE(answer(KeychainVault().read(key)), password);
        QCOMPARE(answer(m_vault.read(u"bo@db.example.org:5432/book"_s)), std::nullopt);
    }

    void writesNoPasswordIntoAFile()
    {
        VERIFY_RESULT(outcome(m_vault.write(key, u"correct horse"_s)));
        QProcess search;
        search.start(u"grep"_s, {u"-rl"_s, u"correct horse"_s, qEnvironmentVariable("HOME")});
        QVERIFY(search.waitForFinished());
        QCOMPARE(search.readAllStandardOutput(), QByteArray());
    }

    void forgetsAPassword()
    {
        VERIFY_RESULT(outcome(m_vault.write(key, u"correct horse"_s)));
        VERIFY_RESULT(outcome(m_vault.remove(key)));
        QCOMPARE(answer(m_vault.read(key)), std::nullopt);
        VERIFY_RESULT(outcome(m_vault.remove(key)));
    }

    void doesNotWaitForASilentKeychain()
    {
        const auto keyring = static_cast<pid_t>(m_keyring.processId());
        kill(keyring, SIGSTOP);
        const bool available = answer(KeychainVault(300ms).isAvailable());
        kill(keyring, SIGCONT);
        QVERIFY(!available);
    }

    void cleanupTestCase()
    {
        m_keyring.terminate();
        QVERIFY(m_keyring.waitForFinished());
    }

private:
    template <typename T>
    static Result<T> outcome(QFuture<Result<T>> future)
    {
        if (!QTest::qWaitFor([&] { return future.isFinished(); }, 20'000))
            return failure(ErrorCode::Busy, u"no answer"_s);
        return future.result();
    }
    template <typename T>
    static T answer(QFuture<Result<T>> future)
    {
        const Result<T> result = outcome(future);
        if (!result)
            qWarning("%s", describe(result.error()).constData());
        return result.value_or(T());
    }

    const QString key = u"ana@db.example.org:5432/book"_s;
    KeychainVault m_vault;
    QProcess m_keyring;
};

int main(int argc, char *argv[])
{
    if (!qEnvironmentVariableIsSet("SEATLEDGER_TEST_SESSION"))
        return runInSession(argv);
    const QCoreApplication application(argc, argv);
    KeychainVaultTest test;
    return QTest::qExec(&test, argc, argv);
}

#include "keychainvaulttest.moc"
