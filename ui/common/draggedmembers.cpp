// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/draggedmembers.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QMimeData>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

const QString format = u"application/x-seatledger-members"_s;

} // namespace

QMimeData *makeDraggedMembers(const QList<MemberId> &members, const QString &text)
{
    QJsonArray ids;
    for (const MemberId member : members)
        ids.append(member.value());
    auto *data = new QMimeData;
    data->setData(format, QJsonDocument(ids).toJson(QJsonDocument::Compact));
    data->setText(text);
    return data;
}

bool hasDraggedMembers(const QMimeData *data)
{
    return data->hasFormat(format);
}

QList<MemberId> draggedMembers(const QMimeData *data)
{
    QList<MemberId> members;
    for (const QJsonValue &value : QJsonDocument::fromJson(data->data(format)).array()) {
        if (const auto id = MemberId::fromValue(value.toInteger()))
            members.append(*id);
    }
    return members;
}

} // namespace seatledger
