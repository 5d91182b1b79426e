// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QJsonObject>

namespace seatledger::server {

/// The description of the API, OpenAPI 3.1: `resources/openapi/base.json` and the file of each resource
/// beside it
/// (`tag`, `paths`, `schemas`). What the conventions add to every operation (problems, quotas) is put in
/// here, so that it is written once.
[[nodiscard]] QJsonObject apiDescription();

} // namespace seatledger::server
