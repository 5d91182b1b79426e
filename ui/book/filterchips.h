// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QWidget>

#include <functional>
#include <vector>

namespace seatledger {

/// One thing that narrows a list, and how to take it off.
struct FilterChip {
    QString text;
    std::function<void()> remove;
};

/// What narrows a list, each as a chip with a cross. Not there while nothing does. A click, Enter, Delete or
/// Backspace takes the chip off.
class FilterChips final : public QWidget
{
    Q_OBJECT

public:
    explicit FilterChips(QWidget *parent = nullptr);

    void setChips(std::vector<FilterChip> chips);
    [[nodiscard]] QStringList texts() const;

signals:
    /// Everything is to be taken off.
    void clearRequested();

private:
    void addChip(const FilterChip &chip);

    std::vector<FilterChip> m_chips;
    QWidget *m_row = nullptr;
};

} // namespace seatledger
