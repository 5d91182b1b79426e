// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/fileerror.h"

#include <QCoreApplication>
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
    case ENOTDIR:
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

QString withAdvice(ErrorCode code)
{
    switch (code) {
    case ErrorCode::Forbidden:
        return QCoreApplication::translate("Workspace", "%1: %2. Allow this account to use it, or choose "
                                                        "another folder.");
    case ErrorCode::StorageFull:
        return QCoreApplication::translate("Workspace", "%1: the disk is full (%2). Make room on it, then "
                                                        "try again.");
    default:
        return u"%1: %2"_s;
    }
}

} // namespace

Error fileError(int errnoValue, const QString &path)
{
    const ErrorCode code = codeOf(errnoValue);
    const QString reason = QString::fromLocal8Bit(std::generic_category().message(errnoValue));
    return {code, withAdvice(code).arg(path, reason), {{u"file"_s, path}}};
}

} // namespace seatledger
