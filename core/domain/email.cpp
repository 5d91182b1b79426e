// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/email.h"

#include "core/domain/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace seatledger {

namespace {

bool hasDomainForm(QStringView domain)
{
    const auto labels = domain.split(u'.');
    return labels.size() >= 2
           && std::ranges::none_of(labels, [](QStringView label) { return label.isEmpty(); });
}

bool hasAddressForm(const QString &address)
{
    const qsizetype at = address.indexOf(u'@');
    return at > 0 && at == address.lastIndexOf(u'@') && hasDomainForm(QStringView(address).sliced(at + 1));
}

} // namespace

Result<Email> Email::create(QStringView raw)
{
    constexpr TextLimits limits{.maximum = 254, .mayBeEmpty = false, .multiline = false};
    Result<QString> clean = cleanText(raw, limits);
    if (!clean)
        return std::unexpected(std::move(clean.error()));
    const bool hasBlanks = std::ranges::any_of(*clean, [](QChar character) { return character.isSpace(); });
    if (hasBlanks || !hasAddressForm(*clean)) {
        return failure(
            ErrorCode::InvalidInput,
            QCoreApplication::translate("domain", "“%1” is not an e-mail address such as name@example.org.")
                .arg(*clean));
    }
    return Email(std::move(*clean));
}

} // namespace seatledger
