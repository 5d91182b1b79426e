// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/enumtext.h"
#include "core/domain/period.h"
#include "core/domain/result.h"

#include <QDate>
#include <QJsonObject>

#include <optional>

namespace seatledger {

/// Why the book refuses something. The stable names are those the database writes into `reason`.
enum class RefusalReason {
    NoSeat,           ///< on some day more seats would be held than there are
    OutsideSupply,    ///< nothing that was bought covers that day
    BelowPromised,    ///< a cut of supply would leave fewer seats than are promised
    AlreadyHolds,     ///< the member holds this licence at that time
    MemberUnknown,
    MemberDeparted,
    SameMember,       ///< a transfer to the one who has it
    LicenseDraft,
    LicenseSuspended,
    LicenseRetired,
    LicenseHeld,      ///< a licence with holders cannot be retired
    PeriodInPast,
    StateAgainstDays, ///< the state and the days do not go together
    IllegalTransition,
    NoChange,         ///< it already is what was asked for
    NotPermitted,
    DepartmentRing,   ///< a department below itself
    NeverDeleted,
    MovedOn,         ///< what an operation wrote has changed since, so it cannot be undone
    AlreadyUndone,
    NotUndoable,      ///< the book did it by itself
    OperationUnknown,
    LoginFixed,         ///< an operator's login cannot be renamed
    OwnOperator,        ///< nobody changes what they themselves may do
    BeyondOwnRights,    ///< nobody hands on, or takes away, more than they have
    LoginNotAdoptable,  ///< the login is somebody else on this server
    OperatorUnknown,
    VerifierExpected,   ///< a password was sent where only its verifier may be
    NoLongerWaiting,    ///< an entry of the waiting list that was served or withdrawn
    ReviewClosed,       ///< an access review that was carried out or given up
    TooManyDevices,      ///< the assignment runs on as many devices as it may
    NoFloatingSeat,      ///< all floating seats are in use at this moment
    AssignmentReserved,  ///< it starts later and runs on no device yet
    AssignmentSuspended, ///< paused: it runs on no device
    AssignmentExpired,   ///< its last day passed: it runs on no device
    AssignmentRevoked,   ///< somebody ended it: it runs on no device
    DeviceRetired,       ///< a device out of use
    DeviceOfAnother,     ///< the device is somebody else's
    TokenRevoked,        ///< a token that was revoked stays so
    TokenFixed,          ///< a token is not changed
    TokenTooLong,        ///< a token lasts a year at most
};

template <>
std::span<const EnumEntry<RefusalReason>> enumEntries();

/// One refusal: the reason and the facts that belong to it; facts that do not apply stay empty. A plain
/// value.
struct Refusal {
    RefusalReason reason;
    std::optional<QDate> day = std::nullopt;       ///< the first day it goes wrong
    std::optional<qint64> capacity = std::nullopt; ///< seats there are on that day
    std::optional<qint64> demand = std::nullopt;   ///< seats that would be held on that day
    std::optional<Period> period = std::nullopt;   ///< when the seat is already held
    QString from = {};                             ///< stable name of the state it is in
    QString to = {};                               ///< stable name of the state it was to take on
    QString explanation = {};                      ///< a sentence that says it better, already translated

    /// Seats lacking on `day`; 0 where it is not about seats.
    [[nodiscard]] qint64 seatsLacking() const;

    /// One translated sentence with the facts: what is wrong and when.
    [[nodiscard]] QString sentence() const;

    /// The facts with the keys of the database: `reason`, `day`, `capacity`, `demand`, `seats`, `from_day`,
    /// `last_day`, `from`, `to`.
    [[nodiscard]] QJsonObject details() const;

    /// RuleBroken (Forbidden for NotPermitted, OwnOperator and BeyondOwnRights, NotFound for what is unknown)
    /// with sentence() and details().
    [[nodiscard]] Error toError() const;

    /// Reads details() or what the database put into DETAIL; none without a known reason. By it a refusal of
    /// the database gets the same translated sentence as one of the domain.
    [[nodiscard]] static std::optional<Refusal> fromDetails(const QJsonObject &details);

    friend bool operator==(const Refusal &, const Refusal &) = default;
};

} // namespace seatledger
