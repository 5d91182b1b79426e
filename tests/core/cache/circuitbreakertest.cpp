// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/circuitbreaker.h"

#include <QTest>

using namespace std::chrono_literals;

namespace seatledger {

class CircuitBreakerTest : public QObject
{
    Q_OBJECT

private slots:
    void opensAfterFailuresInARow()
    {
        fail(2);
        m_breaker.tellSuccess();
        fail(2);
        QVERIFY(m_breaker.permits());
        fail(1);
        QVERIFY(m_breaker.isOpen());
        QVERIFY(!m_breaker.permits());
    }

    void letsOneTryAfterThePause()
    {
        fail(3);
        m_now += 1s;
        QVERIFY(m_breaker.permits());
        QVERIFY(!m_breaker.permits());
        fail(1);
        m_now += 1s - 1ms;
        QVERIFY(!m_breaker.permits());
        m_now += 1ms;
        QVERIFY(m_breaker.permits());
        m_breaker.tellSuccess();
        QVERIFY(m_breaker.permits());
        QVERIFY(!m_breaker.isOpen());
    }

    void init() { m_breaker.tellSuccess(); }

private:
    void fail(int times)
    {
        for (int i = 0; i < times; ++i)
            m_breaker.tellFailure();
    }

    std::chrono::steady_clock::time_point m_now = std::chrono::steady_clock::now();
    CircuitBreaker m_breaker{{.failures = 3, .pause = 1s}, [this] { return m_now; }};
};

} // namespace seatledger

QTEST_APPLESS_MAIN(seatledger::CircuitBreakerTest)
#include "circuitbreakertest.moc"
