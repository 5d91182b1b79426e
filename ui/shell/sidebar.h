// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QWidget>

class QButtonGroup;
class QVBoxLayout;

namespace seatledger {

/// The pages at the left edge: icon and name, and a few characters where a page has something to tell.
class Sidebar final : public QWidget
{
    Q_OBJECT

public:
    explicit Sidebar(QWidget *parent = nullptr);

    /// `shortcut` is shown in the tool tip.
    void addPage(const QString &id, const QString &iconName, const QString &label, const QString &shortcut,
                 bool isAtFoot = false);
    void setCurrent(const QString &id);
    /// Other keys for the tool tip.
    void setShortcut(const QString &id, const QString &shortcut);
    /// A page with a refusal is there but off, and its tool tip says why; empty: it can be chosen.
    void setRefusal(const QString &id, const QString &refusal);
    void setBadge(const QString &id, const QString &text);
    /// Something above the pages.
    void setTopWidget(QWidget *widget);
    /// Something at the lower end.
    void addFooterWidget(QWidget *widget);

signals:
    void pageChosen(const QString &id);

protected:
    void paintEvent(QPaintEvent *event) override;

private:
    [[nodiscard]] class NavigationButton *button(const QString &id) const;

    QButtonGroup *m_group;
    QHash<QString, QString> m_hints; ///< the tool tips of pages that can be chosen
    QVBoxLayout *m_top;
    QVBoxLayout *m_pages;
    QVBoxLayout *m_footer;
};

} // namespace seatledger
