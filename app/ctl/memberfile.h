// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/openbook.h"

#include <QList>

#include <string>

namespace seatledger::ctl {

/// The members that a CSV file or a plain list names, each once, in its order; `-` is standard input. They
/// are named by number, e-mail address or id in the first column, or in the one under the heading `number`,
/// `email`, `member_number` or `member_email`. InvalidInput or NotFound say which file and, with `row` (the
/// line) and `column` (from 1) in the details, where.
[[nodiscard]] Result<QList<MemberId>> membersInFile(const OpenBook &book, const std::string &path);

} // namespace seatledger::ctl
