// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/assignment.h"
#include "core/domain/license.h"
#include "core/domain/member.h"
#include "core/domain/result.h"

#include <QDate>
#include <QString>

#include <optional>

namespace seatledger {

// What rows are to have in common from now on: a field that is not set stays as it is in each of them. Plain
// values, as typed; over() checks them on one row.

/// Number, name and address are one person's: for a single row only.
struct MemberEdit {
    std::optional<QString> number = std::nullopt;
    std::optional<QString> name = std::nullopt;
    std::optional<QString> email = std::nullopt;
    std::optional<std::optional<DepartmentId>> department = std::nullopt; ///< none inside: outside all
    std::optional<MemberStatus> status = std::nullopt; ///< leaving is not done by an edit
    std::optional<std::optional<QDate>> joinedOn = std::nullopt;
    std::optional<QString> note = std::nullopt;

    [[nodiscard]] bool isEmpty() const { return *this == MemberEdit(); }
    /// The member as it would be. InvalidInput as of MemberDraft::create(); RuleBroken (IllegalTransition)
    /// for the status of who has left, or a status of having left.
    [[nodiscard]] Result<Member> over(const Member &member) const;

    friend bool operator==(const MemberEdit &, const MemberEdit &) = default;
};

/// The name is one licence's: for a single row only.
struct LicenseEdit {
    std::optional<QString> name = std::nullopt;
    std::optional<LicenseState> state = std::nullopt;
    std::optional<std::optional<MemberId>> owner = std::nullopt; ///< none inside: nobody
    std::optional<qint64> overagePercent = std::nullopt;
    std::optional<qint64> devicesPerSeat = std::nullopt;
    std::optional<ExpiryAction> expiryAction = std::nullopt;
    std::optional<std::optional<qint64>> lowSeatThreshold = std::nullopt; ///< none inside: never
    std::optional<QString> note = std::nullopt;

    [[nodiscard]] bool isEmpty() const { return *this == LicenseEdit(); }
    /// The licence as it would be. InvalidInput as of LicenseDraft::create(); RuleBroken for a state that may
    /// not follow the present one, whoever holds it.
    [[nodiscard]] Result<License> over(const License &license) const;

    friend bool operator==(const LicenseEdit &, const LicenseEdit &) = default;
};

struct AssignmentEdit {
    std::optional<QDate> firstDay = std::nullopt;
    std::optional<std::optional<QDate>> lastDay = std::nullopt; ///< none inside: until revoked
    std::optional<QString> note = std::nullopt;
    std::optional<qint64> quantity = std::nullopt; ///< seats

    [[nodiscard]] bool isEmpty() const { return *this == AssignmentEdit(); }
    /// Days are among what changes.
    [[nodiscard]] bool movesDays() const { return firstDay || lastDay; }
    /// The assignment as it would be, its state apart. InvalidInput as of AssignmentDraft::create();
    /// RuleBroken (IllegalTransition) for the days or seats of one that has ended.
    [[nodiscard]] Result<Assignment> over(const Assignment &assignment) const;

    friend bool operator==(const AssignmentEdit &, const AssignmentEdit &) = default;
};

} // namespace seatledger
