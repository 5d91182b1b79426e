// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/copy.h"
#include "core/db/session.h"
#include "core/repositories/auditrepository.h"

#include <QByteArray>
#include <QCoreApplication>

#include <functional>
#include <span>

namespace seatledger {

/// One check of the whole audit chain, for AuditRepository: run it once, inside one snapshot.
///
/// It trusts neither the stored digests nor the database's own functions: the digests of the events are
/// computed anew by built-in functions in the database, where the events are, and the links here.
class AuditVerifier final
{
    Q_DECLARE_TR_FUNCTIONS(AuditVerifier)

public:
    AuditVerifier(Session &session, const std::function<void(qint64, qint64)> &progress);

    [[nodiscard]] Result<AuditVerdict> run();

private:
    struct Link;

    [[nodiscard]] Result<void> countLinks();
    [[nodiscard]] Result<void> readLinks();
    [[nodiscard]] Result<void> checkHead();
    [[nodiscard]] Result<void> checkUnlinked();
    [[nodiscard]] Result<void> checkOrphans();
    void takeLink(const Link &link);
    [[nodiscard]] QString problemOf(const Link &link, const QByteArray &hash) const;
    void blame(qint64 position, const QString &problem);
    [[nodiscard]] Result<qint64> positionAfter(qint64 statement);
    [[nodiscard]] Result<void> blameStatement(const QString &query, const QString &problem);

    Session &m_session;
    const std::function<void(qint64, qint64)> &m_progress;
    AuditVerdict m_verdict;
    qint64 m_total = 0;
    QByteArray m_previous; ///< the hash of the link before
};

} // namespace seatledger
