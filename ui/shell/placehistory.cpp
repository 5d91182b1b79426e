// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/placehistory.h"

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

/// What makes it another place: not what is selected there, nor how far it was scrolled.
QVariant subjectOf(const QVariant &place)
{
    if (place.typeId() != QMetaType::QVariantMap)
        return place;
    QVariantMap map = place.toMap();
    map.remove(u"selected"_s);
    map.remove(u"scroll"_s);
    return map;
}

} // namespace

void PlaceHistory::visit(const VisitedPlace &place)
{
    if (m_at >= 0) {
        VisitedPlace &here = m_places[static_cast<std::size_t>(m_at)];
        if (here.page == place.page && subjectOf(here.place) == subjectOf(place.place)) {
            here = place;
            return;
        }
    }
    m_places.resize(static_cast<std::size_t>(m_at + 1));
    m_places.push_back(place);
    if (m_places.size() > longest)
        m_places.erase(m_places.begin());
    m_at = static_cast<std::ptrdiff_t>(m_places.size()) - 1;
}

} // namespace seatledger
