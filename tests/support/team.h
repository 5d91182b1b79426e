// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/connection.h"
#include "core/domain/ids.h"
#include "core/domain/permissionvalidationservice.h"
#include "tests/support/tlsserver.h"

#include <QString>

#include <map>
#include <memory>
#include <vector>

namespace seatledger {

/// A book that a team shares, with people of every kind, each of whom signs in with a login of their own.
/// Made anew for each test, in some 100 ms.
///
///     Company            -- Zoe Hidden and her assignments of "IDE" and "CAD"
///       Engineering      -- Olga Own, who every operator is; "IDE"
///         Tools          -- Nora Near; "IDE"
///       Sales            -- Fred Far; "IDE"
///
/// Managers look after Engineering. What only some may see says `idden` somewhere (Zoe's name and address,
/// the keys, prices are 987654), so that a test can look for it in everything that a server answers.
class Team final
{
public:
    // What there is, by the ids that everything has.
    static constexpr qint64 company = 1, engineering = 2, tools = 3, sales = 4;
    static constexpr qint64 olga = 1, nora = 2, fred = 3, zoe = 4,
                            spare = 5; ///< spare: in Tools, holds nothing
    static constexpr qint64 ide = 1, cad = 2;
    static constexpr qint64 olgasSeat = 1, norasSeat = 2, fredsSeat = 3, zoesSeat = 4, zoesCad = 5;
    static constexpr qint64 ideKey = 1, cadKey = 2;

    explicit Team(TlsServer &server = TlsServer::shared());
    ~Team();
    Team(const Team &) = delete;
    Team &operator=(const Team &) = delete;

    /// Adds an operator and answers the login's name.
    QString add(Role role, const std::vector<Right> &rights = {});

    /// What the domain decides by for that login.
    [[nodiscard]] PermissionSubject subject(const QString &login) const;

    /// The connection of somebody who signed in; kept, and the same each time. Members, who cannot sign in,
    /// come through the server's login.
    [[nodiscard]] Connection &as(const QString &login);
    /// One more for the same login.
    [[nodiscard]] std::unique_ptr<Connection> connect(const QString &login);
    [[nodiscard]] ConnectionSettings settings(const QString &login) const;
    /// The superuser's.
    [[nodiscard]] Connection &owner();

    /// The first value of the first row, asked by the owner.
    [[nodiscard]] QString value(const QString &query);

    [[nodiscard]] const QString &database() const { return m_database; }

private:
    void fill();

    TlsServer &m_server;
    QString m_database;
    QString m_serverLogin;
    std::unique_ptr<Connection> m_owner;
    std::map<QString, PermissionSubject> m_people;
    std::map<QString, std::unique_ptr<Connection>> m_connections;
};

/// Everything that the server said to a script: rows, rows copied out, messages, details, hints, contexts.
struct Said {
    QString state; ///< SQLSTATE of the error that ended it, empty if there was none
    QString text;
    qint64 rows = 0; ///< of the last statement: read or changed
};

/// Sends a script as one message: one transaction unless it says otherwise, up to the first error. Leaves no
/// transaction open.
[[nodiscard]] Said say(Connection &connection, const QString &script);

} // namespace seatledger
