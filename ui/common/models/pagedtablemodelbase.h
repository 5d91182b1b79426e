// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/error.h"
#include "ui/common/models/blockcache.h"
#include "ui/common/models/pagesource.h"

#include <QAbstractTableModel>
#include <QElapsedTimer>
#include <QSet>
#include <QTimer>

#include <functional>
#include <optional>

namespace seatledger {

/// The roles a paged table answers beside Qt's own.
enum TableRole {
    IdRole = Qt::UserRole + 1, ///< qint64, the entity of the row; invalid while the row is not loaded
    LoadedRole,                ///< bool: false while the row is a placeholder
    CellRole,                  ///< what a delegate draws instead of text: Badge, SeatFigures, ...
    ToneRole,                  ///< int(Tone) of the text
    SecondaryRole,             ///< QString beside or under the text, quieter
    VersionRole,               ///< int, of the row; invalid where rows have none
    LastTableRole = Qt::UserRole + 32
};

/// How a column wants to look until the person decides.
struct ColumnWish {
    int width = 0;  ///< logical pixels at the usual type size
    int growth = 0; ///< its share of the width that is left; 0: none
    bool hidden = false;
    int least = 0; ///< as narrow as that where there is no room for all columns; 0: as wide as ever
};

/// A table over any number of rows of which only what was looked at is in memory.
///
/// data() never asks for anything: it shows a placeholder and notes the page, which is fetched a moment
/// later, newest wish first; wishes the view has scrolled past are dropped. Rows appear with the first page,
/// before the count is known; the count grows when it arrives. What is shown stays on screen until the first
/// page of a changed query is there. Answers to a query that was replaced are dropped. GUI thread only.
class PagedTableModelBase : public QAbstractTableModel
{
    Q_OBJECT

public:
    static constexpr int pageSize = 200;
    static constexpr int cachedPages = 60;

    /// `source` must live at least as long as the model asks it; the model takes it as a child.
    explicit PagedTableModelBase(PageSource *source, QObject *parent = nullptr);

    [[nodiscard]] int rowCount(const QModelIndex &parent = {}) const override;
    void sort(int column, Qt::SortOrder order) override;

    /// The stable key of a column, used for sorting and for remembering widths.
    [[nodiscard]] virtual QString columnKey(int column) const = 0;
    [[nodiscard]] virtual bool isSortable(int column) const = 0;
    [[nodiscard]] virtual ColumnWish columnWish(int column) const = 0;

    [[nodiscard]] PageSource *source() const { return m_source; }
    /// Rows of the current query; only a lower bound until isCountKnown().
    [[nodiscard]] qint64 count() const { return m_count; }
    [[nodiscard]] bool isCountKnown() const { return m_countKnown; }
    /// Something that was asked for is not there yet.
    [[nodiscard]] bool isBusy() const;
    [[nodiscard]] bool isLoaded(int row) const { return m_cache.contains(row / pageSize); }
    /// The id of a loaded row.
    [[nodiscard]] std::optional<qint64> idAt(int row) const;
    /// The row of an entity among the loaded ones.
    [[nodiscard]] std::optional<int> rowOf(qint64 id) const;
    /// Calls `visit(row, id)` for each loaded row from `first` to `last`, in no particular order; cheap
    /// however long the stretch is.
    void visitLoaded(int first, int last, const std::function<void(int row, qint64 id)> &visit) const;
    /// Why the last fetch failed; cleared by the next success.
    [[nodiscard]] const std::optional<Error> &lastError() const { return m_error; }

    /// Tells what is on screen; its pages come first, and the pages beside it are fetched when idle.
    void setVisibleRows(int first, int last);

public slots:
    /// Starts over: the query changed, or a failed fetch is tried again.
    void reset();
    /// The data changed elsewhere: fetches count and visible pages anew and swaps them in at once. Calls
    /// that come while one is under way, or too soon after it, are put together into one.
    void refresh();

signals:
    void busyChanged(bool busy);
    void countChanged(qint64 count, bool known);
    /// A fetch failed; never sent for ErrorCode::Cancelled.
    void failed(const seatledger::Error &error);
    /// Before and after refreshed rows replace the old ones: views note and restore what is selected.
    void aboutToRefresh();
    void refreshed();
    /// Rows `first` to `last` are no placeholders any more.
    void rowsLoaded(int first, int last);

protected:
    /// The block a row is in, or null; notes the wish for it if it is not loaded.
    [[nodiscard]] const RowBlock *blockFor(int row) const;

private:
    static constexpr qint64 initialRefreshPauseMs = 400;

    struct Pending {
        bool reset = false; ///< otherwise a refresh
        std::optional<qint64> count;
        QSet<int> awaited;
        QHash<int, RowBlockPtr> blocks;
    };

    void begin(Pending pending);
    void takeCount(int generation, Result<qint64> count);
    void takeBlock(int generation, int page, Result<RowBlockPtr> block);
    void takePendingBlock(int page, RowBlockPtr block);
    void takeDemandedBlock(int page, RowBlockPtr block);
    void applyReset();
    void applyRefresh();
    void setCount(qint64 count, bool known);
    void fail(Error error);
    void requestPage(int page);
    void requestWanted();
    void prefetch();
    void updateBusy();
    [[nodiscard]] QSet<int> pagesToRefresh() const;
    [[nodiscard]] int rowsOf(qint64 count) const;

    PageSource *m_source;
    BlockCache m_cache{cachedPages};
    qint64 m_count = 0;
    bool m_countKnown = false;
    bool m_wasBusy = false;
    int m_generation = 0;
    int m_firstVisible = 0;
    int m_lastVisible = 0;
    std::optional<Pending> m_pending;
    std::optional<Error> m_error;
    QSet<int> m_inFlight;
    mutable QList<int> m_wanted; ///< newest last
    QTimer *m_wishTimer;
    QTimer *m_refreshTimer;
    QElapsedTimer m_refreshStarted;
    QElapsedTimer m_refreshEnded;
    qint64 m_refreshPauseMs = initialRefreshPauseMs;
};

} // namespace seatledger
