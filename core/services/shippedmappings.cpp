// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/shippedmappings.h"

#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

std::vector<ShippedMapping> readAll()
{
    std::vector<ShippedMapping> all;
    QFile file(u":/mappings/mappings.json"_s);
    if (!file.open(QIODevice::ReadOnly))
        return all;
    for (const QJsonValue &entry : QJsonDocument::fromJson(file.readAll()).array()) {
        ShippedMapping shipped{importMappingFromJson(entry.toObject()), {}};
        shipped.mapping.name = entry["name"_L1].toString();
        shipped.mapping.kind = fromText<ImportKind>(entry["kind"_L1].toString())
                                   .value_or(ImportKind::Members);
        shipped.mapping.isShipped = true;
        for (const QJsonValue &heading : entry["needs"_L1].toArray())
            shipped.needs.append(heading.toString());
        all.push_back(std::move(shipped));
    }
    return all;
}

} // namespace

const std::vector<ShippedMapping> &shippedMappings()
{
    static const std::vector<ShippedMapping> all = readAll();
    return all;
}

} // namespace seatledger
