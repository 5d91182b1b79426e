// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHashFunctions>
#include <QtGlobal>

#include <compare>
#include <functional>
#include <optional>

namespace seatledger {

/// The identity of one row. Ids of different tables are different types, so a member's id cannot be passed
/// where a licence's is meant. A plain value; always positive.
template <typename Tag>
class Id final
{
public:
    /// None unless `value` is positive.
    [[nodiscard]] static constexpr std::optional<Id> fromValue(qint64 value)
    {
        return value > 0 ? std::optional<Id>(Id(value)) : std::nullopt;
    }

    [[nodiscard]] constexpr qint64 value() const { return m_value; }

    friend constexpr auto operator<=>(const Id &, const Id &) = default;
    friend size_t qHash(const Id &id, size_t seed = 0) noexcept { return ::qHash(id.m_value, seed); }

private:
    explicit constexpr Id(qint64 value) : m_value(value) {}

    qint64 m_value;
};

using MemberId = Id<struct MemberTag>;
using DepartmentId = Id<struct DepartmentTag>;
using VendorId = Id<struct VendorTag>;
using ProductId = Id<struct ProductTag>;
using LicenseId = Id<struct LicenseTag>;
using EntitlementId = Id<struct EntitlementTag>;
using LicenseKeyId = Id<struct LicenseKeyTag>;
using AssignmentId = Id<struct AssignmentTag>;
using OperationId = Id<struct OperationTag>;
using OperatorId = Id<struct OperatorTag>;

} // namespace seatledger

template <typename Tag>
struct std::hash<seatledger::Id<Tag>> {
    size_t operator()(const seatledger::Id<Tag> &id) const noexcept
    {
        return std::hash<qint64>()(id.value());
    }
};
