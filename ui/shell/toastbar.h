// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/shell/toast.h"

#include <QTimer>
#include <QWidget>

#include <optional>

class QPushButton;
class QToolButton;

namespace seatledger {

class IconLabel;

/// Shows one Toast over the lower edge of its parent and takes it away after a while, later if there is
/// something to do about it, and not while the pointer or the keyboard is on it.
class ToastBar final : public QWidget
{
    Q_OBJECT

public:
    explicit ToastBar(QWidget *parent);

    void present(const Toast &toast);
    /// What is shown stays until somebody answers or closes it, and comes back after anything else that is
    /// said meanwhile: for what must not be missed. The keyboard's Undo does not mean it.
    void hold();
    void dismiss();
    /// Does what the button offers, if one is shown that is not held. For the keyboard's Undo.
    bool triggerAction();
    [[nodiscard]] QString text() const { return isHidden() ? QString() : m_toast.text; }
    [[nodiscard]] Toast::Kind kind() const { return m_toast.kind; }

protected:
    bool eventFilter(QObject *watched, QEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void enterEvent(QEnterEvent *event) override;
    void leaveEvent(QEvent *event) override;

private:
    void place();
    void takeAction();
    [[nodiscard]] QRect textRect() const;

    Toast m_toast;
    QPushButton *m_action;
    QToolButton *m_close;
    QTimer m_timer;
    bool m_isHeld = false;
    std::optional<Toast> m_kept; ///< that was held when something else was said
};

} // namespace seatledger
