// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/charts/chartlook.h"

#include <QWidget>

namespace seatledger {

/// A chart over plain data, made of things one can point at (a bar, a step, a day), numbered from nought.
/// Hovering tells the values of one. With the keyboard: the arrows, Home and End go from one to the next,
/// which screen readers hear, Enter is a click. Follows the theme, and can be drawn in other colours and
/// sizes for files and paper. GUI thread.
class ChartWidget : public QWidget
{
    Q_OBJECT

public:
    explicit ChartWidget(QWidget *parent = nullptr);
    ~ChartWidget() override;

    /// How many data are shown.
    [[nodiscard]] virtual int count() const = 0;
    /// All there is to say of one, in words.
    [[nodiscard]] virtual QString describe(int datum) const = 0;
    /// Where it is in the widget, as last drawn.
    [[nodiscard]] virtual QRectF areaOf(int datum) const = 0;

    /// The one with the keyboard; -1: none yet.
    [[nodiscard]] int current() const { return m_current; }
    void setCurrent(int datum);

    /// Draws it as a picture of this size, without marks of pointer and keyboard.
    void drawPicture(QPainter &painter, QSizeF size, const ChartLook &look);
    /// The look of the window.
    [[nodiscard]] ChartLook ownLook() const;

    [[nodiscard]] QSize sizeHint() const override { return {420, 240}; }
    [[nodiscard]] QSize minimumSizeHint() const override { return {180, 120}; }

signals:
    /// It was clicked, or Enter pressed on it.
    void activated(int datum);
    void currentChanged(int datum);

protected:
    /// Works out where everything is.
    virtual void arrange(QSizeF size, const ChartLook &look) = 0;
    virtual void draw(QPainter &painter, const ChartLook &look) = 0;
    /// What lies there, or -1.
    [[nodiscard]] virtual int datumAt(QPointF position) const;
    /// Where Down (or Up) goes from here; charts of several lines know better.
    [[nodiscard]] virtual int below(int datum, int lines) const { return datum + lines; }
    /// The data are others now.
    void takeData();

    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void mouseMoveEvent(QMouseEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;
    void leaveEvent(QEvent *event) override;
    void keyPressEvent(QKeyEvent *event) override;
    void focusInEvent(QFocusEvent *event) override;
    void focusOutEvent(QFocusEvent *event) override;

private:
    void setHovered(int datum);
    void invalidate();
    void showWords(int datum, QPoint globalPosition);

    int m_current = -1;
    int m_hovered = -1;
    int m_pressed = -1;
    bool m_isArranged = false;
};

} // namespace seatledger
