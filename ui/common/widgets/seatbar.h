// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/style/tokens.h"

#include <QMetaType>
#include <QWidget>

#include <optional>

class QPainter;

namespace seatledger {

/// How the seats of a licence stand on a day.
struct SeatFigures {
    qint64 used = 0;
    std::optional<qint64> supply; ///< what there is, the overage included; none: unlimited
    qint64 overage = 0;           ///< of the supply, what may be handed out and was not bought
    qint64 lowBelow = 0;          ///< fewer seats left than this is worth a warning
    qint64 reserved = 0;          ///< not in use, but promised for later and so nobody else's

    /// Seats that can still be handed out, at least 0; none if unlimited.
    [[nodiscard]] std::optional<qint64> free() const;
    /// Seats in use beyond the supply.
    [[nodiscard]] qint64 over() const;
    /// Accent, Warning when few are left or more are used than were bought, Danger when there are too few.
    [[nodiscard]] Tone tone() const;
    /// "37 / 50", "12 / ∞".
    [[nodiscard]] QString shortText() const;
    /// "2 reserved", or empty.
    [[nodiscard]] QString reservedText() const;
    /// "13 left", "13 left, 2 by overage", "none left", "4 over", "unlimited".
    [[nodiscard]] QString leftText() const;

    friend bool operator==(const SeatFigures &, const SeatFigures &) = default;
};

/// Only the bar, filling `rect`.
void paintSeatBar(QPainter &painter, const QRectF &rect, const SeatFigures &figures, const QPalette &palette);
/// A table cell: bar and numbers beside it.
void paintSeatCell(QPainter &painter, const QRect &rect, const SeatFigures &figures, const QPalette &palette,
                   const QFont &font);

/// The bar with its numbers above it, for panels and dialogs. A screen reader hears both numbers.
class SeatBar final : public QWidget
{
    Q_OBJECT

public:
    explicit SeatBar(QWidget *parent = nullptr);

    void setFigures(const SeatFigures &figures);
    [[nodiscard]] const SeatFigures &figures() const { return m_figures; }
    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    SeatFigures m_figures;
};

} // namespace seatledger

Q_DECLARE_METATYPE(seatledger::SeatFigures)
