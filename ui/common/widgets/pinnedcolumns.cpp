// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/widgets/pinnedcolumns.h"

#include "ui/common/models/pagedtablemodelbase.h"
#include "ui/common/style/tokens.h"
#include "ui/common/widgets/pagedtableview.h"
#include "ui/common/widgets/sortheader.h"
#include "ui/common/widgets/tablelook.h"

#include <QContextMenuEvent>
#include <QFrame>
#include <QScopedValueRollback>
#include <QScrollBar>

namespace seatledger {

PinnedColumns::PinnedColumns(PagedTableView *view, PagedTableModelBase *table)
    : QTableView(view), m_view(view), m_table(table), m_edge(new QFrame(view))
{
    setObjectName(QStringLiteral("pinnedColumns"));
    setFrameShape(QFrame::NoFrame);
    setHorizontalHeader(new SortHeader(this)); // before its look is set
    applyTableLook(this);
    setMouseTracking(true);
    setFocusPolicy(Qt::NoFocus);
    setFocusProxy(view);
    setSelectionMode(ExtendedSelection);
    setHorizontalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollBarPolicy(Qt::ScrollBarAlwaysOff);
    setVerticalScrollMode(ScrollPerPixel);
    horizontalHeader()->setSectionsMovable(false);
    horizontalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setContextMenuPolicy(Qt::CustomContextMenu);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    setModel(table);
    setSelectionModel(view->selectionModel());
    m_edge->setFrameShape(QFrame::NoFrame);
    m_edge->setAutoFillBackground(true);
    connect(verticalScrollBar(), &QScrollBar::valueChanged, this, &PinnedColumns::leadScroll);
    connect(view->verticalScrollBar(), &QScrollBar::valueChanged, this, &PinnedColumns::followScroll);
    connect(view->horizontalScrollBar(), &QScrollBar::valueChanged, this, &PinnedColumns::follow);
    connect(this, &QAbstractItemView::doubleClicked, view, [this](const QModelIndex &index) {
        if (const auto id = m_table->idAt(index.row()))
            emit m_view->rowActivated(*id);
    });
    const auto *header = qobject_cast<SortHeader *>(view->horizontalHeader());
    connect(horizontalHeader(), &QHeaderView::sectionClicked, this, [this](int section) {
        if (!m_table->isSortable(section))
            return;
        const SortSpec sort = m_table->source()->sort();
        const bool isSame = sort.column == m_table->columnKey(section) && sort.order == Qt::AscendingOrder;
        m_view->horizontalHeader()->setSortIndicator(section,
                                                     isSame ? Qt::DescendingOrder : Qt::AscendingOrder);
    });
    connect(qobject_cast<SortHeader *>(horizontalHeader()), &SortHeader::furtherSortWanted, header,
            &SortHeader::furtherSortWanted);
    connect(horizontalHeader(), &QWidget::customContextMenuRequested, view->horizontalHeader(),
            &QWidget::customContextMenuRequested);
    connect(table, &PagedTableModelBase::countChanged, this, &PinnedColumns::follow);
    hide();
    m_edge->hide();
}

void PinnedColumns::setPinned(const QStringList &keys)
{
    m_keys = keys;
    follow();
}

void PinnedColumns::follow()
{
    int width = 0;
    const QHeaderView *theirs = m_view->horizontalHeader();
    for (int column = 0; column < m_table->columnCount(); ++column) {
        const bool isShown = m_keys.contains(m_table->columnKey(column)) && !theirs->isSectionHidden(column);
        setColumnHidden(column, !isShown);
        if (!isShown)
            continue;
        setColumnWidth(column, m_view->columnWidth(column));
        width += m_view->columnWidth(column);
    }
    for (int visual = 0; visual < m_table->columnCount(); ++visual) {
        const int column = theirs->logicalIndex(visual);
        horizontalHeader()->moveSection(horizontalHeader()->visualIndex(column), visual);
    }
    // an empty list has words in the middle
    const bool isUsed = width > 0 && width < m_view->viewport()->width() && m_table->rowCount() > 0;
    setVisible(isUsed);
    m_edge->setVisible(isUsed && m_view->horizontalScrollBar()->value() > 0);
    if (!isUsed)
        return;
    verticalHeader()->setDefaultSectionSize(m_view->verticalHeader()->defaultSectionSize());
    horizontalHeader()->setFixedHeight(theirs->height());
    setGeometry(0, 0, width, theirs->height() + m_view->viewport()->height());
    followScroll();
    QPalette edge = m_view->palette();
    edge.setColor(QPalette::Window, color(edge, Tone::BorderStrong));
    m_edge->setPalette(edge);
    m_edge->setGeometry(width, 0, 1, height());
    showSort();
    raise();
    m_edge->raise();
}

/// While nothing is pinned this view is not laid out: its range is another, and must not hold the rows back.
void PinnedColumns::followScroll()
{
    if (isHidden())
        return;
    const QScopedValueRollback following(m_isFollowing, true);
    verticalScrollBar()->setValue(m_view->verticalScrollBar()->value());
}

void PinnedColumns::leadScroll(int value)
{
    if (!m_isFollowing && !isHidden())
        m_view->verticalScrollBar()->setValue(value);
}

void PinnedColumns::showSort()
{
    QList<SortHeader::Sort> sorts;
    const SortSpec sort = m_table->source()->sort();
    std::vector<SortSpec> all{{sort.column, sort.order, {}}};
    all.insert(all.end(), sort.then.begin(), sort.then.end());
    for (const SortSpec &one : all) {
        for (int column = 0; column < m_table->columnCount(); ++column) {
            if (m_table->columnKey(column) == one.column)
                sorts.append({column, one.order});
        }
    }
    auto *header = qobject_cast<SortHeader *>(horizontalHeader());
    header->setSortIndicatorShown(true);
    const QSignalBlocker quiet(header);
    if (!sorts.isEmpty())
        header->setSortIndicator(sorts.first().section, sorts.first().order);
    header->setSorts(sorts);
}

void PinnedColumns::contextMenuEvent(QContextMenuEvent *event)
{
    emit m_view->menuRequested(event->globalPos());
}

} // namespace seatledger
