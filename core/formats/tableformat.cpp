// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/tableformat.h"

#include <algorithm>
#include <array>
#include <vector>

namespace seatledger {

namespace {

using Counts = std::array<int, 4>; // in the order of tableDelimiters

/// How often each delimiter stands in each of the first rows, outside of quotation marks.
std::vector<Counts> countByRow(QByteArrayView start)
{
    constexpr std::size_t mostRows = 50;
    std::vector<Counts> rows;
    Counts counts{};
    bool isQuoted = false;
    bool isBlank = true;
    for (const char c : start) {
        isQuoted = isQuoted != (c == '"');
        if (!isQuoted && (c == '\n' || c == '\r')) {
            if (!isBlank)
                rows.push_back(counts);
            if (rows.size() == mostRows)
                return rows;
            counts = {};
            isBlank = true;
            continue;
        }
        isBlank = false;
        if (const qsizetype at = isQuoted ? -1 : tableDelimiters.indexOf(c); at >= 0)
            ++counts[static_cast<std::size_t>(at)];
    }
    if (rows.empty() && !isBlank) // the last one may be cut off
        rows.push_back(counts);
    return rows;
}

std::optional<char> namedDelimiter(QByteArrayView start)
{
    if (start.startsWith('"'))
        start = start.sliced(1);
    constexpr QByteArrayView mark = "sep=";
    if (start.size() > mark.size() && start.startsWith(mark) && tableDelimiters.contains(start[mark.size()]))
        return start[mark.size()];
    return std::nullopt;
}

} // namespace

char guessDelimiter(QByteArrayView start)
{
    if (const auto named = namedDelimiter(start))
        return *named;
    const std::vector<Counts> rows = countByRow(start);
    std::pair<qint64, int> best{0, 0};
    char found = tableDelimiters.front();
    for (std::size_t i = 0; !rows.empty() && i < rows.front().size(); ++i) {
        const int first = rows.front()[i];
        const auto alike = std::ranges::count_if(rows, [&](const Counts &row) { return row[i] == first; });
        const std::pair<qint64, int> score{alike, first};
        if (first > 0 && score > best) {
            best = score;
            found = tableDelimiters[static_cast<qsizetype>(i)];
        }
    }
    return found;
}

} // namespace seatledger
