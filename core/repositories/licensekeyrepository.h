// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/ids.h"
#include "core/domain/licensekey.h"
#include "core/domain/result.h"

#include <QString>

#include <optional>
#include <vector>

namespace seatledger {

/// A key in a list.
struct LicenseKeyRow {
    LicenseKey key;
    QString holder = {};  ///< the name of who has it from the pool; empty if nobody, or nobody one sees
    bool isFree = false; ///< of a pool, and with nobody who still holds a seat
};

/// Keeps the keys of licences. Secrets go in with add() and come out with secret() alone. Stateless; a
/// function per statement, in the thread of its session. Changes are booked on the session's operation.
///
/// Keys are seen by those who edit the catalogue or may read keys, and by members as far as they are for
/// them.
class LicenseKeyRepository final
{
public:
    /// Adds them and answers them as they are then: those of a pool may have been handed out at once.
    /// Conflict, constraint `license_key_secret`, if the licence has one of them already.
    [[nodiscard]] Result<std::vector<LicenseKey>> add(Session &session, const NewKeys &keys) const;

    [[nodiscard]] Result<LicenseKey> find(Session &session, LicenseKeyId id) const;

    /// By kind, then by id.
    [[nodiscard]] Result<std::vector<LicenseKeyRow>> list(Session &session, LicenseId license) const;

    /// The one that the assignment has from the pool.
    [[nodiscard]] Result<std::optional<LicenseKey>> ofAssignment(Session &session,
                                                                 AssignmentId assignment) const;

    /// Puts on record that the session is going to read this key. Commit it before secret().
    [[nodiscard]] Result<void> bookReading(Session &session, LicenseKeyId id) const;

    /// The key itself. RuleBroken, reason `reading_not_booked`, unless a reading was booked in an earlier
    /// transaction, no more than a minute ago.
    [[nodiscard]] Result<QString> secret(Session &session, LicenseKeyId id) const;
};

} // namespace seatledger
