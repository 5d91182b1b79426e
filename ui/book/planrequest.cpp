// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/planrequest.h"

namespace seatledger {

namespace {

constexpr int delayMs = 150;

} // namespace

PlanRequest::PlanRequest(BookAccess access, QObject *parent) : QObject(parent), m_book(access)
{
    m_timer.setSingleShot(true);
    m_timer.setInterval(delayMs);
    connect(&m_timer, &QTimer::timeout, this, &PlanRequest::due);
    if (m_book.connection)
        connect(m_book.connection, &ConnectionWatch::restored, this, &PlanRequest::schedule);
}

void PlanRequest::schedule()
{
    ++m_generation;
    m_latest.cancel();
    m_timer.start();
}

} // namespace seatledger
