// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/website.h"

#include "core/domain/text.h"

#include <QCoreApplication>
#include <QUrl>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

bool isWebAddress(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool hasScheme = text.startsWith("http://"_L1) || text.startsWith("https://"_L1);
    return hasScheme && url.isValid() && !url.host().isEmpty()
           && std::ranges::none_of(text, [](QChar character) { return character.isSpace(); });
}

} // namespace

Result<Website> Website::create(QStringView raw)
{
    constexpr TextLimits limits{.maximum = maximumLength, .mayBeEmpty = true, .multiline = false};
    Result<QString> clean = cleanText(raw, limits);
    if (!clean)
        return std::unexpected(std::move(clean.error()));
    if (!clean->isEmpty() && !isWebAddress(*clean)) {
        return failure(
            ErrorCode::InvalidInput,
            QCoreApplication::translate("domain", "“%1” is not an address such as https://example.org.")
                .arg(*clean));
    }
    return Website(std::move(*clean));
}

} // namespace seatledger
