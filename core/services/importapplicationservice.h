// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/result.h"
#include "core/repositories/importmappingrepository.h"
#include "core/repositories/operationrepository.h"
#include "core/services/accessapplicationservice.h"
#include "core/services/importrequest.h"
#include "core/services/planfactsreader.h"

#include <QString>

#include <functional>
#include <optional>
#include <vector>

namespace seatledger {

/// Brings members, licences with what was bought, and assignments in from files. A file goes by COPY into a
/// table of the session, is checked there as a set, and is applied by a statement for each table: whole or
/// not at all, as one operation that can be undone. The same file a second time changes nothing. Keys in the
/// file go into the book and are in no answer, error or file that comes of it.
///
/// Stateless apart from its repositories; in the thread of the session, whose token cancels. Forbidden
/// without Action::Import, and with keys without Action::EditCatalogue. Errors of files are those of
/// TableFile.
class ImportApplicationService final
{
public:
    ImportApplicationService(const ImportMappingRepository &mappings, const LicenseRepository &licenses,
                             const LicenseAssignmentRepository &assignments,
                             const OperationRepository &operations, const AccessApplicationService &access);

    /// What the columns are to be taken for: by the saved mapping named, or else the one that knows most of
    /// the headings and all that are required; then by exact, then by similar names. How days and numbers are
    /// written is told from all values of the preview. NotFound if there is no mapping of that name.
    [[nodiscard]] Result<ImportMapping> match(Session &session, ImportKind kind,
                                              const TableFilePreview &preview,
                                              const std::optional<QString> &mappingName = std::nullopt) const;

    /// `mapping` with its columns' days, decimals and doubts, after a person chose other fields. Columns
    /// whose days or decimals are set keep them: clear them to have them told anew.
    [[nodiscard]] static ImportMapping withFormats(ImportMapping mapping, const TableFilePreview &preview);

    /// Those that come with the program and those that were saved, by name.
    [[nodiscard]] Result<std::vector<ImportMapping>> mappings(Session &session, ImportKind kind) const;

    /// Saves under `mapping.name` the columns that are taken for something, over an older one of that name.
    /// InvalidInput without a name, Conflict for the name of one that is shipped.
    [[nodiscard]] Result<void> saveMapping(Session &session, const ImportMapping &mapping) const;
    [[nodiscard]] Result<void> removeMapping(Session &session, ImportKind kind, const QString &name) const;

    /// run(), rolled back: what it would do, and every problem.
    [[nodiscard]] Result<ImportOutcome> testRun(Session &session, const ImportRequest &request,
                                                const ImportProgressReport &progress = {}) const;

    /// Imports. With problems nothing is written, unless rows with problems are to be left out: the outcome
    /// tells, by `rejected` and no `operation`.
    [[nodiscard]] Result<ImportOutcome> run(Session &session, const ImportRequest &request,
                                            const ImportProgressReport &progress = {}) const;

    /// A test run that writes the rows with problems to `path`: the file's own columns, and `import_row`,
    /// `import_column`, `import_reason`. Corrected there, it can be imported as it is. Answers how many rows;
    /// without any there is no file.
    [[nodiscard]] Result<qint64> writeProblems(Session &session, const ImportRequest &request,
                                               const QString &path,
                                               const ImportProgressReport &progress = {}) const;

private:
    [[nodiscard]] Result<void> require(Session &session, const ImportRequest &request) const;
    [[nodiscard]] Result<ImportMapping> savedMapping(Session &session, ImportKind kind,
                                                     const QString &name) const;
    [[nodiscard]] Result<void> book(Session &session, const QString &summary,
                                    const std::function<Result<void>()> &write) const;

    const ImportMappingRepository &m_mappings;
    PlanFactsReader m_facts;
    const OperationRepository &m_operations;
    const AccessApplicationService &m_access;
};

} // namespace seatledger
