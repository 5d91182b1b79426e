// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/palette/palettehit.h"

#include <QPointer>
#include <QWidget>

class QLineEdit;

namespace seatledger {

class PaletteModel;
class TextLabel;

/// The palette as it is seen: a card over the window with a field, what was found, and what the keys do.
/// Part of the window, not a window of its own, so that input methods work in it. Takes the keyboard while it
/// is open and gives it back. Up, Down, Page Up and Page Down choose, Enter takes, Ctrl+Enter takes the other
/// way, Escape and a click beside the card close. A hit
/// that can be dragged goes with the pointer, and the palette out of its way.
class PaletteView final : public QWidget
{
    Q_OBJECT

public:
    explicit PaletteView(QWidget *window);

    void open(const QString &typed = {});
    void close();
    [[nodiscard]] bool isOpen() const { return !isHidden(); }

    [[nodiscard]] QString typed() const;
    /// What is offered now. With `keeps` the row with the keyboard stays where it is, as long as the person
    /// chose it; else the first one gets it.
    void setHits(PaletteHits hits, bool keeps);
    /// Something is still being looked for.
    void setBusy(bool busy);
    [[nodiscard]] PaletteModel *model() const { return m_model; }
    /// The hit with the keyboard, or null.
    [[nodiscard]] const PaletteHit *current() const;

signals:
    void typedChanged(const QString &text);
    /// A hit that is allowed was taken; `other` with Ctrl. The palette is closed.
    void taken(const seatledger::PaletteHit &hit, bool other);

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void mousePressEvent(QMouseEvent *event) override;

private:
    class Card;
    class List;

    bool takeKey(class QKeyEvent *event);
    void move(int steps);
    void take(bool other);
    void dragCurrent();
    void setCurrentRow(int row);
    void tellCurrent();
    void place();

    Card *m_card;
    QLineEdit *m_field;
    List *m_list;
    PaletteModel *m_model;
    TextLabel *m_nothing;
    TextLabel *m_hint;
    TextLabel *m_keys;
    QPointer<QWidget> m_before; ///< what had the keyboard
    bool m_isChosen = false; ///< the row with the keyboard was chosen, it is not just the first
    bool m_isBusy = false;
};

} // namespace seatledger
