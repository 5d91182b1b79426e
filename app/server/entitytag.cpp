// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/entitytag.h"

#include <QCryptographicHash>

using namespace Qt::StringLiterals;

namespace seatledger::server {

namespace {

constexpr QByteArrayView gzipEnd = "-gzip\"";

/// A tag as it is without gzip; those of a list are parted by commas, which ours never hold.
QByteArray plainTag(QByteArray tag)
{
    tag = tag.trimmed();
    if (tag.endsWith(gzipEnd))
        tag = tag.chopped(gzipEnd.size()) + '"';
    return tag;
}

bool names(const QByteArray &list, const QByteArray &tag)
{
    if (list.trimmed() == "*")
        return true;
    for (QByteArray entry : list.split(',')) {
        entry = plainTag(entry);
        if (entry.startsWith("W/"))
            entry = plainTag(entry.sliced(2));
        if (entry == tag)
            return true;
    }
    return false;
}

} // namespace

QByteArray entityTag(int version)
{
    return '"' + QByteArray::number(version) + '"';
}

QByteArray gzipTag(const QByteArray &tag)
{
    return tag.chopped(1) + gzipEnd.toByteArray();
}

Response versionedResponse(const QJsonObject &object, int version, int status)
{
    Response response = jsonResponse(object, status);
    response.headers.set("ETag", entityTag(version));
    return response;
}

std::expected<int, Problem> requiredVersion(const Request &request)
{
    if (!request.headers.has("If-Match"))
        return std::unexpected(Problem(428, u"precondition_required"_s,
                                       u"Name the version that you have read: send its ETag as If-Match."_s));
    const QByteArray tag = plainTag(request.headers.value("If-Match"));
    bool isNumber = false;
    const int version = tag.size() > 2 ? tag.sliced(1).chopped(1).toInt(&isNumber) : 0;
    if (!isNumber || version < 1 || tag != entityTag(version))
        return std::unexpected(
            Problem(412, u"precondition_failed"_s, u"If-Match is not the ETag of any version of this."_s));
    return version;
}

Problem withPrecondition(Error error)
{
    const bool isAboutVersion = error.details.contains("current_version"_L1);
    Problem problem(std::move(error));
    if (isAboutVersion) {
        problem.status = 412;
        problem.stableCode = u"version_conflict"_s;
    }
    return problem;
}

void applyIfNoneMatch(const Request &request, Response &response)
{
    const bool isReading = request.method == Method::Get || request.method == Method::Head;
    if (!isReading || response.status != 200 || response.pipe)
        return;
    if (!response.headers.has("ETag"))
        response.headers.set(
            "ETag", '"' + QCryptographicHash::hash(response.body, QCryptographicHash::Sha1).toHex() + '"');
    const QByteArray known = request.headers.value("If-None-Match");
    if (known.isNull() || !names(known, response.headers.value("ETag")))
        return;
    response.status = 304;
    response.body.clear();
}

} // namespace seatledger::server
