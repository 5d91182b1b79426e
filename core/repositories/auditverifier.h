// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/auditanchor.h"
#include "core/repositories/auditverdict.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QCryptographicHash>

#include <functional>
#include <optional>
#include <vector>

namespace seatledger {

class AuditLink;

/// One check of the whole audit chain, for AuditRepository: run it once, inside one snapshot.
///
/// It trusts neither the stored digests nor the database's own functions: the digests of the events are
/// computed anew by built-in functions in the database, where the events are, by several of its processes;
/// the links here, meanwhile. Both are streamed in the order of an index, in constant memory.
class AuditVerifier final
{
    Q_DECLARE_TR_FUNCTIONS(AuditVerifier)

public:
    using Progress = std::function<void(qint64 done, qint64 total)>;

    /// All of them must outlive it.
    AuditVerifier(Session &session, const std::optional<AuditAnchor> &anchor, const Progress &progress);

    [[nodiscard]] Result<AuditVerdict> run();

private:
    struct EventCheck;
    struct Finding;

    [[nodiscard]] Result<void> checkAll();
    [[nodiscard]] Result<void> countWork();
    [[nodiscard]] Result<void> readArchives();
    [[nodiscard]] Result<void> checkArchiveRows();
    [[nodiscard]] Result<void> checkArchivedOperations();
    /// The parts that the query names by `first_position` and `part`; %1 of the sentence is the title.
    [[nodiscard]] Result<void> blameParts(const QString &query, const QString &sentence);
    [[nodiscard]] Result<void> readLinks();
    [[nodiscard]] Result<void> readEvents();
    [[nodiscard]] Result<void> checkHead();
    [[nodiscard]] Result<void> checkUnlinkedStatements();
    [[nodiscard]] Result<void> checkUnlinkedOperations();
    [[nodiscard]] Result<void> checkAnchor();
    [[nodiscard]] Result<void> checkAnchoredLink();
    [[nodiscard]] Result<QByteArray> hashAt(qint64 position);
    void takeLink(const AuditLink &link);
    [[nodiscard]] std::optional<Finding> findingIn(const AuditLink &link);
    [[nodiscard]] Result<void> blameEvents(const std::vector<EventCheck> &bad);
    void blame(AuditDamage damage, qint64 position, const QString &sentence);
    [[nodiscard]] Result<std::optional<qint64>> oldest(const QString &query);
    [[nodiscard]] Result<qint64> placeOf(const QString &query, qint64 id);
    void report(qint64 step);

    Session &m_session;
    const std::optional<AuditAnchor> &m_anchor;
    const Progress &m_progress;
    AuditVerdict m_verdict;
    QCryptographicHash m_hash{QCryptographicHash::Sha256};
    QByteArray m_content;
    QByteArray m_previous; ///< the hash of the link before
    qint64 m_lastPosition = 0;
    qint64 m_lastArchived = 0; ///< the links up to there are in files
    qint64 m_done = 0;
    qint64 m_total = 0;
    qint64 m_reported = 0;
};

} // namespace seatledger
