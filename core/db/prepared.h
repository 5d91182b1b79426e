// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QString>

namespace seatledger {

inline constexpr char preparedMark[] = "/*prepared*/ ";

/// Marks a statement whose plan does not depend on its values, such as a row by its key. Where a SentTogether
/// lives, a connection parses it once and plans it seldom; everywhere else it is a statement like others. Not
/// for values that are common in one case and rare in another, such as those of a search: a plan for any
/// value may be a bad one.
[[nodiscard]] inline QString prepared(const QString &sql)
{
    return QLatin1StringView(preparedMark) + sql;
}

} // namespace seatledger
