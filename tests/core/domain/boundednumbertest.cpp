// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/quantity.h"
#include "tests/support/verify.h"

#include <QTest>

#include <limits>

using namespace Qt::StringLiterals;
using namespace seatledger;

class BoundedNumberTest final : public QObject
{
    Q_OBJECT

private slots:
    void takesTheLimitsThemselves()
    {
        VERIFY_RESULT(Quantity::create(1));
        VERIFY_RESULT(Quantity::create(10'000'000));
        VERIFY_RESULT(OveragePercent::create(0));
        VERIFY_RESULT(OveragePercent::create(1000));
        QCOMPARE(Quantity::create(12)->value(), 12);
    }

    void refusesWhatIsBeyond_data()
    {
        QTest::addColumn<qint64>("value");
        QTest::newRow("zero") << qint64(0);
        QTest::newRow("negative") << qint64(-1);
        QTest::newRow("one too many") << qint64(10'000'001);
        QTest::newRow("would wrap to 1 as an int") << (qint64(1) << 32) + 1;
        QTest::newRow("least") << std::numeric_limits<qint64>::min();
    }

    void refusesWhatIsBeyond()
    {
        QFETCH(qint64, value);
        VERIFY_ERROR(Quantity::create(value), ErrorCode::InvalidInput);
    }

    void saysTheLimits()
    {
        const Result<DevicesPerSeat> result = DevicesPerSeat::create(0);
        QCOMPARE(result.error().message, u"0 is out of range: enter a whole number from 1 to 1000."_s);
    }

    void comparesByValue()
    {
        QVERIFY(Quantity::fromStored(2) > Quantity::fromStored(1));
        QVERIFY(LeaseMinutes::fromStored(30) == *LeaseMinutes::create(30));
    }
};

QTEST_GUILESS_MAIN(BoundedNumberTest)
#include "boundednumbertest.moc"
