// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/csvreader.h"
#include "core/services/services.h"
#include "tests/support/testdatabase.h"
#include "tests/support/verify.h"

#include <QBuffer>
#include <QFile>
#include <QTemporaryDir>
#include <QTest>

#include <rapidcheck.h>

#include <memory>

using namespace Qt::StringLiterals;
using namespace seatledger;

/// A book moves by its files: exported, imported into an empty one and exported again, the files are the
/// same.
class RoundTripTest : public QObject
{
    Q_OBJECT

private slots:
    void movesABook();
};

namespace {

/// The files by which a book moves, in the order in which they are imported.
struct Moved {
    ImportKind kind;
    const char *list;
    QStringList columns;
};

const std::vector<Moved> &movedFiles()
{
    static const QStringList licenseFields{u"license"_s,
                                           u"vendor"_s,
                                           u"product"_s,
                                           u"metric"_s,
                                           u"term"_s,
                                           u"state"_s,
                                           u"owner"_s,
                                           u"overage_percent"_s,
                                           u"devices_per_seat"_s,
                                           u"floating_lease_minutes"_s,
                                           u"expiry_action"_s,
                                           u"low_seat_threshold"_s,
                                           u"note"_s};
    static const std::vector<Moved> files{
        {ImportKind::Members,
         "members",
         {u"number"_s, u"name"_s, u"email"_s, u"department"_s, u"status"_s, u"joined_on"_s, u"left_on"_s,
          u"note"_s}},
        {ImportKind::Licenses, "licenses", licenseFields},
        {ImportKind::Licenses, "entitlements",
         licenseFields
             + QStringList{u"seats"_s, u"from_day"_s, u"until_day"_s, u"price"_s, u"currency"_s, u"billing"_s,
                           u"order_number"_s, u"supplier"_s, u"entitlement_note"_s, u"entitlement"_s,
                           u"renews"_s, u"cancelled_at"_s}},
        {ImportKind::Assignments,
         "assignments",
         {u"license"_s, u"member_number"_s, u"quantity"_s, u"from_day"_s, u"until_day"_s, u"state"_s,
          u"seat_released"_s, u"suspended_until"_s, u"ended_on"_s, u"end_reason"_s, u"note"_s}}};
    return files;
}

/// A text that makes files hard, as the book takes it: without blanks around it, not empty.
rc::Gen<QString> hardText()
{
    const auto character = rc::gen::element<char16_t>(u',', u';', u'"', u'\'', u'\n', u'\t', u' ', u'=', u'+',
                                                      u'-', u'@', u'0', u'7', u'a', u'Z', u'é', u'王', u'/');
    return rc::gen::map(
        rc::gen::container<std::vector<char16_t>>(character), [](const std::vector<char16_t> &units) {
            const QString text = QStringView(units.data(), std::ssize(units)).toString().trimmed();
            return text.left(40).trimmed();
        });
}

QString quoted(const QString &text)
{
    return u'\'' + QString(text).replace(u"'"_s, u"''"_s) + u'\'';
}

/// A name that no other has.
QString uniqueName(int number)
{
    QString text = *hardText();
    text.remove(u'\n').remove(u'\t');
    return (u"%1 "_s.arg(number) + text).trimmed();
}

/// Fills a book with everything that the files carry.
void fillBook(TestDatabase &db)
{
    const int members = *rc::gen::inRange(1, 5);
    const int licenses = *rc::gen::inRange(1, 4);
    db.sql(
        u"INSERT INTO seatledger.department (id, parent_id, name) VALUES (1, NULL, 'Company'), (2, 1, 'IT'), "
        "(3, 1, 'IT two'), (4, 2, 'Support')"_s);
    db.sql(u"INSERT INTO seatledger.vendor (id, name) VALUES (1, 'Acme, Inc.'), (2, '=Vendor')"_s);
    for (int i = 1; i <= members; ++i) {
        const bool gone = *rc::gen::inRange(0, 4) == 0;
        db.sql(u"INSERT INTO seatledger.member (id, number, name, email, department_id, status, joined_on, "
               u"left_on, "
               "note) VALUES (%1, %2, %3, %4, %5, %6, %7, %8, %9)"_s.arg(
                   QString::number(i), quoted(u"00%1"_s.arg(i)), quoted(uniqueName(i)),
                   quoted(u"m%1@example.org"_s.arg(i)),
                   *rc::gen::element<QString>(u"NULL"_s, u"1"_s, u"2"_s, u"3"_s, u"4"_s),
                   gone ? u"'departed'"_s : *rc::gen::element<QString>(u"'active'"_s, u"'on_leave'"_s),
                   *rc::gen::element<QString>(u"NULL"_s, u"'2020-02-29'"_s),
                   gone ? u"'2024-05-31'"_s : u"NULL"_s, quoted(*hardText())));
    }
    for (int i = 1; i <= licenses; ++i) {
        const bool floating = *rc::gen::inRange(0, 3) == 0;
        db.sql(u"INSERT INTO seatledger.product (id, vendor_id, name) VALUES (%1, %2, %3)"_s.arg(
            QString::number(i), *rc::gen::element<QString>(u"1"_s, u"2"_s), quoted(uniqueName(i))));
        db.sql(u"INSERT INTO seatledger.license (id, product_id, name, metric, term, state, owner_member_id, "
               "overage_percent, devices_per_seat, floating_lease_minutes, expiry_action, "
               "low_seat_threshold, note) "
               "VALUES (%1, %1, %2, %3, %4, 'active', %5, %6, %7, %8, 'keep', %9, "_s.arg(
                   QString::number(i), quoted(uniqueName(i)), floating ? u"'floating'"_s : u"'named_user'"_s,
                   *rc::gen::element<QString>(u"'perpetual'"_s, u"'subscription'"_s),
                   *rc::gen::element<QString>(u"NULL"_s, u"1"_s), QString::number(*rc::gen::inRange(0, 3)),
                   QString::number(*rc::gen::inRange(1, 4)), floating ? u"90"_s : u"NULL"_s,
                   *rc::gen::element<QString>(u"NULL"_s, u"5"_s))
               + quoted(*hardText()) + u')');
        const int bought = *rc::gen::inRange(0, 3);
        for (int j = 1; j <= bought; ++j) {
            const bool hasPrice = *rc::gen::inRange(0, 2) == 0;
            db.sql(u"INSERT INTO seatledger.entitlement (license_id, quantity, period, price_minor, "
                   u"currency, billing, "
                   "order_number, supplier, note) VALUES (%1, %2, %3, %4, %5, %6, %7, %8, %9)"_s.arg(
                       QString::number(i), *rc::gen::element<QString>(u"NULL"_s, u"500"_s, u"40"_s),
                       *rc::gen::element<QString>(u"'[2020-01-01,)'"_s, u"'[2021-01-01,2190-01-01)'"_s),
                       hasPrice ? QString::number(*rc::gen::inRange(0, 1'000'000)) : u"NULL"_s,
                       hasPrice ? *rc::gen::element<QString>(u"'EUR'"_s, u"'JPY'"_s, u"'KWD'"_s) : u"NULL"_s,
                       *rc::gen::element<QString>(u"'once'"_s, u"'monthly'"_s, u"'yearly'"_s),
                       quoted(u"PO-%1"_s.arg(j)), quoted(uniqueName(j)), quoted(*hardText())));
        }
    }
    db.sql(u"UPDATE seatledger.entitlement e SET renews_id = r.id FROM seatledger.entitlement r WHERE "
           u"r.license_id = "
           "e.license_id AND r.id = (SELECT max(id) FROM seatledger.entitlement b WHERE b.license_id = "
           "e.license_id AND b.id < e.id) AND e.id % 2 = %1"_s.arg(*rc::gen::inRange(0, 2)));
    db.sql(
        u"INSERT INTO seatledger.license_assignment (license_id, member_id, quantity, period, state, note) "
        "SELECT l.id, m.id, 1 + (m.id % 3), CASE WHEN m.id % 2 = 0 THEN '[2024-01-01,)'::daterange "
        "ELSE '[2024-03-01,2199-01-01)'::daterange END, 'active', l.note FROM seatledger.license l "
        "CROSS JOIN seatledger.member m JOIN seatledger.license_seats s ON s.license_id = l.id "
        "WHERE m.status <> 'departed' AND (s.capacity IS NULL OR s.capacity > 20)"_s);
}

QByteArray exportOf(Services &services, TestDatabase &db, const Moved &moved)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    const auto rows = services.exports.toDevice(
        db.session(), *exportNamed(QString::fromLatin1(moved.list), {}), buffer, {.columns = moved.columns});
    if (!rows)
        RC_FAIL(describe(rows.error()).toStdString());
    return bytes;
}

