// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/ziplisting.h"

#include <QIODevice>
#include <QtEndian>

namespace seatledger {

namespace {

constexpr qsizetype endSize = 22;
constexpr qsizetype entrySize = 46;
constexpr QByteArrayView endSignature = "PK\x05\x06";
constexpr QByteArrayView entrySignature = "PK\x01\x02";

template <typename Number>
Number numberAt(QByteArrayView bytes, qsizetype from)
{
    return qFromLittleEndian<Number>(bytes.sliced(from, sizeof(Number)).data());
}

/// The archive's directory, which is its last part but for the end record.
QByteArray directoryOf(QIODevice &archive)
{
    if (archive.size() < endSize || !archive.seek(archive.size() - endSize))
        return {};
    const QByteArray end = archive.read(endSize);
    if (end.size() != endSize || !end.startsWith(endSignature))
        return {};
    const auto size = numberAt<quint32>(end, 12);
    const auto from = numberAt<quint32>(end, 16);
    if (qint64(from) + size + endSize != archive.size() || !archive.seek(from))
        return {};
    return archive.read(size);
}

} // namespace

std::optional<QHash<QByteArray, qint64>> zipListing(QIODevice &archive)
{
    const QByteArray directory = directoryOf(archive);
    QHash<QByteArray, qint64> files;
    for (QByteArrayView rest = directory; !rest.isEmpty();) {
        if (rest.size() < entrySize || !rest.startsWith(entrySignature))
            return {};
        const auto name = numberAt<quint16>(rest, 28);
        const qsizetype size = entrySize + name + numberAt<quint16>(rest, 30) + numberAt<quint16>(rest, 32);
        if (rest.size() < size)
            return {};
        files.insert(rest.sliced(entrySize, name).toByteArray(), numberAt<quint32>(rest, 24));
        rest = rest.sliced(size);
    }
    if (files.isEmpty())
        return {};
    return files;
}

} // namespace seatledger
