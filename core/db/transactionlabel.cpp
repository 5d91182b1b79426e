// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/transactionlabel.h"

#include <algorithm>

namespace seatledger {

namespace {

constexpr qsizetype longest = 63; // what PostgreSQL keeps of it

thread_local QByteArray current; // NOLINT(cppcoreguidelines-avoid-non-const-global-variables)

char harmless(char c)
{
    const bool isWord = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return isWord || QByteArrayView(".:_- ").contains(c) ? c : '_';
}

} // namespace

TransactionLabel::TransactionLabel(const QByteArray &label)
{
    current = label.left(longest);
    std::ranges::transform(current, current.begin(), harmless);
}

TransactionLabel::~TransactionLabel()
{
    current.clear();
}

QByteArray TransactionLabel::beginStatement()
{
    return current.isEmpty() ? QByteArray("BEGIN") : "BEGIN; SET LOCAL application_name = '" + current + '\'';
}

QByteArray TransactionLabel::label()
{
    return current;
}

} // namespace seatledger
