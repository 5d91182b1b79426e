// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/text.h"

#include <QCoreApplication>

#include <algorithm>

namespace seatledger {

namespace {

std::unexpected<Error> invalid(const QString &message)
{
    return failure(ErrorCode::InvalidInput, message);
}

bool isAllowed(QChar character, bool multiline)
{
    if (character.category() != QChar::Other_Control)
        return true;
    return multiline && (character == u'\n' || character == u'\r' || character == u'\t');
}

qsizetype characterCount(const QString &text)
{
    return std::ranges::count_if(text, [](QChar character) { return !character.isLowSurrogate(); });
}

} // namespace

Result<QString> cleanText(QStringView raw, const TextLimits &limits)
{
    if (!raw.isValidUtf16())
        return invalid(QCoreApplication::translate("domain", "This is not valid text."));
    // Trimmed last: composing may bring a blank to an end.
    QString clean = raw.toString().normalized(QString::NormalizationForm_C).trimmed();
    if (clean.isEmpty() && !limits.mayBeEmpty)
        return invalid(QCoreApplication::translate("domain", "This must not be empty."));
    if (!std::ranges::all_of(clean, [&](QChar character) { return isAllowed(character, limits.multiline); }))
        return invalid(
            QCoreApplication::translate("domain", "This has control characters or line breaks in it."));
    if (characterCount(clean) > limits.maximum) {
        return invalid(
            QCoreApplication::translate("domain", "This is longer than %1 characters.").arg(limits.maximum));
    }
    return clean;
}

} // namespace seatledger
