// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/memberrepository.h"

#include "core/db/prepared.h"
#include "core/db/query.h"
#include "core/domain/enumtext.h"
#include "core/repositories/namedrows.h"
#include "core/repositories/rowversion.h"
#include "core/repositories/storedvalue.h"

#include <utility>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr auto table = "member"_L1;
constexpr auto columns =
    "id, number, name, email, department_id, status, joined_on, left_on, note, version"_L1;

Member memberFromRow(const Row &row)
{
    return Member{{.number = MemberNumber::fromStored(row.text("number")),
                   .name = Name::fromStored(row.text("name")),
                   .email = Email::fromStored(row.text("email")),
                   .department = storedOptionalId<DepartmentId>(row, "department_id"),
                   .status = storedEnum<MemberStatus>(row, "status"),
                   .joinedOn = row.optionalDate("joined_on"),
                   .leftOn = row.optionalDate("left_on"),
                   .note = Note::fromStored(row.text("note"))},
                  storedId<MemberId>(row, "id"),
                  storedNumber(row, "version")};
}

void bindFields(Query &query, const MemberFields &fields)
{
    query.bind("number", fields.number.text())
        .bind("name", fields.name.text())
        .bind("email", fields.email.text())
        .bind("department", fields.department)
        .bind("status", toText(fields.status))
        .bind("joined_on", fields.joinedOn)
        .bind("left_on", fields.leftOn)
        .bind("note", textOrEmpty(fields.note.text()));
}

} // namespace

Result<Member> MemberRepository::find(Session &session, MemberId id) const
{
    return foundRow(
        Query(session, prepared(u"SELECT "_s + columns + u" FROM seatledger.member WHERE id = $1"_s))
            .bind(id)
            .first(memberFromRow),
        table, id.value());
}

Result<std::vector<Member>> MemberRepository::findMany(Session &session, const QList<MemberId> &ids) const
{
    return Query(session,
                 u"SELECT "_s + columns + u" FROM seatledger.member WHERE id = ANY($1) ORDER BY name, id"_s)
        .bind(ids)
        .all(memberFromRow);
}

Result<std::optional<Member>> MemberRepository::findByText(Session &session, const QString &text) const
{
    return Query(session,
                 u"SELECT "_s + columns
                     + u" FROM seatledger.member WHERE lower(number) = lower($1) OR lower(email) = lower($1) "
                       "ORDER BY lower(number) = lower($1) DESC LIMIT 1"_s)
        .bind(text.trimmed())
        .first(memberFromRow);
}

Result<std::vector<NamedMember>> MemberRepository::resolve(Session &session, const QStringList &texts) const
{
    return Query(session, u"SELECT t.text, coalesce(n.id, e.id) AS id "
                          "FROM unnest($1::text[]) WITH ORDINALITY t(text, ordinal) "
                          "LEFT JOIN seatledger.member n ON lower(n.number) = lower(btrim(t.text)) "
                          "LEFT JOIN seatledger.member e ON lower(e.email) = lower(btrim(t.text)) "
                          "ORDER BY t.ordinal"_s)
        .bind(texts)
        .all([](const Row &row) {
            return NamedMember{row.text("text"), storedOptionalId<MemberId>(row, "id")};
        });
}

Result<std::vector<MemberId>> MemberRepository::inDepartments(Session &session,
                                                              const QList<DepartmentId> &departments) const
{
    return Query(session,
                 u"WITH RECURSIVE below(id) AS ("
                 "SELECT unnest($1::bigint[]) "
                 "UNION SELECT d.id FROM seatledger.department d JOIN below b ON d.parent_id = b.id) "
                 "SELECT m.id FROM seatledger.member m JOIN below b ON b.id = m.department_id "
                 "WHERE m.may_hold ORDER BY m.name, m.id"_s)
        .bind(departments)
        .all([](const Row &row) { return storedId<MemberId>(row, "id"); });
}

Result<Member> MemberRepository::add(Session &session, const MemberFields &fields) const
{
    Query query(
        session,
        u"INSERT INTO seatledger.member (number, name, email, department_id, status, joined_on, left_on, "
        u"note) "
        "VALUES (:number, :name, :email, :department, :status, :joined_on, :left_on, :note) RETURNING "_s
            + columns);
    bindFields(query, fields);
    return query.one(memberFromRow);
}

Result<Member> MemberRepository::update(Session &session, const Member &member) const
{
    Query query(session,
                u"UPDATE seatledger.member SET number = :number, name = :name, email = :email, "
                "department_id = :department, status = :status, joined_on = :joined_on, left_on = :left_on, "
                "note = :note WHERE id = :id AND version = :version RETURNING "_s
                    + columns);
    bindFields(query, member);
    query.bind("id", member.id).bind("version", member.version);
    return updatedRow(session, query.first(memberFromRow), table, member.id.value());
}

Result<qint64> MemberRepository::edit(Session &session, std::span<const Member> members,
                                      const MemberEdit &edit) const
{
    ColumnValues values;
    values.set("number", edit.number,
               [&](const auto &) { return SqlValue(textOrEmpty(members.front().number.text())); });
    values.set("name", edit.name,
               [&](const auto &) { return SqlValue(textOrEmpty(members.front().name.text())); });
    values.set("email", edit.email,
               [&](const auto &) { return SqlValue(textOrEmpty(members.front().email.text())); });
    values.set("department_id", edit.department, [](const auto &id) { return SqlValue(id); });
    values.set("status", edit.status, [](MemberStatus status) { return SqlValue(toText(status)); });
    values.set("joined_on", edit.joinedOn, [](const auto &day) { return SqlValue(day); });
    values.set("note", edit.note,
               [&](const auto &) { return SqlValue(textOrEmpty(members.front().note.text())); });
    return values.write(session, table, NamedRows(members));
}

} // namespace seatledger
