// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDate>
#include <QDateTime>
#include <QLocale>
#include <QString>

#include <memory>

class QTranslator;

namespace seatledger {

/// The words of one context of translation in a language that need not be the program's: a message is in
/// the organisation's, whoever's window sends it. Use it in one thread.
class Words final
{
public:
    /// The program's own language, and its ways of writing days and numbers.
    explicit Words(const char *context);
    /// One of the offered languages; English for any other.
    Words(const char *context, const QLocale &locale);
    ~Words();
    Words(const Words &) = delete;
    Words &operator=(const Words &) = delete;

    /// The translation of a source text marked by QT_TRANSLATE_NOOP; with `number` its plural form, and %n
    /// is the number.
    [[nodiscard]] QString operator()(const char *source, qint64 number = -1) const;

    /// A day as one writes it in a sentence.
    [[nodiscard]] QString day(QDate day) const;
    /// An instant, in this machine's time zone.
    [[nodiscard]] QString instant(const QDateTime &at) const;
    [[nodiscard]] const QLocale &locale() const { return m_locale; }

private:
    const char *m_context;
    QLocale m_locale;
    std::unique_ptr<QTranslator> m_translator; ///< none: the program's
};

} // namespace seatledger
