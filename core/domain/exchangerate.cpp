// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/exchangerate.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <limits>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

__extension__ using Wide = __int128;

Wide powerOfTen(int exponent)
{
    Wide power = 1;
    for (; exponent > 0; --exponent)
        power *= 10;
    return power;
}

std::unexpected<Error> noRate(QStringView text)
{
    return failure(ErrorCode::InvalidInput,
                   QCoreApplication::translate(
                       "domain", "“%1” is not a rate: write a number above 0 such as 0.9213, with "
                                 "at most %2 decimals and %3 digits.")
                       .arg(text)
                       .arg(Rate::maximumDecimals)
                       .arg(Rate::maximumDigits),
                   {{u"field"_s, u"rate"_s}, {u"value"_s, text.toString()}});
}

} // namespace

Result<Rate> Rate::create(QStringView text)
{
    static const QRegularExpression form(u"^0*([0-9]*)(?:\\.([0-9]*?)0*)?$"_s);
    const QRegularExpressionMatch match = form.match(text.trimmed().toString());
    const QString whole = match.captured(1);
    const QString decimals = match.captured(2);
    const QString digits = whole + decimals;
    if (!match.hasMatch() || digits.size() > maximumDigits || decimals.size() > maximumDecimals)
        return noRate(text);
    const qint64 value = digits.toLongLong();
    return value > 0 ? Result<Rate>(Rate(value, static_cast<int>(decimals.size()))) : noRate(text);
}

QString Rate::text() const
{
    QString digits = QString::number(m_digits).rightJustified(m_decimals + 1, u'0');
    return m_decimals > 0 ? digits.insert(digits.size() - m_decimals, u'.') : digits;
}

Result<Money> Rate::convert(const Money &amount, Currency target) const
{
    const int shift = target.decimals() - amount.currency().decimals() - m_decimals;
    const Wide scaled = Wide(amount.minor()) * m_digits * powerOfTen(shift);
    const Wide divisor = powerOfTen(-shift);
    const Wide half = divisor / 2 * (scaled < 0 ? -1 : 1);
    const Wide minor = (scaled + half) / divisor;
    if (minor > std::numeric_limits<qint64>::max() || minor < std::numeric_limits<qint64>::min())
        return failure(ErrorCode::InvalidInput,
                       QCoreApplication::translate("domain", "The amount is too large to be converted."));
    return Money(static_cast<qint64>(minor), target);
}

} // namespace seatledger
