// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

class QAction;

namespace seatledger {

/// A push button that is an action: text, icon, tool tip with the shortcut (or with the reason why it is not
/// permitted), enabled and visible as the action is; opens the action's menu if it has one.
class ActionButton final : public QPushButton
{
    Q_OBJECT

public:
    ActionButton(QAction *action, bool primary, QWidget *parent = nullptr);

    /// Where there is no room for words the icon stands alone; the tooltip says what it does.
    void setTextShown(bool shown);
    /// The width with the text, whether it is shown or not.
    [[nodiscard]] int fullWidth() const;

signals:
    /// Text or visibility are others now.
    void changed();

private:
    void follow();

    QAction *m_action;
    bool m_primary;
    bool m_textShown = true;
};

} // namespace seatledger
