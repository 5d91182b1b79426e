// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/charts/chartticks.h"

#include "core/domain/period.h"

#include <algorithm>
#include <array>
#include <cmath>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

struct Stride {
    int days;
    int months;
};

constexpr std::array strides = {Stride{1, 0},  Stride{7, 0},   Stride{0, 1},  Stride{0, 2},
                                Stride{0, 3},  Stride{0, 6},   Stride{0, 12}, Stride{0, 24},
                                Stride{0, 60}, Stride{0, 120}, Stride{0, 240}};

QDate firstMark(QDate from, const Stride &stride)
{
    if (stride.months == 0)
        return stride.days == 7 ? from.addDays((8 - from.dayOfWeek()) % 7) : from;
    const int month = from.year() * 12 + from.month() - 1 + (from.day() > 1 ? 1 : 0);
    const int mark = (month + stride.months - 1) / stride.months * stride.months;
    return {mark / 12, mark % 12 + 1, 1};
}

QDate nextMark(QDate mark, const Stride &stride)
{
    return stride.months > 0 ? mark.addMonths(stride.months) : mark.addDays(stride.days);
}

std::vector<QDate> marks(QDate from, QDate until, const Stride &stride, int room)
{
    std::vector<QDate> found;
    for (QDate mark = firstMark(from, stride); mark <= until; mark = nextMark(mark, stride)) {
        found.push_back(mark);
        if (static_cast<int>(found.size()) > room)
            break;
    }
    return found;
}

QString markText(QDate mark, const Stride &stride, bool isFirst, const QLocale &locale)
{
    if (stride.months == 0)
        return displayDay(mark);
    if (stride.months >= 12)
        return mark.toString(u"yyyy"_s);
    return isFirst || mark.month() == 1 ? mark.toString(u"yyyy-MM"_s)
                                        : locale.standaloneMonthName(mark.month(), QLocale::ShortFormat);
}

} // namespace

ValueScale valueScale(double largest, int wanted, bool isWhole)
{
    const int most = std::max(wanted, 1) + 1;
    const double reached = isWhole ? std::max(largest, 1.0) : largest > 0 ? largest : 1.0;
    const auto lines = [&](double step) { return std::ceil(reached / step - 1e-9); };
    double step = std::pow(10.0, std::floor(std::log10(reached / most)));
    if (isWhole)
        step = std::max(step, 1.0);
    // 1, 2, 5, 10, 20 ...: the first with so few lines leaves the least room empty
    for (int at = 0; lines(step) > most; ++at)
        step *= at % 3 == 1 ? 2.5 : 2;
    return {lines(step) * step, step};
}

std::vector<DayTick> dayTicks(QDate from, QDate until, int room, const QLocale &locale)
{
    std::vector<DayTick> ticks;
    if (!from.isValid() || until < from)
        return ticks;
    const auto fits = [&](const Stride &stride) {
        return static_cast<int>(marks(from, until, stride, std::max(room, 1)).size()) <= std::max(room, 1);
    };
    const auto *stride = std::ranges::find_if(strides, fits);
    if (stride == strides.end())
        return ticks;
    for (const QDate mark : marks(from, until, *stride, room))
        ticks.push_back({mark, markText(mark, *stride, ticks.empty(), locale)});
    return ticks;
}

QString plainNumber(double value, const QLocale &locale)
{
    const double rounded = std::round(value);
    if (std::abs(value - rounded) < 1e-9)
        return locale.toString(static_cast<qint64>(rounded));
    return locale.toString(value, 'f', std::abs(value) < 10 ? 2 : 1);
}

} // namespace seatledger
