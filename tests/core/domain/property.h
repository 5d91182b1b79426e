// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTest>

#include <rapidcheck.h>

/// Fails the test function unless the property holds for everything rapidcheck comes up with. The failing
/// case, shrunk, and the seed that repeats it are printed.
#define VERIFY_PROPERTY(description, ...)                                                                    \
    do {                                                                                                     \
        if (!rc::check(description, __VA_ARGS__))                                                            \
            QFAIL(description);                                                                              \
    } while (false)
