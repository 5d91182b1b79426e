// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/style/theme.h"

#include "ui/common/style/ledgerstyle.h"

#include <QApplication>
#include <QFile>
#include <QFontInfo>
#include <QPointer>
#include <QToolTip>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

void setRoles(QPalette &palette, QPalette::ColorGroup group, Scheme scheme)
{
    const auto set = [&](QPalette::ColorRole role, Tone tone) {
        palette.setColor(group, role, Tokens::instance().color(scheme, tone));
    };
    const Tone text = group == QPalette::Disabled ? Tone::TextFaint : Tone::Text;
    set(QPalette::Window, Tone::Window);
    set(QPalette::WindowText, text);
    set(QPalette::Base, group == QPalette::Disabled ? Tone::Window : Tone::Surface);
    set(QPalette::AlternateBase, Tone::Hover);
    set(QPalette::Text, text);
    set(QPalette::PlaceholderText, Tone::TextFaint);
    set(QPalette::Button, Tone::Surface);
    set(QPalette::ButtonText, text);
    set(QPalette::BrightText, Tone::OnAccent);
    set(QPalette::ToolTipBase, Tone::Text);
    set(QPalette::ToolTipText, Tone::Surface);
    set(QPalette::Highlight, group == QPalette::Inactive ? Tone::NeutralSoft : Tone::AccentSoft);
    set(QPalette::HighlightedText, text);
    set(QPalette::Link, Tone::Accent);
    set(QPalette::LinkVisited, Tone::Accent);
    set(QPalette::Light, Tone::Surface);
    set(QPalette::Midlight, Tone::Raised);
    set(QPalette::Mid, Tone::Border);
    set(QPalette::Dark, Tone::BorderStrong);
    set(QPalette::Shadow, Tone::BorderStrong);
}

/// The system's font with the Chinese families behind it: without them fontconfig may take the Japanese
/// shapes of shared ideographs when the locale is not Chinese.
QFont themeFont(QFont font, int textPercent)
{
    if (font.pointSizeF() > 0 && font.pointSizeF() < Tokens::instance().minimumPointSize())
        font.setPointSizeF(Tokens::instance().minimumPointSize());
    const double factor = std::clamp(textPercent, smallestTextPercent, largestTextPercent) / 100.0;
    if (font.pointSizeF() > 0)
        font.setPointSizeF(font.pointSizeF() * factor);
    else
        font.setPixelSize(qRound(font.pixelSize() * factor));
    // The name of the font itself: an alias such as "Sans Serif" loses against any real name in a list.
    QStringList families{QFontInfo(font).family()};
    for (const QString &family :
         {u"Noto Sans CJK SC"_s, u"Source Han Sans SC"_s, u"PingFang SC"_s, u"Microsoft YaHei"_s}) {
        if (!families.contains(family))
            families.append(family);
    }
    font.setFamilies(families);
    return font;
}

QString styleSheet(Scheme scheme)
{
    QFile file(u":/styles/seatledger.qss"_s);
    if (!file.open(QIODevice::ReadOnly))
        return {};
    return Tokens::instance().fillIn(QString::fromUtf8(file.readAll()), scheme);
}

} // namespace

Scheme systemScheme()
{
    static const Scheme scheme = schemeOf(QApplication::palette());
    return scheme;
}

QPalette themePalette(Scheme scheme)
{
    QPalette palette;
    for (const auto group : {QPalette::Active, QPalette::Inactive, QPalette::Disabled})
        setRoles(palette, group, scheme);
    return palette;
}

Scheme schemeOf(SchemeChoice choice, Scheme system)
{
    switch (choice) {
    case SchemeChoice::Light:
        return Scheme::Light;
    case SchemeChoice::Dark:
        return Scheme::Dark;
    case SchemeChoice::HighContrastLight:
        return Scheme::HighContrastLight;
    case SchemeChoice::HighContrastDark:
        return Scheme::HighContrastDark;
    case SchemeChoice::System:
    case SchemeChoice::Count:
        break;
    }
    return system;
}

void applyTheme(QApplication &application, Scheme scheme, int textPercent)
{
    (void)systemScheme(); // while the palette is still the desktop's
    static const QFont systemFont = QApplication::font();
    static QPointer<LedgerStyle> style;
    // Style and font each go through all widgets once more: only where they are others.
    const QFont font = themeFont(systemFont, textPercent);
    const bool isOtherFont = font != QApplication::font();
    if (!style || isOtherFont) {
        style = new LedgerStyle;
        QApplication::setStyle(style);
    }
    QApplication::setPalette(themePalette(scheme));
    QToolTip::setPalette(themePalette(scheme));
    if (isOtherFont)
        QApplication::setFont(font);
    application.setStyleSheet(styleSheet(scheme));
}

void applyTheme(QApplication &application, SchemeChoice choice, int textPercent)
{
    applyTheme(application, schemeOf(choice, systemScheme()), textPercent);
}

} // namespace seatledger
