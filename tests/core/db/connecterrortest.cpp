// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/connection.h"
#include "core/db/query.h"
#include "tests/support/tlsserver.h"
#include "tests/support/verify.h"

#include <QElapsedTimer>
#include <QTemporaryDir>
#include <QTest>

#include <arpa/inet.h>
#include <netinet/in.h>
#include <sys/socket.h>
#include <unistd.h>

#include <cstdlib>
#include <thread>

using namespace Qt::StringLiterals;
using namespace seatledger;

namespace {

/// A port of this machine where somebody listens who says nothing, or something that is not PostgreSQL.
class Listener final
{
public:
    explicit Listener(QByteArray answer = {})
        : m_answer(std::move(answer)), m_socket(socket(AF_INET, SOCK_STREAM, 0))
    {
        sockaddr_in address = {};
        address.sin_family = AF_INET;
        address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
        socklen_t size = sizeof address;
        auto *generic = reinterpret_cast<sockaddr *>(&address);
        if (bind(m_socket, generic, size) != 0 || listen(m_socket, 8) != 0
            || getsockname(m_socket, generic, &size) != 0)
            qFatal("no port");
        m_port = ntohs(address.sin_port);
        if (!m_answer.isEmpty())
            m_thread = std::thread([this] { answerAll(); });
    }
    ~Listener()
    {
        shutdown(m_socket, SHUT_RDWR);
        if (m_thread.joinable())
            m_thread.join();
        close(m_socket);
    }
    Listener(const Listener &) = delete;
    Listener &operator=(const Listener &) = delete;

    [[nodiscard]] int port() const { return m_port; }

private:
    void answerAll()
    {
        for (int caller = accept(m_socket, nullptr, nullptr); caller >= 0;
             caller = accept(m_socket, nullptr, nullptr)) {
            std::ignore = write(caller, m_answer.constData(), static_cast<std::size_t>(m_answer.size()));
            shutdown(caller, SHUT_WR);
            char ignored[256];
            while (read(caller, ignored, sizeof ignored) > 0) {}
            close(caller);
        }
    }

    QByteArray m_answer;
    int m_socket;
    int m_port = 0;
    std::thread m_thread;
};

} // namespace

class ConnectErrorTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        // libpq tells about TLS in words; they must be understood on a German desktop too
        qputenv("LANGUAGE", "de");
        setlocale(LC_ALL, "C.UTF-8");
        m_book = m_server.makeBook();
        m_server.addLogin(u"ana"_s, secret, {u"seatledger_staff"_s});
        m_server.addLogin(u"expired"_s, secret);
        m_server.sql(u"ALTER ROLE expired VALID UNTIL '2020-01-01'; CREATE ROLE nologin PASSWORD '%1';"
                     "CREATE ROLE crowd LOGIN PASSWORD '%1' CONNECTION LIMIT 0"_s.arg(secret));
        m_closed = m_server.makeDatabase();
        m_server.sql(u"REVOKE CONNECT ON DATABASE %1 FROM PUBLIC"_s.arg(m_closed));
    }

    void signsInWithAPasswordOverTls()
    {
        const auto connection = Connection::open(good());
        VERIFY_RESULT(connection);
        const auto encrypted = Query(**connection,
                                     u"SELECT ssl FROM pg_stat_ssl WHERE pid = pg_backend_pid()"_s)
                                   .one([](const Row &row) { return row.boolean("ssl"); });
        VERIFY_RESULT(encrypted);
        QVERIFY(*encrypted);
        VERIFY_RESULT(Connection::probe(good()));
    }

    void tellsApart_data();
    void tellsApart()
    {
        QFETCH(ConnectionSettings, settings);
        QFETCH(ErrorCode, code);
        QFETCH(QString, reason);
        QFETCH(QString, names);
        check(Connection::probe(settings), code, reason, names);
        check(Connection::open(settings), code, reason, names);
    }

    void asksForTlsThatIsNotThere()
    {
        m_server.setTls(false);
        const auto connection = Connection::open(good());
        m_server.setTls(true);
        check(connection, ErrorCode::Offline, u"tls_missing"_s, u"localhost"_s);
    }

    void noticesAServerThatIsDown()
    {
        m_server.stop();
        check(Connection::probe(good()), ErrorCode::Offline, u"refused"_s, u"localhost"_s);
        m_server.start();
        VERIFY_RESULT(Connection::probe(good()));
    }

    void waitsOnlyOnce()
    {
        const Listener silent;
        ConnectionSettings settings = good();
        settings.host = u"127.0.0.1"_s;
        settings.port = silent.port();
        settings.connectTimeoutSeconds = 2;
        QElapsedTimer waited;
        waited.start();
        check(Connection::open(settings), ErrorCode::Offline, u"timed_out"_s, u"127.0.0.1"_s);
        QVERIFY2(waited.elapsed() < 3900, qPrintable(QString::number(waited.elapsed())));
        check(Connection::probe(settings), ErrorCode::Offline, u"timed_out"_s, u"2"_s);
    }

    void noticesWhatIsNotPostgreSql()
    {
        const Listener web("HTTP/1.1 400 Bad Request\r\n\r\n");
        ConnectionSettings settings = good();
        settings.host = u"127.0.0.1"_s;
        settings.port = web.port();
        check(Connection::probe(settings), ErrorCode::Offline, u"not_postgresql"_s, u"127.0.0.1"_s);
        settings.options = {{u"sslmode"_s, u"disable"_s}};
        check(Connection::probe(settings), ErrorCode::Offline, u"not_postgresql"_s, u"127.0.0.1"_s);
    }

    void refusesWhatTheDriverWouldCut()
    {
        ConnectionSettings settings = good();
        settings.options.insert(u"sslrootcert"_s, u"/tmp/a;sslmode=disable"_s);
        VERIFY_ERROR(Connection::open(settings), ErrorCode::InvalidInput);
    }

