// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/auditverifier.h"

#include "core/db/query.h"

#include <QCryptographicHash>

#include <utility>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr int progressStep = 256;

/// Every link with its statement, its operation and the digest of the statement's events computed anew, in
/// the order of the chain. The texts that are hashed are those of audit_event_digest() and audit_link_hash().
const QString linksQuery = uR"(
    SELECT k.position, k.statement_id, encode(k.hash, 'hex'), s.id IS NOT NULL,
           s.event_count, coalesce(c.events, 0), coalesce(c.digest = s.events_digest, false),
           (jsonb_build_array(k.position, s.id, extract(epoch FROM s.at), s.entity, s.action, s.event_count,
               encode(s.events_digest, 'hex'), o.id, o.kind, o.summary, o.reason, o.actor, o.login, o.source,
               extract(epoch FROM o.started_at), o.undoes_id)
            || CASE WHEN o.address IS NULL THEN '[]'::jsonb ELSE jsonb_build_array(host(o.address)) END)::text
    FROM seatledger.audit_link k
    LEFT JOIN seatledger.audit_statement s ON s.id = k.statement_id
    LEFT JOIN seatledger.operation o ON o.id = s.operation_id
    LEFT JOIN LATERAL (
        SELECT count(*) AS events, sha256(string_agg(e.digest, ''::bytea)) AS digest
        FROM (SELECT sha256(convert_to(concat_ws(chr(31), e.ordinal, e.entity, e.entity_id,
                         coalesce(e.license_id::text, '-'), coalesce(e.member_id::text, '-'),
                         coalesce(e.old::text, '-'), coalesce(e.new::text, '-')), 'UTF8')) AS digest
              FROM seatledger.audit_event e WHERE e.statement_id = k.statement_id ORDER BY e.ordinal) e) c ON true
    ORDER BY k.position)"_s;

QByteArray genesis()
{
    return QCryptographicHash::hash("Seatledger", QCryptographicHash::Sha256);
}

} // namespace

struct AuditVerifier::Link {
    explicit Link(std::span<const CopyField> fields)
        : position(fields[0].text.toLongLong()),
          statement(fields[1].text.toLongLong()),
          hash(QByteArray::fromHex(fields[2].text.toByteArray())),
          hasStatement(fields[3].text == QByteArrayView("t")),
          eventsBooked(fields[4].text.toLongLong()),
          eventsFound(fields[5].text.toLongLong()),
          digestFits(fields[6].text == QByteArrayView("t")),
          content(fields[7].text)
    {}

    qint64 position;
    qint64 statement;
    QByteArray hash;
    bool hasStatement;
    qint64 eventsBooked;
    qint64 eventsFound;
    bool digestFits;
    QByteArrayView content;
};

AuditVerifier::AuditVerifier(Session &session, const std::function<void(qint64, qint64)> &progress)
    : m_session(session), m_progress(progress), m_previous(genesis())
{}

Result<AuditVerdict> AuditVerifier::run()
{
    using Step = Result<void> (AuditVerifier::*)();
    for (const Step step : {&AuditVerifier::countLinks, &AuditVerifier::readLinks, &AuditVerifier::checkHead,
                            &AuditVerifier::checkUnlinked, &AuditVerifier::checkOrphans}) {
        if (auto done = (this->*step)(); !done)
            return std::unexpected(std::move(done).error());
    }
    return m_verdict;
}

Result<void> AuditVerifier::countLinks()
{
    auto total = Query(m_session, u"SELECT count(*) AS links FROM seatledger.audit_link"_s)
                     .one([](const Row &row) { return row.integer("links"); });
    if (!total)
        return std::unexpected(std::move(total).error());
    m_total = *total;
    return {};
}

Result<void> AuditVerifier::readLinks()
{
    auto read = CopyOut(m_session, linksQuery)
                    .rows([this](std::span<const CopyField> fields) -> Result<void> {
                        takeLink(Link(fields));
                        return {};
                    });
    if (!read)
        return std::unexpected(std::move(read).error());
    if (m_progress)
        m_progress(m_verdict.links, m_total);
    return {};
}

