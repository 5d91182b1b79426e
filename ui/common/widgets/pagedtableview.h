// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTableView>
#include <QTimer>

#include <optional>

namespace seatledger {

class EmptyState;
class PagedTableModelBase;
class RowSelection;
struct Error;

/// The program's table: whole rows, sorting by its header, a thin line while something is on its way, words
/// in place of rows when there are none or fetching them failed, and a scroll position that stays with the
/// rows on a refresh. Enter and double click activate a row.
class PagedTableView final : public QTableView
{
    Q_OBJECT

public:
    explicit PagedTableView(QWidget *parent = nullptr);

    /// Shows a model; call once. Sets the model's column widths, which the person can change.
    void setTable(PagedTableModelBase *table);
    [[nodiscard]] PagedTableModelBase *table() const { return m_table; }
    [[nodiscard]] RowSelection *rows() const { return m_rows; }

    /// What to say when the list is empty. `iconName` as for icon(); an action text shows a button.
    void setEmptyText(const QString &iconName, const QString &title, const QString &text,
                      const QString &actionText = {});

    /// Widths and order of the columns and the sort, to be kept between sessions.
    [[nodiscard]] QByteArray saveLayout() const;
    void restoreLayout(const QByteArray &layout);

signals:
    void rowActivated(qint64 id);
    /// Ctrl+C put `rows` of the `selected` rows on the clipboard: those that were loaded.
    void copied(qint64 rows, qint64 selected);
    /// The button of the empty text.
    void emptyActionTriggered();

protected:
    void keyPressEvent(QKeyEvent *event) override;
    void paintEvent(QPaintEvent *event) override;
    void resizeEvent(QResizeEvent *event) override;
    void changeEvent(QEvent *event) override;
    void scrollContentsBy(int dx, int dy) override;

private:
    struct Anchor {
        qint64 id = 0;
        int row = 0;
        int offset = 0; ///< pixels of the row above the edge
    };

    void applyWidths();
    void stretchColumn();
    void tellVisible();
    void noteScroll();
    void restoreScroll();
    void showBusy(bool busy);
    void updateEmptyState();
    void copySelection();
    [[nodiscard]] QString rowAsText(int row) const;
    void updateRowHeight();

    PagedTableModelBase *m_table = nullptr;
    RowSelection *m_rows = nullptr;
    EmptyState *m_empty;
    QTimer m_busyTimer;
    std::optional<Anchor> m_anchor;
    QString m_emptyIcon;
    QString m_emptyTitle;
    QString m_emptyText;
    QString m_emptyAction;
    int m_busyStep = -1; ///< -1: not shown
    int m_stretched = -1;
};

} // namespace seatledger
