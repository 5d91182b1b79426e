// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/repositories/importrepository.h"
#include "core/repositories/operationrepository.h"
#include "core/services/importrequest.h"
#include "core/services/planfactsreader.h"

#include <QStringList>

namespace seatledger {

/// One import of one file, within a transaction of its caller, who keeps it or takes it back. Lives as long
/// as that, in the thread of the session.
class ImportRun final
{
public:
    ImportRun(Session &session, const ImportRequest &request, const PlanFactsReader &facts,
              const OperationRepository &operations, const ImportProgressReport &progress);

    [[nodiscard]] Result<ImportOutcome> run();

private:
    using Step = Result<void> (ImportRun::*)();

    [[nodiscard]] Result<void> begin();
    [[nodiscard]] Result<void> read();
    [[nodiscard]] Result<void> check();
    [[nodiscard]] Result<void> createMissing();
    [[nodiscard]] Result<void> createDepartments();
    [[nodiscard]] Result<void> checkSeats();
    [[nodiscard]] Result<void> write();
    [[nodiscard]] Result<void> attempt();
    [[nodiscard]] Result<bool> refusedRow(const Error &error);
    [[nodiscard]] Result<void> summarise();

    [[nodiscard]] Result<qint64> step(QLatin1StringView name);
    [[nodiscard]] Result<void> steps(std::initializer_list<QLatin1StringView> names);
    [[nodiscard]] Result<void> openOperation();
    [[nodiscard]] bool mayWrite() const;
    [[nodiscard]] ImportProblem problemOf(const StagedProblem &staged) const;
    void tell(ImportPhase phase, qint64 done, qint64 total) const;

    Session &m_session;
    const ImportRequest &m_request;
    const PlanFactsReader &m_facts;
    const OperationRepository &m_operations;
    const ImportProgressReport &m_progress;
    ImportRepository m_repository;
    ImportMapping m_mapping;
    QStringList m_headings;
    qint64 m_bytes = 0;
    qint64 m_passedOver = 0; ///< rows that are free seats
    ImportTerms m_terms;
    ImportOutcome m_outcome;
};

/// `mapping` without the columns that a file with these headings has not.
[[nodiscard]] ImportMapping mappingOfFile(const ImportMapping &mapping, const QStringList &headings);

/// The heading by which a person knows the field of a problem.
[[nodiscard]] QString headingOf(const ImportMapping &mapping, const QString &field);

} // namespace seatledger
