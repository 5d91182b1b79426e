// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/openbook.h"

#include <string>
#include <vector>

namespace seatledger::ctl {

/// What was typed behind `import members` and the like.
struct ImportArguments {
    ImportKind kind = ImportKind::Members;
    std::string file = {};
    std::vector<std::string> map = {};
    std::vector<std::string> set = {};
    std::string mapping = {};
    std::string saveMapping = {};
    std::string encoding = {};
    std::string delimiter = {};
    bool noHeadings = false;
    std::string dates = {};
    std::string decimals = {};
    std::string existing = {};
    bool leaveOutProblems = false;
    bool createMissing = false;
    bool dryRun = false;
    std::string errors = {};
};

/// The request for the file at `path`. InvalidInput, saying what to add, for what is typed wrong, and for
/// columns of which it is not clear what they are or how their days and numbers are to be read.
[[nodiscard]] Result<ImportRequest> importRequest(const OpenBook &book, const ImportArguments &arguments,
                                                  const QString &path);

} // namespace seatledger::ctl
