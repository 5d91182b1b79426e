// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/refusalinwords.h"

#include "core/domain/refusal.h"

using namespace Qt::StringLiterals;

namespace seatledger {

Error inWords(Error error)
{
    if (error.code != ErrorCode::RuleBroken || !error.details.contains(u"reason"_s))
        return error;
    const auto refusal = Refusal::fromDetails(error.details);
    if (!refusal)
        return error;
    // Named first: the sentence itself says what is wrong, not with which licence.
    const QString license = error.details.value(u"license_name"_s).toString();
    error.message = license.isEmpty() ? refusal->sentence() : license + u": "_s + refusal->sentence();
    return error;
}

} // namespace seatledger
