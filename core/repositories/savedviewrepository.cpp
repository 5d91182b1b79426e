// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/savedviewrepository.h"

#include "core/db/query.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

const QString columns =
    u"id, page, name, owner::text AS owner, owner = seatledger.acting_login() AS is_mine, is_shared, place"_s;
// said in the statement, too: policies do not bind the owner of the book
const QString own = u"owner = seatledger.acting_login()"_s;

SavedView viewFromRow(const Row &row)
{
    return {.id = row.integer("id"),
            .page = row.text("page"),
            .name = row.text("name"),
            .owner = row.text("owner"),
            .isMine = row.boolean("is_mine"),
            .isShared = row.boolean("is_shared"),
            .place = row.jsonObject("place")};
}

std::unexpected<Error> notFound(qint64 id)
{
    return failure(ErrorCode::NotFound,
                   QCoreApplication::translate("repositories", "There is no such view that you may change."),
                   {{u"view"_s, id}});
}

} // namespace

Result<std::vector<SavedView>> SavedViewRepository::list(Session &session, const QString &page) const
{
    return Query(session, u"SELECT %1 FROM seatledger.saved_view WHERE (is_shared OR %2) AND "
                          u"coalesce($1::text, '') IN ('', page) "
                          "ORDER BY page, NOT %2, lower(name)"_s.arg(columns, own))
        .bind(page)
        .all(viewFromRow);
}

Result<SavedView> SavedViewRepository::save(Session &session, const SavedView &view) const
{
    return Query(session,
                 u"INSERT INTO seatledger.saved_view (page, name, is_shared, place) VALUES ($1, $2, $3, $4) "
                 "ON CONFLICT (owner, page, lower(name)) DO UPDATE SET name = excluded.name, "
                 "is_shared = excluded.is_shared, place = excluded.place, changed_at = now() RETURNING %1"_s
                     .arg(columns))
        .bind(view.page)
        .bind(view.name)
        .bind(view.isShared)
        .bind(view.place)
        .one(viewFromRow);
}

Result<void> SavedViewRepository::update(Session &session, const SavedView &view) const
{
    Query query(session, u"UPDATE seatledger.saved_view SET name = $1, is_shared = $2, changed_at = now() "
                         "WHERE id = $3 AND %1"_s.arg(own));
    query.bind(view.name).bind(view.isShared).bind(view.id);
    if (auto done = query.exec(); !done)
        return done;
    return query.rowsAffected() > 0 ? Result<void>() : notFound(view.id);
}

Result<void> SavedViewRepository::remove(Session &session, qint64 id) const
{
    Query query(session, u"DELETE FROM seatledger.saved_view WHERE id = $1 AND (is_shared OR %1)"_s.arg(own));
    query.bind(id);
    if (auto done = query.exec(); !done)
        return done;
    return query.rowsAffected() > 0 ? Result<void>() : notFound(id);
}

} // namespace seatledger
