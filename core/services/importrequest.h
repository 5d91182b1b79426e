// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/ids.h"
#include "core/domain/importmapping.h"
#include "core/formats/tablefile.h"

#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace seatledger {

/// What becomes of rows that the book has already, by their natural key: the member's number, or else the
/// e-mail address; the licence's name, and of its entitlements first day and order number; of an assignment
/// the licence, the member and the first day.
enum class OnExisting {
    Update, ///< the fields that the file has take its values
    Skip,   ///< the book's row stays as it is
    Stop,   ///< each is a problem
};

template <>
std::span<const EnumEntry<OnExisting>> enumEntries();

/// One file to import, and how.
struct ImportRequest {
    ImportKind kind = ImportKind::Members;
    QString path;
    TableFileFormat format;
    ImportMapping mapping;
    OnExisting onExisting = OnExisting::Update;
    bool leaveOutProblems = false; ///< import the other rows, rather than none
    bool createMissing = false;    ///< departments, vendors and products that the book does not know
    QString problemsPath = {};     ///< where the rows with problems go, see writeProblems(); empty: nowhere
};

/// What is wrong with one row.
struct ImportProblem {
    qint64 row = 0;     ///< from 1, headings not counted
    qint64 line = 0;    ///< of the file, from 1
    QString column; ///< its heading; empty: the row as a whole
    QString value;
    QString reason; ///< translated: what is wrong, and what to do

    friend bool operator==(const ImportProblem &, const ImportProblem &) = default;
};

/// What became of the rows, or would. Each is counted once: added, updated, unchanged, skipped or rejected.
struct ImportOutcome {
    qint64 rows = 0;
    qint64 added = 0;
    qint64 updated = 0;
    qint64 unchanged = 0; ///< the book had just that
    qint64 skipped = 0;   ///< the book had it, and it was to stay
    qint64 rejected = 0;  ///< rows with problems
    qint64 created = 0;   ///< departments, vendors and products made on the way
    std::vector<ImportProblem> problems = {}; ///< the first 1,000, in order of rows
    qint64 problemCount = 0;
    std::optional<OperationId> operation =
        std::nullopt; ///< to undo; none if nothing was changed, or in a test run

    [[nodiscard]] bool changesAnything() const { return added + updated + created > 0; }
};

enum class ImportPhase {
    Reading, ///< bytes of the file
    Checking, ///< rows
    Writing,  ///< rows
    Counting, ///< licences, once the rows are in the book: for reports, and cancelled without any harm
};

/// How far an import is.
struct ImportProgress {
    ImportPhase phase = ImportPhase::Reading;
    qint64 done = 0;
    qint64 total = 0;
    qint64 rows = 0; ///< read so far
};

using ImportProgressReport = std::function<void(const ImportProgress &)>;

} // namespace seatledger
