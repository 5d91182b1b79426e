// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/randombytes.h"

#include <QCoreApplication>

#include <sodium.h>

namespace seatledger {

Result<QByteArray> randomBytes(qsizetype count)
{
    if (sodium_init() < 0) {
        return failure(ErrorCode::Internal,
                       QCoreApplication::translate("signing", "The system gave no random numbers."));
    }
    QByteArray bytes(count, Qt::Uninitialized);
    randombytes_buf(bytes.data(), static_cast<size_t>(bytes.size()));
    return bytes;
}

} // namespace seatledger
