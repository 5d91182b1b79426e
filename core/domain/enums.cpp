// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/enums.h"

#include <QtGlobal>

#include <array>

namespace seatledger {

using namespace Qt::StringLiterals;

template <>
std::span<const EnumEntry<MemberStatus>> enumEntries()
{
    static constexpr std::array entries{
        EnumEntry{MemberStatus::Active, "active"_L1, QT_TRANSLATE_NOOP("domain", "Active")},
        EnumEntry{MemberStatus::OnLeave, "on_leave"_L1, QT_TRANSLATE_NOOP("domain", "On leave")},
        EnumEntry{MemberStatus::Departed, "departed"_L1, QT_TRANSLATE_NOOP("domain", "Departed")},
    };
    return entries;
}

template <>
std::span<const EnumEntry<LicenseMetric>> enumEntries()
{
    static constexpr std::array entries{
        EnumEntry{LicenseMetric::NamedUser, "named_user"_L1, QT_TRANSLATE_NOOP("domain", "Named user")},
        EnumEntry{LicenseMetric::Device, "device"_L1, QT_TRANSLATE_NOOP("domain", "Device")},
        EnumEntry{LicenseMetric::Floating, "floating"_L1, QT_TRANSLATE_NOOP("domain", "Floating")},
        EnumEntry{LicenseMetric::Site, "site"_L1, QT_TRANSLATE_NOOP("domain", "Site")},
    };
    return entries;
}

template <>
std::span<const EnumEntry<LicenseTerm>> enumEntries()
{
    static constexpr std::array entries{
        EnumEntry{LicenseTerm::Perpetual, "perpetual"_L1, QT_TRANSLATE_NOOP("domain", "Perpetual")},
        EnumEntry{LicenseTerm::Subscription, "subscription"_L1, QT_TRANSLATE_NOOP("domain", "Subscription")},
        EnumEntry{LicenseTerm::Trial, "trial"_L1, QT_TRANSLATE_NOOP("domain", "Trial")},
    };
    return entries;
}

template <>
std::span<const EnumEntry<LicenseState>> enumEntries()
{
    static constexpr std::array entries{
        EnumEntry{LicenseState::Draft, "draft"_L1, QT_TRANSLATE_NOOP("domain", "Draft")},
        EnumEntry{LicenseState::Active, "active"_L1, QT_TRANSLATE_NOOP("domain", "Active")},
        EnumEntry{LicenseState::Suspended, "suspended"_L1, QT_TRANSLATE_NOOP("domain", "Suspended")},
        EnumEntry{LicenseState::Retired, "retired"_L1, QT_TRANSLATE_NOOP("domain", "Retired")},
    };
    return entries;
}

template <>
std::span<const EnumEntry<AssignmentState>> enumEntries()
{
    static constexpr std::array entries{
        EnumEntry{AssignmentState::Reserved, "reserved"_L1, QT_TRANSLATE_NOOP("domain", "Reserved")},
        EnumEntry{AssignmentState::Active, "active"_L1, QT_TRANSLATE_NOOP("domain", "Active")},
        EnumEntry{AssignmentState::Suspended, "suspended"_L1, QT_TRANSLATE_NOOP("domain", "Suspended")},
        EnumEntry{AssignmentState::Expired, "expired"_L1, QT_TRANSLATE_NOOP("domain", "Expired")},
        EnumEntry{AssignmentState::Revoked, "revoked"_L1, QT_TRANSLATE_NOOP("domain", "Revoked")},
    };
    return entries;
}

template <>
std::span<const EnumEntry<ExpiryAction>> enumEntries()
{
    static constexpr std::array entries{
        EnumEntry{ExpiryAction::Keep, "keep"_L1, QT_TRANSLATE_NOOP("domain", "Keep the assignments")},
        EnumEntry{ExpiryAction::Suspend, "suspend"_L1,
                  QT_TRANSLATE_NOOP("domain", "Suspend the assignments")},
        EnumEntry{ExpiryAction::Revoke, "revoke"_L1, QT_TRANSLATE_NOOP("domain", "Revoke the assignments")},
    };
    return entries;
}

template <>
std::span<const EnumEntry<BillingCycle>> enumEntries()
{
    static constexpr std::array entries{
        EnumEntry{BillingCycle::Once, "once"_L1, QT_TRANSLATE_NOOP("domain", "Once")},
        EnumEntry{BillingCycle::Monthly, "monthly"_L1, QT_TRANSLATE_NOOP("domain", "Monthly")},
        EnumEntry{BillingCycle::Quarterly, "quarterly"_L1, QT_TRANSLATE_NOOP("domain", "Quarterly")},
        EnumEntry{BillingCycle::Yearly, "yearly"_L1, QT_TRANSLATE_NOOP("domain", "Yearly")},
    };
    return entries;
}

template <>
std::span<const EnumEntry<OperationSource>> enumEntries()
{
    static constexpr std::array entries{
        EnumEntry{OperationSource::Window, "window"_L1, QT_TRANSLATE_NOOP("domain", "Window")},
        EnumEntry{OperationSource::Api, "api"_L1, QT_TRANSLATE_NOOP("domain", "API")},
        EnumEntry{OperationSource::Command, "command"_L1, QT_TRANSLATE_NOOP("domain", "Command line")},
        EnumEntry{OperationSource::Import, "import"_L1, QT_TRANSLATE_NOOP("domain", "Import")},
        EnumEntry{OperationSource::Job, "job"_L1, QT_TRANSLATE_NOOP("domain", "Scheduled job")},
        EnumEntry{OperationSource::Sql, "sql"_L1, QT_TRANSLATE_NOOP("domain", "Direct SQL")},
    };
    return entries;
}

} // namespace seatledger
