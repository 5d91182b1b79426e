// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/waitingrepository.h"

#include "core/db/query.h"
#include "core/repositories/rowversion.h"
#include "core/repositories/searchwords.h"
#include "core/repositories/storedvalue.h"

#include <QSet>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

const QString rowColumns = u"w.id, w.license_id, l.name AS license_name, w.member_id, m.name AS member_name, "
                           "m.email AS member_email, coalesce(d.name, '') AS department, w.quantity, "
                           "lower(w.period) AS first_day, upper(w.period) AS end_day, w.state, "
                           "seatledger.waiting_place(w.id) AS place, w.asked_at, w.assignment_id, "
                           "coalesce(w.end_reason, '') AS end_reason, w.note, w.version"_s;

WaitingRow waitingRow(const Row &row)
{
    return {.id = storedId<WaitingEntryId>(row, "id"),
            .license = storedId<LicenseId>(row, "license_id"),
            .licenseName = row.text("license_name"),
            .member = storedId<MemberId>(row, "member_id"),
            .memberName = row.text("member_name"),
            .memberEmail = row.text("member_email"),
            .department = row.text("department"),
            .quantity = storedNumber(row, "quantity"),
            .period = storedPeriod(row),
            .state = storedEnum<WaitingState>(row, "state"),
            .place = row.integer("place"),
            .askedAt = row.dateTime("asked_at"),
            .assignment = storedOptionalId<AssignmentId>(row, "assignment_id"),
            .endReason = row.text("end_reason"),
            .note = row.text("note"),
            .version = storedNumber(row, "version")};
}

WaitingEntry entryFromRow(const Row &row)
{
    return {.id = storedId<WaitingEntryId>(row, "id"),
            .license = storedId<LicenseId>(row, "license_id"),
            .member = storedId<MemberId>(row, "member_id"),
            .quantity = Quantity::fromStored(row.integer("quantity")),
            .period = storedPeriod(row),
            .state = storedEnum<WaitingState>(row, "state"),
            .askedAt = row.dateTime("asked_at"),
            .note = Note::fromStored(row.text("note")),
            .assignment = storedOptionalId<AssignmentId>(row, "assignment_id"),
            .endReason = row.optionalText("end_reason").transform(EndReason::fromStored),
            .operation = storedId<OperationId>(row, "operation_id"),
            .version = storedNumber(row, "version")};
}

ListTables tablesFor(WaitingSort column)
{
    const ListJoin license{u"seatledger.license"_s, u"l"_s, u"l.id = w.license_id"_s};
    const ListJoin member{u"seatledger.member"_s, u"m"_s, u"m.id = w.member_id"_s};
    const ListJoin department{u"seatledger.department"_s, u"d"_s, u"d.id = m.department_id"_s, true};
    if (column == WaitingSort::ByLicense)
        return {.along = license.table,
                .alias = license.alias,
                .keys = 2,
                .id = u"w.id"_s,
                .joins = {{u"seatledger.waiting_entry"_s, u"w"_s, u"w.license_id = l.id"_s}, member},
                .details = {department}};
    return {.along = u"seatledger.waiting_entry"_s,
            .alias = u"w"_s,
            .keys = 2,
            .id = u"w.id"_s,
            .joins = {license, member},
            .details = {department}};
}

std::vector<SortKey> keysOf(WaitingSort column)
{
    const SortKey askedAt{u"w.asked_at"_s, u"timestamptz"_s};
    const SortKey id{u"w.id"_s, u"bigint"_s};
    if (column == WaitingSort::ByLicense)
        return {{u"l.name"_s, u"text"_s}, {u"l.id"_s, u"bigint"_s}, askedAt, id};
    return {askedAt, id};
}

} // namespace

ListQuery waitingListQuery(const WaitingFilter &filter, const ListOrder<WaitingSort> &order)
{
    ListQuery list(rowColumns, tablesFor(order.column));
    for (const SearchWord &word : searchWordsOf(filter.search))
        list.where(u"lower(m.name || ' ' || m.email || ' ' || l.name) LIKE lower(%1)"_s.arg(
            list.bound(word.pattern)));
    if (!filter.states.isEmpty()) {
        QStringList names;
        std::ranges::transform(filter.states, std::back_inserter(names),
                               [](WaitingState state) { return toText(state); });
        list.where(u"w.state = ANY (%1::text[])"_s.arg(list.bound(names)));
    }
    if (filter.license)
        list.where(u"w.license_id = "_s + list.bound(*filter.license));
    if (filter.member)
        list.where(u"w.member_id = "_s + list.bound(*filter.member));
    return list.orderBy(keysOf(order.column), order.descending);
}

