// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/samplefiller.h"

#include "core/db/query.h"
#include "core/services/samplelicenseterms.h"
#include "core/services/samplemembers.h"
#include "core/services/samplenames.h"
#include "core/services/samplerandom.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr quint64 bookingStream = 12;

} // namespace

SampleFiller::SampleFiller(Session &session, const SampleSize &size, const SampleMoment &now,
                           qint64 operation, SampleProgress &progress)
    : m_session(session),
      m_size(size),
      m_today(now.day),
      m_operation(operation),
      m_progress(progress),
      m_catalogue(SampleCatalogue::read()),
      m_books(size, m_today, m_catalogue),
      m_usage(session, size, now, m_catalogue, m_books, progress),
      m_ids(m_today),
      m_givenIds(m_ids)
{}

Result<SampleOutcome> SampleFiller::fill()
{
    using Step = Result<void> (SampleFiller::*)();
    for (const Step step :
         {&SampleFiller::survey, &SampleFiller::fillDepartments, &SampleFiller::fillMembers,
          &SampleFiller::fillVendors, &SampleFiller::fillProducts, &SampleFiller::fillLicenses,
          &SampleFiller::fillThePast, &SampleFiller::fillThePresent, &SampleFiller::suspendLicenses,
          &SampleFiller::fillUsage}) {
        if (auto done = (this->*step)(); !done)
            return std::unexpected(std::move(done).error());
    }
    return m_outcome;
}

// What ids are given and how much there is to do must be known before the first row.
Result<void> SampleFiller::survey()
{
    qint64 others = m_usage.devices();
    for (qint64 index = 0; index < m_size.licenses; ++index) {
        if (auto going = notCancelled(); !going)
            return going;
        const SampleBook book = m_books.book(index);
        others += static_cast<qint64>(book.entitlements.size()) + m_usage.countOf(book);
        for (const SampleAssignment &row : book.assignments)
            m_ids.count(row.days.first);
    }
    m_ids.settle();
    m_givenIds = m_ids;
    // Each licence once more: what reports keep of it is counted at the end.
    m_progress.setTotal(m_size.members + 2 * m_size.licenses + m_size.assignments + others);
    return {};
}

Result<void> SampleFiller::notCancelled() const
{
    if (m_session.connection().cancelToken().isCancelled())
        return failure(ErrorCode::Cancelled, u"Cancelled"_s);
    return {};
}

Result<void> SampleFiller::fillDepartments()
{
    SampleProgress silent({});
    SampleTable table(m_session, u"seatledger.department (id, parent_id, name)"_s, silent);
    for (const SampleDepartment &department : m_catalogue.departments) {
        const qint64 parent = ++m_departments;
        if (auto written = table.row({parent, std::nullopt, department.name}); !written)
            return written;
        for (const QString &part : department.parts) {
            if (auto written = table.row({++m_departments, parent, part}); !written)
                return written;
        }
    }
    return table.finish();
}