private:
    template <typename T>
    static void check(const Result<T> &result, ErrorCode code, const QString &reason, const QString &names)
    {
        VERIFY_ERROR(result, code);
        const Error &error = result.error();
        const QByteArray told = describe(error);
        QVERIFY2(error.details.value("reason"_L1).toString() == reason, told.constData());
        QVERIFY2(error.message.contains(names), told.constData());
        QVERIFY2(!told.contains(secret.toUtf8()) && !told.contains("mistyped-word"), told.constData());
    }

    [[nodiscard]] ConnectionSettings good() const { return m_server.settings(m_book, u"ana"_s, secret); }
    [[nodiscard]] ConnectionSettings as(const QString &user, const QString &password) const
    {
        return m_server.settings(m_book, user, password);
    }
    [[nodiscard]] ConnectionSettings with(const QString &option, const QString &value) const
    {
        ConnectionSettings settings = good();
        settings.options.insert(option, value);
        return settings;
    }

    static inline const QString secret = u"s3cret-word"_s;
    TlsServer &m_server = TlsServer::shared();
    QTemporaryDir m_folder;
    QString m_book;
    QString m_closed;
};

void ConnectErrorTest::tellsApart_data()
{
    QTest::addColumn<ConnectionSettings>("settings");
    QTest::addColumn<ErrorCode>("code");
    QTest::addColumn<QString>("reason");
    QTest::addColumn<QString>("names");
    const auto row = [](const char *name, const ConnectionSettings &settings, ErrorCode code,
                        const QString &reason,
                        const QString &names) { QTest::newRow(name) << settings << code << reason << names; };
    const auto forbidden = ErrorCode::Forbidden;
    const auto offline = ErrorCode::Offline;
    row("wrong password", as(u"ana"_s, u"mistyped-word"_s), forbidden, u"password_wrong"_s, u"ana"_s);
    row("no such user", as(u"nobody"_s, secret), forbidden, u"password_wrong"_s, u"nobody"_s);
    row("expired", as(u"expired"_s, secret), forbidden, u"password_wrong"_s, u"expired"_s);
    row("no password", as(u"ana"_s, {}), forbidden, u"password_needed"_s, u"ana"_s);
    row("no login", as(u"nologin"_s, secret), forbidden, u"login_refused"_s, u"nologin"_s);
    row("without TLS", with(u"sslmode"_s, u"disable"_s), forbidden, u"login_refused"_s, u"TLS"_s);
    row("crowded", as(u"crowd"_s, secret), offline, u"too_many_connections"_s, u"no more"_s);

    ConnectionSettings settings = good();
    settings.database = u"nowhere"_s;
    row("no database", settings, ErrorCode::NotFound, u"no_such_database"_s, u"nowhere"_s);
    settings.database = m_closed;
    row("closed database", settings, forbidden, u"database_forbidden"_s, m_closed);
    settings = good();
    settings.host = u"no-such-host.invalid"_s;
    row("unknown host", settings, offline, u"host_unknown"_s, u"no-such-host.invalid"_s);
    settings = good();
    settings.host = u"127.0.0.1"_s;
    settings.port = 1;
    row("nobody listens", settings, offline, u"refused"_s, u"127.0.0.1:1"_s);
    settings.host = u"/nonexistent"_s;
    row("no socket", settings, offline, u"refused"_s, u"/nonexistent"_s);

    settings = with(u"hostaddr"_s, u"127.0.0.1"_s);
    settings.host = u"db.example.org"_s;
    row("another name", settings, offline, u"certificate_host"_s, u"“localhost”"_s);
    row("another authority", with(u"sslrootcert"_s, m_server.otherAuthorityFile()), offline,
        u"certificate_untrusted"_s, m_server.otherAuthorityFile());
    settings = with(u"hostaddr"_s, u"127.0.0.1"_s);
    settings.options.remove(u"sslrootcert"_s);
    row("not known here", settings, offline, u"certificate_untrusted"_s, u"localhost"_s);
    row("no file", with(u"sslrootcert"_s, u"/nonexistent.crt"_s), offline, u"ca_file_missing"_s,
        u"/nonexistent.crt"_s);
    row("no certificate", with(u"sslrootcert"_s, u"/etc/passwd"_s), offline, u"ca_file_unreadable"_s,
        u"/etc/passwd"_s);
    row("no such mode", with(u"sslmode"_s, u"sometimes"_s), ErrorCode::InvalidInput, u"invalid_option"_s,
        u"sometimes"_s);
}

QTEST_GUILESS_MAIN(ConnectErrorTest)
#include "connecterrortest.moc"
