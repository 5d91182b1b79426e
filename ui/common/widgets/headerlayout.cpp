// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/widgets/headerlayout.h"

#include "ui/common/models/pagedtablemodelbase.h"
#include "ui/common/widgets/sortheader.h"

#include <QFontInfo>
#include <QHeaderView>
#include <QMenu>
#include <QScopedValueRollback>
#include <QTableView>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int usualPixelSize = 13; ///< of the font for which column widths are given
constexpr int narrowest = 24;
constexpr int widest = 4'000;

} // namespace

QVariant TableLayout::toVariant() const
{
    QVariantMap stored;
    if (!order.isEmpty())
        stored.insert(u"order"_s, order);
    if (!hidden.isEmpty())
        stored.insert(u"hidden"_s, hidden);
    if (!shown.isEmpty())
        stored.insert(u"shown"_s, shown);
    QVariantMap byKey;
    for (auto width = widths.cbegin(); width != widths.cend(); ++width)
        byKey.insert(width.key(), width.value());
    if (!byKey.isEmpty())
        stored.insert(u"widths"_s, byKey);
    if (!pinned.isEmpty())
        stored.insert(u"pinned"_s, pinned);
    if (!sort.column.isEmpty()) {
        stored.insert(u"sort"_s, sort.column);
        stored.insert(u"descending"_s, sort.order == Qt::DescendingOrder);
    }
    QStringList then;
    for (const SortSpec &next : sort.then)
        then.append((next.order == Qt::DescendingOrder ? u"-"_s : QString()) + next.column);
    if (!then.isEmpty())
        stored.insert(u"then"_s, then);
    return stored;
}

TableLayout TableLayout::fromVariant(const QVariant &stored)
{
    const QVariantMap map = stored.toMap();
    TableLayout layout{
        .order = map.value(u"order"_s).toStringList(),
        .hidden = map.value(u"hidden"_s).toStringList(),
        .shown = map.value(u"shown"_s).toStringList(),
        .widths = {},
        .pinned = map.value(u"pinned"_s).toStringList(),
        .sort = {map.value(u"sort"_s).toString(),
                 map.value(u"descending"_s).toBool() ? Qt::DescendingOrder : Qt::AscendingOrder,
                 {}}};
    for (const QString &next : map.value(u"then"_s).toStringList()) {
        const bool descends = next.startsWith(u'-');
        layout.sort.then.push_back(
            {descends ? next.mid(1) : next, descends ? Qt::DescendingOrder : Qt::AscendingOrder, {}});
    }
    const QVariantMap widths = map.value(u"widths"_s).toMap();
    for (auto width = widths.cbegin(); width != widths.cend(); ++width) {
        if (const int pixels = width.value().toInt(); pixels > 0)
            layout.widths.insert(width.key(), std::clamp(pixels, narrowest, widest));
    }
    return layout;
}

HeaderLayout::HeaderLayout(QTableView *view, PagedTableModelBase *table)
    : QObject(view),
      m_view(view),
      m_table(table),
      m_header(view->horizontalHeader()),
      m_firstSort(table->source()->sort())
{
    m_header->setContextMenuPolicy(Qt::CustomContextMenu);
    reset();
    m_view->setSortingEnabled(true); // not before: it would sort by whatever the header shows
    connect(m_header, &QHeaderView::sectionResized, this, &HeaderLayout::takeResize);
    connect(m_header, &QHeaderView::sortIndicatorChanged, this, [this](int column) {
        if (column >= 0 && !m_table->isSortable(column)) // the mark tells how the rows are sorted, no more
            showSort(m_table->source()->sort());
    });
    connect(m_header, &QWidget::customContextMenuRequested, this, &HeaderLayout::showMenu);
    connect(m_header, &QHeaderView::sectionMoved, this, [this] {
        if (m_arranging)
            return;
        putPinnedFirst();
        emit changed();
        emit arranged();
    });
    connect(m_table->source(), &PageSource::queryChanged, this, [this] {
        markSorts();
        if (!m_arranging)
            emit changed();
    });
    if (const auto *header = qobject_cast<SortHeader *>(m_header))
        connect(header, &SortHeader::furtherSortWanted, this, &HeaderLayout::sortFurther);
}

