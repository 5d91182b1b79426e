// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/style/tokens.h"

#include <QWidget>

namespace seatledger {

/// An icon as a picture, optionally on a round or square patch of the tone's soft colour.
class IconLabel final : public QWidget
{
    Q_OBJECT

public:
    /// `side` is that of the whole label in logical pixels.
    IconLabel(QString iconName, int side, Tone tone, QWidget *parent = nullptr);

    void setIcon(const QString &iconName, Tone tone);
    /// The patch behind the icon; Tone::Count: none.
    void setPatch(Tone patch);
    [[nodiscard]] QSize sizeHint() const override { return {m_side, m_side}; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_name;
    int m_side;
    Tone m_tone;
    Tone m_patch = Tone::Count;
};

} // namespace seatledger
