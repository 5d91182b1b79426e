// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

#include <optional>

class QCheckBox;
class QSpinBox;

namespace seatledger {

/// A number that may also be left open by a check box beside it: "Unlimited", "Never".
class CountField final : public QWidget
{
    Q_OBJECT

public:
    /// `openText` empty: there must be a number.
    CountField(int minimum, int maximum, const QString &openText = {}, QWidget *parent = nullptr);

    void setCount(std::optional<qint64> count);
    [[nodiscard]] std::optional<qint64> count() const;
    void setSuffix(const QString &suffix);

signals:
    void changed();

private:
    QSpinBox *m_spin;
    QCheckBox *m_open = nullptr;
};

} // namespace seatledger
