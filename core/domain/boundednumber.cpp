// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/boundednumber.h"

#include <QCoreApplication>

namespace seatledger {

Error numberOutOfRange(qint64 value, qint64 minimum, qint64 maximum)
{
    return {ErrorCode::InvalidInput,
            QCoreApplication::translate("domain", "%1 is out of range: enter a whole number from %2 to %3.")
                .arg(value)
                .arg(minimum)
                .arg(maximum),
            {}};
}

} // namespace seatledger
