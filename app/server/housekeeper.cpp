// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/housekeeper.h"

#include "app/server/requestlog.h"
#include "core/domain/enums.h"

using namespace Qt::StringLiterals;

namespace seatledger::server {

Housekeeper::Housekeeper(const ConnectionSettings &database, const Services &services,
                         std::chrono::seconds pause)
    : m_services(services), m_executor(database, {u"seatledgerd"_s, OperationSource::Job}, systemClock(), 1)
{
    m_timer.setInterval(pause);
    connect(&m_timer, &QTimer::timeout, this, &Housekeeper::keepHouse);
}

void Housekeeper::start()
{
    m_timer.start();
    keepHouse();
}

void Housekeeper::keepHouse()
{
    if (std::exchange(m_isBusy, true))
        return;
    m_executor.runThen(
        [&services = m_services](Session &session) -> Result<Shortages> {
            if (auto ready = services.tokens.prepare(session); !ready)
                return std::unexpected(std::move(ready).error());
            if (auto advanced = services.operations.advanceDue(session); !advanced)
                return std::unexpected(std::move(advanced).error());
            if (auto removed = services.idempotency.removeOld(session); !removed)
                return std::unexpected(std::move(removed).error());
            if (auto kept = services.reports.keepUp(session); !kept)
                return std::unexpected(std::move(kept).error());
            return shortages(session);
        },
        [this](const Result<Shortages> &done) {
            QMetaObject::invokeMethod(this, [this, done] { take(done); }, Qt::QueuedConnection);
        });
}

void Housekeeper::take(const Result<Shortages> &done)
{
    m_isBusy = false;
    if (done) {
        m_shortLicenses = done->licenses;
        m_shortSeats = done->seats;
    } else {
        writeLog("warning"_L1, u"what is due was not done"_s, {{u"reason"_s, done.error().message}});
    }
}

} // namespace seatledger::server
