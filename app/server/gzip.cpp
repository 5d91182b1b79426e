// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/gzip.h"

#include <zlib.h>

#include <array>

namespace seatledger::server {

namespace {

constexpr int level = 4;            // packs nearly as well as the usual 6 in half the time
constexpr int gzipWindow = 15 + 16; // zlib's way to say gzip

} // namespace

struct GzipWriter::Stream {
    z_stream zlib{};
};

GzipWriter::GzipWriter() : m_stream(std::make_unique<Stream>())
{
    deflateInit2(&m_stream->zlib, level, Z_DEFLATED, gzipWindow, 8, Z_DEFAULT_STRATEGY);
}

GzipWriter::~GzipWriter()
{
    deflateEnd(&m_stream->zlib);
}

QByteArray GzipWriter::put(QByteArrayView bytes)
{
    return pump(bytes, Z_NO_FLUSH);
}

QByteArray GzipWriter::finish()
{
    return pump({}, Z_FINISH);
}

QByteArray GzipWriter::pump(QByteArrayView bytes, int flush)
{
    QByteArray packed;
    std::array<char, 16 * 1024> room;
    z_stream &zlib = m_stream->zlib;
    zlib.next_in = reinterpret_cast<z_const Bytef *>(const_cast<char *>(bytes.data()));
    zlib.avail_in = static_cast<uInt>(bytes.size());
    do {
        zlib.next_out = reinterpret_cast<Bytef *>(room.data());
        zlib.avail_out = static_cast<uInt>(room.size());
        deflate(&zlib, flush);
        packed.append(room.data(), static_cast<qsizetype>(room.size() - zlib.avail_out));
    } while (zlib.avail_out == 0);
    return packed;
}

QByteArray gzipped(QByteArrayView bytes)
{
    GzipWriter writer;
    QByteArray packed = writer.put(bytes);
    packed += writer.finish();
    return packed;
}

} // namespace seatledger::server
