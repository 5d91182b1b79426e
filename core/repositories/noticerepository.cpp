// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/noticerepository.h"

#include "core/db/query.h"
#include "core/repositories/storedvalue.h"

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

Notice noticeFromRow(const Row &row)
{
    Notice notice{.id = storedId<NoticeId>(row, "id"),
                  .kind = storedEnum<NoticeKind>(row, "kind"),
                  .license = storedOptionalId<LicenseId>(row, "license_id"),
                  .licenseName = row.text("license"),
                  .recipient = row.text("recipient"),
                  .foundAt = row.dateTime("created_at"),
                  .sentAt = row.optionalDateTime("sent_at"),
                  .failure = row.text("failure"),
                  .isRead = row.boolean("is_read")};
    takeFacts(notice, row.jsonObject("facts"));
    return notice;
}

} // namespace

Result<qint64> NoticeRepository::find(Session &session, std::chrono::seconds pause) const
{
    return Query(session, u"SELECT seatledger.find_notices(make_interval(secs => $1)) AS found"_s)
        .bind(static_cast<double>(pause.count()))
        .one([](const Row &row) { return row.integer("found"); });
}

Result<std::vector<Notice>> NoticeRepository::list(Session &session, const NoticeFilter &filter) const
{
    return Query(session,
                 u"SELECT n.id, n.kind, n.license_id, l.name AS license, m.name AS recipient, n.facts, "
                 "n.created_at, n.sent_at, n.failure, r.login IS NOT NULL AS is_read "
                 "FROM seatledger.notification n LEFT JOIN seatledger.license l ON l.id = n.license_id "
                 "LEFT JOIN seatledger.member m ON m.id = n.member_id "
                 "LEFT JOIN seatledger.notification_reading r ON r.notification_id = n.id AND r.login = "
                 "(SELECT seatledger.acting_login()) "
                 "WHERE ($1::bigint IS NULL OR n.license_id = $1) AND (NOT $2 OR r.login IS NULL) "
                 "ORDER BY n.id DESC LIMIT $3"_s)
        .bind(filter.license)
        .bind(filter.onlyUnread)
        .bind(filter.limit)
        .all(noticeFromRow);
}

Result<qint64> NoticeRepository::unreadCount(Session &session) const
{
    return Query(session,
                 u"SELECT count(*) AS unread FROM (SELECT FROM seatledger.notification n WHERE NOT EXISTS ("
                 "SELECT FROM seatledger.notification_reading r WHERE r.notification_id = n.id AND r.login = "
                 "(SELECT seatledger.acting_login())) LIMIT 1000) unread"_s)
        .one([](const Row &row) { return row.integer("unread"); });
}

Result<void> NoticeRepository::markRead(Session &session, const QList<NoticeId> &notices) const
{
    return Query(session,
                 u"INSERT INTO seatledger.notification_reading (notification_id) "
                 "SELECT id FROM seatledger.notification WHERE id = ANY ($1) ON CONFLICT DO NOTHING"_s)
        .bind(notices)
        .exec();
}

Result<void> NoticeRepository::markAllRead(Session &session, NoticeId newest) const
{
    return Query(session,
                 u"INSERT INTO seatledger.notification_reading (notification_id) "
                 "SELECT id FROM seatledger.notification n WHERE id <= $1 AND NOT EXISTS (SELECT FROM "
                 "seatledger.notification_reading r WHERE r.notification_id = n.id AND r.login = "
                 "(SELECT seatledger.acting_login())) ON CONFLICT DO NOTHING"_s)
        .bind(newest)
        .exec();
}

Result<NoticeSettings> NoticeRepository::settings(Session &session) const
{
    const auto rows =
        Query(session,
              u"SELECT name, seatledger.notice_setting(name) AS value FROM unnest($1::text[]) name"_s)
            .bind(QStringList(settingValues({}).keys()))
            .all([](const Row &row) { return std::pair(row.text("name"), row.text("value")); });
    if (!rows)
        return std::unexpected(rows.error());
    QMap<QString, QString> values;
    for (const auto &[name, value] : *rows)
        values.insert(name, value);
    return noticeSettingsFrom(values);
}

Result<void> NoticeRepository::setSettings(Session &session, const NoticeSettings &before,
                                           const NoticeSettings &after) const
{
    const QMap<QString, QString> old = settingValues(before);
    for (const auto &[name, value] : settingValues(after).asKeyValueRange()) {
        if (old.value(name) == value)
            continue;
        Query update(session, u"UPDATE seatledger.setting SET value = $1 WHERE name = $2"_s);
        if (auto done = update.bind(textOrEmpty(value)).bind(name).exec(); !done)
            return done;
        if (update.rowsAffected() > 0)
            continue;
        auto added = Query(session, u"INSERT INTO seatledger.setting (name, value, note) VALUES ($1, $2, "
                                    "'About notices and their mail.')"_s)
                         .bind(name)
                         .bind(textOrEmpty(value))
                         .exec();
        if (!added)
            return added;
    }
    return {};
}

Result<std::vector<NoticeReason>> NoticeRepository::reasons(Session &session,
                                                            const QList<LicenseId> &licenses) const
{
    return Query(session,
                 u"SELECT r.license_id, l.name, r.reason, r.facts FROM seatledger.notice_reasons($1) r "
                 "JOIN seatledger.license l ON l.id = r.license_id "
                 "ORDER BY l.name, l.id, r.place, (r.facts ->> 'lead')::integer DESC"_s)
        .bind(licenses)
        .all([](const Row &row) {
            return NoticeReason{.license = storedId<LicenseId>(row, "license_id"),
                                .licenseName = row.text("name"),
                                .reason = row.text("reason"),
                                .facts = row.jsonObject("facts")};
        });
}

Result<QList<LicenseId>> NoticeRepository::licensesOf(Session &session, MemberId owner) const
{
    const auto found = Query(session,
                             u"SELECT id FROM seatledger.license WHERE owner_member_id = $1 AND state <> "
                             "'retired' ORDER BY name, id LIMIT 100"_s)
                           .bind(owner)
                           .all([](const Row &row) { return storedId<LicenseId>(row, "id"); });
    if (!found)
        return std::unexpected(found.error());
    return QList<LicenseId>(found->begin(), found->end());
}

} // namespace seatledger
