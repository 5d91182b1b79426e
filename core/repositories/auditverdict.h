// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/enumtext.h"

#include <QByteArray>
#include <QString>

#include <optional>

namespace seatledger {

/// What can be wrong with the audit.
enum class AuditDamage {
    LinkMissing,
    LinkTwice,
    StatementMissing,
    OperationMissing,
    Altered,           ///< the statement or its operation, or they are not where they were in the chain
    EventsMiscounted,
    EventAltered,
    EventsOrphaned,    ///< events of a statement that is not there
    StatementUnlinked, ///< a statement that the chain does not know
    OperationUnlinked,
    HeadMissing,
    HeadElsewhere, ///< the chain does not end where its own record says: a cut tail, or an altered record
    OtherBook, ///< the anchor is of another book
    TailCut, ///< the chain ends before the anchor
    Rewritten, ///< the chain does not lead through the anchor
};

template <>
std::span<const EnumEntry<AuditDamage>> enumEntries();

/// What `audit verify` found.
struct AuditVerdict {
    qint64 links = 0;
    qint64 events = 0;
    QByteArray head = {}; ///< the last hash, 32 bytes
    std::optional<qint64> firstBadPosition = {}; ///< the first link that cannot be believed; none is intact
    std::optional<AuditDamage> damage = {};      ///< what is wrong there
    QString problem = {};                        ///< the same in a sentence, translated; empty if intact

    [[nodiscard]] bool isIntact() const { return !firstBadPosition; }
};

} // namespace seatledger
