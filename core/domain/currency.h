// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QStringView>

#include <array>
#include <vector>

namespace seatledger {

/// A currency of ISO 4217, three capital letters. A plain value.
class Currency final
{
public:
    /// Trims and takes lower case. Fails with InvalidInput if ISO 4217 knows no such code.
    [[nodiscard]] static Result<Currency> create(QStringView code);

    /// A code of three capital letters that the database holds; one unknown to ISO 4217 has two decimals.
    [[nodiscard]] static Currency fromStored(QStringView code);

    /// All known codes in alphabetical order, for a list to choose from.
    [[nodiscard]] static std::vector<Currency> all();

    [[nodiscard]] QString code() const;

    /// Digits after the decimal point: 2 for EUR, 0 for JPY, 3 for KWD.
    [[nodiscard]] int decimals() const { return m_decimals; }

    /// Minor units in one major unit: 100 for EUR.
    [[nodiscard]] qint64 minorPerMajor() const;

    friend bool operator==(const Currency &, const Currency &) = default;
    friend auto operator<=>(const Currency &left, const Currency &right)
    {
        return left.m_code <=> right.m_code;
    }

private:
    Currency(QStringView code, int decimals);

    std::array<char, 3> m_code;
    int m_decimals;
};

} // namespace seatledger
