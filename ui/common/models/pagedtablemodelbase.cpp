// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/models/pagedtablemodelbase.h"

#include <QPointer>

#include <algorithm>
#include <limits>

namespace seatledger {

namespace {

constexpr int wishDelayMs = 10;  ///< long enough to skip the pages a dragged scroll bar flies over
constexpr int maxWishes = 4;     ///< a screen shows two pages at most, the rest is scrolled past
constexpr int maxInFlight = 2;
constexpr qint64 minRefreshPauseMs = 50;
constexpr qint64 refreshPauseFactor = 3; ///< refreshing never takes more than a quarter of the time
constexpr int maxRefreshedPages = 8;

} // namespace

PagedTableModelBase::PagedTableModelBase(PageSource *source, QObject *parent)
    : QAbstractTableModel(parent),
      m_source(source),
      m_wishTimer(new QTimer(this)),
      m_refreshTimer(new QTimer(this))
{
    m_source->setParent(this);
    m_wishTimer->setSingleShot(true);
    m_wishTimer->setInterval(wishDelayMs);
    m_refreshTimer->setSingleShot(true);
    connect(m_wishTimer, &QTimer::timeout, this, &PagedTableModelBase::requestWanted);
    connect(m_refreshTimer, &QTimer::timeout, this, &PagedTableModelBase::refresh);
    connect(m_source, &PageSource::queryChanged, this, &PagedTableModelBase::reset);
}

int PagedTableModelBase::rowCount(const QModelIndex &parent) const
{
    return parent.isValid() ? 0 : rowsOf(m_count);
}

int PagedTableModelBase::rowsOf(qint64 count) const
{
    // Views measure a list in pixels with an int: more than this many rows could not be scrolled to.
    constexpr qint64 most = std::numeric_limits<int>::max() / 64;
    return static_cast<int>(std::min(count, most));
}

void PagedTableModelBase::sort(int column, Qt::SortOrder order)
{
    if (column >= 0 && column < columnCount() && isSortable(column))
        m_source->setSort({columnKey(column), order, {}});
}

bool PagedTableModelBase::isBusy() const
{
    return m_pending.has_value() || !m_inFlight.isEmpty() || !m_countKnown;
}

std::optional<qint64> PagedTableModelBase::idAt(int row) const
{
    const RowBlock *block = row < 0 ? nullptr : m_cache.find(row / pageSize);
    if (!block || row % pageSize >= block->size())
        return std::nullopt;
    return block->idAt(row % pageSize);
}

void PagedTableModelBase::visitLoaded(int first, int last,
                                      const std::function<void(int row, qint64 id)> &visit) const
{
    for (const int page : m_cache.pages()) {
        const int top = page * pageSize;
        if (top > last || top + pageSize <= first)
            continue;
        const RowBlock *block = m_cache.find(page);
        const int from = std::max(0, first - top);
        const int to = std::min({block->size(), last - top + 1, rowCount() - top});
        for (int i = from; i < to; ++i)
            visit(top + i, block->idAt(i));
    }
}

std::optional<int> PagedTableModelBase::rowOf(qint64 id) const
{
    std::optional<int> found;
    visitLoaded(0, rowCount() - 1, [&](int row, qint64 other) {
        if (other == id)
            found = row;
    });
    return found;
}

const RowBlock *PagedTableModelBase::blockFor(int row) const
{
    const int page = row / pageSize;
    const RowBlock *block = m_cache.find(page);
    if (!block && !m_error && !m_inFlight.contains(page) && (m_wanted.isEmpty() || m_wanted.last() != page)) {
        m_wanted.removeOne(page);
        m_wanted.append(page);
        if (m_wanted.size() > maxWishes)
            m_wanted.removeFirst();
        if (!m_wishTimer->isActive())
            m_wishTimer->start();
    }
    return block && row % pageSize < block->size() ? block : nullptr;
}

void PagedTableModelBase::setVisibleRows(int first, int last)
{
    m_firstVisible = std::max(first, 0);
    m_lastVisible = std::max(last, m_firstVisible);
    if (m_wanted.isEmpty() && m_inFlight.isEmpty())
        prefetch();
}

void PagedTableModelBase::reset()
{
    m_error.reset();
    Pending pending;
    pending.reset = true;
    pending.awaited = {0};
    begin(std::move(pending));
}

void PagedTableModelBase::refresh()
{
    if (m_refreshTimer->isActive())
        return;
    const qint64 since = m_refreshEnded.isValid() ? m_refreshEnded.elapsed() : m_refreshPauseMs;
    if (m_pending || since < m_refreshPauseMs) { // what is on its way may be older than this change
        m_refreshTimer->start(static_cast<int>(std::max(m_refreshPauseMs - since, minRefreshPauseMs)));
        return;
    }
    m_error.reset();
    m_source->forget();
    m_refreshStarted.start();
    Pending pending;
    pending.awaited = pagesToRefresh();
    begin(std::move(pending));
}

QSet<int> PagedTableModelBase::pagesToRefresh() const
{
    QSet<int> pages{0};
    const int last = std::max(0, rowCount() - 1) / pageSize;
    const int from = std::max(0, m_firstVisible / pageSize);
    const int to = std::min(last, m_lastVisible / pageSize);
    for (int page = from; page <= to && pages.size() < maxRefreshedPages; ++page)
        pages.insert(page);
    return pages;
}

void PagedTableModelBase::begin(Pending pending)
{
    const int generation = ++m_generation;
    const QSet<int> pages = pending.awaited;
    m_pending = std::move(pending);
    m_inFlight.clear();
    m_wanted.clear();
    const QPointer<PagedTableModelBase> self = this;
    for (const int page : pages)
        requestPage(page);
    m_source->fetchCount([self, generation](Result<qint64> count) {
        if (self)
            self->takeCount(generation, std::move(count));
    });
    updateBusy();
}

void PagedTableModelBase::requestPage(int page)
{
    m_inFlight.insert(page);
    const QPointer<PagedTableModelBase> self = this;
    const int generation = m_generation;
    m_source->fetchRows(qint64(page) * pageSize, pageSize,
                        [self, generation, page](Result<RowBlockPtr> block) {
                            if (self)
                                self->takeBlock(generation, page, std::move(block));
                        });
}

void PagedTableModelBase::takeCount(int generation, Result<qint64> count)
{
    if (generation != m_generation)
        return;
    if (!count)
        return fail(std::move(count.error()));
    if (!m_pending)
        return setCount(*count, true);
    m_pending->count = *count;
    if (!m_pending->reset && m_pending->awaited.isEmpty())
        applyRefresh();
}

void PagedTableModelBase::takeBlock(int generation, int page, Result<RowBlockPtr> block)
{
    if (generation != m_generation)
        return;
    m_inFlight.remove(page);
    if (!block)
        return fail(std::move(block.error()));
    m_error.reset();
    if (m_pending && m_pending->awaited.contains(page))
        takePendingBlock(page, std::move(*block));
    else
        takeDemandedBlock(page, std::move(*block));
    if (!m_wanted.isEmpty())
        m_wishTimer->start();
    else if (m_inFlight.isEmpty())
        prefetch();
    updateBusy();
}

void PagedTableModelBase::takePendingBlock(int page, RowBlockPtr block)
{
    m_pending->blocks.insert(page, std::move(block));
    m_pending->awaited.remove(page);
    if (!m_pending->awaited.isEmpty())
        return;
    if (m_pending->reset)
        applyReset();
    else if (m_pending->count)
        applyRefresh();
}

void PagedTableModelBase::takeDemandedBlock(int page, RowBlockPtr block)
{
    const int first = page * pageSize;
    const int last = std::min(first + block->size(), rowCount()) - 1;
    m_cache.insert(page, std::move(block), m_generation);
    if (last < first)
        return;
    emit dataChanged(index(first, 0), index(last, columnCount() - 1));
    emit rowsLoaded(first, last);
}

void PagedTableModelBase::applyReset()
{
    const Pending done = std::move(*m_pending);
    m_pending.reset();
    beginResetModel();
    m_cache.clear();
    const int rows = done.blocks.value(0)->size();
    m_cache.insert(0, done.blocks.value(0), m_generation);
    m_countKnown = done.count.has_value() || rows < pageSize;
    m_count = rows < pageSize ? rows : done.count.value_or(rows);
    endResetModel();
    emit countChanged(m_count, m_countKnown);
    if (rows > 0)
        emit rowsLoaded(0, rows - 1);
}

void PagedTableModelBase::applyRefresh()
{
    const Pending done = std::move(*m_pending);
    m_pending.reset();
    emit aboutToRefresh();
    m_cache.keepOnly(m_generation);
    for (auto block = done.blocks.cbegin(); block != done.blocks.cend(); ++block)
        m_cache.insert(block.key(), block.value(), m_generation);
    setCount(*done.count, true);
    if (rowCount() > 0)
        emit dataChanged(index(0, 0), index(rowCount() - 1, columnCount() - 1));
    m_refreshPauseMs = std::max(initialRefreshPauseMs, m_refreshStarted.elapsed() * refreshPauseFactor);
    m_refreshEnded.start();
    emit refreshed();
    updateBusy();
}

void PagedTableModelBase::setCount(qint64 count, bool known)
{
    const int before = rowsOf(m_count);
    const int after = rowsOf(count);
    if (after > before) {
        beginInsertRows({}, before, after - 1);
        m_count = count;
        endInsertRows();
    } else if (after < before) {
        beginRemoveRows({}, after, before - 1);
        m_count = count;
        m_cache.removeFrom((after + pageSize - 1) / pageSize);
        endRemoveRows();
    }
    m_count = count;
    m_countKnown = known;
    emit countChanged(m_count, m_countKnown);
    updateBusy();
}

void PagedTableModelBase::fail(Error error)
{
    const bool cancelled = error.code == ErrorCode::Cancelled;
    if (m_pending && m_pending->reset && !cancelled) {
        // Old rows under a new filter would be a lie.
        m_pending.reset();
        beginResetModel();
        m_cache.clear();
        m_count = 0;
        endResetModel();
    }
    m_pending.reset();
    m_countKnown = true;
    m_wanted.clear();
    ++m_generation;
    m_inFlight.clear();
    updateBusy();
    if (cancelled)
        return;
    m_error = std::move(error);
    emit countChanged(m_count, m_countKnown);
    emit failed(*m_error);
}

void PagedTableModelBase::requestWanted()
{
    while (!m_wanted.isEmpty() && m_inFlight.size() < maxInFlight) {
        const int page = m_wanted.takeLast();
        if (!m_cache.contains(page) && !m_inFlight.contains(page) && page * pageSize < rowCount()
            && !(m_pending && m_pending->reset))
            requestPage(page);
    }
    updateBusy();
}

void PagedTableModelBase::prefetch()
{
    if (m_pending || m_error || rowCount() == 0)
        return;
    for (const int page : {m_lastVisible / pageSize + 1, m_firstVisible / pageSize - 1}) {
        if (page >= 0 && page * pageSize < rowCount() && !m_cache.contains(page) && m_inFlight.isEmpty())
            return requestPage(page);
    }
}

void PagedTableModelBase::updateBusy()
{
    const bool busy = isBusy();
    if (std::exchange(m_wasBusy, busy) != busy)
        emit busyChanged(busy);
}

} // namespace seatledger
