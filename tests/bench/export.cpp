// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/figures.h"
#include "tests/bench/measures.h"

#include <QCoreApplication>
#include <QFileInfo>
#include <QProcess>
#include <QTemporaryDir>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

// What the export of assignments selects, newest first.
const QString sameQuery =
    u"SELECT a.id, l.name, m.number, m.name, m.email, d.name, a.quantity, lower(a.period), upper(a.period) - "
    u"1, a.state, "
    "a.seat_released, a.suspended_until, a.ended_on, a.end_reason, a.note FROM seatledger.license_assignment "
    "a "
    "JOIN seatledger.license l ON l.id = a.license_id JOIN seatledger.member m ON m.id = a.member_id "
    "LEFT JOIN seatledger.department d ON d.id = m.department_id ORDER BY a.id DESC"_s;

double psqlSeconds(const BenchBook &book, const QString &file)
{
    return secondsOf([&]() -> Result<void> {
        QProcess psql;
        psql.start(book.program(u"psql"_s),
                   {u"-X"_s, u"-q"_s, u"-d"_s, book.address(), u"-c"_s,
                    u"\\copy (%1) TO '%2' (FORMAT csv, HEADER)"_s.arg(sameQuery, file)});
        psql.waitForFinished(-1);
        if (psql.exitCode() != 0)
            return failure(ErrorCode::Internal, QString::fromUtf8(psql.readAllStandardError()));
        return {};
    });
}

/// Speed and memory of one format, beside the reference.
void measureFormat(const BenchBook &book, TableFormat format, const Series &reference, double rows)
{
    const QTemporaryDir folder;
    const AssignmentExport request{.filter = {}, .order = {AssignmentSort::Newest, true}};
    const qint64 self = QCoreApplication::applicationPid();
    const QString path = folder.filePath(u"ours."_s + toText(format));
    Series ours;
    Series memory;
    for (int turn = 0; turn < std::min(3, book.plan.repeats); ++turn) {
        resetPeak();
        const double idle = residentMegabytes(self);
        ours.add(secondsOf([&]() -> Result<void> {
            const auto written = book.services.exports.toFile(book.session(), request, path,
                                                              {.format = format});
            return written ? Result<void>() : std::unexpected(written.error());
        }));
        memory.add(peakMegabytes(self) - idle);
    }
    printRate(u"export service, "_s + toText(format), rows, ours, &reference);
    printLine(u"peak memory above idle, "_s + toText(format),
              u"%1 MB, a file of %2 MB"_s.arg(memory.maximum(), 0, 'f', 1)
                  .arg(static_cast<double>(QFileInfo(path).size()) / 1e6, 0, 'f', 0));
}

} // namespace

void measureExport(const BenchBook &book)
{
    const QTemporaryDir folder;
    const auto rows = static_cast<double>(
        book.number(u"SELECT count(*) FROM seatledger.license_assignment"_s));
    Series psql;
    for (int turn = 0; turn < std::min(3, book.plan.repeats); ++turn)
        psql.add(psqlSeconds(book, folder.filePath(u"psql.csv"_s)));
    printHeading(
        u"Export of %1 assignments (reference: psql \\copy of the same query)"_s.arg(rows, 0, 'f', 0));
    printRate(u"reference"_s, rows, psql);
    for (const auto &entry : enumEntries<TableFormat>())
        measureFormat(book, entry.value, psql, rows);
}

} // namespace seatledger
