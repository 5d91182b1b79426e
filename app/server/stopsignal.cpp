// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/stopsignal.h"

#include <sys/signalfd.h>
#include <unistd.h>

#include <csignal>

namespace seatledger::server {

namespace {

int openDescriptor()
{
    sigset_t mask;
    sigemptyset(&mask);
    sigaddset(&mask, SIGTERM);
    sigaddset(&mask, SIGINT);
    pthread_sigmask(SIG_BLOCK, &mask, nullptr);
    std::signal(SIGPIPE, SIG_IGN); // a client that left is an error of writing
    return signalfd(-1, &mask, SFD_CLOEXEC | SFD_NONBLOCK);
}

} // namespace

StopSignal::StopSignal() : m_descriptor(openDescriptor()), m_notifier(m_descriptor, QSocketNotifier::Read)
{
    connect(&m_notifier, &QSocketNotifier::activated, this, [this] {
        signalfd_siginfo info{};
        if (read(m_descriptor, &info, sizeof info) == sizeof info)
            emit received();
    });
}

StopSignal::~StopSignal()
{
    close(m_descriptor);
}

} // namespace seatledger::server
