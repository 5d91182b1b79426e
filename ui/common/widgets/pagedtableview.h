// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>
#include <QTimer>

#include <functional>
#include <optional>

class QDialog;
class QMimeData;

namespace seatledger {

class EmptyState;
class HeaderLayout;
class PagedTableModelBase;
class PinnedColumns;
class RowSelection;

/// What stands in a table without rows.
struct EmptyText {
    QString iconName = {}; ///< as for icon()
    QString title = {};
    QString text = {};
    QString actionText = {}; ///< of the button; empty: none

    friend bool operator==(const EmptyText &, const EmptyText &) = default;
};

/// The program's table: whole rows, sorting by its header, a thin line while something is on its way, words
/// in place of rows when there are none or fetching them failed, and a scroll position that stays with the
/// rows on a refresh. Enter and double click activate a row, Escape deselects, letters begin a search.
/// Home and End go to the first and the last row. Every key that moves leaves the row that it came to
/// selected, also where there was nowhere to move; with nothing selected yet, up and down mean the row that
/// the keyboard is on. Ctrl moves without selecting.
class PagedTableView final : public QTableView
{
    Q_OBJECT

public:
    explicit PagedTableView(QWidget *parent = nullptr);

    /// Never walks through the rows, of which there may be a million: emits searchTyped() instead.
    void keyboardSearch(const QString &text) override;

    /// Shows a model; call once. Its columns look as it wishes until the person changes them.
    void setTable(PagedTableModelBase *table);
    /// Lets the person choose columns. Opens it.
    QDialog *chooseColumns();
    [[nodiscard]] PagedTableModelBase *table() const { return m_table; }
    [[nodiscard]] RowSelection *rows() const { return m_rows; }
    /// Widths, order and choice of the columns, and the sort; null before setTable().
    [[nodiscard]] HeaderLayout *columns() const { return m_columns; }
    /// The columns that stay at the left; null before setTable().
    [[nodiscard]] PinnedColumns *pinned() const { return m_pinned; }

    /// Asked on a double click before it activates the row: whether it began something else with the cell.
    void setCellEditing(std::function<bool(const QModelIndex &)> begin) { m_beginEditing = std::move(begin); }
    /// Rows can be dragged from here: what those that are selected carry, its text being what is shown beside
    /// the pointer; null: not now.
    void setDragging(std::function<QMimeData *()> mimeData);

    /// What to say when the list is empty.
    void setEmptyText(const EmptyText &text);
    void setEmptyText(const QString &iconName, const QString &title, const QString &text,
                      const QString &actionText = {})
    {
        setEmptyText(EmptyText{iconName, title, text, actionText});
    }

signals:
    void rowActivated(qint64 id);
    /// Letters were typed with the keyboard on the table: a search for them is meant.
    void searchTyped(const QString &text);
    /// Ctrl+V with the keyboard on the table.
    void pasteRequested();
    /// A menu for the selection is wanted there, by mouse or keyboard.
    void menuRequested(const QPoint &globalPosition);
    /// Ctrl+C put `rows` of the `selected` rows on the clipboard: those that were loaded.
    void copied(qint64 rows, qint64 selected);
    /// The button of the empty text.
    void emptyActionTriggered();

protected:
    QModelIndex moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers) override;
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;
    void contextMenuEvent(QContextMenuEvent *event) override;
    void startDrag(Qt::DropActions actions) override;

private:
    struct Anchor {
        qint64 id = 0;
        int row = 0;
        int offset = 0; ///< pixels of the row above the edge
    };

    void tellVisible();
    void noteScroll();
    void restoreScroll();
    void showBusy(bool busy);
    void updateEmptyState();
    void copySelection();
    void selectCurrent(bool extends);
    [[nodiscard]] QString rowAsText(int row) const;
    void updateRowHeight();

    PagedTableModelBase *m_table = nullptr;
    RowSelection *m_rows = nullptr;
    HeaderLayout *m_columns = nullptr;
    PinnedColumns *m_pinned = nullptr;
    EmptyState *m_empty;
    QTimer m_busyTimer;
    std::optional<Anchor> m_anchor;
    EmptyText m_emptyText;
    std::function<bool(const QModelIndex &)> m_beginEditing;
    std::function<QMimeData *()> m_dragged;
    int m_busyStep = -1; ///< -1: not shown
};

} // namespace seatledger
