// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/auditverifier.h"

#include "core/db/query.h"
#include "core/repositories/auditarchiverepository.h"
#include "core/repositories/auditlink.h"

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr qint64 progressStep = 10'000;
/// Statements follow each other as they began, links as they were committed: of so many bad statements, that
/// with the first link is named.
constexpr std::size_t mostKept = 1'000;

/// What the planner cannot know: that digests are dear, that the answer is read as it comes, and that all of
/// it is wanted. Without sorts and hashes, the first row comes at once and memory stays small. The savepoint
/// gives whoever goes on in the same transaction the planner back as it was.
const QString sharing =
    u"SAVEPOINT verifying; SET LOCAL parallel_setup_cost = 0; SET LOCAL parallel_tuple_cost = 0; "
    "SET LOCAL min_parallel_table_scan_size = 0; SET LOCAL min_parallel_index_scan_size = 0; "
    "SET LOCAL max_parallel_workers_per_gather = 4; SET LOCAL enable_hashjoin = off; "
    "SET LOCAL enable_sort = off"_s;
const QString unsharing = u"ROLLBACK TO SAVEPOINT verifying; RELEASE SAVEPOINT verifying"_s;

/// Every statement with its events as booked and as found, in the order of its id. The text that is hashed is
/// that of audit_event_digest().
const QString eventsQuery = uR"(
    SELECT coalesce(s.id, f.statement_id), s.id IS NOT NULL, coalesce(s.event_count, 0), coalesce(f.events, 0),
           coalesce(coalesce(f.digest, sha256('')) = s.events_digest, false)
    FROM (SELECT statement_id, count(*) AS events, sha256(string_agg(digest, ''::bytea)) AS digest
          FROM (SELECT e.statement_id, sha256(convert_to(concat_ws(chr(31), e.ordinal, e.entity, e.entity_id,
                           coalesce(e.license_id::text, '-'), coalesce(e.member_id::text, '-'),
                           coalesce(e.old::text, '-'), coalesce(e.new::text, '-')), 'UTF8')) AS digest
                FROM seatledger.audit_event e ORDER BY e.statement_id, e.ordinal) e
          GROUP BY statement_id) f
    FULL JOIN seatledger.audit_statement s ON s.id = f.statement_id)"_s;

/// Where a statement is in the chain or, if it is not, would be.
const QString statementPlace = u"SELECT coalesce("
                               "(SELECT position FROM seatledger.audit_link WHERE statement_id = $1), "
                               "(SELECT min(position) FROM seatledger.audit_link WHERE statement_id > $1), "
                               "$2) AS place"_s;
const QString operationPlace = u"SELECT coalesce((SELECT min(k.position) FROM seatledger.audit_link k "
                               "JOIN seatledger.audit_statement s ON s.id = k.statement_id "
                               "WHERE s.operation_id > $1), $2) AS place"_s;

const QString archiveRowsQuery = uR"(
    SELECT a.first_position, a.part
    FROM seatledger.audit_archive a
    LEFT JOIN seatledger.audit_event e ON e.entity = 'audit_archive' AND e.entity_id = a.id
    WHERE CASE WHEN e.statement_id IS NULL
               THEN a.last_position = (SELECT max(last_position) FROM seatledger.audit_archive)
               ELSE a IS DISTINCT FROM jsonb_populate_record(NULL::seatledger.audit_archive, e.new) END)"_s;

/// The text that is hashed is that of audit_operations_digest().
const QString archivedOperationsQuery = uR"(
    SELECT a.first_position, a.part
    FROM seatledger.audit_archive a, LATERAL (
        SELECT sha256(coalesce(string_agg(sha256(convert_to(jsonb_build_array(o.id, o.kind, o.summary, o.reason,
                   o.actor, o.login, o.source, extract(epoch FROM o.started_at), o.undoes_id,
                   host(o.address))::text, 'UTF8')), ''::bytea ORDER BY o.id), '')) AS digest
        FROM unnest(a.operations) r JOIN seatledger.operation o ON o.id >= lower(r) AND o.id < upper(r)) found
    WHERE found.digest <> a.operations_digest)"_s;

QByteArray genesis()
{
    return QCryptographicHash::hash("Seatledger", QCryptographicHash::Sha256);
}

bool isTrue(const CopyField &field)
{
    return field.text == QByteArrayView("t");
}

} // namespace

