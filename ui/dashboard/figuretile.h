// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/style/tokens.h"

#include <QAbstractButton>

namespace seatledger {

/// One figure that matters, large, with what it is above and a quiet line below; a click opens what is behind
/// it. Screen readers hear all three.
class FigureTile final : public QAbstractButton
{
    Q_OBJECT

public:
    /// `name` makes the object name: `<name>Tile`.
    FigureTile(const QString &name, const QString &caption, QWidget *parent = nullptr);

    void setFigure(const QString &figure, const QString &details = {}, Tone tone = Tone::Text);
    /// What stands there until the next setFigure() where the details have no room.
    void setBrief(const QString &brief);
    /// Nothing is known; `reason` is the tool tip.
    void setUnknown(const QString &reason = {});
    [[nodiscard]] QString figure() const { return m_figure; }
    [[nodiscard]] QString details() const { return m_details; }
    /// The line below the figure in that many pixels.
    [[nodiscard]] QString detailsIn(int width) const;
    /// Wide enough for the caption, the figure at its largest and the line below it.
    [[nodiscard]] int wishedWidth() const;
    [[nodiscard]] Tone tone() const { return m_tone; }

    [[nodiscard]] QSize sizeHint() const override;
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    QString m_figure;
    QString m_details;
    QString m_brief;
    Tone m_tone = Tone::Text;
};

} // namespace seatledger
