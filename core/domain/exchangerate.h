// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/money.h"

#include <QDate>
#include <QString>

#include <compare>

namespace seatledger {

/// How many units of one currency a unit of another is worth: a positive decimal number, exact. A plain
/// value.
class Rate final
{
public:
    static constexpr int maximumDigits = 15;   ///< before and after the point, zeros at the ends aside
    static constexpr int maximumDecimals = 12;

    /// Reads "0.9213" or "157": digits and one point. Fails with InvalidInput on anything else, on zero and
    /// on more digits than are kept.
    [[nodiscard]] static Result<Rate> create(QStringView text);

    /// As create() reads it, without needless zeros.
    [[nodiscard]] QString text() const;

    /// `amount` in `target`, halves of its minor unit rounded away from zero. Fails with InvalidInput beyond
    /// 64 bits.
    [[nodiscard]] Result<Money> convert(const Money &amount, Currency target) const;

    friend bool operator==(const Rate &, const Rate &) = default;

private:
    Rate(qint64 digits, int decimals) : m_digits(digits), m_decimals(decimals) {}

    qint64 m_digits;
    int m_decimals;
};

/// What a unit of `currency` is worth in `target` from a day on, until the next rate; before the first, the
/// first counts. A plain value.
struct ExchangeRate {
    Currency currency;
    Currency target;
    QDate validFrom;
    Rate rate;

    friend bool operator==(const ExchangeRate &, const ExchangeRate &) = default;
};

} // namespace seatledger
