// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/csvtext.h"

#include <algorithm>

namespace seatledger {

namespace {

constexpr char apostrophe = '\'';

bool beginsFormula(QByteArrayView text)
{
    constexpr QByteArrayView starts("=+-@\t\r\n\0", 8);
    return !text.isEmpty() && starts.contains(text.front());
}

/// Apostrophes, then the beginning of a formula: what must get, or has, one apostrophe more.
bool looksGuarded(QByteArrayView text)
{
    qsizetype first = 0;
    while (first < text.size() && text[first] == apostrophe)
        ++first;
    return beginsFormula(text.sliced(first));
}

bool beginsWithDigit(QByteArrayView text)
{
    return !text.isEmpty() && text.front() >= '0' && text.front() <= '9';
}

bool needsQuotes(QByteArrayView cell)
{
    return std::ranges::any_of(cell, [](char c) { return c == '"' || c == ',' || c == '\r' || c == '\n'; })
           || (!cell.isEmpty() && (cell.front() == ' ' || cell.back() == ' '));
}

} // namespace

void appendCsvCell(QByteArray &line, QByteArrayView cell, CsvCell kind)
{
    const bool guard = kind == CsvCell::Text && looksGuarded(cell);
    if (!needsQuotes(cell) && !(kind == CsvCell::Text && beginsWithDigit(cell))) {
        if (guard)
            line.append(apostrophe);
        line.append(cell);
        return;
    }
    line.append('"');
    if (guard)
        line.append(apostrophe);
    for (char c : cell) {
        if (c == '"')
            line.append('"');
        line.append(c);
    }
    line.append('"');
}

QByteArrayView csvTextOf(QByteArrayView cell)
{
    return cell.startsWith(apostrophe) && looksGuarded(cell.sliced(1)) ? cell.sliced(1) : cell;
}

} // namespace seatledger
