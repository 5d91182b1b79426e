// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/celltext.h"

#include <QDate>

#include <algorithm>

namespace seatledger {

namespace {

constexpr qint64 secondsPerDay = 24 * 60 * 60;
constexpr qsizetype monthSize = 7;
constexpr qsizetype daySize = 10;
constexpr qsizetype secondSize = 19;

bool isDigit(char c)
{
    return c >= '0' && c <= '9';
}

/// How many digits the text begins with.
qsizetype digits(QByteArrayView text)
{
    return std::ranges::find_if_not(text, isDigit) - text.begin();
}

/// The number of exactly these digits; -1 for anything else.
int numberAt(QByteArrayView text, qsizetype from, qsizetype size)
{
    if (from + size > text.size() || digits(text.sliced(from, size)) != size)
        return -1;
    int value = 0;
    for (const char c : text.sliced(from, size))
        value = value * 10 + (c - '0');
    return value;
}

QDate dayAt(QByteArrayView text)
{
    if (text.size() < monthSize || text[4] != '-')
        return {};
    const bool isMonth = text.size() == monthSize;
    if (!isMonth && (text.size() < daySize || text[monthSize] != '-'))
        return {};
    return QDate(numberAt(text, 0, 4), numberAt(text, 5, 2), isMonth ? 1 : numberAt(text, 8, 2));
}

/// `+00`, `-03:30`, `+05:53:28` or nothing, in seconds.
std::optional<int> offsetOf(QByteArrayView text)
{
    if (text.isEmpty() || text == "Z")
        return 0;
    const int hours = numberAt(text, 1, 2);
    if (hours < 0 || (text.front() != '+' && text.front() != '-'))
        return {};
    const int minutes = std::max(numberAt(text, 4, 2), 0);
    const int seconds = std::max(numberAt(text, 7, 2), 0);
    const int offset = (hours * 60 + minutes) * 60 + seconds;
    return text.front() == '-' ? -offset : offset;
}

/// An instant taken apart: the seconds since the day 0 of QDate's count, in UTC, and the decimals of a
/// second.
struct Instant {
    qint64 seconds = 0;
    QByteArrayView decimals;
};

std::optional<Instant> instantOf(QByteArrayView text)
{
    const QDate day = dayAt(text.first(std::min(text.size(), daySize)));
    const int hour = numberAt(text, 11, 2);
    const int minute = numberAt(text, 14, 2);
    const int second = numberAt(text, 17, 2);
    if (!day.isValid() || hour < 0 || minute < 0 || second < 0)
        return {};
    QByteArrayView rest = text.sliced(secondSize);
    QByteArrayView decimals;
    if (rest.startsWith('.')) {
        decimals = rest.sliced(1, digits(rest.sliced(1)));
        rest = rest.sliced(1 + decimals.size());
    }
    const std::optional<int> offset = offsetOf(rest);
    if (!offset)
        return {};
    return Instant{day.toJulianDay() * secondsPerDay + (hour * 60 + minute) * 60 + second - *offset,
                   decimals};
}

void appendTwo(QByteArray &text, qint64 number)
{
    text.append(static_cast<char>('0' + number / 10)).append(static_cast<char>('0' + number % 10));
}

} // namespace

bool isPlainNumber(QByteArrayView text)
{
    if (text.startsWith('-'))
        text = text.sliced(1);
    const qsizetype whole = digits(text);
    if (whole == 0 || (whole > 1 && text.front() == '0'))
        return false;
    if (whole == text.size())
        return true;
    const QByteArrayView decimals = text.sliced(whole + 1);
    return text[whole] == '.' && !decimals.isEmpty() && digits(decimals) == decimals.size();
}

QByteArrayView flagWord(QByteArrayView text)
{
    return text.startsWith('t') ? "true" : "false";
}

QByteArray isoInstant(QByteArrayView text)
{
    const auto instant = instantOf(text);
    if (!instant)
        return text.toByteArray();
    const qint64 second = instant->seconds % secondsPerDay;
    QByteArray iso = QDate::fromJulianDay(instant->seconds / secondsPerDay).toString(Qt::ISODate).toLatin1();
    iso.append('T');
    appendTwo(iso, second / 3600);
    iso.append(':');
    appendTwo(iso, second / 60 % 60);
    iso.append(':');
    appendTwo(iso, second % 60);
    if (!instant->decimals.isEmpty())
        iso.append('.').append(instant->decimals);
    return iso.append('Z');
}

std::optional<double> spreadsheetDay(QByteArrayView text)
{
    static const qint64 dayZero = QDate(1899, 12, 30).toJulianDay();
    static const qint64 firstAgreed = QDate(1900, 3, 1).toJulianDay();
    std::optional<double> day;
    if (text.size() <= daySize) {
        if (const QDate date = dayAt(text); date.isValid())
            day = static_cast<double>(date.toJulianDay());
    } else if (const auto instant = instantOf(text)) {
        bool fine = false;
        const double decimals = ("0." + instant->decimals.toByteArray()).toDouble(&fine);
        day = (static_cast<double>(instant->seconds) + (fine ? decimals : 0)) / secondsPerDay;
    }
    if (!day || *day < static_cast<double>(firstAgreed))
        return {};
    return *day - static_cast<double>(dayZero);
}

} // namespace seatledger
