// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/email.h"
#include "core/domain/enums.h"
#include "core/domain/ids.h"
#include "core/domain/text.h"

#include <QDate>

#include <optional>

namespace seatledger {

/// What is known of a person. `leftOn` is set exactly when departed. A plain value, valid by MemberDraft.
struct MemberFields {
    MemberNumber number;
    Name name;
    Email email;
    std::optional<DepartmentId> department = std::nullopt; ///< none is outside all departments
    MemberStatus status = MemberStatus::Active;
    std::optional<QDate> joinedOn = std::nullopt;
    std::optional<QDate> leftOn = std::nullopt;
    Note note = {};

    friend bool operator==(const MemberFields &, const MemberFields &) = default;
};

/// A person in the book.
struct Member : MemberFields {
    MemberId id;
    int version = 1;

    friend bool operator==(const Member &, const Member &) = default;
};

/// A person as typed into a form or read from a file, not yet checked.
struct MemberDraft {
    QString number = {};
    QString name = {};
    QString email = {};
    std::optional<DepartmentId> department = std::nullopt;
    MemberStatus status = MemberStatus::Active;
    std::optional<QDate> joinedOn = std::nullopt;
    std::optional<QDate> leftOn = std::nullopt;
    QString note = {};

    [[nodiscard]] static MemberDraft of(const MemberFields &fields);

    /// Fails with InvalidInput; see FieldCheck::error(). Fields: `number`, `name`, `email`, `joined_on`,
    /// `left_on`, `note`.
    [[nodiscard]] Result<MemberFields> create() const;
};

} // namespace seatledger