void AuditVerifier::takeLink(const Link &link)
{
    QCryptographicHash hash(QCryptographicHash::Sha256);
    hash.addData(m_previous);
    hash.addData(link.content);
    if (const QString problem = problemOf(link, hash.result()); !problem.isEmpty())
        blame(link.position, problem);
    m_previous = link.hash;
    m_verdict.events += link.eventsFound;
    if (++m_verdict.links % progressStep == 0 && m_progress)
        m_progress(m_verdict.links, m_total);
}

QString AuditVerifier::problemOf(const Link &link, const QByteArray &hash) const
{
    if (link.position != m_verdict.links + 1 && !m_verdict.firstBadPosition)
        return tr("A link is missing before position %1.").arg(link.position);
    if (!link.hasStatement)
        return tr("Statement %1 is missing.").arg(link.statement);
    if (link.eventsFound != link.eventsBooked)
        return tr("Statement %1 has %2 events, but %3 were booked.")
            .arg(link.statement)
            .arg(link.eventsFound)
            .arg(link.eventsBooked);
    if (!link.digestFits)
        return tr("An event of statement %1 was altered.").arg(link.statement);
    if (hash != link.hash)
        return tr("Statement %1 or its operation was altered, or it is not where it was in the chain.")
            .arg(link.statement);
    return {};
}

/// Keeps the first position; what comes after a break says nothing new.
void AuditVerifier::blame(qint64 position, const QString &problem)
{
    if (m_verdict.firstBadPosition && *m_verdict.firstBadPosition <= position)
        return;
    m_verdict.firstBadPosition = position;
    m_verdict.problem = problem;
}

Result<void> AuditVerifier::checkHead()
{
    m_verdict.head = m_previous;
    Query query(m_session, u"SELECT position, hash FROM seatledger.audit_head"_s);
    auto head = query.first(
        [](const Row &row) { return std::pair(row.integer("position"), row.bytes("hash")); });
    if (!head)
        return std::unexpected(std::move(head).error());
    if (!*head)
        blame(m_verdict.links + 1, tr("The record of where the chain ends is missing."));
    else if ((*head)->first != m_verdict.links || (*head)->second != m_previous)
        blame(m_verdict.links + 1, tr("The chain should end with link %1, but ends with link %2.")
                                       .arg((*head)->first)
                                       .arg(m_verdict.links));
    return {};
}

Result<void> AuditVerifier::checkUnlinked()
{
    return blameStatement(
        u"SELECT min(s.id) AS statement FROM seatledger.audit_statement s "
        "WHERE NOT EXISTS (SELECT FROM seatledger.audit_link k WHERE k.statement_id = s.id)"_s,
        tr("Statement %1 is not in the chain."));
}

Result<void> AuditVerifier::checkOrphans()
{
    // An anti join over all events; the statements are few, so it is a hash join in one pass.
    return blameStatement(
        u"SELECT min(e.statement_id) AS statement FROM seatledger.audit_event e "
        "WHERE NOT EXISTS (SELECT FROM seatledger.audit_statement s WHERE s.id = e.statement_id)"_s,
        tr("There are events of statement %1, which does not exist."));
}

Result<void> AuditVerifier::blameStatement(const QString &query, const QString &problem)
{
    auto statement = Query(m_session, query).one([](const Row &row) {
        return row.optionalInteger("statement");
    });
    if (!statement)
        return std::unexpected(std::move(statement).error());
    if (!*statement)
        return {};
    const auto position = positionAfter(**statement);
    if (!position)
        return std::unexpected(position.error());
    blame(*position, problem.arg(**statement));
    return {};
}

/// Where in the chain a statement would stand that is not in it.
Result<qint64> AuditVerifier::positionAfter(qint64 statement)
{
    return Query(m_session, u"SELECT coalesce(min(position), $2) AS position FROM seatledger.audit_link "
                            "WHERE statement_id > $1"_s)
        .bind(statement)
        .bind(m_verdict.links + 1)
        .one([](const Row &row) { return row.integer("position"); });
}

} // namespace seatledger
