// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/money.h"
#include "ui/book/historyentries.h"
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
    std::vector<WaitingRow> waiting; ///< who asked first comes first
    qint64 waitingCount = 0;
    History history;
    std::optional<std::vector<LicenseKeyRow>> keys; ///< none where they may not be seen
};

/// What the person may see of a licence beside the rest.
struct LicenseSight {
    bool audit = true;
    bool keys = true;
};

[[nodiscard]] Result<LicenseContents> readLicense(const Services &services, Session &session, LicenseId id,
                                                  const LicenseSight &sight);

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

/// What was bought as entries of the panel; `today` tells the current ones from the others. Who may not see
/// costs reads that instead of a price.
[[nodiscard]] std::vector<Entry> entitlementEntries(const std::vector<Entitlement> &entitlements, QDate today,
                                                    bool showsPrices);

/// One or two sentences on what comes: "3 seats are lacking from 2026-05-01." Empty: nothing to say.
[[nodiscard]] QString outlookText(const SeatStanding &standing);

} // namespace seatledger
