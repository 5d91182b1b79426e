// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/accessapplicationservice.h"

#include <QCoreApplication>

#include <utility>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

PermissionAnswer disabledAnswer(const Operator &asked)
{
    return {.allowed = false,
            .scope = Scope::None,
            .reason = QCoreApplication::translate("services", "%1 is disabled and may do nothing.")
                          .arg(asked.displayName.text())};
}

} // namespace

AccessApplicationService::AccessApplicationService(const OperatorRepository &operators)
    : m_operators(operators)
{}

Result<Access> AccessApplicationService::load(Session &session) const
{
    auto acting = m_operators.actingOperator(session);
    if (!acting)
        return std::unexpected(std::move(acting).error());
    return Access(*std::move(acting));
}

Result<void> AccessApplicationService::require(Session &session, Action action) const
{
    const auto access = load(session);
    return access ? access->require(action) : std::unexpected(access.error());
}

Result<Reach> AccessApplicationService::reach(Session &session, Action action) const
{
    auto access = load(session);
    if (!access)
        return std::unexpected(std::move(access).error());
    if (auto may = access->require(action); !may)
        return std::unexpected(std::move(may).error());
    return Reach(*std::move(access), action, m_operators);
}

Result<bool> AccessApplicationService::actAs(Session &session, const QString &login) const
{
    const auto access = load(session);
    if (!access)
        return std::unexpected(access.error());
    const ActingOperator &acting = access->acting();
    if (acting.id && acting.login == login)
        return true;
    if (acting.id) {
        return failure(ErrorCode::Forbidden,
                       QCoreApplication::translate("services",
                                                   "You are signed in as %1. Only the owner of the "
                                                   "book acts as somebody else.")
                           .arg(acting.login),
                       {{"reason"_L1, u"not_permitted"_s}});
    }
    const auto found = m_operators.findByLogin(session, login);
    if (!found)
        return std::unexpected(found.error());
    if (!*found)
        return false;
    if ((*found)->isDisabled())
        return failure(ErrorCode::Forbidden, disabledAnswer(**found).reason,
                       {{"reason"_L1, u"no_operator"_s}});
    if (auto taken = m_operators.takeOn(session, login); !taken)
        return std::unexpected(std::move(taken).error());
    return true;
}

Result<PermissionAnswer> AccessApplicationService::explain(Session &session, const QString &login,
                                                           Action action, const AccessTarget &target) const
{
    const auto asked = visibleOperator(session, login);
    if (!asked)
        return std::unexpected(asked.error());
    if (asked->isDisabled())
        return disabledAnswer(*asked);
    const auto subject = m_operators.subjectOf(session, *asked);
    return subject ? answerFor(session, *subject, action, target) : std::unexpected(subject.error());
}

Result<std::vector<std::pair<Action, PermissionAnswer>>> AccessApplicationService::explainAll(
    Session &session, const QString &login) const
{
    const auto asked = visibleOperator(session, login);
    if (!asked)
        return std::unexpected(asked.error());
    const auto subject = m_operators.subjectOf(session, *asked);
    if (!subject)
        return std::unexpected(subject.error());
    std::vector<std::pair<Action, PermissionAnswer>> answers;
    for (const auto &action : enumEntries<Action>()) {
        answers.emplace_back(
            action.value, asked->isDisabled() ? disabledAnswer(*asked)
                                              : PermissionValidationService().answer(*subject, action.value));
    }
    return answers;
}

Result<Operator> AccessApplicationService::visibleOperator(Session &session, const QString &login) const
{
    const auto access = load(session);
    if (!access)
        return std::unexpected(access.error());
    const bool isAuditor = access->answer(Action::ReadAudit).allowed;
    if (login != access->acting().login && !isAuditor) {
        if (auto may = access->require(Action::ManageOperators); !may)
            return std::unexpected(std::move(may).error());
    }
    auto found = m_operators.findByLogin(session, login);
    if (!found)
        return std::unexpected(std::move(found).error());
    if (!*found) {
        return failure(ErrorCode::NotFound,
                       QCoreApplication::translate("services", "There is no operator %1.").arg(login),
                       {{"login"_L1, login}});
    }
    return **std::move(found);
}

Result<PermissionAnswer> AccessApplicationService::answerFor(Session &session,
                                                             const PermissionSubject &subject, Action action,
                                                             const AccessTarget &target) const
{
    const PermissionValidationService permissions;
    if (std::holds_alternative<std::monostate>(target))
        return permissions.answer(subject, action);
    if (const auto *license = std::get_if<LicenseId>(&target))
        return answerForLicense(session, subject, action, *license);
    const auto where = placeOf(session, target);
    if (!where)
        return std::unexpected(where.error());
    return permissions.answer(subject, action, *where);
}

Result<PermissionTarget> AccessApplicationService::placeOf(Session &session, const AccessTarget &target) const
{
    if (const auto *department = std::get_if<DepartmentId>(&target))
        return PermissionTarget{.department = *department};
    const auto *assignment = std::get_if<AssignmentId>(&target);
    const auto places = assignment ? m_operators.holdersOf(session, {*assignment})
                                   : m_operators.targetsOf(session, {std::get<MemberId>(target)});
    if (!places)
        return std::unexpected(places.error());
    if (places->empty()) {
        return failure(ErrorCode::NotFound,
                       assignment ? QCoreApplication::translate("services", "There is no such assignment.")
                                  : QCoreApplication::translate("services", "There is no such member."));
    }
    return places->front();
}

Result<PermissionAnswer> AccessApplicationService::answerForLicense(Session &session,
                                                                    const PermissionSubject &subject,
                                                                    Action action, LicenseId license) const
{
    const PermissionValidationService permissions;
    const PermissionAnswer ever = permissions.answer(subject, action);
    if (ever.scope != Scope::Own)
        return ever;
    const auto seats = action == Action::ViewLicenses ? OperatorRepository::Seats::Any
                                                      : OperatorRepository::Seats::Active;
    const auto holds = subject.member ? m_operators.holds(session, *subject.member, license, seats)
                                      : Result<bool>(false);
    if (!holds)
        return std::unexpected(holds.error());
    return permissions.answer(subject, action,
                              *holds ? PermissionTarget{.member = subject.member} : PermissionTarget{});
}

} // namespace seatledger
