// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/enumtext.h"
#include "core/domain/ids.h"
#include "core/domain/result.h"
#include "core/domain/text.h"

#include <QStringList>

#include <optional>
#include <vector>

namespace seatledger {

/// What a key is for.
enum class LicenseKeyKind {
    License,     ///< the whole licence
    Entitlement, ///< what was bought at once
    Pool,        ///< one assignment: each gets a key of its own, as far as there are any
};

template <>
std::span<const EnumEntry<LicenseKeyKind>> enumEntries();

struct KeySecretRule {
    static constexpr TextLimits limits{.maximum = 4000, .mayBeEmpty = false, .multiline = true};
};
struct KeyNoteRule {
    static constexpr TextLimits limits{.maximum = 2000, .mayBeEmpty = true, .multiline = true};
};

/// The key itself. Goes into the database and, on record, to who may read it; never into a log, a file or a
/// message.
using KeySecret = ValidText<KeySecretRule>;
using KeyNote = ValidText<KeyNoteRule>;

/// A key without its secret, which is read apart. A plain value.
struct LicenseKey {
    LicenseKeyId id;
    LicenseId license;
    LicenseKeyKind kind = LicenseKeyKind::License;
    std::optional<EntitlementId> entitlement = std::nullopt; ///< for kind Entitlement
    std::optional<AssignmentId> assignment = std::nullopt;   ///< that has it, or had it last, for kind Pool
    KeyNote note = {};
    int version = 1;

    friend bool operator==(const LicenseKey &, const LicenseKey &) = default;
};

/// Keys to be added to a licence. A plain value, valid by NewKeysDraft.
struct NewKeys {
    LicenseId license;
    LicenseKeyKind kind;
    std::optional<EntitlementId> entitlement;
    std::vector<KeySecret> secrets;
    KeyNote note;
};

/// Keys as typed, not yet checked.
struct NewKeysDraft {
    std::optional<LicenseId> license = std::nullopt;
    LicenseKeyKind kind = LicenseKeyKind::License;
    std::optional<EntitlementId> entitlement = std::nullopt;
    QStringList secrets = {};
    QString note = {};

    /// One key a line, blank lines left out.
    [[nodiscard]] static QStringList secretsIn(const QString &lines);

    /// Fails with InvalidInput; see FieldCheck::error(). Fields: `license`, `entitlement`, `secrets`, `note`.
    /// What it says of a secret is in which place it stands, never what it is.
    [[nodiscard]] Result<NewKeys> create() const;
};

} // namespace seatledger
