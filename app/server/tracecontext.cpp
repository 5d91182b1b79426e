// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/tracecontext.h"

#include <algorithm>

namespace seatledger::server {

namespace {

constexpr qsizetype parentSize = 55; // of version 00: 2 + 1 + 32 + 1 + 16 + 1 + 2
constexpr qsizetype longestParent = 128;
constexpr qsizetype longestState = 512;

bool isHex(QByteArrayView text)
{
    return std::ranges::all_of(text, [](char c) { return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f'); });
}

bool isZero(QByteArrayView text)
{
    return std::ranges::all_of(text, [](char c) { return c == '0'; });
}

/// A later version may say more behind what version 00 says.
bool hasItsLength(QByteArrayView parent)
{
    if (parent.size() < parentSize || parent.size() > longestParent)
        return false;
    return parent.size() == parentSize || (!parent.startsWith("00") && parent[parentSize] == '-');
}

bool isParent(QByteArrayView parent)
{
    if (!hasItsLength(parent) || parent[2] != '-' || parent[35] != '-' || parent[52] != '-')
        return false;
    const QByteArrayView version = parent.first(2), trace = parent.sliced(3, 32),
                         span = parent.sliced(36, 16);
    return isHex(version) && version != "ff" && isHex(trace) && !isZero(trace) && isHex(span) && !isZero(span)
           && isHex(parent.sliced(53, 2));
}

bool isState(QByteArrayView state)
{
    return state.size() <= longestState
           && std::ranges::all_of(state, [](char c) { return (c >= ' ' && c <= '~') || c == '\t'; });
}

} // namespace

std::optional<TraceContext> traceContextOf(const Headers &headers)
{
    const QByteArray parent = headers.value("traceparent");
    if (!isParent(parent))
        return std::nullopt;
    const QByteArray state = headers.value("tracestate");
    return TraceContext{parent, isState(state) ? state : QByteArray()};
}

} // namespace seatledger::server
