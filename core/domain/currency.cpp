// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/currency.h"

#include <QCoreApplication>

#include <algorithm>
#include <string_view>

namespace seatledger {

namespace {

/// ISO 4217 without funds, metals and test codes, in alphabetical order, by the number of decimals.
constexpr std::string_view withTwo =
    "AED AFN ALL AMD ANG AOA ARS AUD AWG AZN BAM BBD BDT BGN BMD BND BOB BRL BSD BTN BWP BYN BZD CAD CDF CHF "
    "CNY "
    "COP CRC CUP CVE CZK DKK DOP DZD EGP ERN ETB EUR FJD FKP GBP GEL GHS GIP GMD GTQ GYD HKD HNL HTG HUF IDR "
    "ILS "
    "INR IRR JMD KES KGS KHR KPW KYD KZT LAK LBP LKR LRD LSL MAD MDL MGA MKD MMK MNT MOP MRU MUR MVR MWK MXN "
    "MYR "
    "MZN NAD NGN NIO NOK NPR NZD PAB PEN PGK PHP PKR PLN QAR RON RSD RUB SAR SBD SCR SDG SEK SGD SHP SLE SOS "
    "SRD "
    "SSP STN SVC SYP SZL THB TJS TMT TOP TRY TTD TWD TZS UAH USD UYU UZS VES WST XCD XCG YER ZAR ZMW ZWG";
constexpr std::string_view withNone = "BIF CLP DJF GNF ISK JPY KMF KRW PYG RWF UGX VND VUV XAF XOF XPF";
constexpr std::string_view withThree = "BHD IQD JOD KWD LYD OMR TND";

struct KnownDecimals {
    std::string_view codes;
    int decimals;
};
constexpr std::array known{KnownDecimals{withTwo, 2}, KnownDecimals{withNone, 0},
                           KnownDecimals{withThree, 3}};

constexpr size_t codeLength = 3;

std::optional<int> decimalsOf(QStringView code)
{
    const QByteArray latin = code.toLatin1();
    for (const auto &[codes, decimals] : known) {
        const size_t place = codes.find(std::string_view(latin.data(), size_t(latin.size())));
        if (latin.size() == codeLength && place != codes.npos && place % (codeLength + 1) == 0)
            return decimals;
    }
    return std::nullopt;
}

} // namespace

Currency::Currency(QStringView code, int decimals) : m_decimals(decimals)
{
    std::ranges::transform(code, m_code.begin(), &QChar::toLatin1);
}

Result<Currency> Currency::create(QStringView code)
{
    const QString clean = code.trimmed().toString().toUpper();
    if (const std::optional<int> decimals = decimalsOf(clean))
        return Currency(clean, *decimals);
    return failure(
        ErrorCode::InvalidInput,
        QCoreApplication::translate("domain", "“%1” is not a currency code such as EUR or USD.").arg(clean));
}

Currency Currency::fromStored(QStringView code)
{
    constexpr int usualDecimals = 2;
    Q_ASSERT(code.size() == qsizetype(codeLength));
    return {code, decimalsOf(code).value_or(usualDecimals)};
}

std::vector<Currency> Currency::all()
{
    std::vector<Currency> result;
    for (const auto &[codes, decimals] : known) {
        for (size_t start = 0; start < codes.size(); start += codeLength + 1) {
            const QString code = QString::fromLatin1(codes.data() + start, codeLength);
            result.push_back(Currency(code, decimals));
        }
    }
    std::ranges::sort(result, {}, &Currency::m_code);
    return result;
}

QString Currency::code() const
{
    return QString::fromLatin1(m_code.data(), codeLength);
}

qint64 Currency::minorPerMajor() const
{
    qint64 factor = 1;
    for (int digit = 0; digit < m_decimals; ++digit)
        factor *= 10;
    return factor;
}

} // namespace seatledger
