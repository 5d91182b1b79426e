// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/dayrange.h"
#include "core/services/sampleapplicationservice.h"

#include <QLatin1StringView>
#include <QString>

#include <optional>
#include <vector>

namespace seatledger {

/// One machine of a member.
struct SampleDevice {
    QString fingerprint;
    QString name;
    QLatin1StringView platform;
    std::optional<DayNumber> retiredOn = std::nullopt;
};

/// The machines of a sample's members: everybody has one, some have two or three. Remembers no more than with
/// which number each member's machines begin.
class SampleDevices final
{
public:
    SampleDevices(const SampleSize &size, DayNumber today);

    [[nodiscard]] qint64 total() const { return m_first.back(); }
    [[nodiscard]] qint64 countOf(qint64 member) const;

    /// The id of the `ordinal`-th machine, from 0, of a member.
    [[nodiscard]] qint64 idOf(qint64 member, qint64 ordinal) const;
    [[nodiscard]] SampleDevice at(qint64 member, qint64 ordinal) const;

private:
    [[nodiscard]] std::size_t placeOf(qint64 member) const { return static_cast<std::size_t>(member); }

    const quint32 m_seed;
    const DayNumber m_today;
    std::vector<qint32> m_first; // machines before each member's, and all of them at the end
};

} // namespace seatledger
