// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QByteArray>
#include <QJsonDocument>
#include <QTest>

namespace seatledger {

/// An error as a line in a test's log: code, message and details.
inline QByteArray describe(const Error &error)
{
    return errorCodeName(error.code).toUtf8() + ": " + error.message.toUtf8() + ' '
           + QJsonDocument(error.details).toJson(QJsonDocument::Compact);
}

} // namespace seatledger

/// Fails the test function with the error when `result` is one. Takes an expression, evaluated once.
#define VERIFY_RESULT(...)                                                                                   \
    do {                                                                                                     \
        if (const auto &verifiedResult = (__VA_ARGS__); !verifiedResult.has_value())                         \
            QFAIL(seatledger::describe(verifiedResult.error()).constData());                                 \
    } while (false)

/// Fails the test function unless `result` is an error with this code.
#define VERIFY_ERROR(result, expectedCode)                                                                   \
    do {                                                                                                     \
        const auto &verifiedResult = (result);                                                               \
        QVERIFY2(!verifiedResult.has_value(), "an error was expected");                                      \
        QVERIFY2(verifiedResult.error().code == (expectedCode),                                              \
                 seatledger::describe(verifiedResult.error()).constData());                                  \
    } while (false)
