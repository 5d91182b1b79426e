// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/style/tokens.h"

#include <QMetaType>
#include <QString>
#include <QWidget>

class QPainter;

namespace seatledger {

/// A state in a word, with a colour and, since colour alone says nothing to many people, an icon.
struct Badge {
    QString text;
    Tone tone = Tone::TextMuted; ///< Success, Warning, Danger, Accent or TextMuted
    QString icon = {};           ///< name for icon(); may be empty

    friend bool operator==(const Badge &, const Badge &) = default;
};

/// The size a badge takes when drawn with `font`.
QSize badgeSize(const Badge &badge, const QFont &font);
/// Draws it at the left of `rect`, in the middle of its height, shortened if it does not fit. `onSelection`:
/// on a selected row, from which it stands out.
void paintBadge(QPainter &painter, const QRect &rect, const Badge &badge, const QPalette &palette,
                const QFont &font, bool onSelection = false);

/// A badge as a widget.
class BadgeLabel final : public QWidget
{
    Q_OBJECT

public:
    explicit BadgeLabel(Badge badge = {}, QWidget *parent = nullptr);

    void setBadge(Badge badge);
    [[nodiscard]] const Badge &badge() const { return m_badge; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override { return sizeHint(); }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Badge m_badge;
};

} // namespace seatledger

Q_DECLARE_METATYPE(seatledger::Badge)
