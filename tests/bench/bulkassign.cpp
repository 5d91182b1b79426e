// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/figures.h"
#include "tests/bench/measures.h"

#include <array>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

const QString columns = u"license_id, member_id, quantity, period, operation_id"_s;

// The rows of one bulk: a seat from today on for so many members.
QString rowsOf(const BenchGround &ground, qint64 license, qint64 rows, const QString &operation)
{
    return u"SELECT %1, i, 1, daterange(seatledger.today(), NULL), %2 FROM generate_series(%3::bigint, %4::bigint) i"_s
        .arg(license)
        .arg(operation)
        .arg(ground.firstMember)
        .arg(ground.firstMember + rows - 1);
}

// Copies with the same rows and indexes, but no triggers and no foreign keys; one without the exclusion, too.
void makeCopies(const BenchBook &book)
{
    book.run(u"CREATE SCHEMA IF NOT EXISTS bench;"
             "CREATE TABLE bench.bare (LIKE seatledger.license_assignment INCLUDING ALL);"
             "CREATE TABLE bench.barest (LIKE seatledger.license_assignment INCLUDING ALL);"
             "DO $$ DECLARE name text; BEGIN"
             "  FOR name IN SELECT conname FROM pg_constraint WHERE conrelid = 'bench.barest'::regclass AND "
             "contype = 'x' LOOP"
             "    EXECUTE format('ALTER TABLE bench.barest DROP CONSTRAINT %I', name);"
             "  END LOOP; END $$"_s);
    for (const QLatin1StringView table : {"bare"_L1, "barest"_L1})
        book.run(
            u"INSERT INTO bench.%1 (id, license_id, member_id, quantity, period, state, seat_released, "
            u"suspended_until, "
            "ended_on, end_reason, operation_id, department_key, first_day) SELECT id, license_id, "
            "member_id, "
            "quantity, period, state, seat_released, suspended_until, ended_on, end_reason, operation_id, "
            "department_key, first_day FROM seatledger.license_assignment;"
            "ALTER TABLE bench.%1 ALTER id RESTART 100000001, ALTER department_key SET DEFAULT 1, "
            "ALTER first_day SET DEFAULT seatledger.today()"_s.arg(table));
    book.run(u"ANALYZE bench.bare, bench.barest"_s);
}

AssignCommand commandFor(const BenchBook &book, const BenchGround &ground, qint64 license, qint64 rows)
{
    const QDate today = expected(book.services.operations.today(book.session()));
    AssignCommand command{.license = *LicenseId::fromValue(license),
                          .request = {.members = {},
                                      .terms = {.quantity = Quantity::fromStored(1),
                                                .period = expected(Period::create(today))}}};
    for (qint64 index = 0; index < rows; ++index)
        command.request.members.push_back(*MemberId::fromValue(ground.firstMember + index));
    return command;
}

struct BulkSeries {
    Series service;
    Series sql;
    Series bare;
    Series barest;
};

void measureOnce(const BenchBook &book, const BenchGround &ground, qint64 license, qint64 rows,
                 BulkSeries &series)
{
    const AssignCommand command = commandFor(book, ground, license, rows);
    const qint64 operation = book.number(u"SELECT max(id) FROM seatledger.operation"_s);
    const auto script = [&](const QString &sql) {
        return secondsOf([&] { return book.database.connection().execScript(sql); });
    };
    series.bare.add(script(u"INSERT INTO bench.bare (%1) %2"_s.arg(
        columns, rowsOf(ground, license, rows, QString::number(operation)))));
    series.service.add(secondsOf([&]() -> Result<void> {
        const auto outcome = book.services.management.assign(book.session(), command);
        return outcome ? Result<void>() : std::unexpected(outcome.error());
    }));
    series.barest.add(script(u"INSERT INTO bench.barest (%1) %2"_s.arg(
        columns, rowsOf(ground, license, rows, QString::number(operation)))));
    series.sql.add(
        script(u"BEGIN; SELECT seatledger.begin_operation('assign', 'Bench', 'sql');"
               "INSERT INTO seatledger.license_assignment (%1) %2; COMMIT"_s.arg(
                   columns, rowsOf(ground, license + 1, rows, u"seatledger.current_operation()"_s))));
}

} // namespace

void measureBulkAssign(const BenchBook &book)
{
    makeCopies(book);
    const std::array sizes{static_cast<qint64>(book.plan.bulkRows),
                           static_cast<qint64>(std::max(1, book.plan.bulkRows / 10))};
    BenchGround ground = BenchGround::prepare(book, 2 * book.plan.repeats * static_cast<qint64>(sizes.size()),
                                              book.plan.bulkRows);
    qint64 license = ground.firstLicense;
    for (const qint64 rows : sizes) {
        BulkSeries series;
        for (int turn = 0; turn < book.plan.repeats; ++turn, license += 2)
            measureOnce(book, ground, license, rows, series);
        printHeading(
            u"Bulk assign of %1 seats (reference: INSERT ... SELECT into an unguarded copy of the table)"_s
                .arg(rows));
        const auto count = static_cast<double>(rows);
        printRate(u"reference"_s, count, series.bare);
        printRate(u"reference without its exclusion constraint"_s, count, series.barest, &series.bare);
        printRate(u"plain SQL, guarded and audited"_s, count, series.sql, &series.bare);
        printRate(u"through the service: planned too"_s, count, series.service, &series.bare);
    }
}

} // namespace seatledger