/// Each book numbers its purchases by itself: here by where they come up in the file.
QByteArray renumbered(QByteArray text)
{
    QBuffer file(&text);
    file.open(QIODevice::ReadOnly);
    QHash<QString, QString> numbers{{QString(), QString()}};
    QStringList headings;
    QByteArray plain;
    const auto rows = CsvReader::read(file, [&](const CsvRow &row) -> Result<void> {
        QStringList cells = row.cells;
        for (qsizetype i = 0; i < headings.size(); ++i) {
            if (headings[i] != u"entitlement" && headings[i] != u"renews")
                continue;
            if (!numbers.contains(cells[i]))
                numbers.insert(cells[i], u"#%1"_s.arg(numbers.size()));
            cells[i] = numbers.value(cells[i]);
        }
        if (headings.isEmpty())
            headings = cells;
        plain += cells.join(u'|').toUtf8() + '\n';
        return {};
    });
    if (!rows)
        RC_FAIL(describe(rows.error()).toStdString());
    return plain;
}

void importInto(Services &services, TestDatabase &db, const Moved &moved, const QString &path)
{
    const auto preview = TableFile::preview(path);
    RC_ASSERT(preview.has_value());
    if (preview->rows.empty())
        return;
    ImportRequest request{.kind = moved.kind, .path = path, .format = preview->format, .createMissing = true};
    const auto mapping = services.imports.match(db.session(), moved.kind, *preview);
    RC_ASSERT(mapping.has_value());
    RC_ASSERT(mapping->unconfirmed().isEmpty()); // exports name columns as imports do
    request.mapping = *mapping;
    const auto outcome = services.imports.run(db.session(), request);
    if (!outcome)
        RC_FAIL(describe(outcome.error()).toStdString());
    for (const ImportProblem &problem : outcome->problems)
        RC_LOG() << moved.list << " row " << problem.row << " " << problem.column.toStdString() << " \""
                 << problem.value.toStdString() << "\": " << problem.reason.toStdString() << "\n";
    RC_ASSERT(outcome->rejected == 0);
}

} // namespace

