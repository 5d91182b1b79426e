// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/output.h"
#include "core/db/session.h"
#include "core/services/services.h"

namespace seatledger::ctl {

/// What a command on the book works with, for as long as it runs: references; copy it freely.
struct OpenBook {
    Session &session;
    const Services &services;
    const Output &output;
};

} // namespace seatledger::ctl
