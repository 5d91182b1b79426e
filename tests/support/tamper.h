// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace seatledger {

class TestDatabase;

/// Runs statements as somebody could who passes by all guards: the owner of everything, past triggers and
/// foreign keys. Names are those of the book's schema.
void tamper(TestDatabase &db, const QString &sql);

} // namespace seatledger