struct AuditVerifier::Finding {
    AuditDamage damage;
    QString sentence;
};

struct AuditVerifier::EventCheck {
    explicit EventCheck(std::span<const CopyField> fields)
        : statement(fields[0].text.toLongLong()),
          isBooked(isTrue(fields[1])),
          eventsBooked(fields[2].text.toLongLong()),
          eventsFound(fields[3].text.toLongLong()),
          digestFits(isTrue(fields[4]))
    {}

    [[nodiscard]] bool isGood() const { return isBooked && eventsBooked == eventsFound && digestFits; }

    qint64 statement;
    bool isBooked;
    qint64 eventsBooked;
    qint64 eventsFound;
    bool digestFits;
};

AuditVerifier::AuditVerifier(Session &session, const std::optional<AuditAnchor> &anchor,
                             const Progress &progress)
    : m_session(session), m_anchor(anchor), m_progress(progress), m_previous(genesis())
{}

Result<AuditVerdict> AuditVerifier::run()
{
    if (auto shared = m_session.connection().execScript(sharing); !shared)
        return std::unexpected(std::move(shared).error());
    if (auto checked = checkAll(); !checked)
        return std::unexpected(std::move(checked).error());
    if (auto unshared = m_session.connection().execScript(unsharing); !unshared)
        return std::unexpected(std::move(unshared).error());
    if (m_progress)
        m_progress(m_total, m_total);
    return m_verdict;
}

Result<void> AuditVerifier::checkAll()
{
    using Step = Result<void> (AuditVerifier::*)();
    for (const Step step : {&AuditVerifier::countWork, &AuditVerifier::readArchives,
                            &AuditVerifier::readLinks, &AuditVerifier::readEvents,
                            &AuditVerifier::checkArchiveRows, &AuditVerifier::checkArchivedOperations,
                            &AuditVerifier::checkHead, &AuditVerifier::checkUnlinkedStatements,
                            &AuditVerifier::checkUnlinkedOperations, &AuditVerifier::checkAnchor}) {
        if (auto done = (this->*step)(); !done)
            return done;
    }
    return {};
}

Result<void> AuditVerifier::countWork()
{
    auto total = Query(m_session,
                       u"SELECT (SELECT count(*) FROM seatledger.audit_link) "
                       "+ (SELECT coalesce(sum(event_count), 0) FROM seatledger.audit_statement) AS work"_s)
                     .one([](const Row &row) { return row.integer("work"); });
    if (!total)
        return std::unexpected(std::move(total).error());
    m_total = *total;
    return {};
}

/// What was archived is a beginning of the chain, part by part; the links in the book go on from its end.
Result<void> AuditVerifier::readArchives()
{
    const auto archives = AuditArchiveRepository().archives(m_session);
    if (!archives)
        return std::unexpected(archives.error());
    for (const AuditArchive &archive : *archives) {
        if (archive.firstPosition != m_lastPosition + 1 || archive.previousHash != m_previous)
            blame(AuditDamage::Altered, archive.firstPosition,
                  tr("The archived part %1 does not go on where the one before ends.").arg(archive.title()));
        m_lastPosition = archive.lastPosition;
        m_previous = archive.lastHash;
    }
    m_lastArchived = m_lastPosition;
    return {};
}

/// The row of an archive is what the chain says was written; that of the last one cannot be archived itself.
Result<void> AuditVerifier::checkArchiveRows()
{
    return blameParts(archiveRowsQuery,
                      tr("What the book keeps of the archived part %1 is not what was written "
                         "when it was archived."));
}

Result<void> AuditVerifier::checkArchivedOperations()
{
    return blameParts(archivedOperationsQuery,
                      tr("An operation of the archived part %1 was altered, added or removed."));
}

Result<void> AuditVerifier::blameParts(const QString &query, const QString &sentence)
{
    const auto altered = Query(m_session, query).all([](const Row &row) {
        return std::pair(row.integer("first_position"), row.text("part"));
    });
    if (!altered)
        return std::unexpected(altered.error());
    for (const auto &[position, part] : *altered)
        blame(AuditDamage::Altered, position, sentence.arg(auditPartTitle(part)));
    return {};
}

Result<void> AuditVerifier::readLinks()
{
    auto read = CopyOut(m_session, auditLinksQuery()).rows([this](std::span<const CopyField> fields) {
        takeLink(AuditLink(fields));
        return Result<void>();
    });
    if (!read)
        return std::unexpected(std::move(read).error());
    m_verdict.head = m_previous;
    return {};
}

