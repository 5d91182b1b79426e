// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/fileerror.h"

#include <QJsonObject>

#include <cerrno>
#include <system_error>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

ErrorCode codeOf(int errnoValue)
{
    switch (errnoValue) {
    case EACCES:
    case EPERM:
    case EROFS:
    case ELOOP:
        return ErrorCode::Forbidden;
    case ENOSPC:
    case EDQUOT:
        return ErrorCode::StorageFull;
    case ENOENT:
        return ErrorCode::NotFound;
    default:
        return ErrorCode::Internal;
    }
}

} // namespace

Error fileError(int errnoValue, const QString &path)
{
    const QString reason = QString::fromLocal8Bit(std::generic_category().message(errnoValue));
    return {codeOf(errnoValue), path + u": "_s + reason, {{u"file"_s, path}}};
}

} // namespace seatledger
