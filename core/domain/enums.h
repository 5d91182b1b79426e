// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/enumtext.h"

namespace seatledger {

enum class MemberStatus {
    Active,
    OnLeave,
    Departed, ///< has left; holds nothing and receives nothing
};

/// What one seat of a licence counts.
enum class LicenseMetric {
    NamedUser, ///< a person
    Device,    ///< a machine
    Floating,  ///< one of the people or machines running it at the same time
    Site,      ///< the organisation
};

enum class LicenseTerm {
    Perpetual,
    Subscription,
    Trial,
};

enum class LicenseState {
    Draft,     ///< being prepared; nobody can be given a seat
    Active,
    Suspended, ///< on hold; who holds a seat keeps it, nobody new gets one
    Retired,   ///< no longer in use
};

enum class AssignmentState {
    Reserved,  ///< starts on a later day
    Active,
    Suspended, ///< paused, its seat kept or released
    Expired,   ///< its last day passed
    Revoked,   ///< somebody ended it, with a reason
};

/// What becomes of the assignments of a licence when its supply ends.
enum class ExpiryAction {
    Keep,
    Suspend,
    Revoke,
};

/// How often the price of an entitlement is paid.
enum class BillingCycle {
    Once,
    Monthly,
    Quarterly,
    Yearly,
};

/// The way a change came in.
enum class OperationSource {
    Window,
    Api,
    Command,
    Import,
    Job,
    Sql,
};

template <>
std::span<const EnumEntry<MemberStatus>> enumEntries();
template <>
std::span<const EnumEntry<LicenseMetric>> enumEntries();
template <>
std::span<const EnumEntry<LicenseTerm>> enumEntries();
template <>
std::span<const EnumEntry<LicenseState>> enumEntries();
template <>
std::span<const EnumEntry<AssignmentState>> enumEntries();
template <>
std::span<const EnumEntry<ExpiryAction>> enumEntries();
template <>
std::span<const EnumEntry<BillingCycle>> enumEntries();
template <>
std::span<const EnumEntry<OperationSource>> enumEntries();

} // namespace seatledger
