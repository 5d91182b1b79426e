// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/savedviews.h"

#include "ui/common/remembered.h"
#include "ui/views/savedviewstore.h"

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

const QString settingsKey = u"reports/views"_s;
const QString page = u"reports"_s;

} // namespace

SavedViews::SavedViews(SavedViewStore &store, QObject *parent) : QObject(parent), m_store(store)
{
    connect(&store, &SavedViewStore::changed, this, &SavedViews::take);
    takeOver();
    take();
}

/// What was kept at this machine goes where the others are; only then it goes here.
void SavedViews::takeOver()
{
    const QVariantList kept = remembered::value(settingsKey).toList();
    for (const QVariant &stored : kept) {
        QVariantMap map = stored.toMap();
        const QString name = map.take(u"name"_s).toString();
        if (name.isEmpty() || !placeFromVariant(map))
            continue;
        m_store.save({.page = page, .name = name, .owner = {}, .place = QJsonObject::fromVariantMap(map)},
                     [](const Result<void> &done) {
                         if (done)
                             remembered::remove(settingsKey);
                     });
    }
}

void SavedViews::take()
{
    m_views.clear();
    for (const SavedView &view : m_store.of(page)) {
        if (const auto place = placeFromVariant(view.place.toVariantMap()))
            m_views.push_back({view.isMine ? view.name : view.name + u" · "_s + view.owner, *place, view});
    }
    emit changed();
}

const NamedReport *SavedViews::find(const QString &name) const
{
    const auto found = std::ranges::find_if(m_views, [&](const NamedReport &view) {
        return view.name.compare(name.trimmed(), Qt::CaseInsensitive) == 0;
    });
    return found == m_views.end() ? nullptr : &*found;
}

void SavedViews::save(const QString &name, const ReportPlace &place, bool isShared)
{
    if (name.trimmed().isEmpty())
        return;
    m_store.save({.page = page,
                  .name = name,
                  .owner = {},
                  .isShared = isShared,
                  .place = QJsonObject::fromVariantMap(toVariant(place))},
                 [this](const Result<void> &done) {
                     if (!done)
                         emit failed(done.error());
                 });
}

bool SavedViews::rename(const QString &name, const QString &newName)
{
    const NamedReport *view = find(name);
    const NamedReport *taken = find(newName);
    if (newName.trimmed().isEmpty() || !view || (taken && taken != view))
        return false;
    SavedView renamed = view->saved;
    renamed.name = newName.trimmed();
    m_store.update(renamed);
    return true;
}

void SavedViews::share(const QString &name, bool isShared)
{
    const NamedReport *view = find(name);
    if (!view)
        return;
    SavedView shared = view->saved;
    shared.isShared = isShared;
    m_store.update(shared);
}

void SavedViews::remove(const QString &name)
{
    if (const NamedReport *view = find(name))
        m_store.remove(view->saved.id, [this](const Result<void> &done) {
            if (!done)
                emit failed(done.error());
        });
}

} // namespace seatledger
