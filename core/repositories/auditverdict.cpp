// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/auditverdict.h"

#include <QtGlobal>

#include <array>

using namespace Qt::StringLiterals;

namespace seatledger {

template <>
std::span<const EnumEntry<AuditDamage>> enumEntries()
{
    using enum AuditDamage;
    static constexpr std::array entries{
        EnumEntry{LinkMissing, "link_missing"_L1, QT_TRANSLATE_NOOP("domain", "Link missing")},
        EnumEntry{LinkTwice, "link_twice"_L1, QT_TRANSLATE_NOOP("domain", "Link twice")},
        EnumEntry{StatementMissing, "statement_missing"_L1, QT_TRANSLATE_NOOP("domain", "Statement missing")},
        EnumEntry{OperationMissing, "operation_missing"_L1, QT_TRANSLATE_NOOP("domain", "Operation missing")},
        EnumEntry{Altered, "altered"_L1, QT_TRANSLATE_NOOP("domain", "Altered")},
        EnumEntry{EventsMiscounted, "events_miscounted"_L1,
                  QT_TRANSLATE_NOOP("domain", "Events missing or added")},
        EnumEntry{EventAltered, "event_altered"_L1, QT_TRANSLATE_NOOP("domain", "Event altered")},
        EnumEntry{EventsOrphaned, "events_orphaned"_L1,
                  QT_TRANSLATE_NOOP("domain", "Events without a statement")},
        EnumEntry{StatementUnlinked, "statement_unlinked"_L1,
                  QT_TRANSLATE_NOOP("domain", "Statement outside of the chain")},
        EnumEntry{OperationUnlinked, "operation_unlinked"_L1,
                  QT_TRANSLATE_NOOP("domain", "Operation outside of the chain")},
        EnumEntry{HeadMissing, "head_missing"_L1, QT_TRANSLATE_NOOP("domain", "Record of the end missing")},
        EnumEntry{HeadElsewhere, "head_elsewhere"_L1, QT_TRANSLATE_NOOP("domain", "Chain ends elsewhere")},
        EnumEntry{OtherBook, "other_book"_L1, QT_TRANSLATE_NOOP("domain", "Anchor of another book")},
        EnumEntry{TailCut, "tail_cut"_L1, QT_TRANSLATE_NOOP("domain", "End cut off")},
        EnumEntry{Rewritten, "rewritten"_L1, QT_TRANSLATE_NOOP("domain", "Chain rewritten")},
    };
    return entries;
}

} // namespace seatledger
