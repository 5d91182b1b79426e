// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/pages.h"

#include <QCryptographicHash>
#include <QJsonDocument>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace seatledger::server {

namespace {

/// What a cursor belongs to: the list with its filters and order, wherever the page is.
QString listOf(const Request &request)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(request.path.toUtf8());
    for (const auto &[name, value] : request.query) {
        if (name != "cursor"_L1 && name != "limit"_L1)
            hash.addData('\n' + name.toUtf8() + '=' + value.toUtf8());
    }
    return QString::fromLatin1(hash.result().left(6).toHex());
}

QByteArray cursorOf(const Request &request, const PageKey &key)
{
    const QJsonArray parts{listOf(request), QJsonArray::fromVariantList(key)};
    return QJsonDocument(parts)
        .toJson(QJsonDocument::Compact)
        .toBase64(QByteArray::Base64UrlEncoding | QByteArray::OmitTrailingEquals);
}

std::optional<PageKey> keyOf(const Request &request, const QString &cursor)
{
    const auto bytes = QByteArray::fromBase64Encoding(
        cursor.toLatin1(), QByteArray::Base64UrlEncoding | QByteArray::AbortOnBase64DecodingErrors);
    const QJsonArray parts = QJsonDocument::fromJson(*bytes).array();
    if (!bytes || parts.size() != 2 || parts[0].toString() != listOf(request) || parts[1].toArray().isEmpty())
        return std::nullopt;
    for (const QJsonValue part : parts[1].toArray()) {
        if (!part.isString())
            return std::nullopt;
    }
    return parts[1].toArray().toVariantList();
}

QByteArray nextAddress(const Request &request, const QByteArray &cursor)
{
    QUrlQuery query;
    for (const auto &[name, value] : request.query) {
        if (name != "cursor"_L1)
            query.addQueryItem(name, QString::fromLatin1(QUrl::toPercentEncoding(value)));
    }
    query.addQueryItem(u"cursor"_s, QString::fromLatin1(cursor));
    return request.path.toLatin1() + '?' + query.toString(QUrl::FullyEncoded).toLatin1();
}

} // namespace

PageWish readPage(QueryFields &fields, const Request &request)
{
    PageWish wish;
    QString cursor;
    fields.read("limit", wish.limit, 1, PageWish::most);
    fields.read("cursor", cursor);
    if (cursor.isEmpty())
        return wish;
    if (auto key = keyOf(request, cursor))
        wish.after = *std::move(key);
    else
        fields.refuse("cursor", u"This is no cursor of this list with these filters and this order."_s);
    return wish;
}

Response pageResponse(const Request &request, const PageWish &wish, const QJsonArray &items,
                      const PageKey &last)
{
    const bool isLast = items.size() < wish.limit;
    const QByteArray cursor = isLast ? QByteArray() : cursorOf(request, last);
    Response response = jsonResponse(
        {{u"items"_s, items},
         {u"next_cursor"_s, isLast ? QJsonValue() : QJsonValue(QString::fromLatin1(cursor))}});
    if (!isLast)
        response.headers.add("Link", '<' + nextAddress(request, cursor) + ">; rel=\"next\"");
    return response;
}

} // namespace seatledger::server
