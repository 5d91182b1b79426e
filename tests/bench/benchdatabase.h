// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/connection.h"
#include "core/db/session.h"
#include "core/services/sampleapplicationservice.h"
#include "core/workspace/workspace.h"
#include "tests/support/testcluster.h"
#include "tests/support/testdatabase.h"

#include <QString>

#include <memory>
#include <optional>

namespace seatledger {

/// The book that is measured. A failure ends the program.
///
/// Either filled in a cluster of its own that is gone at the end; or a copy of a book that was filled once
/// and is kept in a workspace, so that one measure can be run again without filling a million rows first.
/// The copy is dropped at the end, whatever the measures have written.
class BenchDatabase final
{
public:
    /// `folder` is the workspace that keeps the filled book, made if there is none; empty keeps nothing.
    BenchDatabase(const QString &folder, const SampleSize &sample);
    ~BenchDatabase();
    BenchDatabase(const BenchDatabase &) = delete;
    BenchDatabase &operator=(const BenchDatabase &) = delete;

    [[nodiscard]] Session &session() const { return *m_session; }
    [[nodiscard]] Connection &connection() const { return *m_connection; }
    [[nodiscard]] const ConnectionSettings &settings() const { return m_settings; }

    /// One more connection.
    [[nodiscard]] std::unique_ptr<Connection> connect() const;

private:
    void fillOwn(const SampleSize &sample);
    void copyKept(const QString &folder, const SampleSize &sample);
    void keepFilled(const QString &name, const SampleSize &sample);
    void administer(const QString &sql) const;
    void open();
    void close();

    std::optional<TestCluster> m_cluster;
    std::optional<TestDatabase> m_own;
    std::optional<Workspace> m_workspace;
    ConnectionSettings m_settings;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<Session> m_session;
};

} // namespace seatledger
