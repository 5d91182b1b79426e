// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/figures.h"

#include "tests/support/verify.h"

#include <QElapsedTimer>

#include <algorithm>
#include <cmath>
#include <cstdio>
#include <cstdlib>

using namespace Qt::StringLiterals;

namespace seatledger {

void Series::add(double value)
{
    m_values.insert(std::ranges::upper_bound(m_values, value), value);
}

double Series::quantile(double share) const
{
    if (m_values.empty())
        return 0;
    const double place = share * static_cast<double>(m_values.size() - 1);
    return m_values[static_cast<std::size_t>(std::lround(place))];
}

double secondsOf(const std::function<Result<void>()> &work)
{
    QElapsedTimer timer;
    timer.start();
    expected(work());
    return static_cast<double>(timer.nsecsElapsed()) / 1e9;
}

void giveUp(const Error &error)
{
    std::fprintf(stderr, "bench: %s\n", describe(error).constData());
    std::exit(1);
}

void printHeading(const QString &text)
{
    std::printf("\n%s\n", qUtf8Printable(text));
    std::fflush(stdout);
}

void printLine(const QString &what, const QString &value)
{
    std::printf("  %-56s %s\n", qUtf8Printable(what), qUtf8Printable(value));
    std::fflush(stdout);
}

void printRate(const QString &what, double rows, const Series &seconds, const Series *reference)
{
    QString text = u"%1 rows/s (slowest %2, fastest %3)"_s.arg(rows / seconds.median(), 10, 'f', 0)
                       .arg(rows / seconds.maximum(), 0, 'f', 0)
                       .arg(rows / seconds.minimum(), 0, 'f', 0);
    if (reference)
        text += u", %1 x the time of the reference"_s.arg(seconds.median() / reference->median(), 0, 'f', 2);
    printLine(what, text);
}

void printLatency(const QString &what, const Series &seconds)
{
    printLine(what, u"p50 %1 ms, p95 %2 ms, worst %3 ms"_s.arg(seconds.median() * 1e3, 8, 'f', 2)
                        .arg(seconds.quantile(0.95) * 1e3, 8, 'f', 2)
                        .arg(seconds.maximum() * 1e3, 8, 'f', 2));
}

} // namespace seatledger
