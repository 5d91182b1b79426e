// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/widgets/pagedtableview.h"

#include "ui/common/models/pagedtablemodelbase.h"
#include "ui/common/models/rowselection.h"
#include "ui/common/style/tokens.h"
#include "ui/common/widgets/columnchooser.h"
#include "ui/common/widgets/dragging.h"
#include "ui/common/widgets/emptystate.h"
#include "ui/common/widgets/headerlayout.h"
#include "ui/common/widgets/pinnedcolumns.h"
#include "ui/common/widgets/sortheader.h"
#include "ui/common/widgets/tablelook.h"

#include <QClipboard>
#include <QContextMenuEvent>
#include <QGuiApplication>
#include <QHeaderView>
#include <QKeyEvent>
#include <QMap>
#include <QPainter>
#include <QScrollBar>

#include <algorithm>
#include <utility>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int busyDelayMs = 200; ///< what is faster than this needs no sign of waiting
constexpr int busyStepMs = 40;
constexpr int busySteps = 30;

bool isStep(int key)
{
    return key == Qt::Key_Up || key == Qt::Key_Down;
}

bool isMove(int key)
{
    return isStep(key) || key == Qt::Key_Left || key == Qt::Key_Right || key == Qt::Key_Home
           || key == Qt::Key_End || key == Qt::Key_PageUp || key == Qt::Key_PageDown;
}

} // namespace

PagedTableView::PagedTableView(QWidget *parent) : QTableView(parent), m_empty(new EmptyState(viewport()))
{
    setFrameShape(QFrame::NoFrame);
    setHorizontalHeader(new SortHeader(this)); // before its look is set
    applyTableLook(this);
    setMouseTracking(true);
    setSelectionMode(ExtendedSelection);
    setHorizontalScrollMode(ScrollPerPixel);
    setVerticalScrollMode(ScrollPerPixel);
    verticalHeader()->setSectionResizeMode(QHeaderView::Fixed);
    horizontalHeader()->setSectionsMovable(true);
    horizontalHeader()->setMinimumSectionSize(48);
    updateRowHeight();
    m_empty->hide();
    connect(m_empty, &EmptyState::actionTriggered, this, [this] {
        if (m_table && m_table->lastError())
            m_table->reset();
        else
            emit emptyActionTriggered();
    });
    connect(&m_busyTimer, &QTimer::timeout, this, [this] {
        m_busyTimer.setInterval(busyStepMs);
        m_busyStep = (m_busyStep + 1) % busySteps;
        viewport()->update(0, 0, viewport()->width(), 3);
    });
}

void PagedTableView::setTable(PagedTableModelBase *table)
{
    m_table = table;
    setModel(table);
    m_rows = new RowSelection(table, this);
    setSelectionModel(m_rows);
    m_columns = new HeaderLayout(this, table);
    m_pinned = new PinnedColumns(this, table);
    connect(m_columns, &HeaderLayout::arranged, m_pinned,
            [this] { m_pinned->setPinned(m_columns->pinned()); });
    connect(m_columns, &HeaderLayout::chooserRequested, this, &PagedTableView::chooseColumns);
    connect(table, &PagedTableModelBase::busyChanged, this, &PagedTableView::showBusy);
    connect(table, &PagedTableModelBase::countChanged, this, &PagedTableView::updateEmptyState);
    connect(table, &PagedTableModelBase::failed, this, &PagedTableView::updateEmptyState);
    connect(table, &PagedTableModelBase::aboutToRefresh, this, &PagedTableView::noteScroll);
    connect(table, &PagedTableModelBase::refreshed, this, &PagedTableView::restoreScroll);
    connect(table, &QAbstractItemModel::modelReset, this, &PagedTableView::scrollToTop);
    connect(this, &QAbstractItemView::doubleClicked, this, [this](const QModelIndex &index) {
        if (m_beginEditing && m_beginEditing(index))
            return;
        if (const auto id = m_table->idAt(index.row()))
            emit rowActivated(*id);
    });
    showBusy(table->isBusy());
}

QDialog *PagedTableView::chooseColumns()
{
    auto *dialog = new ColumnChooser(m_columns, m_table, this);
    dialog->open();
    return dialog;
}

void PagedTableView::setEmptyText(const EmptyText &text)
{
    m_emptyText = text;
    updateEmptyState();
}

void PagedTableView::updateEmptyState()
{
    const bool failed = m_table && m_table->lastError().has_value();
    const bool empty = m_table && m_table->rowCount() == 0 && m_table->isCountKnown();
    if (failed)
        m_empty->setContents(u"plug-connected-x"_s, tr("The list could not be loaded"),
                             m_table->lastError()->message);
    else
        m_empty->setContents(m_emptyText.iconName, m_emptyText.title, m_emptyText.text);
    m_empty->setActionText(failed ? tr("Try again") : m_emptyText.actionText);
    m_empty->setGeometry(viewport()->rect());
    m_empty->setVisible(empty);
}

void PagedTableView::showBusy(bool busy)
{
    if (busy && !m_busyTimer.isActive()) {
        m_busyTimer.start(busyDelayMs);
    } else if (!busy) {
        m_busyTimer.stop();
        m_busyStep = -1;
        viewport()->update(0, 0, viewport()->width(), 3);
    }
    updateEmptyState();
}

void PagedTableView::paintEvent(QPaintEvent *event)
{
    QTableView::paintEvent(event);
    if (m_busyStep < 0)
        return;
    QPainter painter(viewport());
    const int width = viewport()->width();
    const int run = width / 4;
    const int left = -run + (width + run) * m_busyStep / busySteps;
    painter.fillRect(QRect(left, 0, run, 2), color(palette(), Tone::Accent));
}

