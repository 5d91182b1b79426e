// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/connection.h"
#include "core/db/migrationfiles.h"
#include "core/db/migrationlocks.h"
#include "core/domain/result.h"

#include <QByteArray>
#include <QDateTime>
#include <QString>

#include <optional>
#include <vector>

namespace seatledger {

/// Whether one migration is in the database.
struct MigrationState {
    int version = 0;
    QString name;
    std::optional<QDateTime> appliedAt; ///< none: still to be applied
    bool expands = false;               ///< programs that do not know it work on beside it
};

/// Brings a database's schema to the version of this program, and back.
///
/// The files are `NNNN_name.up.sql` and `NNNN_name.down.sql`, compiled in as `:/migrations/`. Each runs in
/// one transaction together with its row in `seatledger.schema_version` (which the migrator makes itself,
/// with the schema), so it is either wholly there or not at all. A file whose first line is
/// `-- seatledger: no transaction` holds one single statement (an index made CONCURRENTLY) and runs outside;
/// when that fails, its way back is run to clear what it left.
///
/// Two versions of the program can work side by side while a release is staged: a file whose first line says
/// `-- seatledger: expands` only adds what older programs need not know, such as a table, a column with a
/// default or an index, and they work on beside it. What they would miss is taken away by a later release, in
/// a file that does not.
///
/// Before anything is done it refuses, with VersionMismatch: a database newer than the program, a file that
/// was changed after it was applied (by checksum), and gaps. On a book that is in use nobody queues behind it
/// for longer than a moment: see MigrationPatience; Busy, reason `locks_held`, when it does not come to it.
/// Several programs may migrate at once: an advisory lock lets one work, the others wait and then find
/// nothing left to do. The role must own the schema.
class Migrator final
{
public:
    /// `folder` is where the files are; `connection` must outlive it and be outside a transaction.
    explicit Migrator(Connection &connection, QString folder = defaultFolder());

    [[nodiscard]] static QString defaultFolder();

    void setPatience(const MigrationPatience &patience) { m_patience = patience; }

    /// Applies all that is missing, or up to and including `target`. Answers the versions applied, in order.
    [[nodiscard]] Result<std::vector<int>> up(std::optional<int> target = {});

    /// Takes the last `steps` back, newest first. Answers the versions taken back.
    /// InvalidInput when fewer have been applied.
    [[nodiscard]] Result<std::vector<int>> down(int steps = 1);

    /// Every migration known, oldest first. Needs only the right to read; a database without the schema has
    /// none applied.
    [[nodiscard]] Result<std::vector<MigrationState>> status();

    /// Succeeds when the database is at the program's version or only expanded since, else VersionMismatch
    /// saying which of the two has to be brought up to date; `reason` in the details is `database_newer`,
    /// `database_older`, `no_book` (nothing applied yet), `migration_missing` or `migration_differs`. What a
    /// program asks before it works.
    [[nodiscard]] Result<void> requireCurrent();

    /// Whether this login could apply what is missing: it owns the schema or, before there is one, may make
    /// it and the roles. Needs no rights.
    [[nodiscard]] Result<bool> mayMigrate();

private:
    struct Applied {
        int version = 0;
        QString name;
        QByteArray checksum;
        QDateTime at;
        bool expands = false;
    };
    struct Plan {
        std::vector<Migration> available;
        std::vector<Applied> applied;
    };
    [[nodiscard]] Result<Plan> plan();
    [[nodiscard]] Result<Plan> planOfChange();
    [[nodiscard]] Result<std::vector<Applied>> applied();
    [[nodiscard]] Result<void> ensureVersionTable();
    [[nodiscard]] Result<void> apply(const Migration &migration);
    [[nodiscard]] Result<void> inTransaction(const Migration &migration, const QString &script,
                                             const std::function<Result<void>()> &note);
    [[nodiscard]] Result<void> takeBack(const Migration &migration);
    [[nodiscard]] Result<void> record(const Migration &migration);
    [[nodiscard]] Result<void> strike(const Migration &migration);

    Connection &m_connection;
    QString m_folder;
    MigrationPatience m_patience;
};

} // namespace seatledger
