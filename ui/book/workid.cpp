// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/workid.h"

#include <QDateTime>
#include <QRandomGenerator>

namespace seatledger {

using namespace Qt::StringLiterals;

WorkId::WorkId() : m_id(QByteArray::number(QRandomGenerator::global()->generate(), 16).rightJustified(8, '0'))
{}

Error WorkId::addedTo(Error error) const
{
    if (error.code == ErrorCode::Cancelled)
        return error;
    error.details.insert(u"request"_s, QString::fromLatin1(m_id));
    error.details.insert(u"at"_s, QDateTime::currentDateTimeUtc().toString(Qt::ISODate));
    return error;
}

} // namespace seatledger
