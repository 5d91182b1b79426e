// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/fieldcheck.h"

#include "core/domain/period.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace seatledger;

class FieldCheckTest final : public QObject
{
    Q_OBJECT

private slots:
    void letsValuesThrough()
    {
        FieldCheck check;
        QCOMPARE(check.take("count"_L1, Result<int>(5)), 5);
        QVERIFY(!check.failed());
    }

    void collectsAllFieldsAndNamesTheFirst()
    {
        FieldCheck check;
        QVERIFY(!check.take("name"_L1, Result<int>(failure(ErrorCode::InvalidInput, u"No name."_s))));
        check.refuse(u"count"_s, u"No count."_s);
        check.refuse(u"name"_s, u"A consequence."_s);
        QVERIFY(check.failed());
        const Error error = check.error().error();
        QCOMPARE(error.code, ErrorCode::InvalidInput);
        QCOMPARE(error.message, u"No name."_s);
        QCOMPARE(error.details.value("field"_L1).toString(), u"name"_s);
        QCOMPARE(error.details.value("fields"_L1).toObject(),
                 (QJsonObject{{u"name"_s, u"No name."_s}, {u"count"_s, u"No count."_s}}));
    }

    void leavesTheNameOfTheFieldToTheValue()
    {
        FieldCheck check;
        QVERIFY(!check.takeNamed(Period::create({2026, 1, 2}, QDate(2026, 1, 1))));
        QCOMPARE(check.error().error().details.value("field"_L1).toString(), u"last_day"_s);
        FieldCheck other;
        QVERIFY(other.takeNamed(Period::create({2026, 1, 1})));
        QVERIFY(!other.failed());
    }
};

QTEST_GUILESS_MAIN(FieldCheckTest)
#include "fieldchecktest.moc"
