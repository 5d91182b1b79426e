// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QHeaderView>

namespace seatledger {

/// A table's header that shows by which columns the rows are sorted, one after the other: each has its arrow
/// and, if there are several, its number. A click with Shift asks for one more.
class SortHeader final : public QHeaderView
{
    Q_OBJECT

public:
    explicit SortHeader(QWidget *parent = nullptr);

    struct Sort {
        int section = -1;
        Qt::SortOrder order = Qt::AscendingOrder;
    };
    /// All of them in their order; the first one is the sort indicator.
    void setSorts(const QList<Sort> &sorts);

    /// Keeps a selection of its own, in which nothing is selected: no heading looks otherwise where its
    /// column is, and with many rows selected each of them would be looked at whenever a heading is painted.
    void setSelectionModel(QItemSelectionModel *selection) override;

signals:
    void furtherSortWanted(int section);

protected:
    void initStyleOptionForIndex(QStyleOptionHeader *option, int section) const override;
    void paintSection(QPainter *painter, const QRect &rect, int section) const override;
    void mousePressEvent(QMouseEvent *event) override;
    void mouseReleaseEvent(QMouseEvent *event) override;

private:
    [[nodiscard]] int placeOf(int section) const;

    QList<Sort> m_sorts;
    int m_pressed = -1; ///< with Shift
};

} // namespace seatledger
