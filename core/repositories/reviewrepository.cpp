// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/reviewrepository.h"

#include "core/db/query.h"
#include "core/repositories/rowversion.h"
#include "core/repositories/searchwords.h"
#include "core/repositories/storedvalue.h"

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

/// What became of `i`, by its assignment `a` and the member `m` as they are now.
const QString changeOf =
    u"CASE WHEN a.state IN ('expired', 'revoked') THEN 'ended' "
    "WHEN a.quantity <> i.quantity THEN 'seats' "
    "WHEN m.department_id IS DISTINCT FROM i.department_id THEN 'department' ELSE 'none' END"_s;

const QString itemColumns =
    u"i.id, i.review_id, i.assignment_id, l.name AS license_name, i.member_id, "
    "m.name AS member_name, m.email AS member_email, coalesce(d.name, '') AS department, "
    "i.quantity, i.decision, coalesce(i.reviewer, '') AS reviewer, i.decided_at, i.note, "
    "i.version, u.at AS last_use, "_s
    + changeOf + u" AS change"_s;

const ListJoin lastUse{
    u"LATERAL (SELECT max(coalesce(e.last_seen_at, v.released_at, v.activated_at)) AS at FROM "
    "seatledger.activation v LEFT JOIN seatledger.activation_lease e ON e.activation_id = v.id "
    "WHERE v.assignment_id = i.assignment_id)"_s,
    u"u"_s, u"true"_s, true};

ReviewItemRow itemFromRow(const Row &row)
{
    return {.id = storedId<ReviewItemId>(row, "id"),
            .review = storedId<ReviewId>(row, "review_id"),
            .assignment = storedId<AssignmentId>(row, "assignment_id"),
            .licenseName = row.text("license_name"),
            .member = storedId<MemberId>(row, "member_id"),
            .memberName = row.text("member_name"),
            .memberEmail = row.text("member_email"),
            .department = row.text("department"),
            .quantity = storedNumber(row, "quantity"),
            .decision = storedEnum<ReviewDecision>(row, "decision"),
            .reviewer = row.text("reviewer"),
            .decidedAt = row.optionalDateTime("decided_at"),
            .lastUse = row.optionalDateTime("last_use"),
            .change = storedEnum<ReviewChange>(row, "change"),
            .note = row.text("note"),
            .version = storedNumber(row, "version")};
}

/// Seats given since count as far as the session sees them, by the same filters as the list was made with.
QString reviewText(const QString &condition)
{
    return u"SELECT r.id, r.name, r.as_of, r.department_id, r.license_id, r.due_on, r.state, r.note, "
           u"r.version, "
           "coalesce(d.name, '') AS department, coalesce(l.name, '') AS license, p.*, "
           "(SELECT count(*) FROM seatledger.license_assignment n JOIN seatledger.member h ON h.id = "
           "n.member_id "
           "WHERE r.state = 'open' AND n.operation_id > r.operation_id "
           "AND n.state IN ('reserved', 'active', 'suspended') "
           "AND (r.license_id IS NULL OR n.license_id = r.license_id) AND (r.department_id IS NULL OR "
           "h.department_id IN (WITH RECURSIVE below(id) AS (SELECT r.department_id UNION SELECT c.id FROM "
           "seatledger.department c JOIN below b ON c.parent_id = b.id) SELECT id FROM below))) AS since "
           "FROM seatledger.access_review r LEFT JOIN seatledger.department d ON d.id = r.department_id "
           "LEFT JOIN seatledger.license l ON l.id = r.license_id, LATERAL (SELECT count(*) AS items, "
           "count(*) FILTER (WHERE i.decision = 'open') AS undecided, "
           "count(*) FILTER (WHERE i.decision = 'keep') AS keep, "
           "count(*) FILTER (WHERE i.decision = 'revoke') AS revoke, "
           "count(*) FILTER (WHERE "_s
           + changeOf
           + u" <> 'none') AS changed FROM seatledger.access_review_item i "
             "JOIN seatledger.license_assignment a ON a.id = i.assignment_id "
             "JOIN seatledger.member m ON m.id = i.member_id WHERE i.review_id = r.id) p WHERE "_s
           + condition + u" ORDER BY r.id DESC"_s;
}

