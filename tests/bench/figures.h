// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QString>

#include <functional>
#include <vector>

namespace seatledger {

/// Values of one thing measured again and again. A plain value.
class Series final
{
public:
    void add(double value);

    [[nodiscard]] bool isEmpty() const { return m_values.empty(); }
    [[nodiscard]] double minimum() const { return quantile(0.0); }
    [[nodiscard]] double median() const { return quantile(0.5); }
    [[nodiscard]] double maximum() const { return quantile(1.0); }

    /// `share` from 0 to 1; 0 if nothing was measured.
    [[nodiscard]] double quantile(double share) const;

private:
    std::vector<double> m_values; // kept sorted
};

/// Runs `work` and answers the seconds it took; its failure ends the program with the error.
[[nodiscard]] double secondsOf(const std::function<Result<void>()> &work);

/// The value of a result; a failure ends the program with the error: a bench with a hole in it is none.
template <typename T>
T expected(Result<T> result);
[[noreturn]] void giveUp(const Error &error);

template <typename T>
T expected(Result<T> result)
{
    if (!result)
        giveUp(result.error());
    if constexpr (!std::is_void_v<T>)
        return *std::move(result);
}

/// Whether it went well, the value aside.
template <typename T>
Result<void> outcome(const Result<T> &result)
{
    return result ? Result<void>() : std::unexpected(result.error());
}

// One line each, to stdout.
void printHeading(const QString &text);
void printRate(const QString &what, double rows, const Series &seconds, const Series *reference = nullptr);
void printLatency(const QString &what, const Series &seconds);
void printLine(const QString &what, const QString &value);

} // namespace seatledger
