// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QList>

#include <chrono>

namespace seatledger {

/// Which answer is meant: what was asked, through whose eyes, and what of the book it was read from.
struct CacheKey {
    QByteArray question; ///< the use case and its arguments, always written the same way
    /// What the asker may see, whole: role, departments, rights. Two people with one scope share an answer;
    /// nobody gets the answer of another scope. It must not be empty.
    QByteArray scope;
    QList<QByteArray> tables; ///< a change of any of them ends the answer; empty: a change of anything does
    std::chrono::milliseconds lifetime{
        60'000}; ///< at most so long, even if nothing changes: answers depend on the clock, too

    /// The key's name in every level: 64 hexadecimal digits of SHA-256 over question and scope, each with its
    /// length, so that no two keys run into one another.
    [[nodiscard]] QByteArray name() const;
};

} // namespace seatledger
