// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/searchquery.h"

namespace seatledger {

// The fields of the three lists. Titles and words are in the language of the moment. Names of departments,
// products and vendors are not known here, see SearchGrammar::setChoices().

[[nodiscard]] SearchGrammar memberSearchGrammar();
[[nodiscard]] SearchGrammar licenseSearchGrammar();
[[nodiscard]] SearchGrammar assignmentSearchGrammar();

} // namespace seatledger
