// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/result.h"
#include "core/services/sampleactivations.h"
#include "core/services/samplebook.h"
#include "core/services/sampledevices.h"
#include "core/services/sampleids.h"
#include "core/services/samplemoments.h"
#include "core/services/sampletable.h"

#include <vector>

namespace seatledger {

/// Writes what runs where: the members' machines, the activations of assignments that are in the book
/// already, their heartbeats. Used once, in the transaction and the operation of the rest of the sample.
class SampleUsageFiller final
{
public:
    /// `now` in the organisation's time zone: nothing was seen later.
    SampleUsageFiller(Session &session, const SampleSize &size, const SampleMoment &now,
                      const SampleCatalogue &catalogue, const SampleBooks &books, SampleProgress &progress);

    /// The activations of one licence.
    [[nodiscard]] qint64 countOf(const SampleBook &book) const;
    [[nodiscard]] qint64 devices() const { return m_devices.total(); }

    [[nodiscard]] Result<void> fillDevices();
    /// The assignments take their ids from `ids`: of the licences whose assignments were written in the past,
    /// or of the others.
    [[nodiscard]] Result<void> fillActivations(SampleIds &ids, bool inThePast);

    [[nodiscard]] qint64 activations() const { return m_activations; }

private:
    struct Lease {
        qint64 activation;
        SampleMoment lastSeen;
    };

    [[nodiscard]] SampleLicenseTerms termsOf(const SampleBook &book) const;
    [[nodiscard]] std::vector<SampleActivation> activationsOf(const SampleBook &book,
                                                              const SampleLicenseTerms &terms,
                                                              const SampleAssignment &row) const;
    [[nodiscard]] Result<void> writeActivation(SampleTable &table, qint64 assignment, qint64 license,
                                               qint64 member, const SampleActivation &activation);
    [[nodiscard]] Result<void> writeActivations(SampleTable &table, const SampleBook &book, SampleIds &ids);
    [[nodiscard]] Result<void> finishWithLeases(SampleTable &table);
    [[nodiscard]] Result<void> writeLeases();

    Session &m_session;
    const SampleSize m_size;
    const SampleMoment m_now;
    const SampleCatalogue &m_catalogue;
    const SampleBooks &m_books;
    SampleProgress &m_progress;
    const SampleDevices m_devices;

    qint64 m_activations = 0;
    std::vector<Lease> m_leases; // of the activations that are being written
};

} // namespace seatledger
