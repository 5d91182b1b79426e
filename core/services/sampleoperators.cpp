// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/sampleoperators.h"

#include "core/db/query.h"
#include "core/db/transaction.h"
#include "core/domain/operator.h"
#include "core/repositories/operatorrepository.h"

#include <array>
#include <utility>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

struct Kind {
    Role role;
    std::vector<Right> rights = {};
    bool isDisabled = false;
};

std::array<Kind, 6> kinds()
{
    return {Kind{Role::Administrator},
            Kind{Role::Manager},
            Kind{Role::Manager, {Right::Assign, Right::Revoke}},
            Kind{Role::Staff, {Right::ViewCosts}},
            Kind{Role::Auditor},
            Kind{.role = Role::Staff, .isDisabled = true}};
}

OperatorFields fieldsFrom(const Row &row)
{
    return {.login = OperatorLogin::fromStored(row.text("login")),
            .displayName = Name::fromStored(row.text("name")),
            .member = MemberId::fromValue(row.integer("id")),
            .departments = {*DepartmentId::fromValue(row.integer("department"))}};
}

/// Who could be one: with a name to sign in by that is free on the whole server, and the branch they work in.
Result<std::vector<OperatorFields>> candidates(Session &session, qsizetype wanted)
{
    return Query(
               session,
               u"SELECT m.id, m.name, p.login, coalesce(d.parent_id, d.id) AS department "
               "FROM seatledger.member m JOIN seatledger.department d ON d.id = m.department_id, "
               "split_part(m.email, '@', 1) AS p (login) "
               "WHERE m.status = 'active' AND p.login ~ '^[a-z][a-z0-9_.-]{0,62}$' "
               "AND p.login !~ '^(pg_|seatledger_)' "
               "AND NOT EXISTS (SELECT FROM pg_roles WHERE rolname = p.login) ORDER BY m.id LIMIT :wanted"_s)
        .bind("wanted", wanted)
        .all(fieldsFrom);
}

Result<void> add(Session &session, OperatorFields fields, const Kind &kind)
{
    const OperatorRepository operators;
    fields.role = kind.role;
    fields.rights = kind.rights;
    if (!takesDepartments(kind.role))
        fields.departments.clear();
    auto added = operators.add(session, fields);
    if (!added)
        return std::unexpected(std::move(added).error());
    if (!kind.isDisabled)
        return {};
    added->disabledAt = session.now();
    const auto disabled = operators.update(session, *added);
    return disabled ? Result<void>() : std::unexpected(disabled.error());
}

Result<qint64> addOperators(Session &session)
{
    const std::array<Kind, 6> wanted = kinds();
    auto people = candidates(session, std::ssize(wanted));
    if (!people)
        return std::unexpected(std::move(people).error());
    for (std::size_t at = 0; at < people->size(); ++at) {
        if (auto done = add(session, std::move(people->at(at)), wanted.at(at)); !done)
            return std::unexpected(std::move(done).error());
    }
    return std::ssize(*people);
}

} // namespace

Result<SampleWithOperators> fillSampleWithOperators(Session &session, const SampleSize &size,
                                                    const std::function<void(qint64, qint64)> &progress)
{
    return transact(session, u"sample", [&](Session &inside) -> Result<SampleWithOperators> {
        const auto filled = SampleApplicationService().fill(inside, size, progress);
        if (!filled)
            return std::unexpected(filled.error());
        const auto added = addOperators(inside);
        if (!added)
            return std::unexpected(added.error());
        return SampleWithOperators{*filled, *added};
    });
}

} // namespace seatledger
