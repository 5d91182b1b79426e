// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHash>
#include <QWidget>

class QHBoxLayout;
class QToolButton;

namespace seatledger {

class ActionButton;
class Page;
class SearchAssist;
class SearchField;
class TextLabel;

/// The line above a page: title, count, search field, actions. One for all pages; keeps for each page what
/// was searched for.
class PageHeader final : public QWidget
{
    Q_OBJECT

public:
    explicit PageHeader(QWidget *parent = nullptr);

    void showPage(Page *page);
    /// Puts a text into the search field of the page shown and searches for it.
    void searchFor(const QString &text);
    /// What is searched for on a page that was shown.
    [[nodiscard]] QString searchOf(Page *page) const { return m_memories.value(page).search; }
    [[nodiscard]] SearchField *searchField() const { return m_search; }
    [[nodiscard]] SearchAssist *searchAssist() const { return m_assist; }
    /// Whether there is a place to go back to, and forward.
    void setWays(bool back, bool forward);

signals:
    void backRequested();
    void forwardRequested();

protected:
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;

private:
    struct Memory {
        QString search;
        QString count;
    };

    void rebuildActions();
    void buildWays();
    void fitActions();
    void takeSearch(const QString &text);
    void follow(Page *page);

    Page *m_page = nullptr;
    QHash<Page *, Memory> m_memories;
    TextLabel *m_title;
    TextLabel *m_count;
    SearchField *m_search;
    SearchAssist *m_assist;
    QToolButton *m_back;
    QToolButton *m_forward;
    QWidget *m_actions = nullptr;
    QList<ActionButton *> m_buttons;
    bool m_isFitting = false;
    QHBoxLayout *m_layout;
};

} // namespace seatledger
