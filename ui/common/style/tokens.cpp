// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/style/tokens.h"

#include <QFile>
#include <QJsonDocument>
#include <QJsonObject>

#include <algorithm>
#include <functional>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr std::array toneNames = {"window",       "surface",     "raised",      "hover",      "border",
                                  "borderStrong", "text",        "textMuted",   "textFaint",  "accent",
                                  "accentHover",  "accentSoft",  "onAccent",    "success",    "successSoft",
                                  "warning",      "warningFill", "warningSoft", "danger",     "dangerSoft",
                                  "neutralSoft",  "shadow",      "series1",     "series2",    "series3",
                                  "series4",      "series5",     "seriesFree",  "seriesShort"};
constexpr std::array spaceNames = {"tiny", "xs", "s", "m", "l", "xl", "xxl"};
constexpr std::array sizeNames = {"radius", "cardRadius", "control", "row", "header", "sidebar", "icon"};
constexpr std::array scaleNames = {"small", "body", "heading", "title"};
constexpr std::array schemeNames = {"light", "dark", "highContrastLight", "highContrastDark"};

static_assert(toneNames.size() == static_cast<std::size_t>(Tone::Count));
static_assert(spaceNames.size() == static_cast<std::size_t>(Space::Count));
static_assert(sizeNames.size() == static_cast<std::size_t>(Size::Count));
static_assert(schemeNames.size() == static_cast<std::size_t>(Scheme::Count));
static_assert(scaleNames.size() == static_cast<std::size_t>(TextSize::Count));

template <typename E>
constexpr std::size_t at(E value)
{
    return static_cast<std::size_t>(value);
}

QJsonObject readTokens()
{
    QFile file(u":/styles/tokens.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        qFatal("The style tokens are missing from the program's resources");
    return QJsonDocument::fromJson(file.readAll()).object();
}

} // namespace

const Tokens &Tokens::instance()
{
    static const Tokens tokens;
    return tokens;
}

Tokens::Tokens()
{
    const QJsonObject json = readTokens();
    const QJsonObject spaces = json["space"_L1].toObject();
    const QJsonObject sizes = json["size"_L1].toObject();
    const QJsonObject type = json["type"_L1].toObject();
    for (std::size_t i = 0; i < spaceNames.size(); ++i)
        m_spaces[i] = spaces[QLatin1StringView(spaceNames[i])].toInt();
    for (std::size_t i = 0; i < sizeNames.size(); ++i)
        m_sizes[i] = sizes[QLatin1StringView(sizeNames[i])].toInt();
    for (std::size_t i = 0; i < scaleNames.size(); ++i)
        m_scales[i] = type[QLatin1StringView(scaleNames[i])].toDouble();
    m_minimumPointSize = type["minimumPoint"_L1].toDouble();
    for (std::size_t s = 0; s < schemeNames.size(); ++s) {
        const QJsonObject colors = json[QLatin1StringView(schemeNames[s])].toObject();
        for (std::size_t i = 0; i < toneNames.size(); ++i)
            m_colors[s][i] = QColor(colors[QLatin1StringView(toneNames[i])].toString());
    }
}

QColor Tokens::color(Scheme scheme, Tone tone) const
{
    return m_colors[at(scheme)][at(tone)];
}

int Tokens::space(Space space) const
{
    return m_spaces[at(space)];
}

int Tokens::size(Size size) const
{
    return m_sizes[at(size)];
}

double Tokens::scale(TextSize size) const
{
    return m_scales[at(size)];
}

double Tokens::minimumPointSize() const
{
    return m_minimumPointSize;
}

QString Tokens::fillIn(QString styleSheet, Scheme scheme) const
{
    // Longest names first, so that @text does not eat the beginning of @textMuted.
    std::array<std::size_t, toneNames.size()> order{};
    for (std::size_t i = 0; i < order.size(); ++i)
        order[i] = i;
    std::ranges::sort(order, std::ranges::greater(),
                      [](std::size_t i) { return QLatin1StringView(toneNames[i]).size(); });
    for (const std::size_t i : order)
        styleSheet.replace(u'@' + QLatin1StringView(toneNames[i]), m_colors[at(scheme)][i].name());
    return styleSheet;
}

int space(Space space)
{
    return Tokens::instance().space(space);
}

int extent(Size size)
{
    return Tokens::instance().size(size);
}

int firstColumnIndent()
{
    return space(Space::L) - space(Space::S);
}

bool isDark(Scheme scheme)
{
    return scheme == Scheme::Dark || scheme == Scheme::HighContrastDark;
}

bool isHighContrast(Scheme scheme)
{
    return scheme == Scheme::HighContrastLight || scheme == Scheme::HighContrastDark;
}

Scheme schemeOf(const QPalette &palette)
{
    const QColor window = palette.color(QPalette::Window);
    for (const Scheme scheme : {Scheme::HighContrastLight, Scheme::HighContrastDark}) {
        if (window.rgb() == Tokens::instance().color(scheme, Tone::Window).rgb())
            return scheme;
    }
    return window.lightness() < 128 ? Scheme::Dark : Scheme::Light;
}

QColor color(const QPalette &palette, Tone tone)
{
    return Tokens::instance().color(schemeOf(palette), tone);
}

QFont scaledFont(const QFont &base, TextSize size, QFont::Weight weight)
{
    QFont font = base;
    const double factor = Tokens::instance().scale(size);
    if (base.pointSizeF() > 0)
        font.setPointSizeF(base.pointSizeF() * factor);
    else
        font.setPixelSize(qRound(base.pixelSize() * factor));
    font.setWeight(weight);
    return font;
}

} // namespace seatledger
