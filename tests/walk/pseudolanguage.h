// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTranslator>

namespace seatledger {

/// A language made of English that shows what translators would meet: every text is in brackets, has accents
/// on its letters and is longer by two fifths. What is without brackets does not come from a translation.
class PseudoLanguage final : public QTranslator
{
    Q_OBJECT

public:
    using QTranslator::QTranslator;

    [[nodiscard]] QString translate(const char *context, const char *source, const char *disambiguation,
                                    int n) const override;
    [[nodiscard]] bool isEmpty() const override { return false; }

    /// What stands outside of all brackets.
    [[nodiscard]] static QString untranslated(const QString &text);
};

} // namespace seatledger
