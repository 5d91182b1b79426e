// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/money.h"

#include <map>
#include <vector>

namespace seatledger {

/// Amounts of several currencies added up, each currency for itself. A plain value.
class MoneySum final
{
public:
    /// Fails with InvalidInput, and adds nothing, if the sum exceeds 64 bits.
    [[nodiscard]] Result<void> add(const Money &amount);

    /// One amount a currency in order of codes, without those that come to nothing.
    [[nodiscard]] std::vector<Money> amounts() const;

private:
    std::map<Currency, Money> m_sums;
};

} // namespace seatledger
