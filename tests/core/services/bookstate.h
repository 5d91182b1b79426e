// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QMap>
#include <QString>
#include <QTest>

namespace seatledger {

/// Every row that people keep, by table and id, as text; and the counters of each licence.
using BookState = QMap<QString, QString>;

/// Fails the test function for the first row that is not the same in both.
inline void verifySame(const BookState &expected, const BookState &found)
{
    for (const auto &[row, value] : expected.asKeyValueRange())
        QVERIFY2(found.value(row) == value,
                 qPrintable(row + QStringLiteral(" is\n") + found.value(row, QStringLiteral("gone"))
                            + QStringLiteral("\ninstead of\n") + value));
    for (const auto &[row, value] : found.asKeyValueRange())
        QVERIFY2(expected.contains(row), qPrintable(row + QStringLiteral(" is new: ") + value));
}

/// What a person writes into a row that an operation has touched, by table: an assignment for UPDATE.
inline QString meddling(const QString &table)
{
    static const QString renamed = QStringLiteral("name = name || ' (old)'");
    static const QMap<QString, QString> other = {
        {QStringLiteral("department"), renamed},
        {QStringLiteral("vendor"), renamed},
        {QStringLiteral("product"), renamed},
        {QStringLiteral("device"), renamed},
        {QStringLiteral("operator"), QStringLiteral("display_name = display_name || ' (old)'")},
        {QStringLiteral("operator_department"), QStringLiteral("ended_at = now()")},
        {QStringLiteral("api_token"), renamed},
        {QStringLiteral("activation"), QStringLiteral("released_at = now(), release_reason = 'Meddled'")},
    };
    return other.value(table, QStringLiteral("note = note || 'Somebody wrote this'"));
}

} // namespace seatledger
