// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/licenses/licensedrop.h"

#include "core/domain/license.h"
#include "ui/common/draggedmembers.h"
#include "ui/common/style/tokens.h"
#include "ui/common/wording.h"

#include <QDropEvent>
#include <QRubberBand>
#include <QToolTip>
#include <QWidget>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

LicenseDrop::LicenseDrop(BookAccess access, QWidget *page, TargetAt targetAt)
    : QObject(page), m_book(access), m_page(page), m_targetAt(std::move(targetAt))
{}

bool LicenseDrop::enter(QDropEvent *event)
{
    if (!hasDraggedMembers(event->mimeData()))
        return false;
    event->setAccepted(m_book.may(Action::Assign));
    event->setDropAction(Qt::CopyAction);
    return true;
}

QString LicenseDrop::text(const Target &target, int members)
{
    if (const auto refusal = refusalOfSeats(target.state))
        return labelled(target.name, refusal->sentence());
    const QString give = tr("Give %1 to %Ln members", nullptr, members).arg(target.name);
    if (target.capacity.isUnlimited())
        return tr("%1: seats are unlimited.").arg(give);
    const qint64 free = std::max<qint64>(0, target.capacity.count() - target.promised);
    return labelled(give, tr("%Ln seats are free.", nullptr, static_cast<int>(free)));
}

void LicenseDrop::move(QDropEvent *event)
{
    const auto target = m_targetAt(event->position().toPoint());
    event->setAccepted(target && !refusalOfSeats(target->state));
    event->setDropAction(Qt::CopyAction);
    if (!target)
        return leave();
    if (!m_mark)
        m_mark = new QRubberBand(QRubberBand::Rectangle, m_page);
    m_mark->setGeometry(target->area);
    m_mark->setVisible(event->isAccepted());
    const QPoint below(
        event->position().toPoint().x(),
        std::min(target->area.bottom(), event->position().toPoint().y() + 2 * space(Space::L)));
    QToolTip::showText(m_page->mapToGlobal(below),
                       text(*target, static_cast<int>(draggedMembers(event->mimeData()).size())), m_page);
}

void LicenseDrop::drop(QDropEvent *event)
{
    const auto target = m_targetAt(event->position().toPoint());
    leave();
    if (!target || refusalOfSeats(target->state))
        return event->ignore();
    event->acceptProposedAction();
    emit dropped(target->license, draggedMembers(event->mimeData()));
}

void LicenseDrop::leave()
{
    if (m_mark)
        m_mark->hide();
    QToolTip::hideText();
}

} // namespace seatledger
