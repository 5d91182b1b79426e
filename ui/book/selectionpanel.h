// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/book/bookaccess.h"

#include <QList>
#include <QWidget>

#include <vector>

class QAction;

namespace seatledger {

class ActionButton;
class PanelSection;
class SidePanel;

/// The panel beside a list: nothing, one thing with all that belongs to it, or the totals of several. What is
/// shown stays until the answer for the new selection is there; answers that come too late are dropped.
class SelectionPanel : public QWidget
{
    Q_OBJECT

public:
    /// Shows what belongs to these rows, in any order; empty: words.
    void showSelection(const QList<qint64> &ids);
    /// Loads the same again.
    void reload();
    [[nodiscard]] bool isSettled() const { return m_loading == 0; }
    [[nodiscard]] SidePanel *panel() const { return m_panel; }
    /// Buttons under the heading for the most wanted actions; where they do not fit, icons alone.
    void setActions(const QList<QAction *> &actions);

signals:
    /// One of the operations in a history is to be shown in the audit.
    void operationActivated(qint64 operation);

protected:
    SelectionPanel(BookAccess access, const QString &name, QWidget *parent);

    [[nodiscard]] const BookAccess &book() const { return m_book; }

    virtual void showNothing() = 0;
    virtual void loadOne(qint64 id) = 0;
    virtual void loadSeveral(const QList<qint64> &ids) = 0;

    /// A section that is there for one thing only; hidden for totals.
    PanelSection *addSection(const QString &name, const QString &title, QWidget *contents);
    void showSections(bool visible);

    /// Runs `work` for the selection of the moment and calls `show` with the answer while it still is.
    template <typename Work, typename Show>
    void load(Work work, Show show);

    void resizeEvent(QResizeEvent *event) override;

private:
    void fitActions();
    void showProblem(const Error &error);

    BookAccess m_book;
    SidePanel *m_panel;
    std::vector<PanelSection *> m_sections;
    QList<ActionButton *> m_actions;
    QList<qint64> m_ids;
    LatestRequest m_latest;
    int m_generation = 0;
    int m_loading = 0;
};

template <typename Work, typename Show>
void SelectionPanel::load(Work work, Show show)
{
    ++m_loading;
    m_book.ask(
        this, std::move(work),
        [this, generation = m_generation, show = std::move(show)](auto answer) {
            --m_loading;
            if (generation != m_generation)
                return;
            if (answer)
                show(std::move(*answer));
            else
                showProblem(answer.error());
        },
        m_latest.renew());
}

} // namespace seatledger
