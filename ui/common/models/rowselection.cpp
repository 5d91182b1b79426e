// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/models/rowselection.h"

#include "ui/common/models/pagedtablemodelbase.h"

#include <QPointer>
#include <QScopedValueRollback>

#include <algorithm>
#include <utility>

namespace seatledger {

namespace {

constexpr int lookupChunk = 5000;
constexpr int lookupDelayMs = 120; ///< a selection being dragged open is not worth a query a step

qint64 rowsIn(const QItemSelection &selection)
{
    qint64 rows = 0;
    for (const QItemSelectionRange &range : selection)
        rows += range.height();
    return rows;
}

} // namespace

RowSelection::RowSelection(PagedTableModelBase *table, QObject *parent)
    : QItemSelectionModel(table, parent), m_table(table)
{
    m_lookupTimer.setSingleShot(true);
    m_lookupTimer.setInterval(lookupDelayMs);
    connect(&m_lookupTimer, &QTimer::timeout, this, &RowSelection::lookUpUnknown);
    connect(this, &QItemSelectionModel::selectionChanged, this, &RowSelection::takeChange);
    connect(table, &PagedTableModelBase::aboutToRefresh, this, &RowSelection::prepareRefresh);
    connect(table, &PagedTableModelBase::refreshed, this, &RowSelection::showLoaded);
    connect(table, &PagedTableModelBase::rowsLoaded, this, &RowSelection::showRows);
}

qint64 RowSelection::single() const
{
    return m_ids.size() == 1 && isComplete() ? *m_ids.constBegin() : 0;
}

void RowSelection::selectIds(const QList<qint64> &ids)
{
    ++m_generation;
    m_ids = QSet<qint64>(ids.cbegin(), ids.cend());
    m_unknown = 0;
    m_tooMany = false;
    showLoaded();
    emit changed();
}

void RowSelection::select(const QItemSelection &selection, SelectionFlags command)
{
    const bool replacing = command.testFlag(QItemSelectionModel::Clear) && !m_silent;
    const QScopedValueRollback guard(m_silent, m_silent || replacing);
    QItemSelectionModel::select(selection, command);
    if (replacing)
        rebuild(); // even if no row changed: ids not in memory are given up too
}

void RowSelection::reset()
{
    QItemSelectionModel::reset();
    selectIds({});
}

void RowSelection::takeChange(const QItemSelection &selected, const QItemSelection &deselected)
{
    if (m_silent)
        return;
    for (const QItemSelectionRange &range : deselected) {
        m_table->visitLoaded(range.top(), range.bottom(), [this](int, qint64 id) { m_ids.remove(id); });
    }
    add(selected);
    emit changed();
}

void RowSelection::rebuild()
{
    m_ids.clear();
    m_unknown = 0;
    m_tooMany = false;
    add(selection());
    emit changed();
}

void RowSelection::add(const QItemSelection &selected)
{
    ++m_generation;
    const qint64 rows = rowsIn(selected);
    m_tooMany = m_tooMany || count() + rows > limit;
    qint64 loaded = 0;
    for (const QItemSelectionRange &range : selected) {
        m_table->visitLoaded(range.top(), range.bottom(), [&](int, qint64 id) {
            m_ids.insert(id);
            ++loaded;
        });
    }
    m_unknown += rows - loaded;
    if (m_unknown > 0 && !m_tooMany)
        m_lookupTimer.start();
}

void RowSelection::lookUpUnknown()
{
    m_unknown = 0;
    const QItemSelection selected = selection();
    for (const QItemSelectionRange &range : selected) {
        for (int row = range.top(); row <= range.bottom(); row += lookupChunk)
            lookUp(row, std::min(range.bottom(), row + lookupChunk - 1));
    }
    emit changed();
}

void RowSelection::lookUp(int first, int last)
{
    int missing = last - first + 1;
    m_table->visitLoaded(first, last, [&](int, qint64 id) {
        m_ids.insert(id); // it may have come since it was selected
        --missing;
    });
    if (missing == 0)
        return;
    m_unknown += missing;
    const QPointer<RowSelection> self = this;
    m_table->source()->fetchRows(first, last - first + 1,
                                 [self, missing, generation = m_generation](Result<RowBlockPtr> block) {
                                     // Without an answer they stay unknown: whoever acts on the selection
                                     // must not believe it is all.
                                     if (!self || self->m_generation != generation || !block)
                                         return;
                                     self->m_unknown -= missing;
                                     for (int i = 0; i < (*block)->size(); ++i)
                                         self->m_ids.insert((*block)->idAt(i));
                                     emit self->changed();
                                 });
}

void RowSelection::prepareRefresh()
{
    m_current = m_table->idAt(currentIndex().row()).value_or(0);
    if (m_tooMany || m_unknown == 0)
        return;
    ++m_generation;
    m_lookupTimer.stop();
    m_unknown = 0;
    emit changed();
}

void RowSelection::showLoaded()
{
    const QScopedValueRollback guard(m_silent, true);
    const int lastColumn = m_table->columnCount() - 1;
    QItemSelection shown;
    int currentRow = -1;
    const qint64 keyboard = std::exchange(m_current, 0); // of before the refresh, and of no other time
    m_table->visitLoaded(0, m_table->rowCount() - 1, [&](int row, qint64 id) {
        if (keyboard != 0 && id == keyboard)
            currentRow = row;
        if (m_ids.contains(id))
            shown.append(QItemSelectionRange(m_table->index(row, 0), m_table->index(row, lastColumn)));
    });
    if (!m_tooMany)
        QItemSelectionModel::select(shown, QItemSelectionModel::ClearAndSelect);
    if (currentRow >= 0)
        setCurrentIndex(m_table->index(currentRow, std::max(0, currentIndex().column())),
                        QItemSelectionModel::NoUpdate);
}

void RowSelection::showRows(int first, int last)
{
    if (m_ids.isEmpty())
        return;
    const QScopedValueRollback guard(m_silent, true);
    m_table->visitLoaded(first, last, [this](int row, qint64 id) {
        const QModelIndex index = m_table->index(row, 0);
        if (m_ids.contains(id) && !isSelected(index))
            QItemSelectionModel::select(QItemSelection(index, index), Select | Rows);
    });
}

} // namespace seatledger
