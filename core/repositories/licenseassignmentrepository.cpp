// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/licenseassignmentrepository.h"

#include "core/db/prepared.h"
#include "core/db/query.h"
#include "core/domain/enumtext.h"
#include "core/repositories/namedrows.h"
#include "core/repositories/rowversion.h"
#include "core/repositories/storedvalue.h"

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr auto columns = "id, license_id, member_id, quantity, lower(period) AS first_day, upper(period) AS "
                         "end_day, state, seat_released, "
                         "suspended_until, ended_on, end_reason, note, operation_id, version"_L1;
constexpr auto isOpen = "state IN ('reserved', 'active', 'suspended')"_L1;

Assignment assignmentFromRow(const Row &row)
{
    return {.id = storedId<AssignmentId>(row, "id"),
            .license = storedId<LicenseId>(row, "license_id"),
            .member = storedId<MemberId>(row, "member_id"),
            .quantity = Quantity::fromStored(row.integer("quantity")),
            .period = storedPeriod(row),
            .state = storedEnum<AssignmentState>(row, "state"),
            .seatReleased = row.boolean("seat_released"),
            .suspendedUntil = row.optionalDate("suspended_until"),
            .endedOn = row.optionalDate("ended_on"),
            .endReason = row.optionalText("end_reason").transform(EndReason::fromStored),
            .note = Note::fromStored(row.text("note")),
            .operation = storedId<OperationId>(row, "operation_id"),
            .version = storedNumber(row, "version")};
}

Result<qint64> allChanged(Session &session, Query &query, const NamedRows &named)
{
    return allChanged(session, query, "license_assignment"_L1, named);
}

Result<qint64> rowsWritten(Query &query)
{
    if (auto done = query.exec(); !done)
        return std::unexpected(std::move(done).error());
    return query.rowsAffected();
}

/// Updates the named rows with `assignments`, the SET list.
QString updateText(const QString &assignments)
{
    return updateOfNamed("license_assignment"_L1, {assignments});
}

} // namespace

Result<Assignment> LicenseAssignmentRepository::find(Session &session, AssignmentId id) const
{
    return foundRow(Query(session, prepared(u"SELECT "_s + columns
                                            + u" FROM seatledger.license_assignment WHERE id = $1"_s))
                        .bind(id)
                        .first(assignmentFromRow),
                    "license_assignment"_L1, id.value());
}

Result<std::vector<Assignment>> LicenseAssignmentRepository::findMany(Session &session,
                                                                      const QList<AssignmentId> &ids) const
{
    return Query(session,
                 u"SELECT "_s + columns
                     + u" FROM seatledger.license_assignment WHERE id = ANY ($1::bigint[]) ORDER BY id"_s)
        .bind(ids)
        .all(assignmentFromRow);
}

Result<std::vector<Assignment>> LicenseAssignmentRepository::madeBy(Session &session,
                                                                    OperationId operation) const
{
    return Query(session, u"SELECT "_s + columns
                              + u" FROM seatledger.license_assignment WHERE operation_id = $1 ORDER BY id"_s)
        .bind(operation)
        .all(assignmentFromRow);
}

Result<std::optional<QDateTime>> LicenseAssignmentRepository::lastUse(Session &session, AssignmentId id) const
{
    return Query(session,
                 u"SELECT max(coalesce(e.last_seen_at, v.released_at, v.activated_at)) AS at FROM "
                 "seatledger.activation v LEFT JOIN seatledger.activation_lease e ON e.activation_id = v.id "
                 "WHERE v.assignment_id = $1"_s)
        .bind(id)
        .one([](const Row &row) { return row.optionalDateTime("at"); });
}

Result<std::vector<Assignment>> LicenseAssignmentRepository::openOf(Session &session, MemberId member) const
{
    return Query(session, u"SELECT "_s + columns
                              + u" FROM seatledger.license_assignment WHERE member_id = $1 AND "_s + isOpen
                              + u" ORDER BY id"_s)
        .bind(member)
        .all(assignmentFromRow);
}

Result<std::vector<Holding>> LicenseAssignmentRepository::openHoldings(Session &session, LicenseId license,
                                                                       const QList<MemberId> &members) const
{
    return Query(session, u"SELECT "_s + columns
                              + u" FROM seatledger.license_assignment WHERE license_id = $1 "
                                "AND member_id = ANY ($2::bigint[]) AND "_s
                              + isOpen)
        .bind(license)
        .bind(members)
        .all([](const Row &row) { return assignmentFromRow(row).holding(); });
}

Result<std::vector<MemberFacts>> LicenseAssignmentRepository::memberFacts(
    Session &session, const QList<MemberId> &members) const
{
    return Query(session, u"SELECT id, status FROM seatledger.member WHERE id = ANY ($1::bigint[])"_s)
        .bind(members)
        .all([](const Row &row) {
            return MemberFacts{.id = storedId<MemberId>(row, "id"),
                               .status = storedEnum<MemberStatus>(row, "status")};
        });
}

