// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/error.h"

#include "core/domain/result.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace seatledger;

class ErrorTest final : public QObject
{
    Q_OBJECT

private slots:
    void everyCodeHasItsOwnName()
    {
        QSet<QString> names;
        constexpr int codeCount = int(ErrorCode::Internal) + 1;
        for (int code = 0; code < codeCount; ++code)
            names.insert(errorCodeName(ErrorCode(code)));
        QCOMPARE(names.size(), codeCount);
        QCOMPARE(errorCodeName(ErrorCode::RuleBroken), u"rule_broken"_s);
        QCOMPARE(errorCodeName(ErrorCode::VersionMismatch), u"version_mismatch"_s);
    }

    void aFailureCarriesItsFacts()
    {
        const Result<int> result = failure(ErrorCode::InUse, u"It is in use."_s, {{u"rows"_s, 3}});
        QVERIFY(!result);
        QCOMPARE(result.error().code, ErrorCode::InUse);
        QCOMPARE(result.error().message, u"It is in use."_s);
        QCOMPARE(result.error().details.value("rows"_L1).toInt(), 3);
    }
};

QTEST_GUILESS_MAIN(ErrorTest)
#include "errortest.moc"
