// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/reportgrid.h"

#include "ui/common/style/tokens.h"
#include "ui/common/widgets/tablelook.h"
#include "ui/reports/reporttablemodel.h"

#include <QClipboard>
#include <QGuiApplication>
#include <QHeaderView>
#include <QItemSelection>
#include <QKeyEvent>
#include <QScopedValueRollback>
#include <QScrollBar>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int measuredRows = 200;
constexpr int widestText = 260; ///< pixels, unless there is room to spare
constexpr int narrowestName = 180; ///< of what a row is about
constexpr int narrowestText = 110;
constexpr int widestSpread = 120;
constexpr int cellPadding = 20;
constexpr int sortArrow = 18;

} // namespace

ReportGrid::ReportGrid(QWidget *parent) : QTableView(parent), m_model(new ReportTableModel(this))
{
    setObjectName(u"reportTable"_s);
    setAccessibleName(tr("Report"));
    setModel(m_model);
    setFrameShape(QFrame::NoFrame);
    applyTableLook(this);
    setSelectionMode(ExtendedSelection);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    verticalHeader()->setDefaultSectionSize(std::max(extent(Size::Row), fontMetrics().height() + 14));
    horizontalHeader()->setSectionsClickable(true);
    horizontalHeader()->setSortIndicatorShown(true);
    connect(horizontalHeader(), &QHeaderView::sectionClicked, this, &ReportGrid::takeClick);
    connect(horizontalHeader(), &QHeaderView::sectionResized, this, [this] {
        if (!m_isFitting)
            m_isArranged = true;
    });
    connect(this, &QTableView::activated, this,
            [this](const QModelIndex &index) { emit rowActivated(index.row()); });
}

const ReportTable &ReportGrid::table() const
{
    return m_model->table();
}

void ReportGrid::setTable(ReportTable table, const std::optional<ReportOrder> &order)
{
    const bool isSame = table.kind == m_model->table().kind && table.columns == m_model->table().columns;
    m_isArranged = m_isArranged && isSame;
    const int scrolled = verticalScrollBar()->value();
    m_order = order;
    m_model->setTable(std::move(table));
    horizontalHeader()->setSortIndicator(
        order ? order->column : -1, order && order->descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    fit();
    if (isSame)
        verticalScrollBar()->setValue(scrolled);
    else
        scrollToTop();
}

void ReportGrid::takeClick(int section)
{
    const CellType type = m_model->table().columns.at(section).type;
    // numbers: the most first
    const bool descendsFirst = type == CellType::Count || type == CellType::Money
                               || type == CellType::Percent;
    const bool isAgain = m_order && m_order->column == section;
    const ReportOrder order{section, isAgain ? !m_order->descending : descendsFirst};
    horizontalHeader()->setSortIndicator(section,
                                         order.descending ? Qt::DescendingOrder : Qt::AscendingOrder);
    emit orderRequested(order);
}

void ReportGrid::fit()
{
    if (m_isArranged)
        return;
    const QScopedValueRollback fitting(m_isFitting, true);
    const int columns = m_model->columnCount();
    std::vector<int> widths(columns);
    int all = 0;
    const int measured = std::min(m_model->rowCount(), measuredRows);
    for (int column = 0; column < columns; ++column) {
        int width = 0;
        for (int row = 0; row < measured; ++row)
            width = std::max(width,
                             fontMetrics().horizontalAdvance(m_model->index(row, column).data().toString()));
        widths[column] = std::min(width, widestText) + cellPadding + (column == 0 ? firstColumnIndent() : 0);
        widths[column] = std::max(widths[column], headingWidth(column));
        all += widths[column];
    }
    shareOut(widths, viewport()->width() - all);
    for (int column = 0; column < columns; ++column)
        setColumnWidth(column, widths[column]);
}

/// With its sort mark; a heading is read whole.
int ReportGrid::headingWidth(int column) const
{
    const QString title = m_model->headerData(column, Qt::Horizontal).toString();
    return horizontalHeader()->fontMetrics().horizontalAdvance(title) + sortArrow + cellPadding
           + (column == 0 ? firstColumnIndent() : 0);
}

void ReportGrid::shareOut(std::vector<int> &widths, int spare) const
{
    const std::vector<ReportColumn> &columns = m_model->table().columns;
    const auto isText = [&](std::size_t column) { return columns[column].type == CellType::Text; };
    int texts = 0;
    int count = 0;
    for (std::size_t column = 0; column < widths.size(); ++column) {
        texts += isText(column) ? widths[column] : 0;
        count += isText(column) ? 1 : 0;
    }
    if (texts == 0) { // so that the eye finds the other end of the row
        for (int &width : widths)
            width += std::clamp(spare / static_cast<int>(widths.size()), 0, widestSpread);
        return;
    }
    for (std::size_t column = 0; column < widths.size(); ++column) {
        if (!isText(column))
            continue;
        if (spare >= 0)
            widths[column] += spare / count;
        else // what is cut off is told by a tool tip
            widths[column] = std::max({std::min(widths[column], column == 0 ? narrowestName : narrowestText),
                                       widths[column] + spare * widths[column] / texts,
                                       headingWidth(static_cast<int>(column))});
    }
}

void ReportGrid::selectRows(const std::vector<int> &rows)
{
    QItemSelection selection;
    for (const int row : rows)
        selection.select(m_model->index(row, 0), m_model->index(row, m_model->columnCount() - 1));
    selectionModel()->select(selection, QItemSelectionModel::ClearAndSelect);
    if (rows.empty())
        return;
    const QModelIndex first = m_model->index(*std::ranges::min_element(rows), 0);
    selectionModel()->setCurrentIndex(first, QItemSelectionModel::NoUpdate);
    scrollTo(first, PositionAtCenter);
}

void ReportGrid::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        copySelection();
    else
        QTableView::keyPressEvent(event);
}

void ReportGrid::copySelection() const
{
    QModelIndexList rows = selectionModel()->selectedRows();
    std::ranges::sort(rows, {}, &QModelIndex::row);
    QStringList lines;
    for (const QModelIndex &row : rows) {
        QStringList cells;
        for (int column = 0; column < m_model->columnCount(); ++column)
            cells += row.siblingAtColumn(column).data().toString();
        lines += cells.join(u'\t');
    }
    QGuiApplication::clipboard()->setText(lines.join(u'\n'));
}

void ReportGrid::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    if (event->size().width() != event->oldSize().width())
        fit();
}

} // namespace seatledger
