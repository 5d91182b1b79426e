// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/bookday.h"

#include "ui/common/asyncresult.h"

#include <QLoggingCategory>

namespace seatledger {

Q_LOGGING_CATEGORY(lcBookDay, "seatledger.bookday")

namespace {

constexpr int minuteMs = 60'000;

} // namespace

BookDay::BookDay(Executor &executor, const Services &services, QObject *parent)
    : QObject(parent), m_executor(executor), m_services(services)
{
    m_minute.setInterval(minuteMs);
    connect(&m_minute, &QTimer::timeout, this, &BookDay::refresh);
}

void BookDay::start()
{
    refresh();
    m_minute.start();
}

void BookDay::refresh()
{
    const auto work = [services = &m_services](Session &session) -> Result<QDate> {
        if (const auto advanced = services->operations.advanceDue(session); !advanced)
            return std::unexpected(advanced.error());
        return services->operations.today(session);
    };
    whenDone(m_executor.run(work), this, [this](const Result<QDate> &today) { take(today); });
    keepUp();
}

void BookDay::keepUp()
{
    constexpr qint64 licensesAtOnce = 5'000;
    const auto work = [services = &m_services](Session &session) {
        return services->reports.keepUp(session, licensesAtOnce);
    };
    whenDone(m_executor.run(work), this, [this](const Result<qint64> &counted) {
        if (counted && *counted >= licensesAtOnce)
            return keepUp(); // an import leaves many, and reports are slow as long as they are marked
        if (!counted && counted.error().code != ErrorCode::Cancelled)
            qCWarning(lcBookDay) << "What reports keep was not counted:" << counted.error().message;
    });
}

void BookDay::take(const Result<QDate> &today)
{
    if (!today) {
        if (today.error().code != ErrorCode::Cancelled)
            qCWarning(lcBookDay) << "What is due was not booked:" << today.error().message;
        return;
    }
    if (m_today == *today)
        return;
    m_today = *today;
    emit changed(m_today);
}

} // namespace seatledger
