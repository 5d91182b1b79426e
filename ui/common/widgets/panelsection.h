// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QWidget>

class QAction;
class QToolButton;
class QVBoxLayout;

namespace seatledger {

class TextLabel;

/// A part of a side panel: a heading with a count and perhaps an action, and below it the contents, which a
/// click on the heading folds away.
class PanelSection final : public QWidget
{
    Q_OBJECT

public:
    /// `name` makes the object name and is the key under which the fold is remembered.
    PanelSection(const QString &name, const QString &title, QWidget *contents, QWidget *parent = nullptr);

    /// A number beside the title; empty: none.
    void setCountText(const QString &text);
    /// A small button at the right of the heading that is as the action is. `name` makes its object name.
    QToolButton *addAction(const QString &name, QAction *action);
    [[nodiscard]] bool isExpanded() const;
    void setExpanded(bool expanded);

signals:
    void expandedChanged(bool expanded);

private:
    QToolButton *m_toggle;
    TextLabel *m_count;
    QWidget *m_contents;
    QWidget *m_heading;
};

} // namespace seatledger