TableLayout HeaderLayout::layout() const
{
    TableLayout layout{
        .order = {}, .hidden = {}, .shown = {}, .widths = m_widths, .pinned = m_pinned, .sort = {}};
    bool moved = false;
    for (int visual = 0; visual < m_table->columnCount(); ++visual) {
        const int column = m_header->logicalIndex(visual);
        moved = moved || column != visual;
        layout.order += m_table->columnKey(column);
        if (m_header->isSectionHidden(column))
            layout.hidden += m_table->columnKey(column);
        else if (m_table->columnWish(column).hidden)
            layout.shown += m_table->columnKey(column);
    }
    if (!moved)
        layout.order.clear();
    if (m_table->source()->sort() != m_firstSort)
        layout.sort = m_table->source()->sort();
    return layout;
}

QStringList HeaderLayout::shown() const
{
    QStringList keys;
    for (int visual = 0; visual < m_table->columnCount(); ++visual) {
        const int column = m_header->logicalIndex(visual);
        if (!m_header->isSectionHidden(column))
            keys += m_table->columnKey(column);
    }
    return keys;
}

QStringList HeaderLayout::order() const
{
    QStringList keys;
    for (int visual = 0; visual < m_table->columnCount(); ++visual)
        keys += m_table->columnKey(m_header->logicalIndex(visual));
    return keys;
}

QString HeaderLayout::titleOf(const QString &key) const
{
    const int column = columnOf(key);
    return column < 0 ? key : m_table->headerData(column, Qt::Horizontal).toString();
}

void HeaderLayout::change(const TableLayout &layout)
{
    setLayout(layout);
    emit changed();
}

void HeaderLayout::setPinned(const QString &key, bool pinned)
{
    TableLayout layout = this->layout();
    layout.order = order();
    layout.pinned.removeAll(key);
    if (pinned)
        layout.pinned.append(key);
    change(layout);
}

/// They stay where the eye begins, in their own order.
void HeaderLayout::putPinnedFirst()
{
    const QScopedValueRollback arranging(m_arranging, true);
    QStringList wanted;
    const QStringList all = order();
    for (const bool isPinned : {true, false}) {
        for (const QString &key : all) {
            if (m_pinned.contains(key) == isPinned)
                wanted.append(key);
        }
    }
    setOrder(wanted);
}

void HeaderLayout::sortFurther(int column)
{
    if (column < 0 || !m_table->isSortable(column))
        return;
    const QString key = m_table->columnKey(column);
    SortSpec sort = m_table->source()->sort();
    const auto found = std::ranges::find(sort.then, key, &SortSpec::column);
    if (sort.column == key)
        sort.order = sort.order == Qt::AscendingOrder ? Qt::DescendingOrder : Qt::AscendingOrder;
    else if (found == sort.then.end())
        sort.then.push_back({key, Qt::AscendingOrder, {}});
    else if (found->order == Qt::AscendingOrder)
        found->order = Qt::DescendingOrder;
    else
        sort.then.erase(found);
    showSort(sort);
}

void HeaderLayout::markSorts()
{
    auto *header = qobject_cast<SortHeader *>(m_header);
    if (!header)
        return;
    const SortSpec sort = m_table->source()->sort();
    QList<SortHeader::Sort> sorts{{columnOf(sort.column), sort.order}};
    for (const SortSpec &next : sort.then)
        sorts.append({columnOf(next.column), next.order});
    header->setSorts(sorts);
    emit arranged();
}

