// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/singleflight.h"

#include "tests/support/verify.h"

#include <QTest>

#include <atomic>
#include <latch>
#include <semaphore>
#include <thread>
#include <vector>

using namespace Qt::StringLiterals;

namespace seatledger {

class SingleFlightTest : public QObject
{
    Q_OBJECT

private slots:
    void aThousandAskersAreOneQuery()
    {
        constexpr int Askers = 1000;
        SingleFlight flights;
        std::atomic<int> queries = 0;
        std::atomic<int> answers = 0;
        std::atomic<int> askers = 0;
        {
            std::vector<std::jthread> threads;
            for (int i = 0; i < Askers; ++i) {
                threads.emplace_back([&] {
                    ++askers;
                    const auto answer = flights.run("dashboard", [&]() -> Result<QByteArray> {
                        ++queries;
                        while (askers < Askers)
                            std::this_thread::yield();
                        // all have come; that each also waits takes a moment no one can see from here
                        std::this_thread::sleep_for(std::chrono::milliseconds(100));
                        return QByteArray("42");
                    });
                    answers += answer == QByteArray("42") ? 1 : 0;
                });
            }
        }
        QCOMPARE(answers.load(), Askers);
        QCOMPARE(queries.load(), 1);
        QCOMPARE(flights.joined(), quint64(Askers - 1));
    }

    void otherQuestionsDoNotWait()
    {
        SingleFlight flights;
        const auto answer = flights.run("a",
                                        [&] { return flights.run("b", [] { return QByteArray("inner"); }); });
        QVERIFY(answer == QByteArray("inner"));
        QCOMPARE(flights.joined(), 0u);
    }

    void whoCallsOffCallsOffForNobodyElse()
    {
        SingleFlight flights;
        std::binary_semaphore hasBegun(0);
        std::latch mayEnd(1);
        Result<QByteArray> first;
        std::jthread leader([&] {
            first = flights.run("a", [&]() -> Result<QByteArray> {
                hasBegun.release();
                mayEnd.wait();
                return failure(ErrorCode::Cancelled, u"called off"_s);
            });
        });
        hasBegun.acquire();
        Result<QByteArray> second;
        std::jthread follower([&] { second = flights.run("a", [] { return QByteArray("answer"); }); });
        mayEnd.count_down();
        leader.join();
        follower.join();
        QVERIFY(!first);
        QVERIFY(second == QByteArray("answer"));
    }

    void failuresAreShared()
    {
        SingleFlight flights;
        const auto answer = flights.run(
            "a", []() -> Result<QByteArray> { return failure(ErrorCode::Offline, u"gone"_s); });
        QVERIFY(!answer);
        // and kept by nobody
        QVERIFY(flights.run("a", [] { return QByteArray("back"); }));
    }
};

} // namespace seatledger

QTEST_APPLESS_MAIN(seatledger::SingleFlightTest)
#include "singleflighttest.moc"
