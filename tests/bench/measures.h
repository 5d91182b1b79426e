// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/services.h"
#include "tests/bench/benchdatabase.h"

#include <QString>

namespace seatledger {

// As the window asks for lists.
constexpr int pageRows = 100;
constexpr int anchorEvery = 1'000;

/// How much is measured.
struct BenchPlan {
    SampleSize sample{.members = 10'000, .licenses = 200'000, .assignments = 1'000'000, .seed = 7};
    int bulkRows = 100'000;
    int repeats = 5;        ///< of what takes seconds
    int queries = 60;       ///< of each kind of query
    int seconds = 8;        ///< of each run of single assigns
    bool countsWork = false; ///< of lists: the time the server works, not the time that passes
    QString keep;           ///< the workspace that keeps the filled book; empty keeps nothing
    QString window;         ///< the executable of the window; empty leaves it out
};

/// What every measure works on.
struct BenchBook {
    const BenchPlan &plan;
    const BenchDatabase &database;
    const Services &services;

    [[nodiscard]] Session &session() const { return database.session(); }
    void run(const QString &sql) const;
    [[nodiscard]] qint64 number(const QString &query) const;
    [[nodiscard]] QString program(const QString &name) const; ///< of PostgreSQL
    [[nodiscard]] QString address() const;                    ///< as psql takes it
};

/// Licences of their own with room for `seats` each, and members who hold none of them: what assigns are
/// measured on. Ids are contiguous.
struct BenchGround {
    qint64 firstLicense = 0;
    qint64 licenses = 0;
    qint64 firstMember = 0;
    qint64 members = 0;

    [[nodiscard]] static BenchGround prepare(const BenchBook &book, qint64 licenses, qint64 members);
};

void measureBulkAssign(const BenchBook &book);   ///< many seats at once, beside a bare INSERT ... SELECT
void measureSingleAssign(const BenchBook &book); ///< 1 and 16 clients, beside pgbench with the same SQL
void measureLists(const BenchBook &book);        ///< first page, middle, search, count
void measureFinding(const BenchBook &book);      ///< searches by fields, orders of several columns
void measureRoles(const BenchBook &book);        ///< lists as a manager, beside the administrator's
void measureReports(
    const BenchBook &book);     ///< each report and the dashboard, beside one pass over all assignments
void measureGuides(const BenchBook &book);       ///< renewals that are due, a look for notices
void measureExport(const BenchBook &book);       ///< beside psql's \copy of the same query
void measureImport(const BenchBook &book);       ///< beside COPY of the same rows
void measureTrust(const BenchBook &book);        ///< the audit verified, the doctor's examination
void measureWindow(const BenchBook &book);       ///< memory with the book open

/// Of a process: resident now, and at its peak, in MB. `resetPeak` begins a new peak.
[[nodiscard]] double residentMegabytes(qint64 pid);
[[nodiscard]] double peakMegabytes(qint64 pid);
void resetPeak();

/// How long a process has been at work on a processor.
[[nodiscard]] double workedSeconds(qint64 pid);

} // namespace seatledger
