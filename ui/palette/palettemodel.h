// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/palette/palettehit.h"

#include <QAbstractListModel>
#include <QStyledItemDelegate>

namespace seatledger {

/// What the palette shows: hits under the headings of their groups. Headings cannot be selected.
class PaletteModel final : public QAbstractListModel
{
    Q_OBJECT

public:
    using QAbstractListModel::QAbstractListModel;

    /// Hits of one group must stand together.
    void setHits(PaletteHits hits);
    /// The hit of a row, or null for a heading. Valid until setHits().
    [[nodiscard]] const PaletteHit *hitAt(int row) const;
    /// The heading of a row; empty for a hit.
    [[nodiscard]] QString headingAt(int row) const;
    /// The row of the hit with this key, or -1.
    [[nodiscard]] int rowOf(const QString &key) const;
    /// The nearest row with a hit, beginning with `row`, going on in steps of 1 or -1; -1 if there is none.
    [[nodiscard]] int nearestHit(int row, int step) const;

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    [[nodiscard]] QVariant data(const QModelIndex &index, int role) const override;
    [[nodiscard]] Qt::ItemFlags flags(const QModelIndex &index) const override;

private:
    struct Row {
        int hit = -1; ///< -1: a heading
        PaletteGroup group = PaletteGroup::Pages;
    };

    PaletteHits m_hits;
    std::vector<Row> m_rows;
};

/// Draws the rows of a PaletteModel.
class PaletteDelegate final : public QStyledItemDelegate
{
    Q_OBJECT

public:
    using QStyledItemDelegate::QStyledItemDelegate;

    void paint(QPainter *painter, const QStyleOptionViewItem &option,
               const QModelIndex &index) const override;
    [[nodiscard]] QSize sizeHint(const QStyleOptionViewItem &option, const QModelIndex &index) const override;
};

} // namespace seatledger
