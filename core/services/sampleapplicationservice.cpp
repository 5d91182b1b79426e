// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/sampleapplicationservice.h"

#include "core/db/query.h"
#include "core/db/transaction.h"
#include "core/repositories/keptsums.h"
#include "core/services/samplefiller.h"
#include "core/services/samplesizes.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("SampleApplicationService", text);
}

// The lock keeps a second sample out; whoever reads is not disturbed.
Result<void> lockEmptyBook(Session &session)
{
    if (auto locked = Query(session,
                            u"LOCK TABLE seatledger.member, seatledger.license IN SHARE ROW EXCLUSIVE MODE"_s)
                          .exec();
        !locked)
        return locked;
    auto holds =
        Query(
            session,
            u"SELECT EXISTS (SELECT FROM seatledger.member) OR EXISTS (SELECT FROM seatledger.license) "
            "OR EXISTS (SELECT FROM seatledger.department) OR EXISTS (SELECT FROM seatledger.vendor) AS holds"_s)
            .one([](const Row &row) { return row.boolean("holds"); });
    if (!holds)
        return std::unexpected(std::move(holds).error());
    if (*holds)
        return failure(ErrorCode::RuleBroken,
                       tr("This book holds data already; a sample can only be put into an empty one"),
                       {{u"reason"_s, u"book_not_empty"_s}});
    return {};
}

struct Opened {
    qint64 operation = 0;
    SampleMoment now;
};

SampleMoment nowFrom(const Row &row)
{
    return {.day = row.date("today").toJulianDay(), .second = static_cast<int>(row.integer("second"))};
}

Result<Opened> openOperation(Session &session, const SampleSize &size)
{
    const QString summary = tr("Sample data: %1 members, %2 licences, %3 assignments, seed %4")
                                .arg(size.members)
                                .arg(size.licenses)
                                .arg(size.assignments)
                                .arg(size.seed);
    // Moments are written in the organisation's time zone, for this transaction.
    return Query(session, u"SELECT seatledger.begin_operation('sample', :summary, 'job', :actor) AS id, "
                          "seatledger.today() AS today, extract(epoch FROM date_trunc('second', "
                          "localtimestamp)::time)::int AS second "
                          "FROM seatledger.setting, set_config('timezone', value, true) "
                          "WHERE name = 'time_zone'"_s)
        .bind("summary", summary)
        .bind("actor", session.actor().name)
        .one([](const Row &row) { return Opened{row.integer("id"), nowFrom(row)}; });
}

// Rows came with their ids: the next one must not be given again. The planner knows nothing of them yet.
Result<void> tidyUp(Session &session)
{
    for (const QLatin1StringView table :
         {"department"_L1, "member"_L1, "vendor"_L1, "product"_L1, "license"_L1, "entitlement"_L1,
          "license_assignment"_L1, "device"_L1, "activation"_L1}) {
        const QString advance = u"SELECT setval(pg_get_serial_sequence('seatledger.%1', 'id'), max(id)) "
                                "FROM seatledger.%1 HAVING max(id) IS NOT NULL"_s.arg(table);
        if (auto done = Query(session, advance).exec(); !done)
            return done;
    }
    return session.connection().execScript(
        u"ANALYZE seatledger.department, seatledger.member, seatledger.vendor, seatledger.product, "
        "seatledger.license, seatledger.license_seats, seatledger.entitlement, "
        "seatledger.license_assignment, seatledger.device, seatledger.activation, "
        "seatledger.activation_lease, "
        "seatledger.audit_event, seatledger.audit_statement"_s);
}

/// Whoever looks at once finds what reports keep counted.
Result<void> count(Session &session, SampleProgress &progress)
{
    constexpr qint64 licensesAtOnce = 10'000;
    const qint64 before = progress.done();
    const auto counted = KeptSums().catchUp(session, licensesAtOnce,
                                            [&](qint64 done, qint64) { progress.doneBeyond(before, done); });
    return counted ? KeptSums().learnSizes(session, true) : std::unexpected(counted.error());
}

/// Some people wait for licences that are full, and a review of one department has begun: by ids, so that the
/// same seed gives the same.
Result<void> addWishes(Session &session)
{
    return session.connection().execScript(
        u"INSERT INTO seatledger.waiting_entry (license_id, member_id) "
        "SELECT f.license_id, w.id FROM (SELECT c.license_id, row_number() OVER (ORDER BY c.license_id) AS "
        "place "
        "FROM seatledger.license_seats c JOIN seatledger.license l ON l.id = c.license_id "
        "WHERE l.state = 'active' AND c.capacity > 0 AND c.held >= c.capacity ORDER BY c.license_id LIMIT 8) "
        "f, "
        "LATERAL (SELECT m.id FROM seatledger.member m WHERE m.status = 'active' AND m.id <= 2000 AND NOT "
        "EXISTS ("
        "SELECT FROM seatledger.license_assignment a WHERE a.member_id = m.id AND a.license_id = "
        "f.license_id "
        "AND a.state IN ('reserved', 'active', 'suspended')) "
        "ORDER BY (m.id * 31 + f.license_id * 97) % 211, m.id LIMIT 1 + f.place % 3) w ORDER BY "
        "f.license_id, "
        "w.id;"
        "WITH reviewed AS (INSERT INTO seatledger.access_review (name, department_id, due_on) "
        "SELECT 'Yearly review', m.department_id, seatledger.today() + 21 FROM seatledger.member m "
        "JOIN seatledger.license_assignment a ON a.member_id = m.id "
        "WHERE m.department_id IS NOT NULL AND m.id <= 2000 AND a.state = 'active' "
        "GROUP BY m.department_id ORDER BY count(*) DESC, m.department_id LIMIT 1 RETURNING id, "
        "department_id), "
        "held AS (SELECT r.id AS review_id, a.id, a.license_id, a.member_id, m.department_id, a.quantity "
        "FROM reviewed r JOIN seatledger.member m ON m.department_id = r.department_id "
        "JOIN seatledger.license_assignment a ON a.member_id = m.id "
        "WHERE a.state IN ('reserved', 'active', 'suspended') ORDER BY a.id LIMIT 400) "
        "INSERT INTO seatledger.access_review_item (review_id, assignment_id, license_id, member_id, "
        "department_id, "
        "quantity, decision) SELECT review_id, id, license_id, member_id, department_id, quantity, "
        "(ARRAY['keep', 'open', 'keep', 'revoke', 'open'])[1 + id % 5] FROM held"_s);
}

} // namespace

Result<SampleOutcome> SampleApplicationService::fill(
    Session &session, const SampleSize &size, const std::function<void(qint64, qint64)> &progress) const
{
    if (auto possible = checkSampleSize(size); !possible)
        return std::unexpected(std::move(possible).error());
    return transact(session, u"sample", [&](Session &inside) -> Result<SampleOutcome> {
        if (auto empty = lockEmptyBook(inside); !empty)
            return std::unexpected(std::move(empty).error());
        auto opened = openOperation(inside, size);
        if (!opened)
            return std::unexpected(std::move(opened).error());

        SampleProgress told(progress);
        auto filled = SampleFiller(inside, size, opened->now, opened->operation, told).fill();
        if (!filled)
            return filled;
        if (auto tidied = tidyUp(inside); !tidied)
            return std::unexpected(std::move(tidied).error());
        if (auto wished = addWishes(inside); !wished)
            return std::unexpected(std::move(wished).error());
        if (auto counted = count(inside, told); !counted)
            return std::unexpected(std::move(counted).error());
        told.allDone();
        return filled;
    });
}

} // namespace seatledger
