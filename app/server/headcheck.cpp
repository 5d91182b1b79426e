// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/headcheck.h"

#include "app/server/mediatype.h"

#include <QRandomGenerator>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace seatledger::server {

namespace {

bool isPlain(char c)
{
    const bool isWord = (c >= '0' && c <= '9') || (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z');
    return isWord || c == '-' || c == '_' || c == '.';
}

bool hasBody(const Request &head)
{
    const QByteArray length = head.headers.value("Content-Length");
    return head.headers.has("Transfer-Encoding") || (!length.isNull() && length != "0");
}

} // namespace

QByteArray requestIdOf(const Request &head)
{
    const QByteArray given = head.headers.value("X-Request-Id");
    if (!given.isEmpty() && given.size() <= 48 && std::ranges::all_of(given, isPlain))
        return given;
    return QByteArray::number(QRandomGenerator::global()->generate64(), 16).rightJustified(16, '0');
}

std::optional<Problem> objectionToPlace(const Request &head, const Match &match)
{
    if (!head.method)
        return Problem(501, u"method_unknown"_s, u"No resource answers this method."_s);
    if (match.allowed.isEmpty())
        return noSuchResource();
    if (match.route || head.method == Method::Options)
        return std::nullopt;
    return Problem(405, u"method_not_allowed"_s, u"This resource does not answer that method."_s)
        .with("Allow", allowField(match.allowed));
}

std::optional<Problem> objectionToContent(const Request &head, const Route &route)
{
    if (acceptable(head.headers.value("Accept"), route.produces).isEmpty())
        return Problem(
            406, u"not_acceptable"_s,
            u"This resource is to be had as %1 only."_s.arg(QString::fromLatin1(route.produces.join(", "))));
    if (!route.takesBody() || !hasBody(head))
        return std::nullopt;
    const QByteArray type = bareMediaType(head.headers.value("Content-Type"));
    const bool isJson = type == "application/json"
                        || (route.method == Method::Patch && type == "application/merge-patch+json");
    const QByteArray encoding = head.headers.value("Content-Encoding").toLower();
    if (!isJson || (!encoding.isEmpty() && encoding != "identity"))
        return Problem(415, u"unsupported_media_type"_s, u"Send JSON, without a Content-Encoding."_s)
            .with("Accept", route.method == Method::Patch ? "application/json, application/merge-patch+json"
                                                          : "application/json");
    return std::nullopt;
}

QByteArray allowField(const QList<Method> &methods)
{
    QList<QByteArray> names;
    for (const Method method : methods)
        names.append(methodName(method));
    return names.join(", ");
}

} // namespace seatledger::server
