// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/result.h"
#include "core/domain/savedview.h"
#include "core/repositories/savedviewrepository.h"

#include <vector>

namespace seatledger {

/// Keeps how people look at lists and reports. Everybody keeps their own and may share them with all who use
/// the book; administrators may remove what others share. Stateless apart from its repository; use it in the
/// thread of the session.
class SavedViewApplicationService final
{
public:
    explicit SavedViewApplicationService(const SavedViewRepository &views) : m_views(views) {}

    /// The own, and those that others share; see SavedViewRepository::list().
    [[nodiscard]] Result<std::vector<SavedView>> list(Session &session, const QString &page = {}) const
    {
        return m_views.list(session, page);
    }

    /// Writes it over an own one of its page and name. InvalidInput for a name that cannot be.
    [[nodiscard]] Result<SavedView> save(Session &session, SavedView view) const;

    /// Renames it, and shares it or ends that. InvalidInput; NotFound for one that is not one's own; Conflict
    /// for a name that is taken.
    [[nodiscard]] Result<void> update(Session &session, SavedView view) const;

    [[nodiscard]] Result<void> remove(Session &session, qint64 id) const
    {
        return m_views.remove(session, id);
    }

private:
    const SavedViewRepository &m_views;
};

} // namespace seatledger
