// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <memory>

namespace seatledger::server {

/// Packs a body as it comes. For one thread.
class GzipWriter final
{
public:
    GzipWriter();
    ~GzipWriter();
    GzipWriter(const GzipWriter &) = delete;
    GzipWriter &operator=(const GzipWriter &) = delete;

    /// What is packed by now of all that was put in; often nothing yet.
    [[nodiscard]] QByteArray put(QByteArrayView bytes);
    /// The rest.
    [[nodiscard]] QByteArray finish();

private:
    struct Stream;
    [[nodiscard]] QByteArray pump(QByteArrayView bytes, int flush);
    std::unique_ptr<Stream> m_stream;
};

[[nodiscard]] QByteArray gzipped(QByteArrayView bytes);

} // namespace seatledger::server
