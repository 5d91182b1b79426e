// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QtGlobal>

namespace seatledger {

/// Numbers that look random and are the same everywhere for the same seed (SplitMix64; the distributions of
/// the standard library differ between implementations). Cheap to make: every thing of the sample has its
/// own, seeded by what it is, so that it can be generated again at any time. A plain value.
class SampleRandom final
{
public:
    /// `stream` tells kinds of things apart, `index` the things of one kind.
    SampleRandom(quint32 seed, quint64 stream, quint64 index);

    [[nodiscard]] quint64 next();

    /// From 0 up to but without `end`, which is positive.
    [[nodiscard]] qint64 below(qint64 end);

    /// From `first` to `last`, both included; `first` if `last` is smaller.
    [[nodiscard]] qint64 between(qint64 first, qint64 last);

    /// Like between(), with small numbers more often.
    [[nodiscard]] qint64 skewed(qint64 first, qint64 last);

    /// True in `percent` of a hundred cases.
    [[nodiscard]] bool chance(int percent);

    /// One element of a container that is not empty.
    template <typename Container>
    [[nodiscard]] const auto &pick(const Container &container)
    {
        using Index = typename Container::size_type;
        return container[static_cast<Index>(below(static_cast<qint64>(container.size())))];
    }

private:
    quint64 m_state;
};

/// Walks all numbers from 0 up to but without `count`, each once, in an order that looks random, without
/// memory. A plain value.
class SampleShuffle final
{
public:
    /// `count` is positive.
    SampleShuffle(SampleRandom &random, qint64 count);

    /// The `index`-th number; walks again after `count`.
    [[nodiscard]] qint64 at(qint64 index) const;

private:
    qint64 m_count;
    qint64 m_start;
    qint64 m_step;
};

} // namespace seatledger
