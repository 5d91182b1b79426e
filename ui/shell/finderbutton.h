// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QAbstractButton>

namespace seatledger {

/// A button that looks like a field to search in, with the keys that do the same at its right.
class FinderButton final : public QAbstractButton
{
    Q_OBJECT

public:
    FinderButton(const QString &text, QString keys, QWidget *parent);

    [[nodiscard]] QSize sizeHint() const override;

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QString m_keys;
};

} // namespace seatledger
