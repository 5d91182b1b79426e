// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace seatledger {

/// One of a few large choices beside each other: a picture, a name and a sentence about it. Put them into an
/// exclusive QButtonGroup; arrow keys then go from one to the next.
class ChoiceCard final : public QAbstractButton
{
    Q_OBJECT

public:
    /// `iconName` as for icon().
    ChoiceCard(const QString &iconName, const QString &title, const QString &sentence,
               QWidget *parent = nullptr);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;
};

} // namespace seatledger
