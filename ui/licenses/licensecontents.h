// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/money.h"
#include "core/repositories/auditrepository.h"
#include "ui/book/seatstanding.h"
#include "ui/common/widgets/entrylist.h"

#include <vector>

namespace seatledger {

/// Everything the panel of a licence shows, read in one go on a worker.
struct LicenseContents {
    License license;
    QString product;
    QString owner;
    SeatStanding standing;
    std::vector<Entitlement> entitlements;
    std::vector<Money> monthlyCost; ///< of all seats bought for today
    std::vector<AssignmentRow> holders;
    qint64 holderCount = 0;
    std::vector<AuditEntry> history;
};

[[nodiscard]] Result<LicenseContents> readLicense(const Services &services, Session &session, LicenseId id);

/// What several licences come to.
struct LicenseTotals {
    qint64 licenses = 0;
    qint64 used = 0;
    qint64 bought = 0;
    qint64 unlimited = 0; ///< licences without a limit
    std::vector<Money> monthlyCost;
};

[[nodiscard]] Result<LicenseTotals> readLicenseTotals(const Services &services, Session &session,
                                                      const QList<LicenseId> &ids);

/// What was bought as entries of the panel; `today` tells the current ones from the others.
[[nodiscard]] std::vector<Entry> entitlementEntries(const std::vector<Entitlement> &entitlements,
                                                    QDate today);

/// One or two sentences on what comes: "3 seats are lacking from 2026-05-01." Empty: nothing to say.
[[nodiscard]] QString outlookText(const SeatStanding &standing);

} // namespace seatledger
