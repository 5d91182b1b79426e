// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QString>

namespace seatledger {

class Connection;

/// Makes an empty database in which texts have the order in which people look names up, whatever their
/// language: "Åke" beside "ake" and not after "zoe", "Licence 9" before "Licence 10", Chinese by pinyin after
/// all other scripts (Unicode collation by ICU, UTS #35 part 5). A PostgreSQL built without ICU makes it with
/// the order of its cluster.
///
/// `name` is an identifier of the program's own. Not inside a transaction; any thread.
[[nodiscard]] Result<void> createBookDatabase(Connection &server, const QString &name);

} // namespace seatledger
