// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/dayrange.h"
#include "core/domain/result.h"
#include "core/services/sampleapplicationservice.h"
#include "core/services/samplebook.h"
#include "core/services/samplecatalogue.h"
#include "core/services/sampleids.h"
#include "core/services/samplemoments.h"
#include "core/services/sampletable.h"
#include "core/services/sampleusagefiller.h"

#include <QList>

namespace seatledger {

/// Writes a sample into an empty book, table after table, within the transaction and the operation that are
/// open. Used once.
class SampleFiller final
{
public:
    /// `now` in the organisation's time zone, which the session is set to.
    SampleFiller(Session &session, const SampleSize &size, const SampleMoment &now, qint64 operation,
                 SampleProgress &progress);

    [[nodiscard]] Result<SampleOutcome> fill();

private:
    [[nodiscard]] Result<void> survey();
    [[nodiscard]] Result<void> fillDepartments();
    [[nodiscard]] Result<void> fillMembers();
    [[nodiscard]] Result<void> fillVendors();
    [[nodiscard]] Result<void> fillProducts();
    [[nodiscard]] Result<void> fillLicenses();
    [[nodiscard]] Result<void> fillThePast();
    [[nodiscard]] Result<void> fillThePresent();
    [[nodiscard]] Result<void> suspendLicenses();
    [[nodiscard]] Result<void> fillUsage();
    [[nodiscard]] Result<void> moveDay(DayNumber days);
    [[nodiscard]] Result<void> fillBooks(bool inThePast);
    [[nodiscard]] Result<void> fillEntitlements(bool inThePast);
    [[nodiscard]] Result<void> fillAssignments(bool inThePast);
    [[nodiscard]] Result<void> writeEntitlements(SampleTable &table, const SampleBook &book);
    [[nodiscard]] Result<void> writeAssignments(SampleTable &table, const SampleBook &book);
    [[nodiscard]] Result<void> writeAssignment(SampleTable &table, const SampleBook &book,
                                               const SampleAssignment &row);
    [[nodiscard]] Result<void> notCancelled() const;

    Session &m_session;
    const SampleSize m_size;
    const DayNumber m_today;
    const qint64 m_operation;
    SampleProgress &m_progress;
    const SampleCatalogue m_catalogue;
    const SampleBooks m_books;

    SampleUsageFiller m_usage;
    SampleIds m_ids;
    SampleIds m_givenIds; // as they were before the first was taken
    QList<qint64> m_toSuspend;
    qint64 m_departments = 0;
    SampleOutcome m_outcome;
};

} // namespace seatledger
