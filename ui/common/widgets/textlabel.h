// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/style/tokens.h"

#include <QLabel>

namespace seatledger {

/// A label in one of the program's type sizes and tones; keeps them when the scheme or the font changes.
class TextLabel final : public QLabel
{
    Q_OBJECT

public:
    explicit TextLabel(const QString &text = {}, TextSize size = TextSize::Body, Tone tone = Tone::Text,
                       QWidget *parent = nullptr);

    void setTone(Tone tone);
    [[nodiscard]] Tone tone() const { return m_tone; }
    void setTextWeight(QFont::Weight weight);
    /// Shortens with an ellipsis instead of asking for the room of the whole text; the whole is the tool tip.
    void setElided(bool elided);
    [[nodiscard]] bool isElided() const { return m_elided; }
    [[nodiscard]] QSize minimumSizeHint() const override;

protected:
    void changeEvent(QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;

private:
    void restyle();

    TextSize m_size;
    Tone m_tone;
    QFont::Weight m_weight;
    bool m_elided = false;
    bool m_restyling = false;
};

} // namespace seatledger
