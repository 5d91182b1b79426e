// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QHash>

#include <libpq-fe.h>

// For core/db itself: which statements a connection has prepared. Where a SentTogether lives, those that
// prepared() marks are parsed and planned once for each connection and each reader, see there.

namespace seatledger::detail {

/// Of one thread, and of the connection that it used last.
class PreparedStatements final
{
public:
    /// Statements of this reader, on this connection, from now on. Policies are part of a plan, so readers do
    /// not share them.
    void use(const PGconn *handle, const QByteArray &reader);

    /// Whether it may be one: it is marked, and there are not too many yet.
    [[nodiscard]] bool mayHave(const QByteArray &sql) const;

    /// Its name; empty while it is not prepared.
    [[nodiscard]] QByteArray name(const QByteArray &sql) const { return m_names.value(key(sql)); }

    /// A name for one more.
    [[nodiscard]] QByteArray newName() { return "s" + QByteArray::number(++m_count); }
    void add(const QByteArray &sql, const QByteArray &name) { m_names.insert(key(sql), name); }

    /// Their plans may be of tables that look otherwise now: they are prepared anew.
    void forget() { m_names.clear(); }

private:
    [[nodiscard]] QByteArray key(const QByteArray &sql) const { return m_reader + '\n' + sql; }

    const PGconn *m_handle = nullptr;
    int m_process = 0; // a handle's address may come again
    QByteArray m_reader;
    quint64 m_count = 0;
    QHash<QByteArray, QByteArray> m_names;
};

} // namespace seatledger::detail
