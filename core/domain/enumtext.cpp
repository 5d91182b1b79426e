// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/enumtext.h"

#include <QCoreApplication>

namespace seatledger {

QString translateDomain(const char *source)
{
    return QCoreApplication::translate("domain", source);
}

} // namespace seatledger
