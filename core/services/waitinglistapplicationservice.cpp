// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/waitinglistapplicationservice.h"

#include "core/services/refusalinwords.h"

#include <QCoreApplication>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

Result<void> requireAll(Session &session, const Reach &reach, const QList<MemberId> &members)
{
    const auto reached = reach.among(session, members);
    if (!reached)
        return std::unexpected(reached.error());
    const bool all = std::ranges::all_of(members, [&](MemberId member) { return reached->contains(member); });
    return all ? Result<void>() : std::unexpected(Refusal{.reason = RefusalReason::NotPermitted}.toError());
}

} // namespace

WaitingListApplicationService::WaitingListApplicationService(const WaitingRepository &waiting,
                                                             const LicenseRepository &licenses,
                                                             const OperationRepository &operations,
                                                             const AccessApplicationService &access)
    : m_waiting(waiting), m_licenses(licenses), m_operations(operations), m_access(access)
{}

Result<OperationOutcome> WaitingListApplicationService::add(Session &session,
                                                            const WaitCommand &command) const
{
    return operate(session, u"wait", [&](Session &) -> Result<OperationOutcome> {
        const auto reach = m_access.reach(session, Action::Assign);
        if (!reach)
            return std::unexpected(reach.error());
        if (auto may = requireAll(session, *reach, command.members); !may)
            return std::unexpected(std::move(may).error());
        const auto license = m_licenses.find(session, command.license);
        if (!license)
            return std::unexpected(license.error());
        const auto operation = m_operations.begin(
            session, u"wait"_s,
            QCoreApplication::translate("services", "%n member(s) wait(s) for %1", nullptr,
                                        static_cast<int>(command.members.size()))
                .arg(license->name.text()));
        if (!operation)
            return std::unexpected(operation.error());
        const auto added = m_waiting.add(session, command.license, command.members, command.terms);
        if (!added)
            return std::unexpected(added.error());
        if (*added == 0)
            return std::unexpected(Refusal{.reason = RefusalReason::NoChange}.toError());
        const auto served = m_waiting.serve(session, *operation);
        if (!served)
            return std::unexpected(served.error());
        return OperationOutcome{.operation = *operation,
                                .changed = *added,
                                .waiting = *added - std::ssize(*served),
                                .served = std::ssize(*served)};
    });
}

Result<std::vector<WaitingEntry>> WaitingListApplicationService::read(
    Session &session, const QList<WaitingEntryId> &entries) const
{
    auto found = m_waiting.findMany(session, entries);
    if (found && (entries.isEmpty() || std::ssize(*found) != entries.size()))
        return failure(ErrorCode::NotFound, QCoreApplication::translate(
                                                "services", "There is no such entry of the waiting list."));
    return found;
}

Result<OperationOutcome> WaitingListApplicationService::withdraw(Session &session,
                                                                 const QList<WaitingEntryId> &entries,
                                                                 const QString &reason) const
{
    const auto because = EndReason::create(reason);
    if (!because)
        return std::unexpected(because.error());
    return operate(session, u"withdraw", [&](Session &) -> Result<OperationOutcome> {
        const auto reach = m_access.reach(session, Action::Assign);
        if (!reach)
            return std::unexpected(reach.error());
        const auto found = read(session, entries);
        if (!found)
            return std::unexpected(found.error());
        QList<MemberId> members;
        std::ranges::transform(*found, std::back_inserter(members), &WaitingEntry::member);
        if (auto may = requireAll(session, *reach, members); !may)
            return std::unexpected(std::move(may).error());
        const int count = static_cast<int>(found->size());
        const auto operation = m_operations.begin(
            session, u"withdraw"_s,
            QCoreApplication::translate("services", "Take %n off the waiting list", nullptr, count), reason);
        if (!operation)
            return std::unexpected(operation.error());
        const auto withdrawn = m_waiting.withdraw(session, *found, *because);
        if (!withdrawn)
            return std::unexpected(withdrawn.error());
        return OperationOutcome{.operation = *operation, .changed = *withdrawn};
    });
}

} // namespace seatledger
