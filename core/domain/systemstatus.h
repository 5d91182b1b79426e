// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/backuprecord.h"
#include "core/domain/enumtext.h"

#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>
#include <vector>

namespace seatledger {

// What there is to know of the machine below a book, as of one moment. Plain values; instants are UTC.

/// The database server and the database as a whole.
struct ServerFigures {
    QString version;  ///< "15.6"
    QString database;
    QDateTime at;     ///< the server's clock, which all other instants are of
    QDateTime startedAt;
    bool isStandby = false;
    std::optional<double> standbyLagSeconds = {}; ///< of a standby: how old what it shows is
    int schemaVersion = 0;
    int connections = 0;    ///< to the whole server
    int maxConnections = 0; ///< those of superusers left out
    qint64 databaseBytes = 0;
    std::optional<double> cacheHitPercent = {}; ///< pages found in memory since statistics began
    qint64 commits = 0;
    qint64 rollbacks = 0;
    qint64 deadlocks = 0;
    qint64 transactionAge = 0; ///< transactions since the oldest row that is not frozen
    bool seesAll = true;       ///< what other logins do is seen, too
};

/// A connection to this database.
struct DatabaseSession {
    int pid = 0;
    QString login;
    QString application; ///< what it calls itself; a request's label is behind the first space
    QString client;      ///< an address; empty for one of this machine
    QString state;       ///< PostgreSQL's word: active, idle, idle in transaction, ...; empty: not seen
    QString waitsFor;    ///< PostgreSQL's words; empty: nothing
    QString lock;        ///< the lock it waits for: "ShareLock transactionid"
    QList<qint64> blockedBy;
    QDateTime connectedAt;
    std::optional<QDateTime> transactionAt = {};
    std::optional<QDateTime> stateAt = {};
    std::optional<QDateTime> queryAt = {};
    QString query; ///< the first 2000 characters, in one line; values are not in it

    [[nodiscard]] bool isActive() const { return state == QLatin1String("active"); }
    [[nodiscard]] bool isIdleInTransaction() const
    {
        return state.startsWith(QLatin1String("idle in transaction"));
    }
};

/// Connections of one program in one state.
struct SessionGroup {
    QString application;
    QString state;
    int count = 0;
    qint64 longestSeconds = 0; ///< how long the one that is longest in it has been
};

/// Somebody who waits for a lock, and who has it.
struct LockWait {
    DatabaseSession waiting;
    std::optional<DatabaseSession> blocking = {}; ///< none if it is gone, or not of this database
    qint64 seconds = 0;
};

/// Whether PostgreSQL keeps the times of statements.
enum class StatementTimes {
    Kept,
    NotInstalled, ///< the extension is not in this database
    NotLoaded,    ///< the server was started without it
};

template <>
std::span<const EnumEntry<StatementTimes>> enumEntries();

/// A statement that took time: in all, where times are kept, else the one that a session is at.
struct HeavyStatement {
    QString text;
    qint64 calls = 0;
    double totalMs = 0;
    double meanMs = 0;
    double maxMs = 0;
    qint64 rows = 0;
    int pid = 0; ///< who is at it; 0 where times are kept
};

struct TableSize {
    QString table;
    qint64 rows = 0;     ///< as statistics estimate
    qint64 deadRows = 0; ///< that vacuum has not taken away yet
    qint64 tableBytes = 0; ///< with what is kept out of line
    qint64 indexBytes = 0;
    std::optional<QDateTime> vacuumedAt = {};
};

struct IndexSize {
    QString index;
    QString table;
    qint64 bytes = 0;
    qint64 scans = 0; ///< since statistics began
};

struct ReplicaLag {
    QString name;
    QString client;
    QString state;
    QString sync;
    std::optional<qint64> behindBytes = {};
    std::optional<double> behindMs = {};
};

struct DoctorVisit {
    QDateTime at;
    QString login;
    int checks = 0;
    int findings = 0;
    qint64 milliseconds = 0;
};

/// All of it.
struct SystemStatus {
    ServerFigures server;
    std::vector<DatabaseSession> sessions;
    StatementTimes statementTimes = StatementTimes::NotInstalled;
    std::vector<HeavyStatement> statements;
    std::vector<TableSize> tables;
    std::vector<IndexSize> indexes;
    std::vector<ReplicaLag> replicas;
    std::optional<DoctorVisit> doctor = {};
    std::optional<BackupRecord> backup = {}; ///< the newest that was verified
};

/// By program and state, the most first.
[[nodiscard]] std::vector<SessionGroup> groupsOf(const SystemStatus &status);
/// The longest wait first. Who is blocked by several is there for each.
[[nodiscard]] std::vector<LockWait> lockWaits(const SystemStatus &status);

/// How things are.
enum class Health { Good, Watch, Bad };

template <>
std::span<const EnumEntry<Health>> enumEntries();

/// One thing that was looked at.
struct HealthSign {
    QString name; ///< stable: connections, waits, transactions, cache, doctor, backup, replicas, wraparound
    Health health = Health::Good;
    QString words; ///< one translated sentence: what is, and what to do about it
};

/// What there is to say of it, always all of the names that apply, in a fixed order.
[[nodiscard]] std::vector<HealthSign> signsOf(const SystemStatus &status);
/// The worst of them.
[[nodiscard]] Health healthOf(const std::vector<HealthSign> &signs);

/// "3 h 20 min", "45 s": translated, two units at most. For times of the machine, not of people.
[[nodiscard]] QString spanText(qint64 seconds);
/// "1.2 GB", of 1024, in the language's way of writing numbers.
[[nodiscard]] QString bytesText(qint64 bytes);

} // namespace seatledger
