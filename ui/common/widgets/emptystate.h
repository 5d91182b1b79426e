// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QPushButton;

namespace seatledger {

class IconLabel;
class TextLabel;

/// What stands where a list or panel has nothing to show: why, and what to do about it.
class EmptyState final : public QWidget
{
    Q_OBJECT

public:
    explicit EmptyState(QWidget *parent = nullptr);

    /// `iconName` as for icon(). Empty texts leave their line out.
    void setContents(const QString &iconName, const QString &title, const QString &text = {});
    /// The button below; an empty text hides it.
    void setActionText(const QString &text);

signals:
    void actionTriggered();

private:
    IconLabel *m_icon;
    TextLabel *m_title;
    TextLabel *m_text;
    QPushButton *m_button;
};

} // namespace seatledger
