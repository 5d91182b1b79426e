// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/permissionvalidationservice.h"

#include <QtGlobal>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

const char *sentenceWithin(Scope scope)
{
    switch (scope) {
    case Scope::Everything:
        return QT_TRANSLATE_NOOP("domain", "%1: permitted to the role %2.");
    case Scope::OwnDepartments:
        return QT_TRANSLATE_NOOP("domain", "%1: permitted to the role %2 in their own departments.");
    case Scope::Own:
        return QT_TRANSLATE_NOOP("domain", "%1: permitted to the role %2 for what is their own.");
    case Scope::None:
        break;
    }
    return QT_TRANSLATE_NOOP("domain", "%1: not permitted to the role %2.");
}

const char *sentenceBeyond(Scope scope)
{
    switch (scope) {
    case Scope::OwnDepartments:
        return QT_TRANSLATE_NOOP("domain", "%1: permitted to the role %2 in their own departments only, "
                                           "and this is outside of them.");
    case Scope::Own:
        return QT_TRANSLATE_NOOP("domain",
                                 "%1: permitted to the role %2 for what is their own only, and this is not.");
    case Scope::None:
    case Scope::Everything:
        break;
    }
    return sentenceWithin(scope);
}

const char *sentenceByRights(bool allowed, Scope scope)
{
    if (scope == Scope::Everything)
        return QT_TRANSLATE_NOOP("domain", "%1: permitted by %2.");
    return allowed
               ? QT_TRANSLATE_NOOP("domain", "%1: permitted by %2 in their own departments.")
               : QT_TRANSLATE_NOOP("domain", "%1: permitted by %2 in their own departments only, and this "
                                             "is outside of them.");
}

/// At most two rights go together.
QString namesOf(const std::vector<Right> &rights)
{
    if (rights.size() == 1)
        return translateDomain(QT_TRANSLATE_NOOP("domain", "the right “%1”"))
            .arg(displayText(rights.front()));
    return translateDomain(QT_TRANSLATE_NOOP("domain", "the rights “%1” and “%2”"))
        .arg(displayText(rights.front()), displayText(rights.back()));
}

bool isBeyondToken(const PermissionSubject &subject, Action action)
{
    return subject.narrowedTo && std::ranges::find(*subject.narrowedTo, action) == subject.narrowedTo->end();
}

/// The switch that is in the way of what is permitted otherwise.
std::optional<Feature> switchBefore(const PermissionSubject &subject, Action action)
{
    const auto feature = featureOf(action);
    const bool isOff = feature
                       && std::ranges::find(subject.switchedOff, *feature) != subject.switchedOff.end();
    const bool isElse = !isBeyondToken(subject, action)
                        && permittedScope(subject.role, subject.rights, action) != Scope::None;
    return isOff && isElse ? feature : std::nullopt;
}

/// Says by what it is permitted, the role or a right, or what would permit it.
QString reasonFor(const PermissionSubject &subject, Action action, bool allowed, Scope scope)
{
    if (isBeyondToken(subject, action)) {
        return translateDomain(QT_TRANSLATE_NOOP("domain", "%1: the token in use is not for this."))
            .arg(displayText(action));
    }
    if (const auto off = switchBefore(subject, action))
        return offText(*off);
    const auto by = permittingRights(subject.role, subject.rights, action);
    if (!by.empty())
        return translateDomain(sentenceByRights(allowed, scope)).arg(displayText(action), namesOf(by));
    QString sentence = translateDomain(allowed ? sentenceWithin(scope) : sentenceBeyond(scope))
                           .arg(displayText(action), displayText(subject.role).toLower());
    const auto missing = missingRights(subject.role, subject.rights, action);
    if (missing.empty())
        return sentence;
    return translateDomain(QT_TRANSLATE_NOOP("domain", "%1 Beyond the role, %2 would permit it."))
        .arg(sentence, namesOf(missing));
}

Result<void> requirement(const PermissionAnswer &answer, const PermissionSubject &subject, Action action)
{
    if (answer.allowed)
        return {};
    if (const auto off = switchBefore(subject, action))
        return featureOff(*off);
    return failure(ErrorCode::Forbidden, answer.reason,
                   {{"reason"_L1, u"not_permitted"_s},
                    {"action"_L1, toText(action)},
                    {"role"_L1, toText(subject.role)}});
}

} // namespace

Scope permittedScope(const PermissionSubject &subject, Action action)
{
    return isBeyondToken(subject, action) || switchBefore(subject, action)
               ? Scope::None
               : permittedScope(subject.role, subject.rights, action);
}

PermissionAnswer PermissionValidationService::answer(const PermissionSubject &subject, Action action) const
{
    const Scope scope = permittedScope(subject, action);
    return {
        .allowed = scope != Scope::None, .scope = scope, .reason = reasonFor(subject, action, true, scope)};
}

PermissionAnswer PermissionValidationService::answer(const PermissionSubject &subject, Action action,
                                                     const PermissionTarget &target) const
{
    const Scope scope = permittedScope(subject, action);
    const bool allowed = reaches(subject, scope, target);
    return {.allowed = allowed, .scope = scope, .reason = reasonFor(subject, action, allowed, scope)};
}

bool PermissionValidationService::permits(const PermissionSubject &subject, Action action,
                                          const PermissionTarget &target) const
{
    return reaches(subject, permittedScope(subject, action), target);
}

Result<void> PermissionValidationService::require(const PermissionSubject &subject, Action action) const
{
    return requirement(answer(subject, action), subject, action);
}

Result<void> PermissionValidationService::require(const PermissionSubject &subject, Action action,
                                                  const PermissionTarget &target) const
{
    return requirement(answer(subject, action, target), subject, action);
}

bool PermissionValidationService::reaches(const PermissionSubject &subject, Scope scope,
                                          const PermissionTarget &target) const
{
    const bool isOwn = target.member && target.member == subject.member;
    const auto holdsTarget = [&](DepartmentId top) {
        return target.department && m_tree.isWithin(*target.department, top);
    };
    switch (scope) {
    case Scope::Everything:
        return true;
    case Scope::OwnDepartments:
        return isOwn || std::ranges::any_of(subject.departments, holdsTarget);
    case Scope::Own:
        return isOwn;
    case Scope::None:
        break;
    }
    return false;
}

} // namespace seatledger
