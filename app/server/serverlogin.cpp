// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/serverlogin.h"

namespace seatledger::server {

Result<void> prepareConnection(Session &session, const Services &services)
{
    thread_local int preparedProcess = 0; // a worker is a thread with one connection
    const int process = session.connection().backendPid();
    if (preparedProcess == process)
        return {};
    auto ready = services.tokens.prepare(session);
    if (ready)
        preparedProcess = process;
    return ready;
}

} // namespace seatledger::server
