// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/savedviews.h"

#include <QSettings>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

const QString settingsKey = u"reports/views"_s;

} // namespace

SavedViews::SavedViews(QObject *parent) : QObject(parent)
{
    for (const QVariant &stored : QSettings().value(settingsKey).toList()) {
        const QVariantMap map = stored.toMap();
        const QString name = map.value(u"name"_s).toString();
        if (const auto view = placeFromVariant(map); view && !name.isEmpty())
            m_views.push_back({name, *view});
    }
}

std::vector<SavedView>::iterator SavedViews::placeOf(const QString &name)
{
    return std::ranges::find_if(m_views, [&](const SavedView &view) {
        return view.name.compare(name.trimmed(), Qt::CaseInsensitive) == 0;
    });
}

const SavedView *SavedViews::find(const QString &name) const
{
    const auto found = std::ranges::find_if(m_views, [&](const SavedView &view) {
        return view.name.compare(name.trimmed(), Qt::CaseInsensitive) == 0;
    });
    return found == m_views.end() ? nullptr : &*found;
}

void SavedViews::save(const QString &name, const ReportPlace &place)
{
    const QString wanted = name.trimmed();
    if (wanted.isEmpty())
        return;
    if (const auto taken = placeOf(wanted); taken != m_views.end())
        *taken = {wanted, place};
    else
        m_views.push_back({wanted, place});
    store();
}

bool SavedViews::rename(const QString &name, const QString &newName)
{
    const QString wanted = newName.trimmed();
    const auto place = placeOf(name);
    const auto taken = placeOf(wanted);
    if (wanted.isEmpty() || place == m_views.end() || (taken != m_views.end() && taken != place))
        return false;
    place->name = wanted;
    store();
    return true;
}

void SavedViews::remove(const QString &name)
{
    const auto place = placeOf(name);
    if (place == m_views.end())
        return;
    m_views.erase(place);
    store();
}

void SavedViews::store()
{
    std::ranges::sort(m_views, [](const SavedView &a, const SavedView &b) {
        return QString::localeAwareCompare(a.name.toCaseFolded(), b.name.toCaseFolded()) < 0;
    });
    QVariantList list;
    for (const SavedView &view : m_views) {
        QVariantMap map = toVariant(view.place);
        map.insert(u"name"_s, view.name);
        list.append(map);
    }
    QSettings().setValue(settingsKey, list);
    emit changed();
}

} // namespace seatledger
