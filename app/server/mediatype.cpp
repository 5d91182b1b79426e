// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/mediatype.h"

namespace seatledger::server {

namespace {

/// One entry of a list such as `text/html;level=1;q=0.4`.
struct Wish {
    QByteArray range;
    double quality = 1;
};

Wish wishOf(const QByteArray &entry)
{
    const QList<QByteArray> parts = entry.split(';');
    Wish wish{.range = parts.first().trimmed().toLower()};
    for (qsizetype i = 1; i < parts.size(); ++i) {
        const QByteArray part = parts[i].trimmed().toLower();
        if (!part.startsWith("q="))
            continue;
        bool isNumber = false;
        const double quality = part.sliced(2).toDouble(&isNumber);
        wish.quality = isNumber && quality >= 0 && quality <= 1 ? quality : 0;
    }
    return wish;
}

/// 3: the type itself, 2: its family, 1: anything, 0: not meant.
int closeness(const QByteArray &range, const QByteArray &type)
{
    if (range == type)
        return 3;
    if (range.endsWith("/*") && range != "*/*" && type.startsWith(range.chopped(1)))
        return 2;
    return range == "*/*" || range == "*" ? 1 : 0;
}

/// The closest range decides, as HTTP says.
double qualityOf(const QList<QByteArray> &entries, const QByteArray &type)
{
    double quality = 0;
    int best = 0;
    for (const QByteArray &entry : entries) {
        const Wish wish = wishOf(entry);
        const int close = closeness(wish.range, type);
        if (close > best) {
            best = close;
            quality = wish.quality;
        }
    }
    return quality;
}

} // namespace

QByteArray acceptable(const QByteArray &accept, const QList<QByteArray> &offered)
{
    if (accept.trimmed().isEmpty())
        return offered.first();
    QByteArray best;
    double bestQuality = 0;
    for (const QByteArray &type : offered) {
        const double quality = qualityOf(accept.split(','), type);
        if (quality > bestQuality) {
            bestQuality = quality;
            best = type;
        }
    }
    return best;
}

bool acceptsGzip(const QByteArray &acceptEncoding)
{
    return !acceptEncoding.isEmpty() && qualityOf(acceptEncoding.split(','), "gzip") > 0;
}

QByteArray bareMediaType(const QByteArray &contentType)
{
    return contentType.split(';').first().trimmed().toLower();
}

} // namespace seatledger::server
