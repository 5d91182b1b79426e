// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QColor>
#include <QFont>
#include <QPalette>

#include <array>

namespace seatledger {

/// The colours of the program by what they are for, never by how they look.
/// `Soft` tones are backgrounds on which the tone of the same name is readable as text.
enum class Tone {
    Window,       ///< behind the sidebar, the status bar and dialogs
    Surface,      ///< tables, fields, panels
    Raised,       ///< quiet buttons, chips
    Hover,        ///< a row or control under the pointer
    Border,       ///< hairlines
    BorderStrong, ///< the outline of things that take input
    Text,
    TextMuted, ///< labels, secondary lines
    TextFaint, ///< placeholders, disabled text
    Accent,
    AccentHover,
    AccentSoft, ///< selection
    OnAccent,   ///< text and icons on Accent
    Success,
    SuccessSoft,
    Warning,
    WarningFill, ///< areas, not text
    WarningSoft,
    Danger,
    DangerSoft,
    NeutralSoft, ///< badges without a meaning of their own
    Shadow,
    Series1, ///< what charts tell apart: told apart by colour-blind people, too, and seen on Surface
    Series2,
    Series3,
    Series4,
    Series5,
    SeriesFree,  ///< in charts: there, and not in use
    SeriesShort, ///< in charts: wanted, and not there
    Count
};

enum class Space { Tiny, Xs, S, M, L, Xl, Xxl, Count };
enum class Size { Radius, CardRadius, Control, Row, Header, Sidebar, Icon, Count };
enum class TextSize { Small, Body, Heading, Title, Count };
enum class Scheme { Light, Dark, HighContrastLight, HighContrastDark, Count };

/// Distances in logical pixels, type sizes and colours, read once from `:/styles/tokens.json`: the only
/// place where they are written down. Immutable afterwards, so it may be read from any thread.
class Tokens final
{
public:
    /// The tokens compiled into the program.
    static const Tokens &instance();

    [[nodiscard]] QColor color(Scheme scheme, Tone tone) const;
    [[nodiscard]] int space(Space space) const;
    [[nodiscard]] int size(Size size) const;
    [[nodiscard]] double scale(TextSize size) const;
    [[nodiscard]] double minimumPointSize() const;
    /// `@tone` names in a style sheet replaced by the scheme's colours.
    [[nodiscard]] QString fillIn(QString styleSheet, Scheme scheme) const;

private:
    Tokens();

    template <typename E, typename V>
    using Table = std::array<V, static_cast<std::size_t>(E::Count)>;
    Table<Space, int> m_spaces{};
    Table<Size, int> m_sizes{};
    Table<TextSize, double> m_scales{};
    Table<Scheme, Table<Tone, QColor>> m_colors;
    double m_minimumPointSize = 10;
};

/// Distance in logical pixels.
int space(Space space);
/// Length of a control or corner in logical pixels.
int extent(Size size);

/// How much further in a table's first column begins than the others, so that it stands under the page's
/// title.
int firstColumnIndent();

[[nodiscard]] bool isDark(Scheme scheme);
[[nodiscard]] bool isHighContrast(Scheme scheme);

/// The scheme a palette belongs to: its window colour decides, so widgets need no global state. A palette
/// that is none of ours is light or dark.
Scheme schemeOf(const QPalette &palette);
/// The colour of a tone in the scheme of this palette.
QColor color(const QPalette &palette, Tone tone);
/// `base` in one of the program's type sizes. Sizes follow the system's font, so 200 % works.
QFont scaledFont(const QFont &base, TextSize size, QFont::Weight weight = QFont::Normal);

} // namespace seatledger