Result<qint64> LicenseAssignmentRepository::assign(Session &session, LicenseId license,
                                                   const QList<MemberId> &members,
                                                   const AssignmentTerms &terms, OperationId operation) const
{
    Query query(
        session,
        u"INSERT INTO seatledger.license_assignment (license_id, member_id, quantity, period, state, note, "
        u"operation_id) "
        "SELECT :license, member_id, :quantity, daterange(:first, :end), "
        "CASE WHEN :first::date > day THEN 'reserved' ELSE 'active' END, :note, :operation "
        "FROM unnest(:members::bigint[]) WITH ORDINALITY m(member_id, ordinal), seatledger.today() day ORDER BY ordinal"_s);
    query.bind("license", license)
        .bind("quantity", terms.quantity)
        .bind("first", terms.period.firstDay())
        .bind("end", terms.period.endDay())
        .bind("note", textOrEmpty(terms.note.text()))
        .bind("operation", operation)
        .bind("members", members);
    return rowsWritten(query);
}

Result<qint64> LicenseAssignmentRepository::revoke(Session &session, std::span<const Assignment> assignments,
                                                   const EndReason &reason) const
{
    const NamedRows named(assignments);
    Query query(session, updateText(u"state = 'revoked', ended_on = day.today, end_reason = :reason, "
                                    "seat_released = false, suspended_until = NULL"_s));
    query.bind("reason", reason.text());
    return allChanged(session, query, named);
}

Result<qint64> LicenseAssignmentRepository::suspend(Session &session, std::span<const Assignment> assignments,
                                                    const SuspensionTerms &terms) const
{
    const NamedRows named(assignments);
    Query query(session,
                updateText(u"state = 'suspended', seat_released = :released, suspended_until = :until"_s));
    query.bind("released", terms.releaseSeat).bind("until", terms.until);
    return allChanged(session, query, named);
}

Result<qint64> LicenseAssignmentRepository::resume(Session &session,
                                                   std::span<const Assignment> assignments) const
{
    const NamedRows named(assignments);
    Query query(session, updateText(u"state = 'active', seat_released = false, suspended_until = NULL"_s));
    return allChanged(session, query, named);
}

Result<qint64> LicenseAssignmentRepository::transfer(Session &session,
                                                     std::span<const Assignment> assignments,
                                                     std::span<const MemberId> to, const EndReason &reason,
                                                     OperationId operation) const
{
    auto ended = revoke(session, assignments, reason);
    if (!ended)
        return ended;
    Query query(session,
                u"INSERT INTO seatledger.license_assignment (license_id, member_id, quantity, period, state, "
                u"note, operation_id) "
                "SELECT a.license_id, t.member_id, a.quantity, "
                "daterange(greatest(lower(a.period), day), upper(a.period)), "
                "CASE WHEN lower(a.period) > day THEN 'reserved' ELSE 'active' END, a.note, :operation "
                "FROM unnest(:ids::bigint[], :members::bigint[]) t(id, member_id) "
                "JOIN seatledger.license_assignment a ON a.id = t.id, seatledger.today() day"_s);
    query.bind("operation", operation)
        .bind("ids", NamedRows(assignments).ids)
        .bind("members", QList<MemberId>(to.begin(), to.end()));
    return rowsWritten(query);
}

Result<qint64> LicenseAssignmentRepository::changePeriod(Session &session,
                                                         std::span<const Assignment> assignments,
                                                         const Period &period) const
{
    const NamedRows named(assignments);
    Query query(
        session,
        updateText(u"period = daterange(:first, :end), state = CASE WHEN a.state = 'suspended' THEN a.state "
                   "WHEN :first::date > day.today THEN 'reserved' ELSE 'active' END"_s));
    query.bind("first", period.firstDay()).bind("end", period.endDay());
    return allChanged(session, query, named);
}

Result<qint64> LicenseAssignmentRepository::changeQuantity(Session &session,
                                                           std::span<const Assignment> assignments,
                                                           Quantity quantity) const
{
    const NamedRows named(assignments);
    Query query(session, updateText(u"quantity = :quantity"_s));
    query.bind("quantity", quantity);
    return allChanged(session, query, named);
}

Result<qint64> LicenseAssignmentRepository::edit(Session &session, std::span<const Assignment> assignments,
                                                 const AssignmentEdit &edit) const
{
    QStringList changes;
    if (edit.movesDays()) {
        const QString first = edit.firstDay ? u":first::date"_s : u"lower(a.period)"_s;
        const QString end = edit.lastDay ? u":end::date"_s : u"upper(a.period)"_s;
        changes += u"period = daterange(%1, %2), state = CASE WHEN a.state = 'suspended' THEN a.state "
                   "WHEN %1 > day.today THEN 'reserved' ELSE 'active' END"_s.arg(first, end);
    }
    if (edit.quantity)
        changes += u"quantity = :quantity"_s;
    if (edit.note)
        changes += u"note = :note"_s;
    const NamedRows named(assignments);
    Query query(session, updateOfNamed("license_assignment"_L1, changes));
    if (edit.firstDay)
        query.bind("first", *edit.firstDay);
    if (edit.lastDay)
        query.bind("end", edit.lastDay->transform([](QDate last) { return last.addDays(1); }));
    if (edit.quantity)
        query.bind("quantity", *edit.quantity);
    if (edit.note)
        query.bind("note", textOrEmpty(assignments.front().note.text()));
    return allChanged(session, query, named);
}

} // namespace seatledger
