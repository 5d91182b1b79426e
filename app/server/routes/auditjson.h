// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/repositories/auditrepository.h"

#include <QJsonObject>

namespace seatledger::server {

/// One change of one row; `id` says where it is in the audit: `<statement>-<ordinal>`.
[[nodiscard]] QJsonObject toJson(const AuditEntry &entry);

} // namespace seatledger::server
