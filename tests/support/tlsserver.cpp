// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/tlsserver.h"

#include "core/db/connection.h"
#include "core/db/migrator.h"
#include "core/db/query.h"
#include "core/workspace/postgresbinaries.h"
#include "tests/support/verify.h"

#include <QCoreApplication>
#include <QDeadlineTimer>
#include <QDir>
#include <QProcess>
#include <QStandardPaths>
#include <QThread>

#include <arpa/inet.h>
#include <grp.h>
#include <libpq-fe.h>
#include <netinet/in.h>
#include <pwd.h>
#include <sys/prctl.h>
#include <sys/socket.h>
#include <unistd.h>

#include <atomic>
#include <cerrno>
#include <csignal>

using namespace Qt::StringLiterals;
using namespace std::chrono_literals;

namespace seatledger {

namespace {

constexpr auto patience = 60s;
const QString prefix = QStringLiteral("seatledger-tls-");
const QString ownerRole = QStringLiteral("seatledger_owner");
const QString templateDatabase = QStringLiteral("seatledger_template");

[[noreturn]] void giveUp(const QString &why)
{
    qFatal("No server for the test: %s", qUtf8Printable(why));
}

template <typename T>
T orGiveUp(Result<T> result)
{
    if (!result)
        giveUp(QString::fromUtf8(describe(result.error())));
    if constexpr (!std::is_void_v<T>)
        return *std::move(result);
}

/// What tests that were killed have left; their servers ended with them.
void removeLeftovers()
{
    const QDir temporary(QDir::tempPath());
    const QStringList folders = temporary.entryList({prefix + u'*'}, QDir::Dirs);
    for (const QString &folder : folders) {
        const auto process = static_cast<pid_t>(folder.section(u'-', 2, 2).toInt());
        if (process > 0 && ::kill(process, 0) != 0 && errno == ESRCH)
            QDir(temporary.filePath(folder)).removeRecursively();
    }
}

QString freshFolder()
{
    static std::atomic<int> count = 0;
    removeLeftovers();
    return QDir::tempPath() + u'/' + prefix + u"%1-%2"_s.arg(QCoreApplication::applicationPid()).arg(++count);
}

int freePort()
{
    const int descriptor = socket(AF_INET, SOCK_STREAM, 0);
    sockaddr_in address = {};
    address.sin_family = AF_INET;
    address.sin_addr.s_addr = htonl(INADDR_LOOPBACK);
    socklen_t size = sizeof address;
    auto *generic = reinterpret_cast<sockaddr *>(&address);
    const bool found = bind(descriptor, generic, size) == 0 && getsockname(descriptor, generic, &size) == 0;
    close(descriptor);
    return found ? ntohs(address.sin_port) : 0;
}

/// In the child: becomes the account, and ends when the test ends however that comes about.
void becomeServer(uid_t user, gid_t group)
{
    if (geteuid() == 0 && (setgroups(1, &group) != 0 || setgid(group) != 0 || setuid(user) != 0))
        _exit(126);
    prctl(PR_SET_PDEATHSIG, SIGQUIT);
}

} // namespace

TlsServer &TlsServer::shared()
{
    static TlsServer server;
    return server;
}

TlsServer::TlsServer()
    : m_account(orGiveUp(ServerAccount::current())), m_folder(freshFolder()), m_port(freePort())
{
    orGiveUp(m_account.makeFolder(m_folder));
    makeCertificates();
    makeCluster();
    start();
}

TlsServer::~TlsServer()
{
    stop();
    QDir(m_folder).removeRecursively();
}

QString TlsServer::authorityFile() const
{
    return m_folder + u"/authority.crt"_s;
}

QString TlsServer::otherAuthorityFile() const
{
    return m_folder + u"/other.crt"_s;
}

ConnectionSettings TlsServer::settings(const QString &database, const QString &user,
                                       const QString &password) const
{
    return {.host = u"localhost"_s,
            .port = m_port,
            .database = database,
            .user = user,
            .password = password,
            .applicationName = QCoreApplication::applicationName(),
            .options = {{u"sslmode"_s, u"verify-full"_s}, {u"sslrootcert"_s, authorityFile()}}};
}

ConnectionSettings TlsServer::ownerSettings(const QString &database) const
{
    return {.host = m_folder,
            .port = m_port,
            .database = database,
            .user = ownerRole,
            .password = {},
            .applicationName = QCoreApplication::applicationName(),
            .options = {}};
}

QString TlsServer::makeBook()
{
    if (!m_hasTemplate)
        makeTemplate();
    const QString name = freshName();
    sql(u"CREATE DATABASE %1 TEMPLATE %2"_s.arg(name, templateDatabase));
    return name;
}

QString TlsServer::makeDatabase()
{
    const QString name = freshName();
    sql(u"CREATE DATABASE %1 TEMPLATE template0"_s.arg(name));
    return name;
}

void TlsServer::addLogin(const QString &name, const QString &password, const QStringList &roles)
{
    sql(u"CREATE ROLE %1 LOGIN PASSWORD '%2'"_s.arg(name, password));
    for (const QString &role : roles)
        sql(u"GRANT %1 TO %2"_s.arg(role, name));
}

void TlsServer::sql(const QString &script, const QString &database)
{
    const auto connection = orGiveUp(Connection::open(ownerSettings(database)));
    orGiveUp(connection->execScript(script));
}

void TlsServer::setTls(bool on)
{
    sql(u"ALTER SYSTEM SET ssl = "_s + (on ? u"on"_s : u"off"_s));
    sql(u"SELECT pg_reload_conf()"_s);
    const QString wanted = on ? u"on"_s : u"off"_s;
    for (const QDeadlineTimer deadline(patience); newcomersFind(u"ssl"_s) != wanted; QThread::msleep(10)) {
        if (deadline.hasExpired())
            giveUp(u"TLS could not be switched "_s + wanted);
    }
}

/// What a setting is for those who connect now: being told to read it again, the server takes a moment.
QString TlsServer::newcomersFind(const QString &setting) const
{
    const auto connection = orGiveUp(Connection::open(ownerSettings(u"postgres"_s)));
    return orGiveUp(
        Query(*connection, u"SELECT current_setting($1) AS value"_s).bind(setting).one([](const Row &row) {
            return row.text("value");
        }));
}

void TlsServer::start()
{
    const passwd *account = getpwnam(m_account.name().toLocal8Bit().constData());
    if (!account)
        giveUp(u"there is no account "_s + m_account.name());
    m_server = std::make_unique<QProcess>();
    m_server->setProgram(orGiveUp(PostgresBinaries::newest()).program(u"postgres"_s));
    m_server->setArguments({u"-D"_s, m_folder + u"/data"_s});
    m_server->setWorkingDirectory(u"/"_s);
    m_server->setStandardInputFile(QProcess::nullDevice());
    m_server->setProcessChannelMode(QProcess::MergedChannels);
    m_server->setStandardOutputFile(m_folder + u"/server.log"_s);
    m_server->setChildProcessModifier(
        [user = account->pw_uid, group = account->pw_gid] { becomeServer(user, group); });
    m_server->start();
    const QByteArray where = "host='" + m_folder.toUtf8() + "' port=" + QByteArray::number(m_port);
    for (const QDeadlineTimer deadline(patience); PQping(where.constData()) != PQPING_OK;
         QThread::msleep(20)) {
        if (deadline.hasExpired() || m_server->state() == QProcess::NotRunning)
            giveUp(u"see "_s + m_folder + u"/server.log"_s);
        m_server->waitForFinished(0);
    }
}

void TlsServer::stop()
{
    if (!m_server)
        return;
    ::kill(static_cast<pid_t>(m_server->processId()), SIGQUIT);
    m_server->waitForFinished(10'000);
    m_server.reset();
}

void TlsServer::makeCertificates()
{
    const auto make = [this](const QString &name, const QString &subject, const QStringList &more) {
        const QString path = m_folder + u'/' + name;
        run(u"openssl"_s,
            QStringList{u"req"_s, u"-x509"_s, u"-newkey"_s, u"ec"_s, u"-pkeyopt"_s,
                        u"ec_paramgen_curve:prime256v1"_s, u"-nodes"_s, u"-days"_s, u"2"_s, u"-subj"_s,
                        u"/CN="_s + subject, u"-keyout"_s, path + u".key"_s, u"-out"_s, path + u".crt"_s}
                + more);
    };
    make(u"authority"_s, u"Authority of the test"_s, {});
    make(u"other"_s, u"Another authority"_s, {});
    make(u"server"_s, u"localhost"_s,
         {u"-addext"_s, u"subjectAltName=DNS:localhost"_s, u"-CA"_s, authorityFile(), u"-CAkey"_s,
          m_folder + u"/authority.key"_s});
}

void TlsServer::makeCluster()
{
    const QString data = m_folder + u"/data"_s;
    run(orGiveUp(PostgresBinaries::newest()).program(u"initdb"_s),
        {u"--pgdata"_s, data, u"--username"_s, ownerRole, u"--encoding=UTF8"_s, u"--locale=C.UTF-8"_s,
         u"--no-sync"_s, u"--no-instructions"_s, u"--auth-local=peer"_s, u"--auth-host=scram-sha-256"_s});
    write(data + u"/postgresql.conf"_s,
          "listen_addresses = '127.0.0.1'\nport = " + QByteArray::number(m_port)
              + "\nunix_socket_directories = '" + m_folder.toUtf8() + "'\nssl = on\nssl_cert_file = '"
              + m_folder.toUtf8() + "/server.crt'\nssl_key_file = '" + m_folder.toUtf8()
              + "/server.key'\nmax_connections = 50\ntimezone = 'UTC'\njit = off\n"
                "fsync = off\nsynchronous_commit = off\nfull_page_writes = off\n");
    write(data + u"/pg_hba.conf"_s, "local all all peer map=test\n"
                                    "hostssl all all 127.0.0.1/32 scram-sha-256\n");
    const QByteArray role = ownerRole.toLatin1();
    write(data + u"/pg_ident.conf"_s, "test " + m_account.name().toUtf8() + ' ' + role + "\ntest "
                                          + m_account.personName().toUtf8() + ' ' + role + '\n');
}

void TlsServer::makeTemplate()
{
    sql(u"CREATE DATABASE "_s + templateDatabase);
    const auto connection = orGiveUp(Connection::open(ownerSettings(templateDatabase)));
    orGiveUp(Migrator(*connection).up());
    m_hasTemplate = true;
}

void TlsServer::run(const QString &program, const QStringList &arguments) const
{
    const QString path = program.startsWith(u'/') ? program : QStandardPaths::findExecutable(program);
    const ProgramOutput said = orGiveUp(m_account.run(path, arguments, patience));
    if (said.exitCode != 0)
        giveUp(program + u": "_s + said.output);
}

void TlsServer::write(const QString &file, const QByteArray &contents) const
{
    orGiveUp(m_account.writeFile(file, contents));
}

QString TlsServer::freshName()
{
    return u"tls_%1"_s.arg(++m_databases);
}

} // namespace seatledger
