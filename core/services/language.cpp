// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/language.h"

#include <QCoreApplication>
#include <QLibraryInfo>
#include <QTranslator>

#include <array>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

/// The program's words and Qt's own.
std::array<QTranslator *, 2> translators()
{
    static const std::array made{new QTranslator(qApp), new QTranslator(qApp)};
    return made;
}

} // namespace

QList<QLocale> offeredLanguages()
{
    return {QLocale(QLocale::English), QLocale(QLocale::Chinese, QLocale::China)};
}

QLocale localeFor(const QString &name, const QLocale &system)
{
    const QLocale chosen(name);
    if (name.isEmpty() || chosen.language() == system.language())
        return system;
    const QLocale there(chosen.language(), chosen.script(), system.territory());
    return there.territory() == system.territory() ? there : chosen;
}

void useLanguage(const QLocale &locale)
{
    QLocale::setDefault(locale);
    const auto [ours, qts] = translators();
    QCoreApplication::removeTranslator(qts);
    QCoreApplication::removeTranslator(ours);
    if (qts->load(locale, u"qtbase"_s, u"_"_s, QLibraryInfo::path(QLibraryInfo::TranslationsPath)))
        QCoreApplication::installTranslator(qts);
    // English, too, has a file: it holds the plural forms.
    const bool offered = ours->load(locale, u"seatledger"_s, u"_"_s, u":/translations"_s);
    if (offered || ours->load(u":/translations/seatledger_en.qm"_s))
        QCoreApplication::installTranslator(ours);
}

} // namespace seatledger
