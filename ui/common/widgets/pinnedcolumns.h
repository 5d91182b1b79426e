// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QStringList>
#include <QTableView>

class QFrame;

namespace seatledger {

class PagedTableModelBase;
class PagedTableView;

/// The columns of a table that stay at the left while the others scroll: a second view over the first one
/// that shows just them, with the same rows, selection and sort. The keyboard stays with the first view.
/// GUI thread.
class PinnedColumns final : public QTableView
{
    Q_OBJECT

public:
    PinnedColumns(PagedTableView *view, PagedTableModelBase *table);

    /// Those with these keys; they must be the first ones of the table, which is up to HeaderLayout.
    void setPinned(const QStringList &keys);
    [[nodiscard]] const QStringList &pinned() const { return m_keys; }
    /// Widths, order or the view's size are others now.
    void follow();

protected:
    void contextMenuEvent(QContextMenuEvent *event) override;

private:
    void followScroll();
    void leadScroll(int value);
    void showSort();

    PagedTableView *m_view;
    PagedTableModelBase *m_table;
    QStringList m_keys;
    QFrame *m_edge;
    bool m_isFollowing = false; ///< it is not the person who scrolls here
};

} // namespace seatledger
