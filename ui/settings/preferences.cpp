// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/settings/preferences.h"

#include "core/services/language.h"
#include "ui/common/remembered.h"

#include <QApplication>
#include <QLocale>

#include <algorithm>
#include <utility>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

const QString schemeKey = u"window/scheme"_s;
const QString textKey = u"window/textPercent"_s;
const QString languageKey = u"window/language"_s;
const QString startPageKey = u"window/startPage"_s;

SchemeChoice schemeFrom(const QVariant &saved)
{
    const int number = saved.toInt();
    const bool known = number > 0 && number < static_cast<int>(SchemeChoice::Count);
    return known ? static_cast<SchemeChoice>(number) : SchemeChoice::System;
}

QString languageFrom(const QVariant &saved)
{
    const QString name = saved.toString();
    return !name.isEmpty() && offeredLanguages().contains(QLocale(name)) ? name : QString();
}

} // namespace

Preferences::Preferences(DesktopLook &look, QObject *parent) : QObject(parent), m_look(look)
{
    m_scheme = schemeFrom(remembered::value(schemeKey));
    m_textPercent = std::clamp(remembered::contains(textKey) ? remembered::value(textKey).toInt() : 100,
                               smallestTextPercent, largestTextPercent);
    m_language = languageFrom(remembered::value(languageKey));
    m_startPage = remembered::value(startPageKey).toString();
    connect(&look, &DesktopLook::changed, this, [this] {
        if (m_scheme == SchemeChoice::System)
            dress();
    });
}

void Preferences::apply() const
{
    useLanguage(localeFor(m_language, QLocale::system()));
    dress();
}

void Preferences::dress() const
{
    applyTheme(*qApp, schemeOf(m_scheme, m_look.scheme()), m_textPercent);
}

void Preferences::setScheme(SchemeChoice scheme)
{
    if (std::exchange(m_scheme, scheme) == scheme)
        return;
    remembered::set(schemeKey, static_cast<int>(scheme));
    dress();
    emit schemeChanged(scheme);
}

void Preferences::setTextPercent(int percent)
{
    if (std::exchange(m_textPercent, percent) == percent)
        return;
    remembered::set(textKey, percent);
    dress();
}

void Preferences::setLanguage(const QString &name)
{
    if (std::exchange(m_language, name) == name)
        return;
    remembered::set(languageKey, name);
    useLanguage(localeFor(m_language, QLocale::system()));
}

void Preferences::setStartPage(const QString &id)
{
    if (std::exchange(m_startPage, id) != id)
        remembered::set(startPageKey, id);
}

} // namespace seatledger
