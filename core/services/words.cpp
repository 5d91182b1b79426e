// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/words.h"

#include <QCoreApplication>
#include <QTranslator>

#include <limits>

using namespace Qt::StringLiterals;

namespace seatledger {

Words::Words(const char *context) : m_context(context) {}

Words::Words(const char *context, const QLocale &locale)
    : m_context(context), m_locale(locale), m_translator(std::make_unique<QTranslator>())
{
    // English, too, has a file: it holds the plural forms
    if (!m_translator->load(locale, u"seatledger"_s, u"_"_s, u":/translations"_s)
        && !m_translator->load(u":/translations/seatledger_en.qm"_s))
        m_translator.reset();
}

Words::~Words() = default;

QString Words::operator()(const char *source, qint64 number) const
{
    const int n = static_cast<int>(std::min<qint64>(number, std::numeric_limits<int>::max()));
    QString words = m_translator ? m_translator->translate(m_context, source, nullptr, n)
                                 : QCoreApplication::translate(m_context, source, nullptr, n);
    if (words.isEmpty())
        words = QString::fromUtf8(source);
    return number < 0 ? words : words.replace("%n"_L1, m_locale.toString(number));
}

QString Words::day(QDate day) const
{
    // scripts read what the command says, whose language is "C"
    if (m_locale.language() == QLocale::C)
        return day.toString(Qt::ISODate);
    return m_locale.toString(day,
                             m_locale.language() == QLocale::Chinese ? u"yyyy年M月d日"_s : u"d MMMM yyyy"_s);
}

QString Words::instant(const QDateTime &at) const
{
    const QDateTime here = at.toLocalTime();
    return day(here.date()) + u' ' + here.time().toString(u"HH:mm"_s);
}

} // namespace seatledger
