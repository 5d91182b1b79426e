// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/seats.h"

#include <QCoreApplication>

namespace seatledger {

QString Seats::displayText() const
{
    return isUnlimited() ? QCoreApplication::translate("domain", "unlimited") : QString::number(m_count);
}

} // namespace seatledger