void AuditVerifier::takeLink(const AuditLink &link)
{
    if (const auto finding = findingIn(link))
        blame(finding->damage, link.position(), finding->sentence);
    m_previous = link.hash();
    m_lastPosition = link.position();
    ++m_verdict.links;
    report(1);
}

auto AuditVerifier::findingIn(const AuditLink &link) -> std::optional<Finding>
{
    const qint64 position = link.position();
    if (position == m_lastPosition)
        return Finding{AuditDamage::LinkTwice, tr("There are two links at position %1.").arg(position)};
    if (position != m_lastPosition + 1)
        return Finding{AuditDamage::LinkMissing, tr("A link is missing before position %1.").arg(position)};
    if (!link.hasStatement())
        return Finding{AuditDamage::StatementMissing, tr("Statement %1 is missing.").arg(link.statement())};
    if (!link.hasOperation())
        return Finding{AuditDamage::OperationMissing,
                       tr("The operation of statement %1 is missing.").arg(link.statement())};
    m_content.clear();
    link.appendContent(m_content);
    m_hash.reset();
    m_hash.addData(m_previous);
    m_hash.addData(m_content);
    if (m_hash.result() == link.hash())
        return {};
    return Finding{AuditDamage::Altered,
                   tr("Statement %1 or its operation %2 was altered, or it is not where it was in the chain.")
                       .arg(link.statement())
                       .arg(link.operation())};
}

Result<void> AuditVerifier::readEvents()
{
    std::vector<EventCheck> bad;
    auto read = CopyOut(m_session, eventsQuery).rows([&](std::span<const CopyField> fields) -> Result<void> {
        const EventCheck check(fields);
        m_verdict.events += check.eventsFound;
        report(check.eventsFound);
        if (!check.isGood() && bad.size() < mostKept)
            bad.push_back(check);
        return {};
    });
    if (!read)
        return std::unexpected(std::move(read).error());
    return blameEvents(bad);
}

Result<void> AuditVerifier::blameEvents(const std::vector<EventCheck> &bad)
{
    for (const EventCheck &check : bad) {
        const auto position = placeOf(statementPlace, check.statement);
        if (!position)
            return std::unexpected(position.error());
        if (!check.isBooked)
            blame(AuditDamage::EventsOrphaned, *position,
                  tr("There are events of statement %1, which does not exist.").arg(check.statement));
        else if (check.eventsFound != check.eventsBooked)
            blame(AuditDamage::EventsMiscounted, *position,
                  tr("Statement %1 has %2 events, but %3 were booked.")
                      .arg(check.statement)
                      .arg(check.eventsFound)
                      .arg(check.eventsBooked));
        else
            blame(AuditDamage::EventAltered, *position,
                  tr("An event of statement %1 was altered.").arg(check.statement));
    }
    return {};
}

Result<void> AuditVerifier::checkHead()
{
    Query query(m_session, u"SELECT position, hash FROM seatledger.audit_head"_s);
    auto head = query.first(
        [](const Row &row) { return std::pair(row.integer("position"), row.bytes("hash")); });
    if (!head)
        return std::unexpected(std::move(head).error());
    if (!*head)
        blame(AuditDamage::HeadMissing, m_lastPosition + 1,
              tr("The record of where the chain ends is missing."));
    else if ((*head)->first != m_lastPosition)
        blame(AuditDamage::HeadElsewhere, m_lastPosition + 1,
              tr("The chain should end with link %1, but ends with link %2.")
                  .arg((*head)->first)
                  .arg(m_lastPosition));
    else if ((*head)->second != m_previous)
        blame(
            AuditDamage::HeadElsewhere, m_lastPosition + 1,
            tr("The record of where the chain ends does not have the hash of link %1.").arg(m_lastPosition));
    return {};
}

Result<void> AuditVerifier::checkUnlinkedStatements()
{
    const auto statement = oldest(
        u"SELECT min(s.id) AS oldest FROM seatledger.audit_statement s "
        "WHERE NOT EXISTS (SELECT FROM seatledger.audit_link k WHERE k.statement_id = s.id)"_s);
    if (!statement)
        return std::unexpected(statement.error());
    if (!*statement)
        return {};
    const auto position = placeOf(statementPlace, **statement);
    if (!position)
        return std::unexpected(position.error());
    blame(AuditDamage::StatementUnlinked, *position,
          tr("Statement %1 is not in the chain.").arg(**statement));
    return {};
}

