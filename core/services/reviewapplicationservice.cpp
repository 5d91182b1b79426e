// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/reviewapplicationservice.h"

#include "core/services/refusalinwords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace seatledger {

ReviewApplicationService::ReviewApplicationService(const ReviewRepository &reviews,
                                                   const LicenseAssignmentRepository &assignments,
                                                   const WaitingRepository &waiting,
                                                   const OperationRepository &operations,
                                                   const AccessApplicationService &access)
    : m_reviews(reviews),
      m_assignments(assignments),
      m_waiting(waiting),
      m_operations(operations),
      m_access(access)
{}

Result<void> ReviewApplicationService::requireWhole(Session &session) const
{
    const auto access = m_access.load(session);
    if (!access)
        return std::unexpected(access.error());
    if (auto may = access->require(Action::Review); !may)
        return may;
    if (access->answer(Action::Review).scope == Scope::Everything)
        return {};
    return failure(ErrorCode::Forbidden,
                   QCoreApplication::translate(
                       "services",
                       "A review is begun and carried out by who decides for everybody; you decide "
                       "about your own people."),
                   {{u"reason"_s, u"not_permitted"_s}, {u"action"_s, toText(Action::Review)}});
}

Result<Booked<ReviewRow>> ReviewApplicationService::create(Session &session, const ReviewFields &fields) const
{
    return operate(session, u"review", [&](Session &) -> Result<Booked<ReviewRow>> {
        if (auto may = requireWhole(session); !may)
            return std::unexpected(std::move(may).error());
        const auto operation = m_operations.begin(
            session, u"review"_s,
            QCoreApplication::translate("services", "Access review “%1”").arg(fields.name.text()));
        if (!operation)
            return std::unexpected(operation.error());
        auto row = m_reviews.add(session, fields);
        if (!row)
            return std::unexpected(std::move(row).error());
        if (row->progress.items == 0)
            return failure(
                ErrorCode::InvalidInput,
                QCoreApplication::translate("services", "Nobody holds a seat there: nothing to review."),
                {{u"field"_s, fields.license ? u"license"_s : u"department"_s}});
        return Booked<ReviewRow>{*std::move(row), *operation};
    });
}

Result<OperationOutcome> ReviewApplicationService::decide(Session &session,
                                                          const ReviewCommand &command) const
{
    return operate(session, u"review decide", [&](Session &) -> Result<OperationOutcome> {
        if (auto may = m_access.require(session, Action::Review); !may)
            return std::unexpected(std::move(may).error());
        const auto count = static_cast<int>(command.items.size());
        const auto operation = m_operations.begin(
            session, u"review_decide"_s,
            command.decision == ReviewDecision::Revoke
                ? QCoreApplication::translate("services", "Decide to revoke %n seat(s)", nullptr, count)
            : command.decision == ReviewDecision::Keep
                ? QCoreApplication::translate("services", "Decide to keep %n seat(s)", nullptr, count)
                : QCoreApplication::translate("services", "Decide anew about %n seat(s)", nullptr, count));
        if (!operation)
            return std::unexpected(operation.error());
        const auto decided = m_reviews.decide(session, command.items, command.decision,
                                              command.note.trimmed());
        if (!decided)
            return std::unexpected(decided.error());
        return OperationOutcome{.operation = *operation, .changed = *decided};
    });
}

Result<qint64> ReviewApplicationService::revoke(Session &session, const ReviewRow &row) const
{
    const auto ids = m_reviews.toRevoke(session, row.review.id);
    if (!ids)
        return std::unexpected(ids.error());
    if (ids->isEmpty())
        return 0;
    const auto assignments = m_assignments.findMany(session, *ids);
    if (!assignments)
        return std::unexpected(assignments.error());
    const auto reason = EndReason::create(
        QCoreApplication::translate("services", "Access review “%1”").arg(row.review.name.text()));
    if (!reason)
        return std::unexpected(reason.error());
    return m_assignments.revoke(session, *assignments, *reason);
}

Result<OperationOutcome> ReviewApplicationService::execute(Session &session, ReviewId review) const
{
    return operate(session, u"review execute", [&](Session &) -> Result<OperationOutcome> {
        if (auto may = requireWhole(session); !may)
            return std::unexpected(std::move(may).error());
        const auto row = m_reviews.find(session, review);
        if (!row)
            return std::unexpected(row.error());
        const auto operation = m_operations.begin(
            session, u"review_execute"_s,
            QCoreApplication::translate("services", "Carry out access review “%1”")
                .arg(row->review.name.text()));
        if (!operation)
            return std::unexpected(operation.error());
        // Closed first: from here on nobody decides anything else.
        if (auto closed = m_reviews.close(session, row->review, ReviewState::Executed); !closed)
            return std::unexpected(std::move(closed).error());
        const auto revoked = revoke(session, *row);
        if (!revoked)
            return std::unexpected(revoked.error());
        const auto served = m_waiting.serve(session, *operation);
        if (!served)
            return std::unexpected(served.error());
        return OperationOutcome{.operation = *operation, .changed = *revoked, .served = std::ssize(*served)};
    });
}

Result<OperationOutcome> ReviewApplicationService::cancel(Session &session, ReviewId review) const
{
    return operate(session, u"review cancel", [&](Session &) -> Result<OperationOutcome> {
        if (auto may = requireWhole(session); !may)
            return std::unexpected(std::move(may).error());
        const auto row = m_reviews.find(session, review);
        if (!row)
            return std::unexpected(row.error());
        const auto operation = m_operations.begin(
            session, u"review_cancel"_s,
            QCoreApplication::translate("services", "Give up access review “%1”")
                .arg(row->review.name.text()));
        if (!operation)
            return std::unexpected(operation.error());
        if (auto closed = m_reviews.close(session, row->review, ReviewState::Cancelled); !closed)
            return std::unexpected(std::move(closed).error());
        return OperationOutcome{.operation = *operation, .changed = 1};
    });
}

} // namespace seatledger
