// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/apitoken.h"
#include "core/services/services.h"
#include "tests/server/support/checkingproxy.h"
#include "tests/server/support/httpclient.h"
#include "tests/support/book.h"
#include "tests/support/colleagues.h"
#include "tests/support/testdatabase.h"

#include <QMap>
#include <QProcess>
#include <QTemporaryFile>

#include <functional>

namespace seatledger {

/// The built `seatledgerd` on a database of the test's own, and people with tokens.
///
///     RunningServer server;
///     const QByteArray ana = server.token(u"ana"_s, {.role = Role::Administrator});
///     const HttpAnswer answer = server.get(ana, "/api/v1/members");
class RunningServer final
{
public:
    /// `settings` by their names in the environment, without SEATLEDGERD_: {"LIMITS_BODY_BYTES", "2000"}.
    /// `{database}` in one is the URI of the database.
    /// `arguments` are those of the program.
    explicit RunningServer(const QMap<QString, QString> &settings = {}, const QStringList &arguments = {});
    /// `through` says how the server reaches the database: by something that stands between.
    using Detour = std::function<ConnectionSettings(const ConnectionSettings &)>;
    explicit RunningServer(const Detour &through, QMap<QString, QString> settings = {});
    ~RunningServer();
    RunningServer(const RunningServer &) = delete;
    RunningServer &operator=(const RunningServer &) = delete;

    [[nodiscard]] TestDatabase &database() { return m_database; }
    [[nodiscard]] Book &book() { return m_book; }
    [[nodiscard]] int port() const { return m_port; }
    /// 0 if it has none.
    [[nodiscard]] int metricsPort();
    /// The program itself.
    [[nodiscard]] static QString program();
    [[nodiscard]] QProcess &process() { return m_process; }

    /// A token of an operator made for this; with every scope unless others are named.
    [[nodiscard]] QByteArray token(const QString &name, const Colleague &colleague,
                                   const std::vector<TokenScope> &scopes = {});
    /// One of an administrator, the same each time.
    [[nodiscard]] QByteArray administrator();
    /// The login that `token()` made of the name.
    [[nodiscard]] QString login(const QString &name) const { return m_logins.value(name); }

    using Headers = HttpClient::Headers;
    [[nodiscard]] HttpAnswer get(const QByteArray &token, const QByteArray &target,
                                 const Headers &headers = {});
    /// With a body of JSON.
    [[nodiscard]] HttpAnswer send(const QByteArray &method, const QByteArray &token, const QByteArray &target,
                                  const QJsonObject &body = {}, const Headers &headers = {});

    /// What it has logged so far, a line an object.
    [[nodiscard]] QList<QJsonObject> log();

private:
    /// Fails the test if the checking proxy has something against the answer.
    [[nodiscard]] static HttpAnswer checked(HttpAnswer answer);
    void failOnFindings();
    void start(const QMap<QString, QString> &settings, const QStringList &arguments);

    TestDatabase m_database;
    Book m_book;
    Colleagues m_colleagues;
    Services m_services;
    QProcess m_process;
    QTemporaryFile m_logFile;
    QByteArray m_administrator;
    QMap<QString, QString> m_logins;
    std::unique_ptr<CheckingProxy> m_proxy; // goes before the server behind it
    int m_port = 0;
};

} // namespace seatledger
