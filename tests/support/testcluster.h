// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/connectionsettings.h"
#include "core/workspace/workspace.h"

#include <QString>

#include <sys/types.h>

namespace seatledger {

/// The PostgreSQL cluster that a test executable works on: a private workspace below the folder for temporary
/// files, started by the code that people run, and deleted at the end.
///
/// Under ctest all executables share one, begun and ended by a fixture. Run alone, an executable gets its
/// own. Either way a keeper process outlives a crash of the test (or of ctest) and cleans up after it.
class TestCluster final
{
public:
    enum class Durability {
        Fast, ///< no fsync: what is needed everywhere but in tests of crashes
        Durable, ///< as people run it
    };

    /// The one of this run. Ends the executable when there can be none, for no test would make sense.
    static TestCluster &shared();

    /// One more, of its own: for tests that stop, kill or break it.
    explicit TestCluster(Durability durability);
    ~TestCluster();
    TestCluster(const TestCluster &) = delete;
    TestCluster &operator=(const TestCluster &) = delete;

    /// The workspace itself, started.
    [[nodiscard]] Workspace &workspace();

    /// How to reach a database of the cluster as its owner.
    [[nodiscard]] ConnectionSettings settings(const QString &database) const;

    /// The name of the database that has the schema of this program and nothing in it, to be copied.
    [[nodiscard]] static QString templateDatabase();

    /// Ends the postmaster and all its children at one instant, as a power cut does, and returns when they
    /// are gone. Nothing gets to run an exit handler. What they wrote is with the kernel, though: a test of
    /// what reached the disk this is not.
    void killServer();

    /// Ends the postmaster alone, as the system does when memory runs out. Children that are at work go on
    /// with what they do. Returns at once.
    void killPostmaster();

private:
    TestCluster(const QString &home, bool isOwn);

    [[nodiscard]] QString dataFolder() const;
    [[nodiscard]] pid_t postmaster() const;

    QString m_home;
    bool m_isOwn;
    Workspace m_workspace;
};

} // namespace seatledger
