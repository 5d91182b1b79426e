// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/request.h"

#include <algorithm>
#include <array>

namespace seatledger::server {

namespace {

struct MethodEntry {
    Method method;
    QByteArrayView name;
};

constexpr std::array methods{
    MethodEntry{Method::Get, "GET"},         MethodEntry{Method::Head, "HEAD"},
    MethodEntry{Method::Post, "POST"},       MethodEntry{Method::Put, "PUT"},
    MethodEntry{Method::Patch, "PATCH"},     MethodEntry{Method::Delete, "DELETE"},
    MethodEntry{Method::Options, "OPTIONS"},
};

bool isHexDigit(char c)
{
    return (c >= '0' && c <= '9') || (c >= 'a' && c <= 'f') || (c >= 'A' && c <= 'F');
}

bool hasBrokenEscape(QByteArrayView text)
{
    for (qsizetype i = text.indexOf('%'); i >= 0; i = text.indexOf('%', i + 1)) {
        if (i + 2 >= text.size() || !isHexDigit(text[i + 1]) || !isHexDigit(text[i + 2]))
            return true;
    }
    return false;
}

/// None for what stands for no text.
std::optional<QString> decoded(QByteArrayView raw, bool plusIsBlank)
{
    if (hasBrokenEscape(raw))
        return std::nullopt;
    QByteArray bytes = raw.toByteArray();
    if (plusIsBlank)
        bytes.replace('+', ' ');
    bytes = QByteArray::fromPercentEncoding(bytes);
    if (bytes.contains('\0') || !bytes.isValidUtf8())
        return std::nullopt;
    return QString::fromUtf8(bytes);
}

std::optional<QStringList> readPath(QByteArrayView raw)
{
    QStringList segments;
    for (const QByteArray &part : raw.sliced(1).toByteArray().split('/')) {
        const auto segment = decoded(part, false);
        if (!segment)
            return std::nullopt;
        segments.append(*segment);
    }
    return segments;
}

std::optional<QList<QPair<QString, QString>>> readQuery(QByteArrayView raw)
{
    QList<QPair<QString, QString>> query;
    for (const QByteArray &part : raw.toByteArray().split('&')) {
        if (part.isEmpty())
            continue;
        const qsizetype equals = part.indexOf('=');
        const auto name = decoded(part.left(equals < 0 ? part.size() : equals), true);
        const auto value = decoded(equals < 0 ? QByteArray() : part.mid(equals + 1), true);
        if (!name || !value)
            return std::nullopt;
        query.append({*name, *value});
    }
    return query;
}

} // namespace

QByteArray methodName(Method method)
{
    const auto *const entry = std::ranges::find(methods, method, &MethodEntry::method);
    return entry->name.toByteArray();
}

std::optional<Method> methodNamed(QByteArrayView name)
{
    for (const MethodEntry &entry : methods) {
        if (entry.name == name)
            return entry.method;
    }
    return std::nullopt;
}

std::optional<QString> Request::parameter(QStringView name) const
{
    for (const auto &[key, value] : query) {
        if (key == name)
            return value;
    }
    return std::nullopt;
}

bool readTarget(Request &request, QByteArrayView target)
{
    if (!target.startsWith('/'))
        return false;
    const qsizetype mark = target.indexOf('?');
    const auto segments = readPath(target.first(mark < 0 ? target.size() : mark));
    const auto query = readQuery(mark < 0 ? QByteArrayView() : target.sliced(mark + 1));
    if (!segments || !query)
        return false;
    request.segments = *segments;
    request.path = u'/' + segments->join(u'/');
    request.query = *query;
    return true;
}

} // namespace seatledger::server
