// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/auditlink.h"

#include <array>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

enum class Written { Bare, Quoted };

enum Field : std::size_t { Position, Statement, Hash, FirstCovered };

/// How the covered columns are written, in the order of auditLinksQuery() behind the first two.
constexpr std::array covered{
    Written::Bare,   // statement
    Written::Bare,   // at
    Written::Quoted, // entity
    Written::Quoted, // action
    Written::Bare,   // event_count
    Written::Quoted, // events_digest
    Written::Bare,   // operation
    Written::Quoted, // kind
    Written::Quoted, // summary
    Written::Quoted, // reason
    Written::Quoted, // actor
    Written::Quoted, // login
    Written::Quoted, // source
    Written::Bare,   // started_at
    Written::Bare,   // undoes_id
    Written::Quoted, // address
};
constexpr std::size_t statementColumn = FirstCovered;
constexpr std::size_t countColumn = FirstCovered + 4;
constexpr std::size_t digestColumn = FirstCovered + 5;
constexpr std::size_t operationColumn = FirstCovered + 6;
constexpr std::size_t addressColumn = FirstCovered + covered.size() - 1;

const QString columns =
    u"k.position, k.statement_id, encode(k.hash, 'hex'), "
    "s.id, extract(epoch FROM s.at), s.entity, s.action, s.event_count, encode(s.events_digest, 'hex'), "
    "o.id, o.kind, o.summary, o.reason, o.actor, o.login, o.source, extract(epoch FROM o.started_at), "
    "o.undoes_id, host(o.address)"_s;
const QString covers = u"LEFT JOIN seatledger.audit_statement s ON s.id = k.statement_id "
                       "LEFT JOIN seatledger.operation o ON o.id = s.operation_id "_s;

void appendQuoted(QByteArray &text, QByteArrayView value)
{
    text.append('"');
    for (const char c : value) {
        switch (c) {
        case '"':
            text.append("\\\"");
            break;
        case '\\':
            text.append("\\\\");
            break;
        case '\b':
            text.append("\\b");
            break;
        case '\f':
            text.append("\\f");
            break;
        case '\n':
            text.append("\\n");
            break;
        case '\r':
            text.append("\\r");
            break;
        case '\t':
            text.append("\\t");
            break;
        default:
            if (static_cast<unsigned char>(c) < 0x20)
                text.append("\\u00").append(QByteArray(1, c).toHex());
            else
                text.append(c);
        }
    }
    text.append('"');
}

void appendValue(QByteArray &text, const CopyField &field, Written how)
{
    if (field.isNull)
        text.append("null");
    else if (how == Written::Quoted)
        appendQuoted(text, field.text);
    else
        text.append(field.text);
}

} // namespace

qint64 AuditLink::position() const
{
    return m_fields[Position].text.toLongLong();
}

qint64 AuditLink::statement() const
{
    return m_fields[Statement].text.toLongLong();
}

bool AuditLink::hasStatement() const
{
    return !m_fields[statementColumn].isNull;
}

bool AuditLink::hasOperation() const
{
    return !m_fields[operationColumn].isNull;
}

qint64 AuditLink::operation() const
{
    return m_fields[operationColumn].text.toLongLong();
}

QByteArray AuditLink::hash() const
{
    return QByteArray::fromHex(m_fields[Hash].text.toByteArray());
}

void AuditLink::appendContent(QByteArray &text) const
{
    text.append('[').append(m_fields[Position].text);
    for (std::size_t i = 0; i < covered.size(); ++i) {
        // Operations without an address have the hash they had before there were addresses.
        if (FirstCovered + i == addressColumn && m_fields[addressColumn].isNull)
            break;
        text.append(", ");
        appendValue(text, m_fields[FirstCovered + i], covered[i]);
    }
    text.append(']');
}

qint64 AuditLink::eventCount() const
{
    return m_fields[countColumn].text.toLongLong();
}

QByteArray AuditLink::eventsDigest() const
{
    return QByteArray::fromHex(m_fields[digestColumn].text.toByteArray());
}

QString auditLinksQuery()
{
    return u"SELECT "_s + columns + u" FROM seatledger.audit_link k "_s + covers + u"ORDER BY k.position"_s;
}

QString auditArchiveQuery()
{
    return u"SELECT "_s + columns
           + u", e.ordinal, e.entity, e.entity_id, e.license_id, e.member_id, e.old, e.new "
             "FROM seatledger.audit_link k "_s
           + covers
           + u"LEFT JOIN seatledger.audit_event e ON e.statement_id = k.statement_id AND e.statement_id < $1 "
             "WHERE k.statement_id < $1 ORDER BY k.position, e.ordinal"_s;
}

} // namespace seatledger