Result<std::vector<WaitingEntry>> WaitingRepository::findMany(Session &session,
                                                              const QList<WaitingEntryId> &ids) const
{
    return Query(session, u"SELECT id, license_id, member_id, quantity, lower(period) AS first_day, "
                          "upper(period) AS end_day, state, asked_at, note, assignment_id, end_reason, "
                          "operation_id, version FROM seatledger.waiting_entry WHERE id = ANY ($1::bigint[]) "
                          "ORDER BY id"_s)
        .bind(ids)
        .all(entryFromRow);
}

Result<qint64> WaitingRepository::add(Session &session, LicenseId license, const QList<MemberId> &members,
                                      const AssignmentTerms &terms) const
{
    Query query(session,
                u"INSERT INTO seatledger.waiting_entry (license_id, member_id, quantity, period, note) "
                "SELECT :license, member_id, :quantity, daterange(:first, :end), :note "
                "FROM unnest(:members::bigint[]) WITH ORDINALITY m(member_id, ordinal) ORDER BY ordinal "
                "ON CONFLICT (license_id, member_id) WHERE state = 'waiting' DO NOTHING"_s);
    query.bind("license", license)
        .bind("quantity", terms.quantity)
        .bind("first", terms.period.firstDay())
        .bind("end", terms.period.endDay())
        .bind("note", textOrEmpty(terms.note.text()))
        .bind("members", members);
    if (auto done = query.exec(); !done)
        return std::unexpected(std::move(done).error());
    return query.rowsAffected();
}

Result<qint64> WaitingRepository::withdraw(Session &session, std::span<const WaitingEntry> entries,
                                           const EndReason &reason) const
{
    QList<qint64> ids;
    QList<int> versions;
    for (const WaitingEntry &entry : entries) {
        ids.append(entry.id.value());
        versions.append(entry.version);
    }
    const auto changed =
        Query(session, u"UPDATE seatledger.waiting_entry w SET state = 'withdrawn', end_reason = :reason "
                       "FROM unnest(:ids::bigint[], :versions::integer[]) n(id, version) "
                       "WHERE w.id = n.id AND w.version = n.version RETURNING w.id"_s)
            .bind("reason", reason.text())
            .bind("ids", ids)
            .bind("versions", versions)
            .all([](const Row &row) { return row.integer("id"); });
    if (!changed)
        return std::unexpected(changed.error());
    const QSet<qint64> met(changed->begin(), changed->end());
    const auto missed = std::ranges::find_if_not(ids, [&met](qint64 id) { return met.contains(id); });
    if (missed != ids.end())
        return std::unexpected(versionMismatch(session, "waiting_entry"_L1, *missed));
    return ids.size();
}

Result<std::vector<WaitingRow>> WaitingRepository::serve(Session &session, OperationId operation) const
{
    // What waits for the end of the transaction runs now.
    if (auto served = Query(session, u"SET CONSTRAINTS seatledger.fill_waiting IMMEDIATE"_s).exec(); !served)
        return std::unexpected(std::move(served).error());
    if (auto again = Query(session, u"SET CONSTRAINTS seatledger.fill_waiting DEFERRED"_s).exec(); !again)
        return std::unexpected(std::move(again).error());
    return Query(session,
                 u"SELECT "_s + rowColumns
                     + u" FROM seatledger.license_assignment a "
                       "JOIN seatledger.waiting_entry w ON w.assignment_id = a.id "
                       "JOIN seatledger.license l ON l.id = w.license_id "
                       "JOIN seatledger.member m ON m.id = w.member_id "
                       "LEFT JOIN seatledger.department d ON d.id = m.department_id "
                       "WHERE a.operation_id = $1 AND w.state = 'filled' ORDER BY w.asked_at, w.id"_s)
        .bind(operation)
        .all(waitingRow);
}

Result<ListPage<WaitingRow>> WaitingRepository::entries(Session &session, const WaitingFilter &filter,
                                                        const ListOrder<WaitingSort> &order,
                                                        const PageKey &after, int skip, int limit) const
{
    return waitingListQuery(filter, order).page(session, after, skip, limit, waitingRow);
}

Result<std::vector<PageKey>> WaitingRepository::entryAnchors(Session &session, const WaitingFilter &filter,
                                                             const ListOrder<WaitingSort> &order,
                                                             int every) const
{
    return waitingListQuery(filter, order).anchors(session, every);
}

Result<qint64> WaitingRepository::entryCount(Session &session, const WaitingFilter &filter) const
{
    return waitingListQuery(filter, {}).count(session);
}

} // namespace seatledger
