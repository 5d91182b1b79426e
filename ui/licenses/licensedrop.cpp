// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/licenses/licensedrop.h"

#include "core/domain/license.h"
#include "ui/common/draggedmembers.h"
#include "ui/common/widgets/pagedtableview.h"

#include <QDropEvent>
#include <QRubberBand>
#include <QToolTip>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

LicenseDrop::LicenseDrop(BookAccess access, PagedTableView *view, RowAt rowAt)
    : QObject(view), m_book(access), m_view(view), m_rowAt(std::move(rowAt))
{}

bool LicenseDrop::enter(QDropEvent *event)
{
    if (!hasDraggedMembers(event->mimeData()))
        return false;
    event->setAccepted(m_book.may(Action::Assign));
    event->setDropAction(Qt::CopyAction);
    return true;
}

const LicenseRow *LicenseDrop::target(const QPoint &where) const
{
    return m_view->viewport()->rect().contains(where) ? m_rowAt(m_view->rowAt(where.y())) : nullptr;
}

QString LicenseDrop::text(const LicenseRow &license, int members)
{
    if (const auto refusal = refusalOfSeats(license.state))
        return license.name + u": "_s + refusal->sentence();
    const QString give = tr("Give %1 to %Ln members", nullptr, members).arg(license.name);
    if (license.capacity.isUnlimited())
        return tr("%1: seats are unlimited.").arg(give);
    const qint64 free = std::max<qint64>(0, license.capacity.count() - license.promised);
    return give + u": "_s + tr("%Ln seats are free.", nullptr, static_cast<int>(free));
}

void LicenseDrop::move(QDropEvent *event, const QPoint &where)
{
    const LicenseRow *license = target(where);
    event->setAccepted(license && !refusalOfSeats(license->state));
    event->setDropAction(Qt::CopyAction);
    if (!license)
        return leave();
    const QRect row(0, m_view->rowViewportPosition(m_view->rowAt(where.y())), m_view->viewport()->width(),
                    m_view->rowHeight(m_view->rowAt(where.y())));
    if (!m_mark)
        m_mark = new QRubberBand(QRubberBand::Rectangle, m_view->viewport());
    m_mark->setGeometry(row);
    m_mark->setVisible(event->isAccepted());
    QToolTip::showText(m_view->viewport()->mapToGlobal(QPoint(where.x(), row.bottom())),
                       text(*license, static_cast<int>(draggedMembers(event->mimeData()).size())), m_view);
}

void LicenseDrop::drop(QDropEvent *event, const QPoint &where)
{
    const LicenseRow *license = target(where);
    leave();
    if (!license || refusalOfSeats(license->state))
        return event->ignore();
    event->acceptProposedAction();
    emit dropped(license->id, draggedMembers(event->mimeData()));
}

void LicenseDrop::leave()
{
    if (m_mark)
        m_mark->hide();
    QToolTip::hideText();
}

} // namespace seatledger
