// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/services/sampleapplicationservice.h"

namespace seatledger {

struct SampleWithOperators {
    SampleOutcome rows;
    qint64 operators = 0;
};

/// Fills an empty book as SampleApplicationService does, and makes operators of some of its people in the
/// same transaction and operation, one of each kind as far as there are people for them: an administrator,
/// two managers of whom one may assign and revoke, staff with costs and one who may not sign in any more, an
/// auditor. Nobody has a password. Logins are those of the whole server, so this is for a private workspace,
/// or for who says so; one that the server has already is not taken.
[[nodiscard]] Result<SampleWithOperators> fillSampleWithOperators(
    Session &session, const SampleSize &size, const std::function<void(qint64, qint64)> &progress = {});

} // namespace seatledger