void HeaderLayout::setLayout(const TableLayout &layout)
{
    const QScopedValueRollback arranging(m_arranging, true);
    m_widths = layout.widths;
    m_pinned.clear();
    for (const QString &key : layout.pinned) {
        if (columnOf(key) >= 0)
            m_pinned.append(key);
    }
    setOrder(layout.order);
    putPinnedFirst();
    for (int column = 0; column < m_table->columnCount(); ++column) {
        const QString key = m_table->columnKey(column);
        const bool waits = m_table->columnWish(column).hidden && !layout.shown.contains(key);
        m_header->setSectionHidden(column, waits || layout.hidden.contains(key));
    }
    if (shownColumns() == 0)
        m_header->setSectionHidden(0, false);
    const int sorted = columnOf(layout.sort.column);
    showSort(sorted >= 0 && m_table->isSortable(sorted) ? layout.sort : m_firstSort);
    fit();
}

void HeaderLayout::reset()
{
    TableLayout first;
    for (int column = 0; column < m_table->columnCount(); ++column) {
        if (m_table->columnWish(column).hidden)
            first.hidden += m_table->columnKey(column);
    }
    setLayout(first);
    emit changed();
}

void HeaderLayout::setOrder(const QStringList &order)
{
    for (int column = 0; column < m_table->columnCount(); ++column)
        m_header->moveSection(m_header->visualIndex(column), column);
    int visual = 0;
    for (const QString &key : order) {
        if (const int column = columnOf(key); column >= 0)
            m_header->moveSection(m_header->visualIndex(column), visual++);
    }
}

void HeaderLayout::showSort(const SortSpec &sort)
{
    SortSpec known = sort;
    std::erase_if(known.then, [&](const SortSpec &next) {
        const int column = columnOf(next.column);
        return column < 0 || !m_table->isSortable(column) || next.column == sort.column;
    });
    {
        const QSignalBlocker quiet(m_header); // the view would sort by this one alone
        m_header->setSortIndicator(columnOf(sort.column), sort.order);
    }
    m_table->source()->setSort(known);
    markSorts();
}

void HeaderLayout::fit()
{
    const QScopedValueRollback arranging(m_arranging, true);
    int left = m_view->viewport()->width();
    int shares = 0;
    QList<int> growing;
    QList<int> yielding;
    for (int column = 0; column < m_table->columnCount(); ++column) {
        if (m_header->isSectionHidden(column))
            continue;
        const QString key = m_table->columnKey(column);
        const int width = m_widths.value(key, wishedWidth(column));
        m_view->setColumnWidth(column, width);
        left -= width;
        if (!m_widths.contains(key))
            yielding += column;
        if (m_table->columnWish(column).growth > 0 && !m_widths.contains(key)) {
            growing += column;
            shares += m_table->columnWish(column).growth;
        }
    }
    if (left < 0)
        narrow(yielding, -left);
    for (const int column : std::as_const(growing)) {
        const int share = m_table->columnWish(column).growth;
        const int more = std::max(0, left) * share / shares;
        if (more > 0)
            m_view->setColumnWidth(column, wishedWidth(column) + more);
        left -= more;
        shares -= share;
    }
    emit arranged();
}

/// A little less of long texts, rather than the last column out of sight; unless it is out of sight anyway.
void HeaderLayout::narrow(const QList<int> &yielding, int missing)
{
    const auto spareOf = [this](int column) { return wishedWidth(column) - leastWidth(column); };
    int spare = 0;
    for (const int column : yielding)
        spare += spareOf(column);
    if (missing > spare)
        return;
    for (const int column : yielding) {
        const int own = spareOf(column);
        if (own == 0)
            continue;
        const int less = (missing * own + spare - 1) / spare;
        m_view->setColumnWidth(column, wishedWidth(column) - less);
        missing -= less;
        spare -= own;
    }
}

int HeaderLayout::leastWidth(int column) const
{
    const int least = m_table->columnWish(column).least;
    const int wished = wishedWidth(column);
    return least == 0
               ? wished
               : std::clamp(scaled(least), std::min(m_header->sectionSizeHint(column), wished), wished);
}

/// From the usual type size to the view's.
int HeaderLayout::scaled(int width) const
{
    return width * QFontInfo(m_view->font()).pixelSize() / usualPixelSize;
}

