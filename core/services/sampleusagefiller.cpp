// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/sampleusagefiller.h"

#include "core/services/samplelicenseterms.h"
#include "core/services/samplemembers.h"

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

Result<void> going(Session &session)
{
    if (session.connection().cancelToken().isCancelled())
        return failure(ErrorCode::Cancelled, u"Cancelled"_s);
    return {};
}

} // namespace

SampleUsageFiller::SampleUsageFiller(Session &session, const SampleSize &size, const SampleMoment &now,
                                     const SampleCatalogue &catalogue, const SampleBooks &books,
                                     SampleProgress &progress)
    : m_session(session),
      m_size(size),
      m_now(now),
      m_catalogue(catalogue),
      m_books(books),
      m_progress(progress),
      m_devices(size, now.day)
{}

SampleLicenseTerms SampleUsageFiller::termsOf(const SampleBook &book) const
{
    return SampleLicenseTerms::of(book.license, m_size, m_now.day, m_catalogue);
}

std::vector<SampleActivation> SampleUsageFiller::activationsOf(const SampleBook &book,
                                                               const SampleLicenseTerms &terms,
                                                               const SampleAssignment &row) const
{
    return sampleActivations(book.license, terms, row, m_devices.countOf(row.member), m_size.seed, m_now.day);
}

qint64 SampleUsageFiller::countOf(const SampleBook &book) const
{
    const SampleLicenseTerms terms = termsOf(book);
    qint64 count = 0;
    for (const SampleAssignment &row : book.assignments)
        count += static_cast<qint64>(activationsOf(book, terms, row).size());
    return count;
}

Result<void> SampleUsageFiller::fillDevices()
{
    SampleTable table(m_session,
                      u"seatledger.device (id, fingerprint, name, platform, member_id, retired_on)"_s,
                      m_progress);
    for (qint64 member = 0; member < m_size.members; ++member) {
        if (auto ended = table.breathe(); !ended)
            return ended;
        for (qint64 ordinal = 0; ordinal < m_devices.countOf(member); ++ordinal) {
            const SampleDevice device = m_devices.at(member, ordinal);
            if (auto written = table.row({m_devices.idOf(member, ordinal), device.fingerprint, device.name,
                                          device.platform, member + 1, sampleDay(device.retiredOn)});
                !written)
                return written;
        }
    }
    return table.finish();
}

Result<void> SampleUsageFiller::fillActivations(SampleIds &ids, bool inThePast)
{
    SampleTable table(m_session,
                      u"seatledger.activation (id, assignment_id, license_id, device_id, activated_at, "
                      "released_at, release_reason)"_s,
                      m_progress);
    for (qint64 index = 0; index < m_size.licenses; ++index) {
        const SampleLicense license = m_books.license(index);
        if (license.isWrittenInThePast() != inThePast || license.assignments == 0)
            continue;
        if (auto checked = going(m_session); !checked)
            return checked;
        if (table.isFull()) {
            if (auto ended = finishWithLeases(table); !ended)
                return ended;
        }
        if (auto written = writeActivations(table, m_books.book(index), ids); !written)
            return written;
    }
    return finishWithLeases(table);
}

Result<void> SampleUsageFiller::writeActivations(SampleTable &table, const SampleBook &book, SampleIds &ids)
{
    const SampleLicenseTerms terms = termsOf(book);
    for (const SampleAssignment &row : book.assignments) {
        const qint64 assignment = ids.take(row.days.first);
        for (const SampleActivation &activation : activationsOf(book, terms, row)) {
            if (auto written = writeActivation(table, assignment, book.license.index + 1, row.member,
                                               activation);
                !written)
                return written;
        }
    }
    return {};
}

Result<void> SampleUsageFiller::writeActivation(SampleTable &table, qint64 assignment, qint64 license,
                                                qint64 member, const SampleActivation &activation)
{
    const qint64 id = ++m_activations;
    const qint64 device = m_devices.idOf(member, activation.device);
    const QString since = sampleText(activation.activatedAt);
    if (activation.releasedAt)
        return table.row({id, assignment, license, device, since, sampleText(*activation.releasedAt),
                          activation.releaseReason});
    m_leases.push_back({id, std::min(activation.lastSeen, m_now)});
    return table.row({id, assignment, license, device, since, std::nullopt, std::nullopt});
}

Result<void> SampleUsageFiller::finishWithLeases(SampleTable &table)
{
    if (auto ended = table.finish(); !ended)
        return ended;
    return writeLeases();
}

// Seats of people and machines are theirs until somebody takes them: their leases do not run out.
Result<void> SampleUsageFiller::writeLeases()
{
    SampleProgress silent({});
    SampleTable table(m_session, u"seatledger.activation_lease (activation_id, last_seen_at, lease_until)"_s,
                      silent);
    for (const Lease &lease : m_leases) {
        if (auto written = table.row({lease.activation, sampleText(lease.lastSeen), "infinity"_L1}); !written)
            return written;
    }
    m_leases.clear();
    return table.finish();
}

} // namespace seatledger