void PagedTableView::noteScroll()
{
    const int row = rowAt(0);
    const auto id = m_table->idAt(row);
    if (row > 0 && id)
        m_anchor = Anchor{*id, row, rowViewportPosition(row)};
}

void PagedTableView::restoreScroll()
{
    const std::optional<Anchor> anchor = std::exchange(m_anchor, std::nullopt);
    const auto row = anchor ? m_table->rowOf(anchor->id) : std::nullopt;
    if (!row || *row == anchor->row)
        return;
    const int by = rowViewportPosition(*row) - anchor->offset;
    verticalScrollBar()->setValue(verticalScrollBar()->value() + by);
}

void PagedTableView::tellVisible()
{
    if (!m_table || m_table->rowCount() == 0)
        return;
    const int first = std::max(0, rowAt(0));
    const int last = rowAt(viewport()->height() - 1);
    m_table->setVisibleRows(first, last < 0 ? m_table->rowCount() - 1 : last);
}

void PagedTableView::scrollContentsBy(int dx, int dy)
{
    QTableView::scrollContentsBy(dx, dy);
    if (dy != 0)
        tellVisible();
    if (m_busyStep >= 0)
        viewport()->update(0, 0, viewport()->width(), 3 + std::abs(dy));
}

void PagedTableView::resizeEvent(QResizeEvent *event)
{
    QTableView::resizeEvent(event);
    if (m_columns && event->size().width() != event->oldSize().width())
        m_columns->fit();
    if (m_pinned)
        m_pinned->follow();
    m_empty->setGeometry(viewport()->rect());
    tellVisible();
}

void PagedTableView::changeEvent(QEvent *event)
{
    QTableView::changeEvent(event);
    if (event->type() == QEvent::FontChange || event->type() == QEvent::StyleChange)
        updateRowHeight();
    if (m_columns && event->type() == QEvent::FontChange)
        m_columns->fit();
}

void PagedTableView::contextMenuEvent(QContextMenuEvent *event)
{
    QPoint where = event->globalPos();
    if (event->reason() == QContextMenuEvent::Keyboard) {
        const QRect row = visualRect(currentIndex()) & viewport()->rect();
        where = viewport()->mapToGlobal(row.isEmpty() ? viewport()->rect().center() : row.bottomLeft());
    }
    emit menuRequested(where);
}

void PagedTableView::updateRowHeight()
{
    verticalHeader()->setDefaultSectionSize(std::max(extent(Size::Row), fontMetrics().height() + 14));
}

void PagedTableView::keyPressEvent(QKeyEvent *event)
{
    if (event->matches(QKeySequence::Copy))
        return copySelection();
    if (event->matches(QKeySequence::Paste))
        return emit pasteRequested();
    if ((event->key() == Qt::Key_Return || event->key() == Qt::Key_Enter) && m_table) {
        if (const auto id = m_table->idAt(currentIndex().row()))
            emit rowActivated(*id);
        return;
    }
    if (event->key() == Qt::Key_Escape && m_rows && m_rows->count() > 0)
        return clearSelection();
    if (!m_rows || !isMove(event->key()) || event->modifiers().testFlag(Qt::ControlModifier))
        return QTableView::keyPressEvent(event);
    const QModelIndex before = currentIndex();
    const bool extends = event->modifiers().testFlag(Qt::ShiftModifier);
    // coming from elsewhere, the row with the keyboard is not selected yet: a step means it, not the next
    if (!isStep(event->key()) || extends || m_rows->count() > 0 || !before.isValid())
        QTableView::keyPressEvent(event);
    if (before.isValid() && currentIndex() == before)
        selectCurrent(extends);
}

QModelIndex PagedTableView::moveCursor(CursorAction action, Qt::KeyboardModifiers modifiers)
{
    // a table moves to the ends of a row; here rows are what is meant
    if ((action != MoveHome && action != MoveEnd) || !m_table || m_table->rowCount() == 0)
        return QTableView::moveCursor(action, modifiers);
    const int row = action == MoveHome ? 0 : m_table->rowCount() - 1;
    const int column = currentIndex().isValid() ? currentIndex().column()
                                                : horizontalHeader()->logicalIndexAt(0);
    return m_table->index(row, std::max(column, 0));
}

/// Where a key has nowhere to go, it means the row that the keyboard is on.
void PagedTableView::selectCurrent(bool extends)
{
    const QModelIndex current = currentIndex();
    if (!extends)
        setCurrentIndex(current); // from where Shift goes on, too
    else if (!m_rows->isRowSelected(current.row()))
        m_rows->select(current, QItemSelectionModel::Select | QItemSelectionModel::Rows);
}

void PagedTableView::setDragging(std::function<QMimeData *()> mimeData)
{
    m_dragged = std::move(mimeData);
    setDragEnabled(m_dragged != nullptr);
}

void PagedTableView::startDrag(Qt::DropActions)
{
    drag(this, m_dragged ? m_dragged() : nullptr);
}

void PagedTableView::keyboardSearch(const QString &text)
{
    if (!text.trimmed().isEmpty())
        emit searchTyped(text);
}

void PagedTableView::copySelection()
{
    QMap<int, QString> lines;
    m_table->visitLoaded(0, m_table->rowCount() - 1, [&](int row, qint64 id) {
        if (m_rows->contains(id))
            lines.insert(row, rowAsText(row));
    });
    QGuiApplication::clipboard()->setText(lines.values().join(u'\n'));
    emit copied(lines.size(), m_rows->count());
}

QString PagedTableView::rowAsText(int row) const
{
    QStringList cells;
    for (int visual = 0; visual < m_table->columnCount(); ++visual) {
        if (const int column = horizontalHeader()->logicalIndex(visual); !isColumnHidden(column))
            cells += m_table->index(row, column).data().toString();
    }
    return cells.join(u'\t');
}

} // namespace seatledger
