// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/openbook.h"

#include <string>

namespace seatledger::ctl {

/// What the options of a command say of seats that somebody is to have.
struct TermsArguments {
    std::string fromDay;
    std::string untilDay;
    std::string note;
    qint64 quantity = 1;
};

/// The terms these make, from today on if no day was given; InvalidInput says which option cannot be.
[[nodiscard]] Result<AssignmentTerms> termsOf(const OpenBook &book, const TermsArguments &arguments);

} // namespace seatledger::ctl
