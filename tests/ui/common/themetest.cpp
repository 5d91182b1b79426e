// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/style/theme.h"

#include "tests/support/patience.h"
#include "ui/common/widgets/textlabel.h"

#include <QApplication>
#include <QTest>

#include <cmath>

namespace seatledger {

using namespace Qt::StringLiterals;
using enum Tone;

namespace {

struct Pair {
    Tone ink;
    Tone background;
};

constexpr std::array everyScheme{Scheme::Light, Scheme::Dark, Scheme::HighContrastLight,
                                 Scheme::HighContrastDark};

/// All that is written on something else.
std::vector<Pair> texts()
{
    std::vector<Pair> pairs;
    const auto add = [&](Tone ink, std::initializer_list<Tone> backgrounds) {
        for (const Tone background : backgrounds)
            pairs.push_back({ink, background});
    };
    add(Text,
        {Window, Surface, Raised, Hover, AccentSoft, SuccessSoft, WarningSoft, DangerSoft, NeutralSoft});
    add(TextMuted, {Window, Surface, Raised, Hover, AccentSoft, NeutralSoft});
    add(TextFaint, {Window, Surface, Raised, Hover}); // placeholders, and what is off
    add(Accent, {Window, Surface, Raised, Hover, AccentSoft});
    add(Success, {Window, Surface, Raised, Hover, AccentSoft, SuccessSoft});
    add(Warning, {Window, Surface, Raised, Hover, AccentSoft, WarningSoft});
    add(Danger, {Window, Surface, Raised, Hover, AccentSoft, DangerSoft});
    add(OnAccent, {Accent, AccentHover, Danger});
    add(Surface, {Text}); // tool tips
    return pairs;
}

/// What has to be seen to know where one can type, where the keyboard is, or how much there is of something.
std::vector<Pair> shapes(Scheme scheme)
{
    std::vector<Pair> pairs{{BorderStrong, Window}, {BorderStrong, Surface}, {Accent, Window},
                            {Accent, Surface},      {Accent, Hover},         {Accent, Raised},
                            {Accent, AccentSoft},   {Danger, Surface},       {WarningFill, Surface},
                            {OnAccent, Accent},     {OnAccent, Danger}};
    if (isHighContrast(scheme)) // elsewhere hairlines only adorn
        pairs.insert(pairs.end(), {{Border, Window}, {Border, Surface}, {Border, Raised}});
    return pairs;
}

double luminance(const QColor &color)
{
    const auto linear = [](double part) {
        return part <= 0.04045 ? part / 12.92 : std::pow((part + 0.055) / 1.055, 2.4);
    };
    return 0.2126 * linear(color.redF()) + 0.7152 * linear(color.greenF()) + 0.0722 * linear(color.blueF());
}

double contrast(Scheme scheme, const Pair &pair)
{
    const auto [darker, lighter] = std::minmax(luminance(Tokens::instance().color(scheme, pair.ink)),
                                               luminance(Tokens::instance().color(scheme, pair.background)));
    return (lighter + 0.05) / (darker + 0.05);
}

QString named(Scheme scheme, const Pair &pair)
{
    return u"scheme %1: tone %2 on %3 has %4"_s.arg(int(scheme))
        .arg(int(pair.ink))
        .arg(int(pair.background))
        .arg(contrast(scheme, pair));
}

} // namespace

class ThemeTest final : public QObject
{
    Q_OBJECT

private slots:
    void textCanBeRead()
    {
        for (const Scheme scheme : everyScheme) {
            for (const Pair &pair : texts())
                QVERIFY2(contrast(scheme, pair) >= (isHighContrast(scheme) ? 7 : 4.5),
                         qPrintable(named(scheme, pair)));
        }
    }

    void shapesCanBeSeen()
    {
        for (const Scheme scheme : everyScheme) {
            for (const Pair &pair : shapes(scheme))
                QVERIFY2(contrast(scheme, pair) >= 3, qPrintable(named(scheme, pair)));
        }
    }

    void everySchemeHasEveryColour()
    {
        for (const Scheme scheme : everyScheme) {
            for (int tone = 0; tone < static_cast<int>(Tone::Count); ++tone)
                QVERIFY(Tokens::instance().color(scheme, static_cast<Tone>(tone)).isValid());
        }
    }

    void theSchemeFollowsThePalette()
    {
        for (const Scheme scheme : everyScheme)
            QCOMPARE(schemeOf(themePalette(scheme)), scheme);
        QPalette foreign;
        foreign.setColor(QPalette::Window, QColor(0x30, 0x30, 0x30));
        QCOMPARE(schemeOf(foreign), Scheme::Dark);
    }

    void aChoiceNamesItsScheme()
    {
        QCOMPARE(schemeOf(SchemeChoice::System, Scheme::HighContrastDark), Scheme::HighContrastDark);
        QCOMPARE(schemeOf(SchemeChoice::Light, Scheme::HighContrastDark), Scheme::Light);
        QCOMPARE(schemeOf(SchemeChoice::HighContrastLight, Scheme::Dark), Scheme::HighContrastLight);
    }

    void textGrowsAsItIsWanted()
    {
        applyTheme(*qApp, Scheme::Light);
        TextLabel label(u"Licences"_s, TextSize::Title, Tone::Text);
        const double once = label.font().pointSizeF();
        applyTheme(*qApp, Scheme::Light, 200);
        QTRY_COMPARE(label.font().pointSizeF(), 2 * once);
        applyTheme(*qApp, Scheme::Light, 100);
        QTRY_COMPARE(label.font().pointSizeF(), once);
    }
};

} // namespace seatledger

QTEST_MAIN(seatledger::ThemeTest)
#include "themetest.moc"
