// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/departureapplicationservice.h"

#include "core/domain/monthlycost.h"
#include "core/services/refusalinwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <map>
#include <utility>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

Error invalid(const QString &field, const QString &sentence)
{
    return {ErrorCode::InvalidInput, sentence, {{u"field"_s, field}}};
}

Result<EndReason> reasonOf(const Departure &departure)
{
    const QString reason = departure.reason.trimmed();
    return EndReason::create(reason.isEmpty() ? QCoreApplication::translate("services", "The member departed")
                                              : reason);
}

QString summaryOf(const DeparturePlan &plan)
{
    const auto count = static_cast<int>(plan.people.size());
    if (plan.isAhead)
        return count == 1
                   ? QCoreApplication::translate("services", "%1 leaves on %2")
                         .arg(plan.people.front().name.text(), displayDay(plan.lastDay))
                   : QCoreApplication::translate("services", "%n member(s) leave(s) on %1", nullptr, count)
                         .arg(displayDay(plan.lastDay));
    return count == 1
               ? QCoreApplication::translate("services", "%1 departs").arg(plan.people.front().name.text())
               : QCoreApplication::translate("services", "%n member(s) depart(s)", nullptr, count);
}

std::vector<Assignment> seatsWith(const DeparturePlan &plan, SeatFate fate)
{
    std::vector<Assignment> seats;
    for (const LeaverSeat &seat : plan.seats) {
        if (seat.fate == fate)
            seats.push_back(seat.assignment);
    }
    return seats;
}

QList<LicenseId> licensesOf(const DeparturePlan &plan)
{
    QSet<LicenseId> licenses;
    for (const LeaverSeat &seat : plan.seats)
        licenses.insert(seat.assignment.license);
    QList<LicenseId> sorted(licenses.begin(), licenses.end());
    std::ranges::sort(sorted);
    return sorted;
}

/// What of the successor's is in the way of a seat that is to be handed over.
std::optional<Refusal> overlapOf(const Assignment &seat, QDate today,
                                 const std::vector<std::pair<LicenseId, Period>> &held)
{
    const auto days = Period::fromStored(std::max(seat.period.firstDay(), today), seat.period.endDay());
    const auto found = std::ranges::find_if(
        held, [&](const auto &other) { return other.first == seat.license && other.second.overlaps(days); });
    if (found == held.end())
        return std::nullopt;
    return Refusal{.reason = RefusalReason::AlreadyHolds, .period = found->second};
}

QList<MemberId> idsOf(const DeparturePlan &plan)
{
    QList<MemberId> ids;
    std::ranges::transform(plan.people, std::back_inserter(ids), &Member::id);
    return ids;
}

} // namespace

DepartureApplicationService::DepartureApplicationService(
    const DepartureRepository &departures, const MemberRepository &members, const LicenseRepository &licenses,
    const LicenseAssignmentRepository &assignments, const WaitingRepository &waiting,
    const OperationRepository &operations, const AccessApplicationService &access)
    : m_departures(departures),
      m_members(members),
      m_licenses(licenses),
      m_assignments(assignments),
      m_waiting(waiting),
      m_operations(operations),
      m_access(access)
{}

Result<DeparturePlan> DepartureApplicationService::read(Session &session, const Departure &departure) const
{
    DeparturePlan plan{.lastDay = departure.lastDay};
    auto people = m_members.findMany(session, departure.members);
    if (!people)
        return std::unexpected(std::move(people).error());
    plan.people = *std::move(people);
    if (plan.people.empty() || std::ssize(plan.people) != departure.members.size())
        return std::unexpected(
            invalid(u"members"_s, QCoreApplication::translate("services", "Say who leaves.")));
    for (const Member &member : plan.people) {
        if (member.status == MemberStatus::Departed)
            return std::unexpected(invalid(
                u"members"_s,
                QCoreApplication::translate("services", "%1 has departed before.").arg(member.name.text())));
    }
    if (departure.successor && departure.members.contains(*departure.successor))
        return std::unexpected(
            invalid(u"successor"_s,
                    QCoreApplication::translate("services", "The successor is one of those who leave.")));
    if (departure.successor) {
        auto successor = m_members.find(session, *departure.successor);
        if (!successor)
            return std::unexpected(std::move(successor).error());
        plan.successor = *std::move(successor);
    }
    auto seats = m_departures.seats(session, departure.members);
    auto devices = m_departures.devices(session, departure.members);
    auto owned = m_departures.owned(session, departure.members);
    for (const Error *error : {seats ? nullptr : &seats.error(), devices ? nullptr : &devices.error(),
                               owned ? nullptr : &owned.error()}) {
        if (error)
            return std::unexpected(*error);
    }
    plan.seats = *std::move(seats);
    plan.devices = *std::move(devices);
    plan.owned = *std::move(owned);
    return plan;
}

