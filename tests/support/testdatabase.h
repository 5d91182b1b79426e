// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/connection.h"
#include "core/db/session.h"
#include "tests/support/testcluster.h"
#include "tests/support/verify.h"

#include <QDateTime>
#include <QList>
#include <QString>
#include <QStringList>

#include <memory>
#include <source_location>

namespace seatledger {

/// A database of its own for one test: a copy of the migrated template, made in some 50 ms, dropped at the
/// end. Its sessions act as `tester` through the command, and their clock stands still until it is set.
///
///     TestDatabase db;
///     db.sql(u"INSERT INTO ..."_s);
///     VERIFY_RESULT(service.assign(db.session(), ...));
///     QCOMPARE(db.value(u"SELECT count(*) FROM seatledger.license_assignment"_s), u"3"_s);
class TestDatabase final
{
public:
    enum class Content {
        Schema, ///< migrated to this program's version
        Empty,  ///< nothing at all
    };

    explicit TestDatabase(Content content = Content::Schema, TestCluster &cluster = TestCluster::shared());
    ~TestDatabase();
    TestDatabase(const TestDatabase &) = delete;
    TestDatabase &operator=(const TestDatabase &) = delete;

    /// The session of the test's own connection.
    [[nodiscard]] Session &session();

    /// A session of a second connection, for what two people do at once. For use in the test's thread.
    [[nodiscard]] Session &otherSession();

    [[nodiscard]] Connection &connection();

    /// One more connection, owned by the caller.
    [[nodiscard]] std::unique_ptr<Connection> connect() const;

    /// For Executor, NotificationListener and other programs.
    [[nodiscard]] const ConnectionSettings &settings() const;

    /// Runs a script, or asks one question, on the test's own connection; answers all rows as text (NULL is a
    /// null QString). A refusal fails the test function that called and answers nothing.
    QList<QStringList> sql(const QString &script,
                           std::source_location where = std::source_location::current());

    /// The first value of the first row.
    [[nodiscard]] QString value(const QString &query,
                                std::source_location where = std::source_location::current());

    /// The instant that the sessions take for now (2026-03-02 09:00 UTC, a Monday, unless set).
    [[nodiscard]] QDateTime now() const;
    void setNow(const QDateTime &now);

private:
    [[nodiscard]] std::unique_ptr<Session> makeSession(Connection &connection) const;

    TestCluster &m_cluster;
    ConnectionSettings m_settings;
    std::shared_ptr<QDateTime> m_now;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<Session> m_session;
    std::unique_ptr<Connection> m_otherConnection;
    std::unique_ptr<Session> m_otherSession;
};

} // namespace seatledger
