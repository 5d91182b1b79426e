// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QItemSelectionModel>
#include <QList>
#include <QSet>
#include <QTimer>

namespace seatledger {

class PagedTableModelBase;

/// The selection of a paged table, by id and not by row: it stays the same entities when rows move, when they
/// are scrolled out of memory, and when the list is refreshed. Rows selected without having been loaded
/// (Shift+click, Ctrl+A) are looked up in the background; those still unknown when the list is refreshed are
/// dropped, never replaced by others.
class RowSelection final : public QItemSelectionModel
{
    Q_OBJECT

public:
    /// More rows than this are not looked up: tooMany() is true then and ids() is not all of it.
    static constexpr int limit = 100'000;

    explicit RowSelection(PagedTableModelBase *table, QObject *parent = nullptr);

    /// The selected entities as far as known, in no particular order.
    [[nodiscard]] QList<qint64> ids() const { return m_ids.values(); }
    [[nodiscard]] bool contains(qint64 id) const { return m_ids.contains(id); }
    /// How many are selected, those still looked up included.
    [[nodiscard]] qint64 count() const { return m_ids.size() + m_unknown; }
    /// Whether ids() is all of it.
    [[nodiscard]] bool isComplete() const { return m_unknown == 0; }
    [[nodiscard]] bool tooMany() const { return m_tooMany; }
    /// The one selected entity, or 0 when there is none or more than one.
    [[nodiscard]] qint64 single() const;

    /// Selects these entities; rows not loaded yet are shown as selected once they are.
    void selectIds(const QList<qint64> &ids);
    using QItemSelectionModel::select;
    void select(const QItemSelection &selection, SelectionFlags command) override;
    void reset() override;

signals:
    /// The set of entities, or what is known of it, is another now.
    void changed();

private:
    void takeChange(const QItemSelection &selected, const QItemSelection &deselected);
    void rebuild();
    void add(const QItemSelection &selected);
    void lookUpUnknown();
    void lookUp(int first, int last);
    void prepareRefresh();
    void showLoaded();
    void showRows(int first, int last);

    PagedTableModelBase *m_table;
    QTimer m_lookupTimer;
    QSet<qint64> m_ids;
    qint64 m_unknown = 0; ///< selected rows whose ids are not known yet
    qint64 m_current = 0;
    int m_generation = 0;
    bool m_tooMany = false;
    bool m_silent = false; ///< the rows are being changed to show the ids, not the other way round
};

} // namespace seatledger
