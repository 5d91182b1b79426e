// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/currency.h"
#include "core/domain/holding.h"
#include "core/domain/ids.h"
#include "core/domain/importfield.h"
#include "core/domain/result.h"

#include <QHash>
#include <QLatin1StringView>
#include <QStringList>

#include <optional>
#include <utility>
#include <vector>

namespace seatledger {

/// What the statements of an import are told.
struct ImportTerms {
    QStringList fields = {};    ///< that the file has
    bool skipsExisting = false;
    std::optional<OperationId> operation = std::nullopt; ///< that assignments are made by
};

/// One problem as the checks found it: what is wrong is a code, and `text` a sentence that is ready.
struct StagedProblem {
    qint64 row = 0;
    qint64 line = 0;
    QString field = {};
    QString value = {};
    QString code = {};
    QString detail = {};
};

/// What a row of a file does to what is held of a licence.
struct StagedHolding {
    qint64 row = 0;
    qint64 line = 0;
    LicenseId license;
    HoldingChange change;
};

/// How many rows of the file would be added, updated, left as they are because they are so, or because they
/// are to stay.
struct StagedCounts {
    qint64 added = 0;
    qint64 updated = 0;
    qint64 unchanged = 0;
    qint64 skipped = 0;
};

/// Imports by statements on sets: the rows of a file go by COPY into a table of the session, are resolved,
/// decided on and checked there, and applied by a statement for each table. The statements are in
/// resources/import, one file a kind. Stateless; in the thread of its session and within its transaction, at
/// whose end the tables are gone.
class ImportRepository final
{
public:
    /// Makes the tables of the session.
    [[nodiscard]] Result<void> begin(Session &session, ImportKind kind) const;

    /// What to COPY the rows into: `nr` and `line`, the fields of stagedFields(), and `bad`, the problems
    /// that reading found: field, value and sentence with U+001F between, U+001E between problems.
    [[nodiscard]] static QString target(ImportKind kind);
    [[nodiscard]] static QStringList stagedFields(ImportKind kind);

    /// Runs the statements of one step, if the kind has it. Answers the rows they wrote together.
    [[nodiscard]] Result<qint64> run(Session &session, ImportKind kind, QLatin1StringView step,
                                     const ImportTerms &terms) const;

    /// Departments that rows name and nobody knows: paths.
    [[nodiscard]] Result<QStringList> newDepartments(Session &session) const;
    /// The department of this name below `parent`, which is made if it is not there; whether it was.
    [[nodiscard]] Result<std::pair<DepartmentId, bool>> ensureDepartment(Session &session,
                                                                         std::optional<DepartmentId> parent,
                                                                         const QString &name) const;

    /// The licences of which the counters alone cannot say that there are seats enough.
    [[nodiscard]] Result<QList<LicenseId>> doubtfulLicenses(Session &session) const;
    /// What the rows do to these licences: by licence, updates first, in the order of the file.
    [[nodiscard]] Result<std::vector<StagedHolding>> holdingsOf(Session &session,
                                                                const QList<LicenseId> &licenses) const;

    [[nodiscard]] Result<void> addProblems(Session &session,
                                           const std::vector<StagedProblem> &problems) const;
    /// The row by which a licence comes in.
    [[nodiscard]] Result<std::optional<StagedProblem>> firstRowOf(Session &session, ImportKind kind,
                                                                  LicenseId license) const;

    /// The organisation's own currency.
    [[nodiscard]] Result<Currency> currency(Session &session) const;

    /// How many rows run() of `write` is to write.
    [[nodiscard]] Result<qint64> expectedRows(Session &session, ImportKind kind) const;

    [[nodiscard]] Result<StagedCounts> counts(Session &session, ImportKind kind) const;
    [[nodiscard]] Result<qint64> problemCount(Session &session) const;
    /// Those of rows after `row`, in their order, whole rows up to about `limit` problems.
    [[nodiscard]] Result<std::vector<StagedProblem>> problems(Session &session, qint64 afterRow,
                                                              qint64 limit) const;

private:
    [[nodiscard]] Result<qint64> runText(Session &session, const QString &sql,
                                         const ImportTerms &terms) const;
};

} // namespace seatledger
