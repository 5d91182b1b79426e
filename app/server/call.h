// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/request.h"
#include "core/db/session.h"
#include "core/domain/apitoken.h"
#include "core/services/services.h"

namespace seatledger::server {

class ChangeFeed;
class LicenseFileKeys;

/// What a route works with, for as long as it runs: references. The session acts as the token's owner, in a
/// transaction that is committed when the route answers and rolled back when it has a problem.
struct Call {
    const Request &request;
    Session &session;
    const Services &services;
    const TokenOwner &caller;
    ChangeFeed &feed; ///< for who wants to be told what changes
    const LicenseFileKeys &fileKeys; ///< what licence files are signed with
};

} // namespace seatledger::server