/// Decides what becomes of each seat, and what stands in its way.
Result<void> DepartureApplicationService::judge(Session &session, const Departure &departure,
                                                DeparturePlan &plan) const
{
    const auto today = m_operations.today(session);
    if (!today)
        return std::unexpected(today.error());
    plan.isAhead = plan.lastDay > *today;
    std::vector<std::pair<LicenseId, Period>> held;
    std::map<LicenseId, LicenseState> states;
    const auto licenses = m_licenses.findMany(session, licensesOf(plan));
    if (!licenses)
        return std::unexpected(licenses.error());
    for (const License &license : *licenses)
        states.emplace(license.id, license.state);
    if (plan.successor) {
        const auto open = m_assignments.openOf(session, plan.successor->id);
        if (!open)
            return std::unexpected(open.error());
        for (const Assignment &assignment : *open)
            held.emplace_back(assignment.license, assignment.period);
    }
    for (LeaverSeat &seat : plan.seats) {
        seat.fate = departure.fateOf(seat.assignment.id);
        // What would begin after the last day, or cannot be kept beyond today, ends.
        if (seat.fate == SeatFate::Keep
            && (!plan.isAhead || seat.assignment.period.firstDay() > plan.lastDay))
            seat.fate = SeatFate::TakeBack;
        if (seat.fate != SeatFate::HandOver)
            continue;
        if (!plan.successor)
            return std::unexpected(invalid(
                u"successor"_s,
                QCoreApplication::translate("services", "Say who gets the seats that are handed over.")));
        if (plan.successor->status == MemberStatus::Departed)
            seat.refusal = Refusal{.reason = RefusalReason::MemberDeparted};
        else if (const auto closed = refusalOfSeats(states.at(seat.assignment.license)))
            seat.refusal = closed;
        else
            seat.refusal = overlapOf(seat.assignment, *today, held);
        if (!seat.refusal)
            held.emplace_back(seat.assignment.license, seat.assignment.period);
        else if (departure.takesBackRefused) {
            seat.fate = SeatFate::TakeBack;
            seat.refusal.reset();
        }
    }
    return addCosts(session, *today, plan);
}

Result<void> DepartureApplicationService::addCosts(Session &session, QDate today, DeparturePlan &plan) const
{
    if (!m_access.require(session, Action::ViewCosts))
        return {};
    const auto bought = m_licenses.entitlementsOf(session, licensesOf(plan));
    if (!bought)
        return std::unexpected(bought.error());
    std::map<LicenseId, std::vector<Entitlement>> byLicense;
    for (const Entitlement &entitlement : *bought)
        byLicense[entitlement.license].push_back(entitlement);
    MoneySum all;
    for (LeaverSeat &seat : plan.seats) {
        const auto &entitlements = byLicense[seat.assignment.license];
        const int quantity = seat.assignment.quantity.value();
        MoneySum sum;
        if (addMonthlyCost(sum, entitlements, today, quantity))
            seat.monthlyCost = sum.amounts();
        if (seat.fate == SeatFate::TakeBack)
            std::ignore = addMonthlyCost(all, entitlements, today, quantity);
    }
    plan.monthlyCost = all.amounts();
    return {};
}

