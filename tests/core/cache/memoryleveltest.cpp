// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/memorylevel.h"

#include <QTest>

using namespace std::chrono_literals;

namespace seatledger {

class MemoryLevelTest : public QObject
{
    Q_OBJECT

private slots:
    void findsWhatItKept()
    {
        MemoryLevel level(10'000);
        QVERIFY(!level.find("a", 1));
        level.keep("a", 1, "answer", 1min);
        QCOMPARE(level.find("a", 1), QByteArray("answer"));
        level.keep("a", 1, "another", 1min);
        QCOMPARE(level.find("a", 1), QByteArray("another"));
    }

    void dropsAnAnswerOfAnotherAge()
    {
        MemoryLevel level(10'000);
        level.keep("a", 1, "answer", 1min);
        QVERIFY(!level.find("a", 2));
        QCOMPARE(level.size(), 0);
    }

    void endsWithTheLifetime()
    {
        auto now = std::chrono::steady_clock::now();
        MemoryLevel level(10'000, [&now] { return now; });
        level.keep("a", 1, "answer", 10s);
        now += 10s - 1ms;
        QVERIFY(level.find("a", 1));
        now += 1ms;
        QVERIFY(!level.find("a", 1));
    }

    void dropsWhatWasUnusedLongest()
    {
        MemoryLevel level(3000);
        const QByteArray answer(500, 'x');
        for (const char *name : {"a", "b", "c", "d"})
            level.keep(name, 1, answer, 1min);
        QVERIFY(level.find("a", 1));
        level.keep("e", 1, answer, 1min);
        QVERIFY(level.find("a", 1));
        QVERIFY(!level.find("b", 1));
        QVERIFY(level.size() <= 3000);
    }

    void keepsNothingThatWouldPushOutAllOthers()
    {
        MemoryLevel level(3000);
        level.keep("small", 1, "x", 1min);
        level.keep("large", 1, QByteArray(2000, 'x'), 1min);
        QVERIFY(!level.find("large", 1));
        QVERIFY(level.find("small", 1));
    }
};

} // namespace seatledger

QTEST_APPLESS_MAIN(seatledger::MemoryLevelTest)
#include "memoryleveltest.moc"