Result<void> AuditVerifier::checkUnlinkedOperations()
{
    const auto operation = oldest(
        u"SELECT min(o.id) AS oldest FROM seatledger.operation o "
        "WHERE NOT EXISTS (SELECT FROM seatledger.audit_statement s WHERE s.operation_id = o.id) "
        "AND NOT coalesce((SELECT range_agg(r) FROM seatledger.audit_archive a, unnest(a.operations) r) "
        "@> o.id, false)"_s);
    if (!operation)
        return std::unexpected(operation.error());
    if (!*operation)
        return {};
    const auto position = placeOf(operationPlace, **operation);
    if (!position)
        return std::unexpected(position.error());
    blame(AuditDamage::OperationUnlinked, *position,
          tr("Operation %1 is not in the chain.").arg(**operation));
    return {};
}

Result<void> AuditVerifier::checkAnchor()
{
    if (!m_anchor)
        return {};
    const auto book = Query(m_session, u"SELECT id::text AS id FROM seatledger.book"_s)
                          .one([](const Row &row) { return row.text("id"); });
    if (!book)
        return std::unexpected(book.error());
    if (*book != m_anchor->book)
        blame(AuditDamage::OtherBook, 0,
              tr("The anchor belongs to the book %1, but this is the book %2.").arg(m_anchor->book, *book));
    else if (m_lastPosition < m_anchor->position)
        blame(AuditDamage::TailCut, m_lastPosition + 1,
              tr("The chain ends with link %1, but had %2 links when it was anchored: its end was cut off.")
                  .arg(m_lastPosition)
                  .arg(m_anchor->position));
    else
        return checkAnchoredLink();
    return {};
}

Result<void> AuditVerifier::checkAnchoredLink()
{
    const auto hash = hashAt(m_anchor->position);
    if (!hash)
        return std::unexpected(hash.error());
    if (*hash != m_anchor->head)
        blame(AuditDamage::Rewritten, m_anchor->position,
              tr("Link %1 is not the one that was anchored: the chain was rewritten, there or before.")
                  .arg(m_anchor->position));
    return {};
}

/// What the chain has at a position: a link in the book, or the end of an archived part.
Result<QByteArray> AuditVerifier::hashAt(qint64 position)
{
    if (position == 0)
        return genesis();
    const auto found = Query(m_session, u"SELECT k.hash FROM seatledger.audit_link k WHERE k.position = $1 "
                                        "UNION ALL SELECT a.last_hash FROM seatledger.audit_archive a "
                                        "WHERE a.last_position = $1 LIMIT 1"_s)
                           .bind(position)
                           .first([](const Row &row) { return row.bytes("hash"); });
    if (!found)
        return std::unexpected(found.error());
    if (!*found && position <= m_lastArchived)
        return failure(
            ErrorCode::RuleBroken,
            tr("Link %1, where the anchor was taken, is archived. Verify the archive's file with it: "
               "seatledgerctl audit verify --archive FILE --anchor ANCHOR")
                .arg(position),
            {{u"reason"_s, u"anchor_archived"_s}, {u"position"_s, position}});
    return found->value_or(QByteArray());
}

/// Keeps the first position; what comes after a break says nothing new.
void AuditVerifier::blame(AuditDamage damage, qint64 position, const QString &sentence)
{
    if (m_verdict.firstBadPosition && *m_verdict.firstBadPosition <= position)
        return;
    m_verdict.firstBadPosition = position;
    m_verdict.damage = damage;
    m_verdict.problem = sentence;
}

Result<std::optional<qint64>> AuditVerifier::oldest(const QString &query)
{
    return Query(m_session, query).one([](const Row &row) { return row.optionalInteger("oldest"); });
}

Result<qint64> AuditVerifier::placeOf(const QString &query, qint64 id)
{
    return Query(m_session, query).bind(id).bind(m_lastPosition + 1).one([](const Row &row) {
        return row.integer("place");
    });
}

void AuditVerifier::report(qint64 step)
{
    m_done += step;
    if (!m_progress || m_done - m_reported < progressStep)
        return;
    m_reported = m_done;
    m_progress(std::min(m_done, m_total), m_total);
}

} // namespace seatledger
