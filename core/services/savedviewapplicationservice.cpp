// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/savedviewapplicationservice.h"

namespace seatledger {

Result<SavedView> SavedViewApplicationService::save(Session &session, SavedView view) const
{
    auto name = savedViewName(view.name);
    if (!name)
        return std::unexpected(std::move(name).error());
    view.name = *std::move(name);
    return m_views.save(session, view);
}

Result<void> SavedViewApplicationService::update(Session &session, SavedView view) const
{
    auto name = savedViewName(view.name);
    if (!name)
        return std::unexpected(std::move(name).error());
    view.name = *std::move(name);
    return m_views.update(session, view);
}

} // namespace seatledger
