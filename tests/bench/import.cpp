// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/figures.h"
#include "tests/bench/measures.h"

#include <QCoreApplication>
#include <QFile>
#include <QProcess>
#include <QTemporaryDir>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

/// One file, imported, and what it is compared to.
struct ImportMeasure {
    ImportKind kind;
    QString name;
    qint64 rows;
    QString file;
    QString plainTable; ///< the columns of the file, all of them texts
    QString realTable;  ///< the table with its columns that `realFile` fills, with all guards
    QString realFile;
};

double psqlSeconds(const BenchBook &book, const QStringList &commands)
{
    return secondsOf([&]() -> Result<void> {
        QStringList arguments{u"-X"_s, u"-q"_s, u"-v"_s, u"ON_ERROR_STOP=1"_s, u"-d"_s, book.address()};
        for (const QString &command : commands)
            arguments += {u"-c"_s, command};
        QProcess psql;
        psql.start(book.program(u"psql"_s), arguments);
        psql.waitForFinished(-1);
        if (psql.exitCode() != 0)
            return failure(ErrorCode::Internal, QString::fromUtf8(psql.readAllStandardError()));
        return {};
    });
}

double copySeconds(const BenchBook &book, const QString &target, const QString &file)
{
    return psqlSeconds(
        book, {u"BEGIN"_s, u"\\copy %1 FROM '%2' (FORMAT csv, HEADER)"_s.arg(target, file), u"ROLLBACK"_s});
}

void writeFile(const QString &path, const QByteArray &headings, qint64 rows,
               const std::function<QByteArray(qint64)> &row)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly))
        giveUp({ErrorCode::Forbidden, file.errorString(), {}});
    file.write(headings + '\n');
    for (qint64 index = 0; index < rows; ++index)
        file.write(row(index) + '\n');
}

ImportRequest requestFor(const BenchBook &book, const ImportMeasure &measure)
{
    const auto preview = expected(TableFile::preview(measure.file));
    return {.kind = measure.kind,
            .path = measure.file,
            .format = preview.format,
            .mapping = expected(book.services.imports.match(book.session(), measure.kind, preview))};
}

void checkAdded(const ImportOutcome &outcome, qint64 rows)
{
    if (outcome.added != rows)
        giveUp({ErrorCode::Internal, u"%1 of %2 rows were imported"_s.arg(outcome.added).arg(rows), {}});
}

void measureOne(const BenchBook &book, const ImportMeasure &measure)
{
    const auto rows = static_cast<double>(measure.rows);
    const qint64 self = QCoreApplication::applicationPid();
    Series plain;
    Series real;
    Series test;
    Series run;
    book.run(u"CREATE SCHEMA IF NOT EXISTS bench; CREATE TABLE bench.%1"_s.arg(measure.plainTable));
    plain.add(copySeconds(book, u"bench."_s + measure.plainTable.section(u' ', 0, 0), measure.file));
    real.add(copySeconds(book, measure.realTable, measure.realFile));
    const ImportRequest request = requestFor(book, measure);
    resetPeak();
    const double idle = residentMegabytes(self);
    test.add(secondsOf([&]() -> Result<void> {
        const auto outcome = book.services.imports.testRun(book.session(), request);
        return outcome        ? checkAdded(*outcome, measure.rows),
               Result<void>() : std::unexpected(outcome.error());
    }));
    run.add(secondsOf([&]() -> Result<void> {
        const auto outcome = book.services.imports.run(book.session(), request);
        return outcome        ? checkAdded(*outcome, measure.rows),
               Result<void>() : std::unexpected(outcome.error());
    }));
    const double peak = peakMegabytes(self) - idle;
    printHeading(
        u"Import of %1 %2 (reference: COPY of as many rows into the table itself)"_s.arg(measure.rows)
            .arg(measure.name));
    printRate(u"reference"_s, rows, real);
    printRate(u"COPY of the file into a table of texts"_s, rows, plain, &real);
    printRate(u"import"_s, rows, run, &real);
    printRate(u"test run"_s, rows, test, &run);
    printLine(u"peak memory above idle"_s, u"%1 MB"_s.arg(peak, 0, 'f', 1));
}

} // namespace

void measureImport(const BenchBook &book)
{
    const QTemporaryDir folder;
    const qint64 members = book.plan.bulkRows;
    const qint64 assignments = members * 10;
    const qint64 first = book.number(u"SELECT coalesce(max(id), 0) + 1 FROM seatledger.member"_s);
    const QString memberFile = folder.filePath(u"members.csv"_s);
    writeFile(memberFile, "number,name,email", members, [first](qint64 index) {
        const QByteArray number = QByteArray::number(first + index);
        return "I" + number + ",Imported Person " + number + ",imported" + number + "@meridian.example";
    });
    measureOne(book, {.kind = ImportKind::Members,
                      .name = u"members"_s,
                      .rows = members,
                      .file = memberFile,
                      .plainTable = u"members (number text, name text, email text)"_s,
                      .realTable = u"seatledger.member (number, name, email)"_s,
                      .realFile = memberFile});

    const qint64 holders = std::min<qint64>(members, 10'000);
    const BenchGround ground = BenchGround::prepare(book, assignments / holders, holders);
    const auto license = [&](qint64 index) {
        return QByteArray::number(ground.firstLicense + index / holders);
    };
    const auto member = [&](qint64 index) {
        return QByteArray::number(ground.firstMember + index % holders);
    };
    const QString file = folder.filePath(u"assignments.csv"_s);
    const QString ids = folder.filePath(u"ids.csv"_s);
    writeFile(file, "license,member_number,quantity,from_day", assignments, [&](qint64 index) {
        return "Bench " + license(index) + ",B" + member(index) + ",1,2024-01-01";
    });
    writeFile(ids, "license_id,member_id,quantity,period", assignments,
              [&](qint64 index) { return license(index) + ',' + member(index) + ",1,\"[2024-01-01,)\""; });
    measureOne(
        book,
        {.kind = ImportKind::Assignments,
         .name = u"assignments"_s,
         .rows = assignments,
         .file = file,
         .plainTable = u"assignments (license text, member_number text, quantity text, from_day text)"_s,
         .realTable = u"seatledger.license_assignment (license_id, member_id, quantity, period)"_s,
         .realFile = ids});
}

} // namespace seatledger
