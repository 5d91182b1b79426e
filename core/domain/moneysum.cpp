// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/moneysum.h"

namespace seatledger {

Result<void> MoneySum::add(const Money &amount)
{
    Money &sum = m_sums.try_emplace(amount.currency(), Money(0, amount.currency())).first->second;
    const Result<Money> larger = sum.plus(amount);
    if (!larger)
        return std::unexpected(larger.error());
    sum = *larger;
    return {};
}

std::vector<Money> MoneySum::amounts() const
{
    std::vector<Money> result;
    for (const auto &[currency, sum] : m_sums) {
        if (!sum.isZero())
            result.push_back(sum);
    }
    return result;
}

} // namespace seatledger
