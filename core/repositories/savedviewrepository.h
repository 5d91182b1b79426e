// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/result.h"
#include "core/domain/savedview.h"

#include <vector>

namespace seatledger {

/// Loads and saves views of lists and reports: the session's own and, to read, those that others share. They
/// are no part of the book: no operation, no audit. Stateless; in the thread of its session.
class SavedViewRepository final
{
public:
    /// Those of a page, or of all pages if it is empty; by page and name, the own first.
    [[nodiscard]] Result<std::vector<SavedView>> list(Session &session, const QString &page = {}) const;

    /// Writes it over an own one of its page and name; answers it as it is now.
    [[nodiscard]] Result<SavedView> save(Session &session, const SavedView &view) const;

    /// Another name, and whether it is shared. NotFound if there is none of one's own with its id; Conflict
    /// if the name is taken.
    [[nodiscard]] Result<void> update(Session &session, const SavedView &view) const;

    /// NotFound if there is none that the session may remove.
    [[nodiscard]] Result<void> remove(Session &session, qint64 id) const;
};

} // namespace seatledger