ReviewRow reviewFromRow(const Row &row)
{
    return {.review = {{.name = Name::fromStored(row.text("name")),
                        .department = storedOptionalId<DepartmentId>(row, "department_id"),
                        .license = storedOptionalId<LicenseId>(row, "license_id"),
                        .dueOn = row.optionalDate("due_on"),
                        .note = Note::fromStored(row.text("note"))},
                       storedId<ReviewId>(row, "id"),
                       row.date("as_of"),
                       storedEnum<ReviewState>(row, "state"),
                       storedNumber(row, "version")},
            .department = row.text("department"),
            .license = row.text("license"),
            .progress = {.items = row.integer("items"),
                         .open = row.integer("undecided"),
                         .keep = row.integer("keep"),
                         .revoke = row.integer("revoke"),
                         .changed = row.integer("changed"),
                         .since = row.integer("since")}};
}

} // namespace

ListQuery reviewItemQuery(const ReviewItemFilter &filter, const ListOrder<ReviewSort> &order)
{
    const ListJoin member{u"seatledger.member"_s, u"m"_s, u"m.id = i.member_id"_s};
    const ListJoin license{u"seatledger.license"_s, u"l"_s, u"l.id = i.license_id"_s};
    const ListJoin assignment{u"seatledger.license_assignment"_s, u"a"_s, u"a.id = i.assignment_id"_s};
    const ListJoin department{u"seatledger.department"_s, u"d"_s, u"d.id = i.department_id"_s, true};
    // A review is read whole and sorted: it is one list of many, and no index has its order.
    ListQuery list(itemColumns, {.along = u"seatledger.access_review_item"_s,
                                 .alias = u"i"_s,
                                 .keys = 0,
                                 .id = u"i.id"_s,
                                 .joins = {member, license, assignment},
                                 .details = {department, lastUse}});
    if (filter.review)
        list.where(u"i.review_id = "_s + list.bound(*filter.review));
    for (const SearchWord &word : searchWordsOf(filter.search))
        list.where(u"lower(m.name || ' ' || l.name) LIKE lower(%1)"_s.arg(list.bound(word.pattern)));
    if (filter.decision)
        list.where(u"i.decision = "_s + list.bound(toText(*filter.decision)));
    if (filter.item)
        list.where(u"i.id = "_s + list.bound(*filter.item));
    if (filter.onlyChanged)
        list.where(u'(' + changeOf + u") <> 'none'"_s);
    const SortKey name{u"m.name"_s, u"text"_s};
    const SortKey licenseName{u"l.name"_s, u"text"_s};
    const SortKey id{u"i.id"_s, u"bigint"_s};
    return list.orderBy(order.column == ReviewSort::ByLicense ? std::vector{licenseName, name, id}
                                                              : std::vector{name, licenseName, id},
                        order.descending);
}

Result<ReviewRow> ReviewRepository::add(Session &session, const ReviewFields &fields) const
{
    const auto id = Query(session,
                          u"INSERT INTO seatledger.access_review (name, department_id, license_id, due_on, "
                          "note) VALUES ($1, $2, $3, $4, $5) RETURNING id"_s)
                        .bind(fields.name.text())
                        .bind(fields.department)
                        .bind(fields.license)
                        .bind(fields.dueOn)
                        .bind(textOrEmpty(fields.note.text()))
                        .one([](const Row &row) { return storedId<ReviewId>(row, "id"); });
    if (!id)
        return std::unexpected(id.error());
    Query items(
        session,
        u"INSERT INTO seatledger.access_review_item (review_id, assignment_id, license_id, member_id, "
        "department_id, quantity) SELECT :review, a.id, a.license_id, a.member_id, m.department_id, "
        "a.quantity FROM seatledger.license_assignment a JOIN seatledger.member m ON m.id = a.member_id "
        "WHERE a.state IN ('reserved', 'active', 'suspended') "
        "AND (:license::bigint IS NULL OR a.license_id = :license) "
        "AND (:department::bigint IS NULL OR m.department_id IN (WITH RECURSIVE below(id) AS ("
        "SELECT :department::bigint UNION SELECT c.id FROM seatledger.department c JOIN below b ON "
        "c.parent_id = b.id) SELECT id FROM below)) ORDER BY a.id"_s);
    items.bind("review", *id).bind("license", fields.license).bind("department", fields.department);
    if (auto done = items.exec(); !done)
        return std::unexpected(std::move(done).error());
    return find(session, *id);
}

