// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/bulkedit.h"

#include "core/domain/refusal.h"

#include <QCoreApplication>

namespace seatledger {

namespace {

template <typename T>
void set(T &field, const std::optional<T> &wanted)
{
    if (wanted)
        field = *wanted;
}

Refusal transition(const QString &from, const QString &to, const QString &explanation = {})
{
    return {.reason = RefusalReason::IllegalTransition, .from = from, .to = to, .explanation = explanation};
}

std::optional<Refusal> refusalOfStatus(const Member &member, std::optional<MemberStatus> wanted)
{
    if (!wanted || *wanted == member.status)
        return {};
    const QString from = toText(member.status);
    if (member.status == MemberStatus::Departed)
        return transition(from, toText(*wanted),
                          QCoreApplication::translate(
                              "domain", "%1 has left. Whoever comes back is changed in a form of their own.")
                              .arg(member.name.text()));
    if (*wanted == MemberStatus::Departed)
        return transition(
            from, toText(*wanted),
            QCoreApplication::translate(
                "domain", "%1 cannot be made to leave by an edit: use “Leaves”, by which seats come back.")
                .arg(member.name.text()));
    return {};
}

} // namespace

Result<Member> MemberEdit::over(const Member &member) const
{
    if (const auto refusal = refusalOfStatus(member, status))
        return std::unexpected(refusal->toError());
    MemberDraft draft = MemberDraft::of(member);
    set(draft.number, number);
    set(draft.name, name);
    set(draft.email, email);
    set(draft.department, department);
    set(draft.status, status);
    set(draft.joinedOn, joinedOn);
    set(draft.note, note);
    auto fields = draft.create();
    if (!fields)
        return std::unexpected(std::move(fields).error());
    return Member{*std::move(fields), member.id, member.version};
}

Result<License> LicenseEdit::over(const License &license) const
{
    if (state) {
        if (const auto refusal = refusalOfTransition(license.state, *state, false))
            return std::unexpected(refusal->toError());
    }
    LicenseDraft draft = LicenseDraft::of(license);
    set(draft.name, name);
    set(draft.state, state);
    set(draft.owner, owner);
    set(draft.overagePercent, overagePercent);
    set(draft.devicesPerSeat, devicesPerSeat);
    set(draft.expiryAction, expiryAction);
    set(draft.lowSeatThreshold, lowSeatThreshold);
    set(draft.note, note);
    auto fields = draft.create();
    if (!fields)
        return std::unexpected(std::move(fields).error());
    return License{*std::move(fields), license.id, license.version};
}

Result<Assignment> AssignmentEdit::over(const Assignment &assignment) const
{
    AssignmentDraft draft = AssignmentDraft::of(assignment);
    set(draft.firstDay, firstDay);
    set(draft.lastDay, lastDay);
    set(draft.note, note);
    set(draft.quantity, quantity);
    const auto terms = draft.create();
    if (!terms)
        return std::unexpected(terms.error());
    const bool ended = assignment.state == AssignmentState::Expired
                       || assignment.state == AssignmentState::Revoked;
    if (ended && terms->period != assignment.period)
        return std::unexpected(
            transition(toText(assignment.state), {},
                       QCoreApplication::translate(
                           "domain", "It has ended; the days of what has ended stay as they were."))
                .toError());
    if (ended && terms->quantity != assignment.quantity)
        return std::unexpected(
            transition(toText(assignment.state), {},
                       QCoreApplication::translate(
                           "domain", "It has ended; the seats of what has ended stay as they were."))
                .toError());
    Assignment changed = assignment;
    changed.quantity = terms->quantity;
    changed.period = terms->period;
    changed.note = terms->note;
    return changed;
}

} // namespace seatledger
