// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/savedview.h"
#include "ui/book/bookaccess.h"

#include <QObject>

#include <functional>
#include <vector>

namespace seatledger {

/// The views of lists and reports that the person has, and those that others share: as they were when they
/// were loaded last. Changes go to the database; what is here follows once they are made. GUI thread.
class SavedViewStore final : public QObject
{
    Q_OBJECT

public:
    /// Called with the refusal, or with nothing once it is done.
    using Done = std::function<void(const Result<void> &)>;

    explicit SavedViewStore(BookAccess access, QObject *parent = nullptr);

    [[nodiscard]] const std::vector<SavedView> &all() const { return m_views; }
    /// Those of a page, the own first.
    [[nodiscard]] std::vector<SavedView> of(const QString &page) const;
    [[nodiscard]] bool isLoaded() const { return m_isLoaded; }

    void reload();
    void save(const SavedView &view, Done done = {});
    /// Name and whether it is shared.
    void update(const SavedView &view, Done done = {});
    void remove(qint64 id, Done done = {});

signals:
    void changed();

private:
    template <typename Work>
    void change(Work work, Done done);

    BookAccess m_book;
    std::vector<SavedView> m_views;
    bool m_isLoaded = false;
};

} // namespace seatledger