Result<ReviewRow> ReviewRepository::find(Session &session, ReviewId id) const
{
    return foundRow(Query(session, reviewText(u"r.id = $1"_s)).bind(id).first(reviewFromRow),
                    "access_review"_L1, id.value());
}

Result<std::optional<ReviewRow>> ReviewRepository::findByName(Session &session, const QString &name) const
{
    return Query(session, reviewText(u"lower(r.name) = lower($1)"_s)).bind(name).first(reviewFromRow);
}

Result<std::vector<ReviewRow>> ReviewRepository::list(Session &session) const
{
    return Query(session, reviewText(u"true"_s)).all(reviewFromRow);
}

Result<qint64> ReviewRepository::decide(Session &session, const QList<ReviewItemId> &items,
                                        ReviewDecision decision, const QString &note) const
{
    Query query(session, u"UPDATE seatledger.access_review_item SET decision = $2, note = $3 "
                         "WHERE id = ANY ($1::bigint[])"_s);
    query.bind(items).bind(toText(decision)).bind(textOrEmpty(note));
    if (auto done = query.exec(); !done)
        return std::unexpected(std::move(done).error());
    if (query.rowsAffected() != items.size())
        return std::unexpected(
            noSuchRow("access_review_item"_L1, items.isEmpty() ? 0 : items.first().value()));
    return query.rowsAffected();
}

Result<QList<AssignmentId>> ReviewRepository::toRevoke(Session &session, ReviewId id) const
{
    const auto found =
        Query(session,
              u"SELECT a.id FROM seatledger.access_review_item i JOIN seatledger.license_assignment a "
              "ON a.id = i.assignment_id WHERE i.review_id = $1 AND i.decision = 'revoke' "
              "AND a.state IN ('reserved', 'active', 'suspended') ORDER BY a.id"_s)
            .bind(id)
            .all([](const Row &row) { return storedId<AssignmentId>(row, "id"); });
    if (!found)
        return std::unexpected(found.error());
    return QList<AssignmentId>(found->begin(), found->end());
}

Result<void> ReviewRepository::close(Session &session, const AccessReview &review, ReviewState state) const
{
    const auto closed = Query(session, u"UPDATE seatledger.access_review SET state = $3 WHERE id = $1 AND "
                                       "version = $2 RETURNING id"_s)
                            .bind(review.id)
                            .bind(review.version)
                            .bind(toText(state))
                            .first([](const Row &row) { return row.integer("id"); });
    const auto row = updatedRow(session, closed, "access_review"_L1, review.id.value());
    return row ? Result<void>() : std::unexpected(row.error());
}

Result<ListPage<ReviewItemRow>> ReviewRepository::items(Session &session, const ReviewItemFilter &filter,
                                                        const ListOrder<ReviewSort> &order,
                                                        const PageKey &after, int skip, int limit) const
{
    return reviewItemQuery(filter, order).page(session, after, skip, limit, itemFromRow);
}

Result<std::vector<PageKey>> ReviewRepository::itemAnchors(Session &session, const ReviewItemFilter &filter,
                                                           const ListOrder<ReviewSort> &order,
                                                           int every) const
{
    return reviewItemQuery(filter, order).anchors(session, every);
}

Result<qint64> ReviewRepository::itemCount(Session &session, const ReviewItemFilter &filter) const
{
    return reviewItemQuery(filter, {}).count(session);
}

} // namespace seatledger
