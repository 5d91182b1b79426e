// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/query.h"
#include "core/workspace/postgresbinaries.h"
#include "tests/bench/figures.h"
#include "tests/bench/measures.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace seatledger {

void BenchBook::run(const QString &sql) const
{
    expected(database.connection().execScript(sql));
}

qint64 BenchBook::number(const QString &query) const
{
    return expected(
        Query(database.connection(), u"SELECT (%1)::bigint AS number"_s.arg(query)).one([](const Row &row) {
            return row.integer("number");
        }));
}

QString BenchBook::program(const QString &name) const
{
    return expected(PostgresBinaries::newest()).program(name);
}

QString BenchBook::address() const
{
    return database.settings().toUri();
}

BenchGround BenchGround::prepare(const BenchBook &book, qint64 licenses, qint64 members)
{
    BenchGround ground{
        .firstLicense = book.number(u"SELECT coalesce(max(id), 0) + 1 FROM seatledger.license"_s),
        .licenses = licenses,
        .firstMember = book.number(u"SELECT coalesce(max(id), 0) + 1 FROM seatledger.member"_s),
        .members = members};
    book.run(
        u"BEGIN; SELECT seatledger.begin_operation('bench', 'Ground to measure on', 'job');"
        "INSERT INTO seatledger.member (id, number, name, email) "
        "SELECT i, 'B' || i, 'Bench ' || i, 'bench' || i || '@meridian.example' FROM generate_series(%1, %2) "
        "i;"
        "INSERT INTO seatledger.license (id, product_id, name) "
        "SELECT i, (SELECT min(id) FROM seatledger.product), 'Bench ' || i FROM generate_series(%3, %4) i;"
        "INSERT INTO seatledger.entitlement (license_id, quantity, period) "
        "SELECT i, 10000000, daterange(seatledger.today() - 1, NULL) FROM generate_series(%3, %4) i;"
        "SELECT setval(pg_get_serial_sequence('seatledger.member', 'id'), %2);"
        "SELECT setval(pg_get_serial_sequence('seatledger.license', 'id'), %4);"
        "COMMIT; ANALYZE seatledger.member, seatledger.license, seatledger.license_seats, seatledger.entitlement"_s
            .arg(ground.firstMember)
            .arg(ground.firstMember + members - 1)
            .arg(ground.firstLicense)
            .arg(ground.firstLicense + licenses - 1));
    return ground;
}

namespace {

double statusMegabytes(qint64 pid, QByteArrayView field)
{
    QFile status(u"/proc/%1/status"_s.arg(pid));
    if (!status.open(QIODevice::ReadOnly))
        return 0;
    for (const QByteArray &line : status.readAll().split('\n')) {
        if (line.startsWith(field))
            return line.mid(field.size()).simplified().split(' ').value(0).toDouble() / 1024;
    }
    return 0;
}

} // namespace

double residentMegabytes(qint64 pid)
{
    return statusMegabytes(pid, "VmRSS:");
}

double peakMegabytes(qint64 pid)
{
    return statusMegabytes(pid, "VmHWM:");
}

double workedSeconds(qint64 pid)
{
    QFile statistics(u"/proc/%1/schedstat"_s.arg(pid));
    return statistics.open(QIODevice::ReadOnly) ? statistics.readAll().split(' ').front().toDouble() / 1e9
                                                : 0;
}

void resetPeak()
{
    QFile clear(u"/proc/self/clear_refs"_s);
    if (clear.open(QIODevice::WriteOnly))
        clear.write("5");
}

} // namespace seatledger
