// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/savedviewstore.h"

#include <algorithm>

namespace seatledger {

SavedViewStore::SavedViewStore(BookAccess access, QObject *parent) : QObject(parent), m_book(access)
{
    reload();
}

std::vector<SavedView> SavedViewStore::of(const QString &page) const
{
    std::vector<SavedView> views;
    std::ranges::copy_if(m_views, std::back_inserter(views),
                         [&](const SavedView &view) { return view.page == page; });
    return views;
}

void SavedViewStore::reload()
{
    m_book.ask(
        this, [](const Services &services, Session &session) { return services.views.list(session); },
        [this](Result<std::vector<SavedView>> views) {
            if (!views)
                return; // what was there is still true, as far as anybody knows
            m_isLoaded = true;
            m_views = *std::move(views);
            emit changed();
        });
}

template <typename Work>
void SavedViewStore::change(Work work, Done done)
{
    m_book.ask(this, std::move(work), [this, done = std::move(done)](const Result<void> &answer) {
        if (done)
            done(answer);
        reload();
    });
}

void SavedViewStore::save(const SavedView &view, Done done)
{
    change(
        [view](const Services &services, Session &session) -> Result<void> {
            const auto saved = services.views.save(session, view);
            return saved ? Result<void>() : std::unexpected(saved.error());
        },
        std::move(done));
}

void SavedViewStore::update(const SavedView &view, Done done)
{
    change(
        [view](const Services &services, Session &session) { return services.views.update(session, view); },
        std::move(done));
}

void SavedViewStore::remove(qint64 id, Done done)
{
    change([id](const Services &services, Session &session) { return services.views.remove(session, id); },
           std::move(done));
}

} // namespace seatledger
