// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/money.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <limits>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

__extension__ using Wide = __int128;

std::unexpected<Error> invalid(const QString &message)
{
    return failure(ErrorCode::InvalidInput, message);
}

std::unexpected<Error> tooLarge()
{
    return invalid(QCoreApplication::translate("domain", "The amount is too large."));
}

std::unexpected<Error> mixed(Currency left, Currency right)
{
    return invalid(QCoreApplication::translate("domain", "%1 and %2 cannot be added up.")
                       .arg(left.code(), right.code()));
}

Result<Money> narrowed(Wide minor, Currency currency)
{
    if (minor < std::numeric_limits<qint64>::min() || minor > std::numeric_limits<qint64>::max())
        return tooLarge();
    return Money(static_cast<qint64>(minor), currency);
}

/// Halves away from zero.
Wide divided(Wide numerator, Wide denominator)
{
    const Wide half = denominator / 2;
    return (numerator < 0 ? numerator - half : numerator + half) / denominator;
}

/// The digits of an amount without its point, or nothing if it has too many decimals or another form.
QString minorDigits(const QString &text, int decimals)
{
    static const QRegularExpression form(uR"(^([+-]?\d+)(?:\.(\d+))?$)"_s);
    const QRegularExpressionMatch match = form.match(text);
    const QString fraction = match.captured(2);
    if (!match.hasMatch() || fraction.size() > decimals)
        return {};
    return match.captured(1) + fraction.leftJustified(decimals, u'0');
}

} // namespace

Result<Money> Money::parse(QStringView major, Currency currency)
{
    const QString text = major.trimmed().toString();
    const QString digits = minorDigits(text, currency.decimals());
    if (digits.isEmpty()) {
        return invalid(QCoreApplication::translate("domain", "“%1” is not an amount such as %2.")
                           .arg(text, Money(currency.minorPerMajor() * 1234, currency).toText()));
    }
    bool fits = false;
    const qint64 minor = digits.toLongLong(&fits);
    if (!fits)
        return tooLarge();
    return Money(minor, currency);
}

Result<Money> Money::plus(const Money &other) const
{
    if (other.m_currency != m_currency)
        return mixed(m_currency, other.m_currency);
    return narrowed(Wide(m_minor) + other.m_minor, m_currency);
}

Result<Money> Money::minus(const Money &other) const
{
    if (other.m_currency != m_currency)
        return mixed(m_currency, other.m_currency);
    return narrowed(Wide(m_minor) - other.m_minor, m_currency);
}

Result<Money> Money::times(qint64 factor) const
{
    return narrowed(Wide(m_minor) * factor, m_currency);
}

Result<Money> Money::share(qint64 numerator, qint64 denominator) const
{
    Q_ASSERT(denominator > 0);
    return narrowed(divided(Wide(m_minor) * numerator, denominator), m_currency);
}

QString Money::toText() const
{
    // In unsigned arithmetic, for the least number has no positive counterpart.
    const quint64 absolute = m_minor < 0 ? 0 - quint64(m_minor) : quint64(m_minor);
    QString digits = QString::number(absolute).rightJustified(m_currency.decimals() + 1, u'0');
    if (m_currency.decimals() > 0)
        digits.insert(digits.size() - m_currency.decimals(), u'.');
    return m_minor < 0 ? u'-' + digits : digits;
}

QString Money::displayText(const QLocale &locale) const
{
    const QString plain = toText();
    const qsizetype point = plain.indexOf(u'.');
    const QString whole = locale.toString(plain.first(point < 0 ? plain.size() : point).toLongLong());
    const bool lostSign = m_minor < 0 && m_minor > -m_currency.minorPerMajor();
    const QString sign = lostSign ? locale.negativeSign() : QString();
    const QString fraction = point < 0 ? QString() : locale.decimalPoint() + plain.sliced(point + 1);
    return sign + whole + fraction + u' ' + m_currency.code();
}

} // namespace seatledger
