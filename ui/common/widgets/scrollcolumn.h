// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QScrollArea>

namespace seatledger {

/// Scrolls down and up what is higher than its room. It takes no keyboard focus: what is inside has that, and
/// is scrolled to. What is behind it shows through. GUI thread.
class ScrollColumn final : public QScrollArea
{
    Q_OBJECT

public:
    /// Takes the contents over, which are as wide as the area.
    explicit ScrollColumn(QWidget *contents, QWidget *parent = nullptr);
    /// A list that is no higher than its rows, at the top.
    [[nodiscard]] static ScrollColumn *ofList(QWidget *list, QWidget *parent);
};

} // namespace seatledger
