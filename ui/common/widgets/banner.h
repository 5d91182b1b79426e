// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/style/tokens.h"

#include <QWidget>

class QPushButton;

namespace seatledger {

class IconLabel;
class TextLabel;

/// A strip across a page or dialog that says something about all of it: offline, a conflict, a refusal.
/// Hidden until show() is called. Screen readers are told.
class Banner final : public QWidget
{
    Q_OBJECT

public:
    enum class Kind { Info, Success, Warning, Danger };

    explicit Banner(QWidget *parent = nullptr);

    /// `actionText` empty: no button.
    void present(Kind kind, const QString &text, const QString &actionText = {});
    /// Other words in the strip that is shown, such as a count-down; screen readers are not told again.
    void reword(const QString &text, const QString &actionText = {});
    void dismiss() { hide(); }
    [[nodiscard]] QString text() const;
    /// From edge to edge of a window, its text where that of the pages begins; else a card with round
    /// corners.
    void setEdgeToEdge();

signals:
    void actionTriggered();

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    Kind m_kind = Kind::Info;
    bool m_isEdgeToEdge = false;
    IconLabel *m_icon;
    TextLabel *m_text;
    QPushButton *m_button;
};

} // namespace seatledger
