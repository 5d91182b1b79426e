// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/copy.h"

#include <QByteArray>
#include <QByteArrayView>
#include <QString>

#include <span>

namespace seatledger {

/// One link of the chain with what it covers, as streamed by auditLinksQuery(). A view: it lives no longer
/// than the row.
class AuditLink final
{
public:
    explicit AuditLink(std::span<const CopyField> fields) : m_fields(fields) {}

    [[nodiscard]] qint64 position() const;
    [[nodiscard]] qint64 statement() const;
    [[nodiscard]] bool hasStatement() const;
    [[nodiscard]] bool hasOperation() const;
    [[nodiscard]] qint64 operation() const;
    [[nodiscard]] QByteArray hash() const; ///< as stored
    [[nodiscard]] qint64 eventCount() const;       ///< as booked
    [[nodiscard]] QByteArray eventsDigest() const; ///< as booked

    /// Appends what the hash covers beside the hash before: the text of the JSON array that
    /// audit_link_hash() builds, made anew from the columns, as PostgreSQL spells it.
    void appendContent(QByteArray &text) const;

private:
    std::span<const CopyField> m_fields;
};

/// All links in the order of the chain, with their statements and operations, whether these are there or not.
[[nodiscard]] QString auditLinksQuery();

/// The links of the statements with ids below `$1`, each row with one of its events behind: ordinal, entity,
/// entity_id, license_id, member_id, old, new; all null for a link without events.
[[nodiscard]] QString auditArchiveQuery();

} // namespace seatledger
