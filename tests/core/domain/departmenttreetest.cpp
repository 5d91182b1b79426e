// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/departmenttree.h"

#include "tests/core/domain/bookvalues.h"

#include <QTest>

using namespace seatledger;
using namespace seatledger::testing;

namespace {

Department department(qint64 number, std::optional<qint64> parent = std::nullopt)
{
    const DepartmentFields fields{.name = Name::fromStored(QString::number(number)),
                                  .parent = parent ? DepartmentId::fromValue(*parent) : std::nullopt};
    return {fields, id<DepartmentId>(number)};
}

} // namespace

class DepartmentTreeTest final : public QObject
{
    Q_OBJECT

private slots:
    void knowsWhatIsBelow()
    {
        const DepartmentTree tree(
            std::vector{department(1), department(2, 1), department(3, 2), department(4)});
        QVERIFY(tree.isWithin(id<DepartmentId>(3), id<DepartmentId>(1)));
        QVERIFY(tree.isWithin(id<DepartmentId>(3), id<DepartmentId>(3)));
        QVERIFY(!tree.isWithin(id<DepartmentId>(1), id<DepartmentId>(3)));
        QVERIFY(!tree.isWithin(id<DepartmentId>(4), id<DepartmentId>(1)));
        QCOMPARE(tree.path(id<DepartmentId>(3)),
                 (std::vector{id<DepartmentId>(1), id<DepartmentId>(2), id<DepartmentId>(3)}));
    }

    void knowsWhatWouldCloseARing()
    {
        const DepartmentTree tree(std::vector{department(1), department(2, 1), department(3, 2)});
        QVERIFY(tree.wouldClose(id<DepartmentId>(1), id<DepartmentId>(3)));
        QVERIFY(tree.wouldClose(id<DepartmentId>(1), id<DepartmentId>(1)));
        QVERIFY(!tree.wouldClose(id<DepartmentId>(3), id<DepartmentId>(1)));
    }

    void strangersAreBelowThemselvesOnly()
    {
        const DepartmentTree nothing;
        QVERIFY(nothing.isWithin(id<DepartmentId>(8), id<DepartmentId>(8)));
        QVERIFY(!nothing.isWithin(id<DepartmentId>(8), id<DepartmentId>(1)));
    }

    void aRingComesToAnEnd()
    {
        const DepartmentTree ring(std::vector{department(1, 2), department(2, 1)});
        QVERIFY(ring.isWithin(id<DepartmentId>(1), id<DepartmentId>(2)));
        QVERIFY(!ring.isWithin(id<DepartmentId>(1), id<DepartmentId>(3)));
    }
};

QTEST_GUILESS_MAIN(DepartmentTreeTest)
#include "departmenttreetest.moc"
