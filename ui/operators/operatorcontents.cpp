// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operators/operatorcontents.h"

#include "core/domain/departmenttree.h"

namespace seatledger {

Result<KnownOperator> readOperator(const Services &services, Session &session, OperatorId id)
{
    auto record = services.operators.find(session, id);
    if (!record)
        return std::unexpected(std::move(record).error());
    KnownOperator known{.record = *std::move(record)};
    if (known.record.member) {
        if (const auto member = services.members.find(session, *known.record.member))
            known.memberName = member->name.text();
    }
    if (!known.record.departments.empty()) {
        const auto departments = services.catalogue.departments(session);
        if (!departments)
            return std::unexpected(departments.error());
        for (const DepartmentId department : known.record.departments)
            known.departments += pathOf(*departments, department);
    }
    return known;
}

Result<OperatorContents> readOperatorContents(const Services &services, Session &session, OperatorId id,
                                              int operations)
{
    auto known = readOperator(services, session, id);
    if (!known)
        return std::unexpected(std::move(known).error());
    const QString login = known->record.login.text();
    auto zone = services.operations.timeZone(session);
    if (!zone)
        return std::unexpected(std::move(zone).error());
    OperatorContents contents{.known = *std::move(known),
                              .zone = *std::move(zone),
                              .row = {.id = id},
                              .answers = {},
                              .operations = {}};
    auto rows = services.operatorLists.operators(session, {.id = id}, {}, {}, 0, 1);
    if (!rows)
        return std::unexpected(std::move(rows).error());
    if (!rows->rows.empty())
        contents.row = std::move(rows->rows.front());
    auto answers = services.access.explainAll(session, login);
    if (!answers)
        return std::unexpected(std::move(answers).error());
    contents.answers = *std::move(answers);
    if (!services.access.require(session, Action::ReadAudit))
        return contents;
    auto done = services.operationLists.operations(session, {.actor = login}, {OperationSort::ByTime, true},
                                                   {}, 0, operations);
    if (!done)
        return std::unexpected(std::move(done).error());
    contents.operations = std::move(done->rows);
    return contents;
}

} // namespace seatledger
