// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/gzip.h"
#include "app/server/http/bodypipe.h"

#include <QIODevice>

#include <functional>
#include <memory>
#include <optional>

namespace seatledger::server {

/// What a body is written to while it is made: gathers some, packs it if asked to, and puts it into a pipe.
/// Begins with `start`, called before the first piece goes out: until then there still can be another answer.
/// For one thread.
class StreamDevice final : public QIODevice
{
    Q_OBJECT

public:
    StreamDevice(std::shared_ptr<BodyPipe> pipe, bool packs, std::function<void()> start);

    [[nodiscard]] bool isSequential() const override { return true; }
    [[nodiscard]] bool hasStarted() const { return m_hasStarted; }

    /// Sends the rest and ends the pipe.
    [[nodiscard]] Result<void> complete();

protected:
    qint64 readData(char *data, qint64 size) override;
    qint64 writeData(const char *data, qint64 size) override;

private:
    [[nodiscard]] Result<void> flush();

    std::shared_ptr<BodyPipe> m_pipe;
    std::optional<GzipWriter> m_gzip;
    std::function<void()> m_start;
    QByteArray m_gathered;
    bool m_hasStarted = false;
};

} // namespace seatledger::server