int HeaderLayout::wishedWidth(int column) const
{
    const int wished = scaled(m_table->columnWish(column).width);
    const int mark = m_table->isSortable(column)
                         ? 0
                         : m_header->style()->pixelMetric(QStyle::PM_HeaderMarkSize, nullptr, m_header);
    return std::max(wished, m_header->sectionSizeHint(column) - mark); // its heading is read whole
}

void HeaderLayout::takeResize(int section, int oldWidth, int newWidth)
{
    if (m_arranging || oldWidth == 0 || newWidth == 0) // hidden or shown, not resized
        return;
    m_widths.insert(m_table->columnKey(section), newWidth);
    emit changed();
    emit arranged();
}

void HeaderLayout::setColumnShown(int column, bool shown)
{
    {
        const QScopedValueRollback arranging(m_arranging, true);
        m_header->setSectionHidden(column, !shown);
    }
    fit();
    emit changed();
}

void HeaderLayout::addActions(QMenu *menu)
{
    for (int visual = 0; visual < m_table->columnCount(); ++visual) {
        const int column = m_header->logicalIndex(visual);
        QAction *action = menu->addAction(m_table->headerData(column, Qt::Horizontal).toString());
        const bool shown = !m_header->isSectionHidden(column);
        action->setCheckable(true);
        action->setChecked(shown);
        action->setEnabled(!shown || shownColumns() > 1);
        connect(action, &QAction::toggled, this, [this, column](bool on) { setColumnShown(column, on); });
    }
    menu->addSeparator();
    QAction *choose = menu->addAction(tr("Choose columns …"), this, &HeaderLayout::chooserRequested);
    choose->setObjectName(u"chooseColumnsAction"_s);
    QAction *first = menu->addAction(tr("Reset columns"));
    first->setObjectName(u"resetColumnsAction"_s);
    connect(first, &QAction::triggered, this, &HeaderLayout::reset);
}

/// What the mouse does in the header, for the keyboard and for those who do not know of Shift.
void HeaderLayout::addSortActions(QMenu *menu, int column)
{
    if (column < 0)
        return;
    const QString key = m_table->columnKey(column);
    if (m_table->isSortable(column)) {
        menu->addAction(tr("Sort ascending"), this, [this, key] { showSort({key, Qt::AscendingOrder, {}}); })
            ->setObjectName(u"sortAscendingAction"_s);
        menu->addAction(tr("Sort descending"), this,
                        [this, key] { showSort({key, Qt::DescendingOrder, {}}); })
            ->setObjectName(u"sortDescendingAction"_s);
        const SortSpec sort = m_table->source()->sort();
        const bool isFurther = std::ranges::find(sort.then, key, &SortSpec::column) != sort.then.end();
        if (sort.column != key)
            menu->addAction(isFurther ? tr("Sort by it the other way, or no longer")
                                      : tr("Sort by this, too"),
                            this, [this, column] { sortFurther(column); })
                ->setObjectName(u"sortFurtherAction"_s);
        menu->addSeparator();
    }
    const bool isPinned = m_pinned.contains(key);
    menu->addAction(isPinned ? tr("Pin no longer") : tr("Pin at the left"), this,
                    [this, key, isPinned] { setPinned(key, !isPinned); })
        ->setObjectName(u"pinAction"_s);
    menu->addSeparator();
}

void HeaderLayout::showMenu(const QPoint &position)
{
    auto *menu = new QMenu(m_view);
    menu->setObjectName(u"columnsMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    addSortActions(menu, m_header->logicalIndexAt(position));
    addActions(menu);
    menu->popup(m_header->mapToGlobal(position));
}

int HeaderLayout::shownColumns() const
{
    return m_header->count() - m_header->hiddenSectionCount();
}

int HeaderLayout::columnOf(const QString &key) const
{
    for (int column = 0; column < m_table->columnCount(); ++column) {
        if (m_table->columnKey(column) == key)
            return column;
    }
    return -1;
}

} // namespace seatledger
