// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QPushButton>

class QAction;

namespace seatledger {

/// A push button that is an action: text, icon, tool tip with the shortcut, enabled and visible as the action
/// is; opens the action's menu if it has one.
class ActionButton final : public QPushButton
{
    Q_OBJECT

public:
    ActionButton(QAction *action, bool primary, QWidget *parent = nullptr);

private:
    void follow();

    QAction *m_action;
    bool m_primary;
};

} // namespace seatledger
