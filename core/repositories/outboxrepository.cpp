// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/outboxrepository.h"

#include "core/db/query.h"
#include "core/repositories/storedvalue.h"

using namespace Qt::StringLiterals;

namespace seatledger {

Result<std::optional<ClaimedMail>> OutboxRepository::claim(Session &session, const QUuid &claimer,
                                                           bool evenIfNotDue) const
{
    return Query(session,
                 u"SELECT id, address, name, message_id, attempts FROM seatledger.claim_mail($1::uuid, $2)"_s)
        .bind(claimer.toString(QUuid::WithoutBraces))
        .bind(evenIfNotDue)
        .first([](const Row &row) {
            return ClaimedMail{.id = storedId<MailId>(row, "id"),
                               .address = row.text("address"),
                               .name = row.text("name"),
                               .messageId = row.text("message_id"),
                               .attempts = storedNumber(row, "attempts")};
        });
}

Result<void> OutboxRepository::end(Session &session, MailId mail, const QUuid &claimer,
                                   const std::optional<QString> &failure, bool isFinal) const
{
    return Query(session, u"SELECT seatledger.end_mail($1, $2::uuid, $3, $4)"_s)
        .bind(mail)
        .bind(claimer.toString(QUuid::WithoutBraces))
        .bind(failure)
        .bind(isFinal)
        .exec();
}

Result<std::vector<Notice>> OutboxRepository::noticesOf(Session &session, MailId mail) const
{
    return Query(session, u"SELECT n.id, n.kind, n.license_id, l.name AS license, n.facts, n.created_at FROM "
                          u"seatledger.mail_notice x "
                          "JOIN seatledger.notification n ON n.id = x.notification_id JOIN "
                          "seatledger.license l ON l.id = "
                          "n.license_id WHERE x.mail_id = $1 ORDER BY CASE n.kind WHEN 'shortage' THEN 0 "
                          "WHEN 'low_seats' THEN 1 ELSE 2 "
                          "END, n.facts ->> 'last_day', l.name, n.id"_s)
        .bind(mail)
        .all([](const Row &row) {
            Notice notice{.id = storedId<NoticeId>(row, "id"),
                          .kind = storedEnum<NoticeKind>(row, "kind"),
                          .license = storedOptionalId<LicenseId>(row, "license_id"),
                          .licenseName = row.text("license"),
                          .foundAt = row.dateTime("created_at")};
            takeFacts(notice, row.jsonObject("facts"));
            return notice;
        });
}

Result<OutboxStanding> OutboxRepository::standing(Session &session) const
{
    return Query(session,
                 u"SELECT count(*) FILTER (WHERE state IN ('waiting', 'sending')) AS waiting, count(*) "
                 u"FILTER (WHERE "
                 "state = 'failed') AS failed, (SELECT failure FROM seatledger.mail_message WHERE failure IS "
                 "NOT NULL AND "
                 "state <> 'sent' ORDER BY id DESC LIMIT 1) AS failure FROM seatledger.mail_message"_s)
        .one([](const Row &row) {
            return OutboxStanding{.waiting = row.integer("waiting"),
                                  .failed = row.integer("failed"),
                                  .lastFailure = row.text("failure")};
        });
}

Result<QString> OutboxRepository::organisation(Session &session) const
{
    const auto name = Query(session, u"SELECT value FROM seatledger.setting WHERE name = 'organisation'"_s)
                          .first([](const Row &row) { return row.text("value"); });
    if (!name)
        return std::unexpected(name.error());
    return name->value_or(QString());
}

} // namespace seatledger
