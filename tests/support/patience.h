// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

namespace seatledger {

/// For how long a test waits for what comes from threads and the database. It goes on at once when it is
/// there: only what never comes takes this long, and a machine that is busy with other things is no failure.
constexpr int patienceMs = 30'000;

} // namespace seatledger

// Qt's own wait five seconds.
#undef QTRY_VERIFY
#undef QTRY_VERIFY2
#undef QTRY_COMPARE
#define QTRY_VERIFY(expr) QTRY_VERIFY_WITH_TIMEOUT(expr, seatledger::patienceMs)
#define QTRY_VERIFY2(expr, message) QTRY_VERIFY2_WITH_TIMEOUT(expr, message, seatledger::patienceMs)
#define QTRY_COMPARE(expr, expected) QTRY_COMPARE_WITH_TIMEOUT(expr, expected, seatledger::patienceMs)
