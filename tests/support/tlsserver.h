// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/connectionsettings.h"
#include "core/workspace/serveraccount.h"

#include <QString>
#include <QStringList>

#include <memory>

class QProcess;

namespace seatledger {

/// A PostgreSQL server as a team has one: on a TCP port of 127.0.0.1, with TLS by a certificate for
/// `localhost` that an authority of its own has signed, and people who sign in with passwords (SCRAM). For
/// tests of signing in and of what a login may do. Made in about a second, below the folder for temporary
/// files; ends with the test, also when that crashes.
///
///     TlsServer &server = TlsServer::shared();
///     server.addLogin(u"ana"_s, u"secret"_s, {u"seatledger_staff"_s});
///     const auto connection = Connection::open(server.settings(server.makeBook(), u"ana"_s, u"secret"_s));
class TlsServer final
{
public:
    /// The one of this test executable; begun when first asked for. Whatever cannot be done ends the
    /// executable: no test would make sense.
    static TlsServer &shared();

    TlsServer();
    ~TlsServer();
    TlsServer(const TlsServer &) = delete;
    TlsServer &operator=(const TlsServer &) = delete;

    [[nodiscard]] int port() const { return m_port; }
    /// The certificate of the authority that signed the server's.
    [[nodiscard]] QString authorityFile() const;
    /// That of an authority that did not.
    [[nodiscard]] QString otherAuthorityFile() const;

    /// How a person reaches a database: `localhost`, `verify-full` against the right authority.
    [[nodiscard]] ConnectionSettings settings(const QString &database, const QString &user,
                                              const QString &password) const;
    /// As the superuser `seatledger_owner`, through the socket.
    [[nodiscard]] ConnectionSettings ownerSettings(const QString &database) const;

    /// A database with the schema of this program and nothing in it, or with nothing at all. Answers its
    /// name.
    [[nodiscard]] QString makeBook();
    [[nodiscard]] QString makeDatabase();

    /// A login; logins belong to the whole server. `roles` must exist: the book's do after `makeBook`.
    void addLogin(const QString &name, const QString &password, const QStringList &roles = {});

    /// Runs a script as the superuser.
    void sql(const QString &script, const QString &database = QStringLiteral("postgres"));

    /// Whether the server offers TLS to those who connect from now on.
    void setTls(bool on);

    /// Ends the server at once, and starts it again on the same port.
    void stop();
    void start();

private:
    void makeCertificates();
    void makeCluster();
    void makeTemplate();
    void run(const QString &program, const QStringList &arguments) const;
    void write(const QString &file, const QByteArray &contents) const;
    [[nodiscard]] QString freshName();
    [[nodiscard]] QString newcomersFind(const QString &setting) const;

    ServerAccount m_account;
    QString m_folder;
    int m_port;
    int m_databases = 0;
    bool m_hasTemplate = false;
    std::unique_ptr<QProcess> m_server;
};

} // namespace seatledger
