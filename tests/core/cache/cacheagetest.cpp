// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/cacheage.h"

#include "core/cache/cachekey.h"

#include <QTest>

namespace seatledger {

class CacheAgeTest : public QObject
{
    Q_OBJECT

private slots:
    void stays()
    {
        CacheAge age;
        age.raise("member");
        const quint64 before = age.of({"license", "product"});
        age.raise("member");
        QCOMPARE(age.of({"license", "product"}), before);
    }

    void changesWithAnyOfTheTables_data()
    {
        QTest::addColumn<QByteArray>("table");
        QTest::newRow("first") << QByteArray("license");
        QTest::newRow("second") << QByteArray("product");
        QTest::newRow("everything") << QByteArray();
    }

    void changesWithAnyOfTheTables()
    {
        QFETCH(QByteArray, table);
        CacheAge age;
        age.raise("product");
        age.raise("license");
        const quint64 before = age.of({"license", "product"});
        age.raise(table);
        QVERIFY(age.of({"license", "product"}) != before);
    }

    void withoutTablesChangesWithAll()
    {
        CacheAge age;
        const quint64 before = age.of({});
        age.raise("member");
        QVERIFY(age.of({}) != before);
    }

    void keysThatDifferHaveOtherNames()
    {
        const CacheKey key{.question = "a", .scope = "bc"};
        QCOMPARE(key.name().size(), 64);
        QCOMPARE((CacheKey{.question = "a", .scope = "bc"}).name(), key.name());
        QVERIFY((CacheKey{.question = "ab", .scope = "c"}).name() != key.name());
        QVERIFY((CacheKey{.question = "a", .scope = "bd"}).name() != key.name());
    }
};

} // namespace seatledger

QTEST_APPLESS_MAIN(seatledger::CacheAgeTest)
#include "cacheagetest.moc"
