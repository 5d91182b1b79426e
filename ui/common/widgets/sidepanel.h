// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/widgets/badge.h"

#include <QWidget>

class QHBoxLayout;
class QStackedWidget;
class QVBoxLayout;

namespace seatledger {

class EmptyState;
class IconLabel;
class PanelSection;
class TextLabel;

/// What belongs to the selection of a list: who or what it is at the top, then sections that scroll. Says in
/// words when nothing is selected.
class SidePanel final : public QWidget
{
    Q_OBJECT

public:
    explicit SidePanel(QWidget *parent = nullptr);

    /// Shows words instead of contents.
    void showEmpty(const QString &iconName, const QString &title, const QString &text);
    /// Shows the contents under this heading.
    void showHeading(const QString &iconName, const QString &title, const QString &subtitle,
                     const Badge &badge);
    /// Whether there are contents to see, not words instead.
    [[nodiscard]] bool hasContents() const;
    /// Takes the widget as the next part, without a heading of its own.
    void addWidget(QWidget *widget);
    /// Takes `contents` as the next part. `name` and `title` as for PanelSection.
    PanelSection *addSection(const QString &name, const QString &title, QWidget *contents);
    /// A row of buttons under the heading, filled by the caller.
    [[nodiscard]] QHBoxLayout *actionRow() const { return m_actions; }

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    QWidget *makeHeading();
    QWidget *makeContents();

    QStackedWidget *m_stack;
    EmptyState *m_empty;
    IconLabel *m_icon;
    TextLabel *m_title;
    TextLabel *m_subtitle;
    BadgeLabel *m_badge;
    QHBoxLayout *m_actions = nullptr;
    QVBoxLayout *m_parts = nullptr;
};

} // namespace seatledger
