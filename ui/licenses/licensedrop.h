// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/repositories/compositequeryrepository.h"
#include "ui/book/bookaccess.h"

#include <QObject>
#include <QPointer>

#include <functional>

class QDropEvent;
class QRubberBand;

namespace seatledger {

class PagedTableView;

/// Members dragged over the list of licences: marks the licence below the pointer, says what would happen,
/// and says whom it is for when they are dropped. GUI thread.
class LicenseDrop final : public QObject
{
    Q_OBJECT

public:
    /// The line of the list in a row; null while it is not loaded.
    using RowAt = std::function<const LicenseRow *(int row)>;

    LicenseDrop(BookAccess access, PagedTableView *view, RowAt rowAt);

    /// Whether this is its business; then it has accepted or ignored the event.
    bool enter(QDropEvent *event);
    /// The pointer is at `where` in the list's viewport.
    void move(QDropEvent *event, const QPoint &where);
    void drop(QDropEvent *event, const QPoint &where);
    void leave();
    /// "Give CAD to 3 members: 5 seats are free."
    [[nodiscard]] static QString text(const LicenseRow &license, int members);

signals:
    void dropped(seatledger::LicenseId license, const QList<seatledger::MemberId> &members);

private:
    [[nodiscard]] const LicenseRow *target(const QPoint &where) const;

    BookAccess m_book;
    PagedTableView *m_view;
    RowAt m_rowAt;
    QPointer<QRubberBand> m_mark;
};

} // namespace seatledger
