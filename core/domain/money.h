// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/currency.h"

#include <QLocale>

namespace seatledger {

/// An amount in minor units (cents) of one currency; may be negative. A plain value. Arithmetic never wraps
/// and never mixes currencies: what cannot be computed is an InvalidInput error.
class Money final
{
public:
    Money(qint64 minor, Currency currency) : m_minor(minor), m_currency(currency) {}

    /// Reads "1234.5" or "-3" in major units: digits, one point, no grouping. Fails with InvalidInput on
    /// anything else, on more decimals than the currency has, and beyond 64 bits.
    [[nodiscard]] static Result<Money> parse(QStringView major, Currency currency);

    [[nodiscard]] qint64 minor() const { return m_minor; }
    [[nodiscard]] Currency currency() const { return m_currency; }
    [[nodiscard]] bool isZero() const { return m_minor == 0; }
    [[nodiscard]] bool isNegative() const { return m_minor < 0; }

    [[nodiscard]] Result<Money> plus(const Money &other) const;
    [[nodiscard]] Result<Money> minus(const Money &other) const;
    [[nodiscard]] Result<Money> times(qint64 factor) const;

    /// `numerator / denominator` of it, halves rounded away from zero. The denominator is positive.
    [[nodiscard]] Result<Money> share(qint64 numerator, qint64 denominator) const;

    /// The major units with the currency's decimals and a point, as parse() reads it: "1234.50".
    [[nodiscard]] QString toText() const;

    /// For people: grouped as in `locale`, with the code: "1,234.50 EUR".
    [[nodiscard]] QString displayText(const QLocale &locale = QLocale()) const;

    friend bool operator==(const Money &, const Money &) = default;

private:
    qint64 m_minor;
    Currency m_currency;
};

} // namespace seatledger
