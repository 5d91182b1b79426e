// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/enums.h"
#include "core/domain/ids.h"
#include "core/domain/seats.h"
#include "ui/book/bookaccess.h"

#include <QObject>
#include <QPointer>
#include <QRect>

#include <functional>
#include <optional>

class QDropEvent;
class QRubberBand;

namespace seatledger {

/// Members dragged over a page that shows licences: marks the one below the pointer, says what would happen,
/// and says whom it is for when they are dropped. GUI thread.
class LicenseDrop final : public QObject
{
    Q_OBJECT

public:
    /// A licence that something can be dropped on.
    struct Target {
        LicenseId license;
        QString name;
        LicenseState state = LicenseState::Active;
        Seats capacity;      ///< seats there are today, overage included
        qint64 promised = 0; ///< of those, held now or promised for later
        QRect area = {};     ///< where it is, in the page
    };
    /// What is at a point of the page; none where no licence is, or it is not loaded.
    using TargetAt = std::function<std::optional<Target>(const QPoint &inPage)>;

    LicenseDrop(BookAccess access, QWidget *page, TargetAt targetAt);

    /// Whether this is its business; then it has accepted or ignored the event.
    bool enter(QDropEvent *event);
    void move(QDropEvent *event);
    void drop(QDropEvent *event);
    void leave();
    /// "Give CAD to 3 members: 5 seats are free."
    [[nodiscard]] static QString text(const Target &target, int members);

signals:
    void dropped(seatledger::LicenseId license, const QList<seatledger::MemberId> &members);

private:
    BookAccess m_book;
    QWidget *m_page;
    TargetAt m_targetAt;
    QPointer<QRubberBand> m_mark;
};

} // namespace seatledger
