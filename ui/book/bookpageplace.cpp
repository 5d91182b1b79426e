// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/bookpage.h"
#include "ui/common/widgets/segmentedfilter.h"

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype mostSelected = 1'000; ///< more are not worth carrying along

} // namespace

QVariant BookPage::place() const
{
    QVariantList selected;
    const QList<qint64> ids = selectedIds();
    if (ids.size() <= mostSelected)
        std::ranges::transform(ids, std::back_inserter(selected), [](qint64 id) { return QVariant(id); });
    return QVariantMap{
        {u"search"_s, m_searchText}, {u"segment"_s, m_filter->current()}, {u"selected"_s, selected}};
}

void BookPage::showPlace(const QVariant &place)
{
    const QVariantMap map = place.toMap();
    if (map.isEmpty())
        return;
    widen();
    m_revealed.clear();
    for (const QVariant &id : map.value(u"selected"_s).toList())
        m_revealed += id.toLongLong();
    m_filter->setCurrent(map.value(u"segment"_s).toString());
    const QString text = map.value(u"search"_s).toString();
    emit searchTextChanged(text);
    search(text);
}

} // namespace seatledger
