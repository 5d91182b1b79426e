// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/models/pagesource.h"

#include <QHash>
#include <QObject>
#include <QSet>
#include <QString>
#include <QStringList>
#include <QVariant>

class QHeaderView;
class QMenu;
class QTableView;

namespace seatledger {

class PagedTableModelBase;

/// What a person made of a table's columns, by the keys of the columns, so that columns that come or go with
/// a new version of the program do no harm. A plain value.
struct TableLayout {
    QStringList order;          ///< from the left; empty: as the model has them
    QStringList hidden;
    QStringList shown;          ///< of those that are hidden at first; others of these stay hidden
    QHash<QString, int> widths; ///< logical pixels, only of those set by hand
    QStringList pinned;         ///< stay at the left while the others scroll; come first
    SortSpec sort;              ///< an empty column: as the model sorts at first

    [[nodiscard]] QVariant toVariant() const;
    /// What is not understood is left out.
    [[nodiscard]] static TableLayout fromVariant(const QVariant &stored);

    friend bool operator==(const TableLayout &, const TableLayout &) = default;
};

/// The columns of a table: gives them the widths their model wishes and what is left of the view to those
/// that grow, notes what the person changes by dragging, hiding and sorting, and offers it in a menu. Lives
/// in the GUI thread, as a child of its view.
class HeaderLayout final : public QObject
{
    Q_OBJECT

public:
    HeaderLayout(QTableView *view, PagedTableModelBase *table);

    [[nodiscard]] TableLayout layout() const;
    /// The keys of the columns in sight, from the left.
    [[nodiscard]] QStringList shown() const;
    /// The keys of all columns, from the left.
    [[nodiscard]] QStringList order() const;
    [[nodiscard]] QString titleOf(const QString &key) const;
    void setLayout(const TableLayout &layout);
    /// The same, as a wish of the person.
    void change(const TableLayout &layout);
    [[nodiscard]] const QStringList &pinned() const { return m_pinned; }
    void setPinned(const QString &key, bool pinned);
    /// One more column to sort by, or the other direction for one that is, or if it had both, no longer.
    void sortFurther(int column);
    /// As the model wishes, its first sort included.
    void reset();
    /// Shares out what is left of the view; where some is missing, the columns that yield become narrower.
    /// Call it when the view's width or font has changed.
    void fit();
    /// Adds a checkable action for each column, what the list can be sorted by besides, "Choose columns …"
    /// and "Reset columns".
    void addActions(QMenu *menu);

signals:
    /// The person changed something that layout() tells.
    void changed();
    /// Widths, order or choice of the columns are others now, whoever did it.
    void arranged();
    /// The person wants to choose columns.
    void chooserRequested();

private:
    void takeResize(int section, int oldWidth, int newWidth);
    void showMenu(const QPoint &position);
    void addSortActions(QMenu *menu, int column);
    void markSorts();
    void putPinnedFirst();
    void setColumnShown(int column, bool shown);
    void setOrder(const QStringList &order);
    void showSort(const SortSpec &sort);
    void narrow(const QList<int> &yielding, int missing);
    [[nodiscard]] int scaled(int width) const;
    [[nodiscard]] int wishedWidth(int column) const;
    [[nodiscard]] int leastWidth(int column) const;
    [[nodiscard]] int shownColumns() const;
    [[nodiscard]] int columnOf(const QString &key) const;

    QTableView *m_view;
    PagedTableModelBase *m_table;
    QHeaderView *m_header;
    SortSpec m_firstSort;
    QHash<QString, int> m_widths; ///< set by hand
    QStringList m_pinned;
    bool m_arranging = false; ///< it is not the person who moves things
};

} // namespace seatledger
