// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/departmenttree.h"
#include "core/domain/feature.h"
#include "core/domain/permissions.h"
#include "core/domain/result.h"

#include <optional>
#include <vector>

namespace seatledger {

/// Who wants to do something.
struct PermissionSubject {
    Role role;
    std::vector<Right> rights = {};                ///< beyond the role
    std::vector<DepartmentId> departments = {};    ///< the tops of what a manager looks after
    std::optional<MemberId> member = std::nullopt; ///< the member this person is
    /// What a token leaves of what the role and the rights permit; everything where no token is in use.
    std::optional<std::vector<Action>> narrowedTo = std::nullopt;
    std::vector<Feature> switchedOff = {}; ///< for this person, in the order of Feature
};

/// How far the subject may do `action`: permittedScope() of role and rights, narrowed by the token in use;
/// nothing while its feature is switched off for them.
[[nodiscard]] Scope permittedScope(const PermissionSubject &subject, Action action);

/// Whom it would be done to: a member, and where that member works.
struct PermissionTarget {
    std::optional<MemberId> member = std::nullopt;
    std::optional<DepartmentId> department = std::nullopt;
};

/// Yes or no, and why, in one translated sentence: by the role, or by which rights; where it is not
/// permitted, a second sentence names the rights that would.
struct PermissionAnswer {
    bool allowed;
    Scope scope; ///< how far the role may do this at all; lists are narrowed to it
    QString reason;
};

/// Decides who may do what, by one table of role x action x scope (permittedScope()), and says why. The
/// window greys out by it, the services refuse by it, the server answers questions with it; the database's
/// own grants and policies, which agree with it, decide last. Pure; may be used from any thread.
class PermissionValidationService final
{
public:
    explicit PermissionValidationService(DepartmentTree tree = {}) : m_tree(std::move(tree)) {}

    /// Whether `subject` may do `action` to anything at all.
    [[nodiscard]] PermissionAnswer answer(const PermissionSubject &subject, Action action) const;

    /// Whether `subject` may do `action` to `target`. A target without member and department is everybody's:
    /// only Scope::Everything reaches it.
    [[nodiscard]] PermissionAnswer answer(const PermissionSubject &subject, Action action,
                                          const PermissionTarget &target) const;

    /// The same without a sentence, for very many targets.
    [[nodiscard]] bool permits(const PermissionSubject &subject, Action action,
                               const PermissionTarget &target) const;

    /// Nothing, or Forbidden with the reason; details: `reason` (not_permitted), `action`, `role`;
    /// or `reason` (feature_off), `feature`, where only a switch is in the way.
    [[nodiscard]] Result<void> require(const PermissionSubject &subject, Action action) const;
    [[nodiscard]] Result<void> require(const PermissionSubject &subject, Action action,
                                       const PermissionTarget &target) const;

private:
    [[nodiscard]] bool reaches(const PermissionSubject &subject, Scope scope,
                               const PermissionTarget &target) const;

    DepartmentTree m_tree;
};

} // namespace seatledger
