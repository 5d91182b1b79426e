// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/undoinwords.h"

#include "core/domain/refusal.h"
#include "core/services/refusalinwords.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

/// What lets seats come back, or what was bought go again; empty where nothing does.
QString adviceForUndo(RefusalReason reason)
{
    switch (reason) {
    case RefusalReason::NoSeat:
    case RefusalReason::OutsideSupply:
        return QCoreApplication::translate("services",
                                           "To undo this, add seats or take some back from others first.");
    case RefusalReason::BelowPromised:
        return QCoreApplication::translate("services",
                                           "To undo this, take seats back from their holders first.");
    case RefusalReason::LicenseDraft:
    case RefusalReason::LicenseSuspended:
        return QCoreApplication::translate("services", "To undo this, set the licence to active first.");
    case RefusalReason::LicenseRetired:
        return QCoreApplication::translate("services", "To undo this, undo that it was retired first.");
    case RefusalReason::MemberDeparted:
        return QCoreApplication::translate("services", "To undo this, undo the departure first.");
    case RefusalReason::AlreadyHolds:
        return QCoreApplication::translate("services",
                                           "To undo this, take back what was given to them since.");
    default:
        return {};
    }
}

} // namespace

Error undoInWords(Error error)
{
    error = inWords(std::move(error));
    const auto reason = fromText<RefusalReason>(error.details.value("reason"_L1).toString());
    const bool isOverlap = error.details.value("constraint"_L1).toString() == "license_assignment_overlap"_L1;
    const QString advice = isOverlap ? adviceForUndo(RefusalReason::AlreadyHolds)
                           : reason  ? adviceForUndo(*reason)
                                     : QString();
    if (advice.isEmpty())
        return error;
    error.details.remove("sqlstate"_L1); // it is in words
    error.message += u' ' + advice;
    return error;
}

} // namespace seatledger