Result<void> SampleFiller::fillMembers()
{
    SampleNames names(m_size.seed);
    SampleTable table(
        m_session,
        u"seatledger.member (id, number, name, email, department_id, status, joined_on, left_on)"_s,
        m_progress);
    for (qint64 index = 0; index < m_size.members; ++index) {
        const SampleMember member = SampleMember::at(m_size.seed, m_today, index);
        const SamplePerson person = names.next();
        const qint64 department = 1
                                  + static_cast<qint64>(member.department
                                                        % static_cast<quint64>(m_departments));
        if (auto ended = table.breathe(); !ended)
            return ended;
        if (auto written = table.row({index + 1, u"P%1"_s.arg(10'001 + index), person.name, person.email,
                                      department, member.status, sampleDay(member.joined),
                                      sampleDay(member.left)});
            !written)
            return written;
    }
    auto finished = table.finish();
    m_outcome.members = table.rows();
    return finished;
}

Result<void> SampleFiller::fillVendors()
{
    SampleProgress silent({});
    SampleTable vendors(m_session, u"seatledger.vendor (id, name, website)"_s, silent);
    qint64 id = 0;
    for (const SampleVendor &vendor : m_catalogue.vendors) {
        if (auto written = vendors.row({++id, vendor.name, vendor.website}); !written)
            return written;
    }
    return vendors.finish();
}

Result<void> SampleFiller::fillProducts()
{
    SampleProgress silent({});
    SampleTable products(m_session, u"seatledger.product (id, vendor_id, name)"_s, silent);
    qint64 id = 0;
    for (const SampleProduct &product : m_catalogue.products) {
        if (auto written = products.row({++id, product.vendor + 1, product.name}); !written)
            return written;
    }
    return products.finish();
}

Result<void> SampleFiller::fillLicenses()
{
    SampleTable table(
        m_session,
        u"seatledger.license (id, product_id, name, metric, term, state, owner_member_id, "
        "overage_percent, devices_per_seat, floating_lease_minutes, expiry_action, low_seat_threshold)"_s,
        m_progress);
    const qint64 products = m_catalogue.products.size();
    for (qint64 index = 0; index < m_size.licenses; ++index) {
        const SampleLicenseTerms terms = SampleLicenseTerms::of(m_books.license(index), m_size, m_today,
                                                                m_catalogue);
        if (terms.isToBeSuspended)
            m_toSuspend.append(index + 1);
        if (auto ended = table.breathe(); !ended)
            return ended;
        if (auto written = table.row({index + 1, 1 + index % products, m_catalogue.licenseName(index),
                                      terms.metric, terms.term, terms.state, terms.owner,
                                      terms.overagePercent, terms.devicesPerSeat, terms.leaseMinutes,
                                      terms.expiryAction, terms.lowSeatThreshold});
            !written)
            return written;
    }
    auto finished = table.finish();
    m_outcome.licenses = table.rows();
    return finished;
}

// The activations of assignments are told by their ids, which are taken in the same order once more.
Result<void> SampleFiller::fillUsage()
{
    SampleIds ids = m_givenIds;
    if (auto filled = m_usage.fillDevices(); !filled)
        return filled;
    if (auto analyzed = m_session.connection().execScript(
            u"ANALYZE seatledger.license_assignment, seatledger.license_seats, seatledger.device"_s);
        !analyzed)
        return analyzed;
    for (const bool inThePast : {true, false}) {
        if (auto filled = m_usage.fillActivations(ids, inThePast); !filled)
            return filled;
    }
    m_outcome.devices = m_usage.devices();
    m_outcome.activations = m_usage.activations();
    return {};
}

Result<void> SampleFiller::suspendLicenses()
{
    return Query(m_session, u"UPDATE seatledger.license SET state = 'suspended' WHERE id = ANY ($1)"_s)
        .bind(m_toSuspend)
        .exec();
}

// What the calendar is to have overtaken is written as of then, under the rules of that day; then the day is
// put right and what fell due since is booked, as it would have been in life.
Result<void> SampleFiller::fillThePast()
{
    if (auto moved = moveDay(-samplePast); !moved)
        return moved;
    if (auto filled = fillBooks(true); !filled)
        return filled;
    if (auto moved = moveDay(samplePast); !moved)
        return moved;
    // What falls due is found by joins, which must not be planned for empty tables.
    if (auto analyzed = m_session.connection().execScript(
            u"ANALYZE seatledger.license, seatledger.license_seats, seatledger.entitlement, seatledger.license_assignment"_s);
        !analyzed)
        return analyzed;
    return Query(m_session, u"SELECT seatledger.advance_due()"_s).exec();
}

Result<void> SampleFiller::fillThePresent()
{
    return fillBooks(false);
}

Result<void> SampleFiller::moveDay(DayNumber days)
{
    return Query(m_session, u"UPDATE seatledger.clock SET day_shift = day_shift + $1::integer"_s)
        .bind(days)
        .exec();
}

Result<void> SampleFiller::fillBooks(bool inThePast)
{
    if (auto bought = fillEntitlements(inThePast); !bought)
        return bought;
    return fillAssignments(inThePast);
}

Result<void> SampleFiller::fillEntitlements(bool inThePast)
{
    SampleTable table(
        m_session,
        u"seatledger.entitlement (id, license_id, quantity, period, price_minor, currency, billing, "
        "order_number, supplier, renews_id)"_s,
        m_progress);
    for (qint64 index = 0; index < m_size.licenses; ++index) {
        if (m_books.license(index).isWrittenInThePast() != inThePast)
            continue;
        if (auto ended = table.breathe(); !ended)
            return ended;
        if (auto written = writeEntitlements(table, m_books.book(index)); !written)
            return written;
    }
    return table.finish();
}

Result<void> SampleFiller::writeEntitlements(SampleTable &table, const SampleBook &book)
{
    const qint64 before = m_outcome.entitlements;
    for (const SampleEntitlement &entitlement : book.entitlements) {
        const qint64 id = ++m_outcome.entitlements;
        const SamplePurchase purchase = SamplePurchase::of(book.license, entitlement, id, m_size,
                                                           m_catalogue);
        const std::optional<qint64> renewed = entitlement.renews.transform(
            [&](std::size_t place) { return before + 1 + static_cast<qint64>(place); });
        auto written = table.row({id, book.license.index + 1, entitlement.quantity,
                                  samplePeriod(entitlement.days), purchase.priceMinor, purchase.currency,
                                  purchase.billing, purchase.orderNumber, purchase.supplier, renewed});
        if (!written)
            return written;
    }
    return {};
}

Result<void> SampleFiller::fillAssignments(bool inThePast)
{
    SampleTable table(
        m_session,
        u"seatledger.license_assignment (id, license_id, member_id, quantity, period, state, "
        "seat_released, suspended_until, ended_on, end_reason, operation_id, assigned_at, revoked_at)"_s,
        m_progress);
    for (qint64 index = 0; index < m_size.licenses; ++index) {
        const SampleLicense license = m_books.license(index);
        if (license.isWrittenInThePast() != inThePast || license.assignments == 0)
            continue;
        if (auto ended = table.breathe(); !ended)
            return ended;
        if (auto written = writeAssignments(table, m_books.book(index)); !written)
            return written;
    }
    auto finished = table.finish();
    m_outcome.assignments += table.rows();
    return finished;
}

Result<void> SampleFiller::writeAssignments(SampleTable &table, const SampleBook &book)
{
    for (const SampleAssignment &row : book.assignments) {
        if (auto written = writeAssignment(table, book, row); !written)
            return written;
    }
    return {};
}

Result<void> SampleFiller::writeAssignment(SampleTable &table, const SampleBook &book,
                                           const SampleAssignment &row)
{
    const qint64 id = m_ids.take(row.days.first);
    SampleRandom random(m_size.seed, bookingStream, static_cast<quint64>(id));
    const QString assigned = sampleText(sampleBooking(row.days.first, m_today, random));
    const QString revoked = row.endReason.isEmpty() ? QString()
                                                    : sampleText(sampleMoment(*row.endedOn, random));
    return table.row({id, book.license.index + 1, row.member + 1, row.quantity, samplePeriod(row.days),
                      row.state, row.isReleased, sampleDay(row.suspendedUntil), sampleDay(row.endedOn),
                      row.endReason.isEmpty() ? QString() : row.endReason, m_operation, assigned, revoked});
}

} // namespace seatledger