Result<void> DepartureApplicationService::settleSeats(Session &session, const DeparturePlan &plan,
                                                      const EndReason &reason, OperationId operation) const
{
    if (const auto kept = seatsWith(plan, SeatFate::Keep); !kept.empty()) {
        if (auto done = m_departures.endWith(session, kept, plan.lastDay); !done)
            return done;
    }
    if (const auto handed = seatsWith(plan, SeatFate::HandOver); !handed.empty()) {
        const std::vector<MemberId> receivers(handed.size(), plan.successor->id);
        if (auto done = m_assignments.transfer(session, handed, receivers, reason, operation); !done)
            return std::unexpected(std::move(done).error());
    }
    if (const auto taken = seatsWith(plan, SeatFate::TakeBack); !taken.empty()) {
        if (auto done = m_assignments.revoke(session, taken, reason); !done)
            return std::unexpected(std::move(done).error());
    }
    return {};
}

Result<DepartureOutcome> DepartureApplicationService::apply(Session &session, const Departure &departure,
                                                            DeparturePlan plan) const
{
    const auto reason = reasonOf(departure);
    if (!reason)
        return std::unexpected(reason.error());
    const auto operation = m_operations.begin(session, u"depart"_s, summaryOf(plan),
                                              departure.reason.trimmed());
    if (!operation)
        return std::unexpected(operation.error());
    if (auto done = settleSeats(session, plan, *reason, *operation); !done)
        return std::unexpected(std::move(done).error());
    const QList<MemberId> people = idsOf(plan);
    if (!plan.owned.empty()) {
        if (auto done = m_departures.handOverLicenses(session, people, departure.successor); !done)
            return std::unexpected(std::move(done).error());
    }
    if (!plan.isAhead && !plan.devices.empty()) {
        if (auto done = m_departures.releaseDevices(session, people); !done)
            return std::unexpected(std::move(done).error());
    }
    if (auto done = m_departures.depart(session, plan.people, plan.lastDay, plan.isAhead); !done)
        return std::unexpected(std::move(done).error());
    auto served = m_waiting.serve(session, *operation);
    if (!served)
        return std::unexpected(std::move(served).error());
    DepartureOutcome outcome{.outcome = {.operation = *operation,
                                         .changed = std::ssize(plan.seats),
                                         .served = std::ssize(*served)},
                             .report = {std::move(plan), *std::move(served)}};
    return outcome;
}

Result<DepartureReport> DepartureApplicationService::plan(Session &session, const Departure &departure) const
{
    if (auto may = m_access.require(session, Action::EditMembers); !may)
        return std::unexpected(std::move(may).error());
    const auto transaction = Transaction::begin(session.connection(), u"plan a departure");
    if (!transaction)
        return std::unexpected(transaction.error());
    auto plan = read(session, departure);
    if (!plan)
        return std::unexpected(std::move(plan).error());
    if (auto judged = judge(session, departure, *plan); !judged)
        return std::unexpected(std::move(judged).error());
    if (!plan->isApplicable())
        return DepartureReport{*std::move(plan)};
    auto done = apply(session, departure, *std::move(plan)); // and back, at the end of this function
    if (!done)
        return std::unexpected(inWords(std::move(done).error()));
    return std::move(done->report);
}

Result<DepartureOutcome> DepartureApplicationService::depart(Session &session,
                                                             const Departure &departure) const
{
    return operate(session, u"depart", [&](Session &) -> Result<DepartureOutcome> {
        if (auto may = m_access.require(session, Action::EditMembers); !may)
            return std::unexpected(std::move(may).error());
        auto plan = read(session, departure);
        if (!plan)
            return std::unexpected(std::move(plan).error());
        if (auto locked = m_licenses.lockSeats(session, licensesOf(*plan)); !locked)
            return std::unexpected(std::move(locked).error());
        // Read again: until the locks were held, anybody could change them.
        plan = read(session, departure);
        if (!plan)
            return std::unexpected(std::move(plan).error());
        if (auto judged = judge(session, departure, *plan); !judged)
            return std::unexpected(std::move(judged).error());
        const auto refused = std::ranges::find_if(
            plan->seats, [](const LeaverSeat &seat) { return seat.refusal.has_value(); });
        if (refused != plan->seats.end()) {
            Error error = refused->refusal->toError();
            error.message = refused->licenseName + u": "_s + error.message;
            return std::unexpected(std::move(error));
        }
        return apply(session, departure, *std::move(plan));
    });
}

} // namespace seatledger
