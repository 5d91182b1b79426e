// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/standardinput.h"

#include <QString>

#include <poll.h>
#include <unistd.h>

#include <array>
#include <cerrno>

using namespace Qt::StringLiterals;

namespace seatledger::ctl {

Result<void> readStandardInput(const CancelToken &token,
                               const std::function<Result<void>(QByteArrayView)> &take)
{
    std::array<char, 64 * 1024> piece{};
    for (;;) {
        if (token.isCancelled())
            return failure(ErrorCode::Cancelled, {});
        pollfd input{.fd = STDIN_FILENO, .events = POLLIN, .revents = 0};
        if (poll(&input, 1, 100) == 0)
            continue;
        const ssize_t size = ::read(STDIN_FILENO, piece.data(), piece.size());
        if (size < 0 && errno == EINTR)
            continue;
        if (size < 0)
            return failure(ErrorCode::InvalidInput, u"Standard input cannot be read."_s);
        if (size == 0)
            return {};
        if (auto taken = take(QByteArrayView(piece.data(), size)); !taken)
            return taken;
    }
}

Result<QByteArray> standardInput(const CancelToken &token, qsizetype most)
{
    QByteArray all;
    auto read = readStandardInput(token, [&](QByteArrayView piece) -> Result<void> {
        all += piece;
        return all.size() > most ? failure(ErrorCode::InvalidInput, u"That is too much on standard input."_s)
                                 : Result<void>();
    });
    if (!read)
        return std::unexpected(std::move(read).error());
    return all;
}

} // namespace seatledger::ctl
