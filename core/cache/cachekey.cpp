// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/cachekey.h"

#include <QCryptographicHash>

namespace seatledger {

QByteArray CacheKey::name() const
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    for (const QByteArray &part : {question, scope}) {
        hash.addData(QByteArray::number(part.size()) + ':');
        hash.addData(part);
    }
    return hash.result().toHex();
}

} // namespace seatledger
