// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/importmappingrepository.h"

using namespace Qt::StringLiterals;

namespace seatledger {

Result<std::vector<ImportMapping>> ImportMappingRepository::list(Session &, ImportKind) const
{
    return std::vector<ImportMapping>();
}

Result<void> ImportMappingRepository::save(Session &, const ImportMapping &) const
{
    return failure(ErrorCode::Internal, u"not yet"_s);
}

Result<void> ImportMappingRepository::remove(Session &, ImportKind, const QString &) const
{
    return failure(ErrorCode::Internal, u"not yet"_s);
}

} // namespace seatledger
