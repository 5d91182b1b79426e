// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/common/models/pagedtablemodelbase.h"

#include <QCoreApplication>

#include <functional>
#include <vector>

namespace seatledger {

/// One column of a table of `Row`: what it is called, what it shows, how it sorts. Put together in a chain:
///
///     TableColumn<MemberRow>(u"number"_s, tr("Number"), [](const MemberRow &row) { return row.number; })
///         .wide(90).onTheRight()
template <typename Row>
class TableColumn final
{
public:
    using Text = std::function<QString(const Row &)>;
    using Extra = std::function<QVariant(const Row &, int role)>;
    static constexpr int narrowestGrowing = 160;

    /// `key` is stable: the name to sort by and under which the width is remembered.
    TableColumn(QString columnKey, QString columnTitle, Text cellText)
        : key(std::move(columnKey)), title(std::move(columnTitle)), text(std::move(cellText))
    {}

    /// Everything else a cell has, by role (CellRole, ToneRole, Qt::DecorationRole, ...).
    TableColumn &with(Extra cellExtra)
    {
        extra = std::move(cellExtra);
        return *this;
    }
    /// The first width in logical pixels; 0: takes what is left.
    TableColumn &wide(int pixels)
    {
        width = pixels > 0 ? pixels : narrowestGrowing;
        growth = pixels > 0 ? growth : 1;
        return *this;
    }
    /// Takes a share of what is left, beyond its first width.
    TableColumn &growing(int share = 1)
    {
        growth = share;
        return *this;
    }
    /// Becomes that narrow before the last columns are out of sight: its texts can do with less.
    TableColumn &yielding(int leastWidth)
    {
        least = leastWidth;
        return *this;
    }
    /// Not there until the person asks for it.
    TableColumn &hiddenAtFirst()
    {
        hidden = true;
        return *this;
    }
    /// Its cells may be edited in place; Qt::EditRole is the text to begin with, the shown one if `extra` has
    /// none. What becomes of what is typed is the page's.
    TableColumn &editable()
    {
        isEditable = true;
        return *this;
    }
    TableColumn &onTheRight()
    {
        alignment = Qt::AlignRight;
        return *this;
    }
    TableColumn &unsortable()
    {
        sortable = false;
        return *this;
    }

    QString key;
    QString title;
    Text text;
    Extra extra;
    int width = 140;
    int growth = 0;
    int least = 0;
    bool hidden = false;
    bool sortable = true;
    bool isEditable = false;
    Qt::Alignment alignment = Qt::AlignLeft;
};

/// A PagedTableModelBase of one row type, described by its columns. See there for what it guarantees.
template <typename Row>
class PagedTableModel final : public PagedTableModelBase
{
public:
    using Column = TableColumn<Row>;

    PagedTableModel(PageSource *source, std::vector<Column> columns, QObject *parent = nullptr)
        : PagedTableModelBase(source, parent), m_columns(std::move(columns))
    {}

    /// The row, or null while it is not loaded. Valid until control returns to the event loop.
    [[nodiscard]] const Row *rowAt(int row) const
    {
        const RowBlock *block = row >= 0 && row < rowCount() ? blockFor(row) : nullptr;
        return block ? &static_cast<const TypedRowBlock<Row> *>(block)->row(row % pageSize) : nullptr;
    }

    [[nodiscard]] int columnCount(const QModelIndex &parent = {}) const override
    {
        return parent.isValid() ? 0 : static_cast<int>(m_columns.size());
    }

    [[nodiscard]] QVariant data(const QModelIndex &index, int role = Qt::DisplayRole) const override
    {
        if (!checkIndex(index, CheckIndexOption::IndexIsValid))
            return {};
        const Column &shown = column(index.column());
        if (role == Qt::TextAlignmentRole)
            return QVariant::fromValue(Qt::Alignment(shown.alignment | Qt::AlignVCenter));
        const Row *row = rowAt(index.row());
        if (role == LoadedRole)
            return row != nullptr;
        if (!row)
            return role == Qt::AccessibleTextRole
                       ? QVariant(QCoreApplication::translate("PagedTableModel", "Loading …"))
                       : QVariant();
        if (role == IdRole)
            return TypedRowBlock<Row>::idOf(*row);
        if constexpr (requires { row->version; }) {
            if (role == VersionRole)
                return row->version;
        }
        QVariant value = shown.extra ? shown.extra(*row, role) : QVariant();
        if (!value.isValid()
            && (role == Qt::DisplayRole || role == Qt::AccessibleTextRole || role == Qt::EditRole))
            value = shown.text(*row);
        return value;
    }

    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override
    {
        Qt::ItemFlags flags = PagedTableModelBase::flags(index);
        if (!index.isValid())
            return flags;
        flags |= Qt::ItemIsDragEnabled; // whether rows are dragged is the view's to say
        return column(index.column()).isEditable ? flags | Qt::ItemIsEditable : flags;
    }

    [[nodiscard]] QVariant headerData(int section, Qt::Orientation orientation, int role) const override
    {
        if (orientation == Qt::Vertical || section < 0 || section >= columnCount())
            return QAbstractTableModel::headerData(section, orientation, role);
        if (role == Qt::DisplayRole)
            return column(section).title;
        if (role == Qt::TextAlignmentRole)
            return QVariant::fromValue(Qt::Alignment(column(section).alignment | Qt::AlignVCenter));
        return {};
    }

    [[nodiscard]] QString columnKey(int section) const override { return column(section).key; }
    [[nodiscard]] bool isSortable(int section) const override { return column(section).sortable; }
    [[nodiscard]] ColumnWish columnWish(int section) const override
    {
        const Column &shown = column(section);
        return {shown.width, shown.growth, shown.hidden, shown.least};
    }

private:
    const Column &column(int section) const { return m_columns[static_cast<std::size_t>(section)]; }

    std::vector<Column> m_columns;
};

} // namespace seatledger
