// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/openbook.h"

#include <CLI/CLI.hpp>

#include <optional>
#include <string>

namespace seatledger::ctl {

/// What was bought, as it is given on the command line: with a new licence, a new entitlement, a renewal.
struct EntitlementTerms {
    std::optional<qint64> seats;
    bool unlimited = false;
    std::string fromDay;
    std::string untilDay;
    bool perpetual = false;
    std::string price;
    std::optional<std::string> currency;
    std::optional<std::string> billing;
    std::optional<std::string> orderNumber;
    std::optional<std::string> supplier;

    [[nodiscard]] bool areGiven() const { return seats || unlimited; }

    /// The options that fill them in.
    void addTo(CLI::App &command);

    /// What was given, over what `draft` has; without a first day, today. InvalidInput for what cannot be.
    [[nodiscard]] Result<EntitlementDraft> over(const OpenBook &book, EntitlementDraft draft) const;

private:
    [[nodiscard]] Result<void> fillInDays(const OpenBook &book, EntitlementDraft &draft) const;
    [[nodiscard]] Result<void> fillInPrice(EntitlementDraft &draft) const;
};

} // namespace seatledger::ctl
