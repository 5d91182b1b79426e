// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/compositequeryrepository.h"

#include "core/repositories/listqueries.h"
#include "core/repositories/storedvalue.h"

namespace seatledger {

namespace {

MemberRow memberRow(const Row &row)
{
    return {.id = storedId<MemberId>(row, "id"),
            .number = row.text("number"),
            .name = row.text("name"),
            .email = row.text("email"),
            .department = row.text("department"),
            .status = storedEnum<MemberStatus>(row, "status"),
            .licenses = row.integer("licenses"),
            .version = storedNumber(row, "version"),
            .joinedOn = row.optionalDate("joined_on"),
            .note = row.text("note")};
}

LicenseRow licenseRow(const Row &row)
{
    const auto capacity = row.optionalInteger("capacity");
    return {.id = storedId<LicenseId>(row, "id"),
            .name = row.text("name"),
            .vendor = row.text("vendor"),
            .product = row.text("product"),
            .metric = storedEnum<LicenseMetric>(row, "metric"),
            .term = storedEnum<LicenseTerm>(row, "term"),
            .state = storedEnum<LicenseState>(row, "state"),
            .capacity = capacity ? Seats(*capacity) : Seats::unlimited(),
            .held = row.integer("held"),
            .promised = row.integer("promised"),
            .shortage = row.integer("short"),
            .waiting = row.integer("waiting"),
            .lapsesOn = row.optionalDate("lapses_on"),
            .version = storedNumber(row, "version"),
            .overagePercent = storedNumber(row, "overage_percent"),
            .lowSeatThreshold = row.optionalInteger("low_seat_threshold").transform([](qint64 value) {
                return static_cast<int>(value);
            }),
            .note = row.text("note")};
}

AssignmentRow assignmentRow(const Row &row)
{
    return {.id = storedId<AssignmentId>(row, "id"),
            .license = storedId<LicenseId>(row, "license_id"),
            .licenseName = row.text("license_name"),
            .member = storedId<MemberId>(row, "member_id"),
            .memberName = row.text("member_name"),
            .memberEmail = row.text("member_email"),
            .department = row.text("department"),
            .quantity = storedNumber(row, "quantity"),
            .period = storedPeriod(row),
            .state = storedEnum<AssignmentState>(row, "state"),
            .seatReleased = row.boolean("seat_released"),
            .suspendedUntil = row.optionalDate("suspended_until"),
            .endedOn = row.optionalDate("ended_on"),
            .version = storedNumber(row, "version"),
            .note = row.text("note")};
}

template <typename FromRow>
auto pageOf(const Result<ListQuery> &list, Session &session, const PageKey &after, int skip, int limit,
            FromRow fromRow) -> Result<ListPage<std::invoke_result_t<FromRow, const Row &>>>
{
    if (!list)
        return std::unexpected(list.error());
    return list->page(session, after, skip, limit, fromRow);
}

Result<std::vector<PageKey>> anchorsOf(const Result<ListQuery> &list, Session &session, int every)
{
    if (!list)
        return std::unexpected(list.error());
    return list->anchors(session, every);
}

Result<qint64> countOf(const Result<ListQuery> &list, Session &session)
{
    if (!list)
        return std::unexpected(list.error());
    return list->count(session);
}

} // namespace

Result<ListPage<MemberRow>> CompositeQueryRepository::members(Session &session, const MemberFilter &filter,
                                                              const ListOrder<MemberSort> &order,
                                                              const PageKey &after, int skip, int limit) const
{
    return pageOf(memberListQuery(session, filter, order, m_effort), session, after, skip, limit, memberRow);
}

Result<std::vector<PageKey>> CompositeQueryRepository::memberAnchors(Session &session,
                                                                     const MemberFilter &filter,
                                                                     const ListOrder<MemberSort> &order,
                                                                     int every) const
{
    return anchorsOf(memberListQuery(session, filter, order, m_effort), session, every);
}

Result<qint64> CompositeQueryRepository::memberCount(Session &session, const MemberFilter &filter) const
{
    return countOf(memberListQuery(session, filter, {}, m_effort), session);
}

Result<ListPage<LicenseRow>> CompositeQueryRepository::licenses(Session &session, const LicenseFilter &filter,
                                                                const ListOrder<LicenseSort> &order,
                                                                const PageKey &after, int skip,
                                                                int limit) const
{
    return pageOf(licenseListQuery(session, filter, order, m_effort), session, after, skip, limit,
                  licenseRow);
}

Result<std::vector<PageKey>> CompositeQueryRepository::licenseAnchors(Session &session,
                                                                      const LicenseFilter &filter,
                                                                      const ListOrder<LicenseSort> &order,
                                                                      int every) const
{
    return anchorsOf(licenseListQuery(session, filter, order, m_effort), session, every);
}

Result<qint64> CompositeQueryRepository::licenseCount(Session &session, const LicenseFilter &filter) const
{
    return countOf(licenseListQuery(session, filter, {}, m_effort), session);
}

Result<ListPage<AssignmentRow>> CompositeQueryRepository::assignments(Session &session,
                                                                      const AssignmentFilter &filter,
                                                                      const ListOrder<AssignmentSort> &order,
                                                                      const PageKey &after, int skip,
                                                                      int limit) const
{
    return pageOf(assignmentListQuery(session, filter, order, m_effort), session, after, skip, limit,
                  assignmentRow);
}

Result<std::vector<PageKey>> CompositeQueryRepository::assignmentAnchors(
    Session &session, const AssignmentFilter &filter, const ListOrder<AssignmentSort> &order, int every) const
{
    return anchorsOf(assignmentListQuery(session, filter, order, m_effort), session, every);
}

Result<qint64> CompositeQueryRepository::assignmentCount(Session &session,
                                                         const AssignmentFilter &filter) const
{
    return countOf(assignmentListQuery(session, filter, {}, m_effort), session);
}

} // namespace seatledger
