// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/bookpage.h"
#include "ui/common/widgets/headerlayout.h"
#include "ui/common/widgets/segmentedfilter.h"

#include <QScrollBar>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostSelected = 1'000; ///< more are not worth carrying along

} // namespace

QVariantMap BookPage::filterState() const
{
    return m_filter->isAtFirst() ? QVariantMap() : QVariantMap{{u"segment"_s, m_filter->current()}};
}

void BookPage::setFilterState(const QVariantMap &state)
{
    m_filter->reset();
    m_filter->setCurrent(state.value(u"segment"_s).toString());
}

QVariant BookPage::place() const
{
    QVariantMap place = filterState();
    if (!searchText().isEmpty())
        place.insert(u"search"_s, searchText());
    putDay(place);
    QVariantList selected;
    const QList<qint64> ids = m_revealed.isEmpty() ? selectedIds() : m_revealed;
    if (ids.size() <= mostSelected)
        std::ranges::transform(ids, std::back_inserter(selected), [](qint64 id) { return QVariant(id); });
    place.insert(u"selected"_s, selected);
    place.insert(u"scroll"_s, m_scrollTo > 0 ? m_scrollTo : m_view->verticalScrollBar()->value());
    return place;
}

QVariantMap BookPage::viewState() const
{
    QVariantMap state = place().toMap();
    state.remove(u"selected"_s);
    state.remove(u"scroll"_s);
    state.insert(u"columns"_s, m_view->columns()->layout().toVariant());
    return state;
}

void BookPage::openAgain(const QString &, const QVariantMap &) {}

void BookPage::showPlace(const QVariant &place)
{
    const QVariantMap wanted = place.toMap();
    widen();
    takeDayOf(wanted);
    setFilterState(wanted);
    if (wanted.contains(u"columns"_s))
        m_view->columns()->setLayout(TableLayout::fromVariant(wanted.value(u"columns"_s)));
    m_revealed.clear();
    for (const QVariant &id : wanted.value(u"selected"_s).toList())
        m_revealed += id.toLongLong();
    m_scrollTo = wanted.value(u"scroll"_s).toInt();
    changeSearch(wanted.value(u"search"_s).toString());
    if (const QVariantMap dialog = wanted.value(u"dialog"_s).toMap(); !dialog.isEmpty())
        openAgain(dialog[u"what"_s].toString(), dialog[u"arguments"_s].toMap());
}

} // namespace seatledger
