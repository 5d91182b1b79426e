// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/sqlerror.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace seatledger;

class SqlErrorTest final : public QObject
{
    Q_OBJECT

private slots:
    void mapsStates_data()
    {
        QTest::addColumn<QByteArray>("state");
        QTest::addColumn<ErrorCode>("code");
        const std::initializer_list<std::pair<const char *, ErrorCode>> rows = {
            {"23505", ErrorCode::Conflict},     {"23P01", ErrorCode::Conflict},
            {"SL006", ErrorCode::Conflict},     {"23503", ErrorCode::InUse},
            {"23502", ErrorCode::InvalidInput}, {"22003", ErrorCode::InvalidInput},
            {"23514", ErrorCode::RuleBroken},   {"SL001", ErrorCode::RuleBroken},
            {"40001", ErrorCode::Busy},         {"40P01", ErrorCode::Busy},
            {"55P03", ErrorCode::Busy},         {"57014", ErrorCode::Cancelled},
            {"08006", ErrorCode::Offline},      {"57P01", ErrorCode::Offline},
            {"57P03", ErrorCode::Offline},      {"53300", ErrorCode::Offline},
            {"42501", ErrorCode::Forbidden},    {"28P01", ErrorCode::Forbidden},
            {"25006", ErrorCode::Offline},      {"53100", ErrorCode::StorageFull},
            {"3D000", ErrorCode::NotFound},     {"42601", ErrorCode::Internal},
            {"", ErrorCode::Internal},
        };
        for (const auto &[state, code] : rows)
            QTest::newRow(state) << QByteArray(state) << code;
    }

    void mapsStates()
    {
        QFETCH(QByteArray, state);
        QFETCH(ErrorCode, code);
        const Error error = errorFromSqlState(state, u"words"_s, {});
        QCOMPARE(error.code, code);
        QCOMPARE(error.message, u"words"_s);
        QCOMPARE(error.details.value("sqlstate"_L1).toString(), QString::fromLatin1(state));
    }

    void readsDetailsOnlyOfOurOwnStates()
    {
        const QString detail = u"{\"reason\": \"no_seat\"}"_s;
        QCOMPARE(errorFromSqlState("SL001", {}, detail).details.value("reason"_L1).toString(), u"no_seat"_s);
        const Error foreign = errorFromSqlState("23505", {}, detail);
        QVERIFY(!foreign.details.contains("reason"_L1));
        QCOMPARE(foreign.details.value("detail"_L1).toString(), detail);
    }

    void keepsADetailThatIsNoJson()
    {
        QCOMPARE(errorFromSqlState("SL001", {}, u"plain"_s).details.value("detail"_L1).toString(),
                 u"plain"_s);
    }
};

QTEST_APPLESS_MAIN(SqlErrorTest)
#include "sqlerrortest.moc"
