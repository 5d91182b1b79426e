// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/notice.h"
#include "core/domain/result.h"
#include "core/repositories/noticerepository.h"
#include "core/repositories/operationrepository.h"
#include "core/repositories/reportrepository.h"
#include "core/services/accessapplicationservice.h"
#include "core/services/booked.h"

#include <QStringList>

#include <vector>

namespace seatledger {

/// Why there was, or was no, notice about one licence: a sentence for each lead time and threshold.
struct NoticeExplanation {
    LicenseId license;
    QString licenseName = {};
    std::vector<NoticeReason> reasons = {};
    QStringList sentences = {}; ///< of the reasons, in the program's language
};

/// Finds notices, says what was told and why not, and keeps what the organisation decided about them. The
/// reader gets what is for them. Stateless apart from its repositories; use it in the thread of the session.
class NoticeApplicationService final
{
public:
    NoticeApplicationService(const NoticeRepository &notices, const ReportRepository &reports,
                             const OperationRepository &operations, const AccessApplicationService &access);

    /// Writes what there is to tell and the mail about it; whoever is running calls it now and then. Answers
    /// how many notices are new, 0 while somebody else does it. Shortages are read from what is kept by day,
    /// so some of what is to be counted anew is counted first. Who calls it every minute names a pause: one
    /// look within it does for all processes. Where nothing has changed since the last look there is none.
    [[nodiscard]] Result<qint64> find(Session &session, std::chrono::seconds pause = {}) const;

    /// Action::ManageSettings. What differs is one operation. InvalidInput with a `field`.
    [[nodiscard]] Result<Booked<NoticeSettings>> change(Session &session, const NoticeSettings &wanted) const;

    /// NotFound for who may not know it.
    [[nodiscard]] Result<NoticeExplanation> explain(Session &session, LicenseId license) const;
    /// The licences that a member owns; none if there are none.
    [[nodiscard]] Result<std::vector<NoticeExplanation>> explain(Session &session, MemberId owner) const;

private:
    [[nodiscard]] Result<std::vector<NoticeExplanation>> explain(Session &session,
                                                                 const QList<LicenseId> &licenses) const;

    const NoticeRepository &m_notices;
    const ReportRepository &m_reports;
    const OperationRepository &m_operations;
    const AccessApplicationService &m_access;
};

} // namespace seatledger
