// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/ids.h"

#include <QSet>
#include <QTest>

#include <unordered_set>

using namespace seatledger;

static_assert(!std::is_convertible_v<MemberId, LicenseId>);
static_assert(!std::is_constructible_v<MemberId, LicenseId>);
static_assert(!std::is_default_constructible_v<MemberId>);

class IdsTest final : public QObject
{
    Q_OBJECT

private slots:
    void onlyPositiveNumbersAreIds()
    {
        QVERIFY(!MemberId::fromValue(0));
        QVERIFY(!MemberId::fromValue(-1));
        QCOMPARE(MemberId::fromValue(7)->value(), 7);
    }

    void compareAndHashByValue()
    {
        const LicenseId one = *LicenseId::fromValue(1);
        const LicenseId two = *LicenseId::fromValue(2);
        QVERIFY(one < two);
        QVERIFY(one == *LicenseId::fromValue(1));
        QCOMPARE(QSet<LicenseId>({one, two, one}).size(), 2);
        QCOMPARE(std::unordered_set<LicenseId>({one, two, one}).size(), 2U);
    }
};

QTEST_GUILESS_MAIN(IdsTest)
#include "idstest.moc"
