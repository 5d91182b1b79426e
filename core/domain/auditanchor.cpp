// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/auditanchor.h"

#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace seatledger {

QJsonObject AuditAnchor::toJson() const
{
    return {{u"book"_s, book},
            {u"position"_s, position},
            {u"head"_s, QString::fromLatin1(head.toHex())},
            {u"taken_at"_s, takenAt.toUTC().toString(Qt::ISODate)},
            {u"schema_version"_s, schemaVersion},
            {u"operations"_s, operations},
            {u"events"_s, events}};
}

// QJsonObject keeps its keys in order, and neither a fraction nor a letter outside of ASCII is among the
// values.
QByteArray AuditAnchor::signedBytes() const
{
    return QJsonDocument(toJson()).toJson(QJsonDocument::Compact);
}

} // namespace seatledger