void RoundTripTest::movesABook()
{
    if (!qEnvironmentVariableIsSet("RC_PARAMS"))
        qputenv("RC_PARAMS", "max_success=12"); // each makes two books; a hundred took four minutes
    QVERIFY(rc::check("a book that moved is the same", [] {
        const QTemporaryDir folder;
        Services services;
        TestDatabase from;
        TestDatabase into;
        fillBook(from);
        QList<QByteArray> before;
        for (const Moved &moved : movedFiles()) {
            before.append(exportOf(services, from, moved));
            QFile file(folder.filePath(QString::fromLatin1(moved.list) + u".csv"_s));
            RC_ASSERT(file.open(QIODevice::WriteOnly));
            file.write(before.last());
            file.close();
            importInto(services, into, moved, file.fileName());
        }
        for (std::size_t i = 0; i < movedFiles().size(); ++i) {
            const QByteArray after = exportOf(services, into, movedFiles()[i]);
            RC_LOG() << movedFiles()[i].list << " before:\n"
                     << before[static_cast<qsizetype>(i)].toStdString() << "after:\n"
                     << after.toStdString() << "\n";
            RC_ASSERT(renumbered(after) == renumbered(before[static_cast<qsizetype>(i)]));
        }
    }));
}

QTEST_GUILESS_MAIN(RoundTripTest)
#include "roundtriptest.moc"
