// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/exportapplicationservice.h"

#include "core/formats/csvreader.h"
#include "core/formats/csvtext.h"
#include "core/services/reportingapplicationservice.h"
#include "tests/support/book.h"
#include "tests/support/colleagues.h"
#include "tests/support/smalldisk.h"
#include "tests/support/spreadsheet.h"
#include "tests/support/testdatabase.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QRegularExpression>
#include <QTemporaryDir>
#include <QTest>

#include <sys/fsuid.h>
#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace seatledger;

/// Exports hold what the lists show, in every format, and a failed one leaves nothing behind.
class ExportApplicationServiceTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void exportsEveryList_data();
    void exportsEveryList();
    void opensInASpreadsheet_data();
    void opensInASpreadsheet();
    void keepsFormulasHarmless();
    void filters();
    void takesTheColumnsThatWereChosen();
    void refusesColumnsThatAreNotThere();
    void writesAmountsInTheirCurrency();
    void showsCostsOnlyToThoseWhoMaySeeThem();
    void namesDepartmentsByTheirPath();
    void writesReports();
    void reportsAMissingFolder();
    void reportsAFolderOfOthers();
    void reportsAFullDisk_data();
    void reportsAFullDisk();
    void leavesADeviceInItsPlace();
    void keepsTheOldFileWhenCancelled_data();
    void keepsTheOldFileWhenCancelled();

private:
    QByteArray exported(const ExportRequest &request, const ExportOptions &options = {});
    QJsonArray exportedJson(const ExportRequest &request, const QStringList &columns = {});

    std::unique_ptr<TestDatabase> m_db;
    std::unique_ptr<Colleagues> m_people;
    QTemporaryDir m_folder;
    OperatorRepository m_operators;
    AccessApplicationService m_access{m_operators};
    ReportRepository m_reportQueries;
    ReportingApplicationService m_reports{m_reportQueries, m_access};
    ExportApplicationService m_exports{m_access, m_reports};
};

namespace {

QList<QStringList> rowsOf(const QString &path)
{
    QFile file(path);
    QList<QStringList> rows;
    if (file.open(QIODevice::ReadOnly))
        std::ignore = CsvReader::read(file, [&](const CsvRow &row) -> Result<void> {
            rows.append(row.cells);
            return {};
        });
    return rows;
}

QStringList everythingIn(const QString &folder)
{
    return QDir(folder).entryList(QDir::AllEntries | QDir::Hidden | QDir::System | QDir::NoDotAndDotDot);
}

void addFormats()
{
    QTest::addColumn<TableFormat>("format");
    for (const auto &entry : enumEntries<TableFormat>())
        QTest::newRow(entry.name.data()) << entry.value;
}

} // namespace

void ExportApplicationServiceTest::initTestCase()
{
    m_db = std::make_unique<TestDatabase>();
    m_people = std::make_unique<Colleagues>(*m_db);
    m_db->sql(u"INSERT INTO seatledger.department (id, parent_id, name) VALUES (1, NULL, 'Company'), "
              "(2, 1, 'IT'), (3, 2, 'Support')"_s);
    Book book(*m_db);
    const LicenseId ide = book.licenseWithSeats(u"IDE, \"Pro\""_s, 5);
    book.assignment(ide, book.member(u"=cmd|calc"_s));
    book.assignment(ide, book.member(u"王小明"_s));
    m_db->sql(u"UPDATE seatledger.member SET department_id = 3 WHERE name = '王小明'"_s);
    m_db->sql(
        u"INSERT INTO seatledger.entitlement (license_id, quantity, period, price_minor, currency, "
        "order_number) SELECT id, 7, '[2030-01-01,2031-01-01)', 123450, 'EUR', '=PO' FROM seatledger.license"_s);
    m_db->sql(u"INSERT INTO seatledger.device (fingerprint, name, member_id) "
              "SELECT 'ab:cd:ef:0' || id, '-notebook ' || id, id FROM seatledger.member"_s);
    m_people->add(u"otto"_s, {.role = Role::Staff});
}

QByteArray ExportApplicationServiceTest::exported(const ExportRequest &request, const ExportOptions &options)
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    const auto rows = m_exports.toDevice(m_db->session(), request, buffer, options);
    if (!rows)
        qWarning("%s", describe(rows.error()).constData());
    return rows ? bytes : QByteArray();
}

QJsonArray ExportApplicationServiceTest::exportedJson(const ExportRequest &request,
                                                      const QStringList &columns)
{
    return QJsonDocument::fromJson(exported(request, {TableFormat::Json, columns})).array();
}

void ExportApplicationServiceTest::exportsEveryList_data()
{
    QTest::addColumn<QString>("list");
    QTest::addColumn<int>("rows"); // 0: some
    const std::map<QString, int> known{
        {u"members"_s, 2},   {u"licenses"_s, 1},       {u"assignments"_s, 2},
        {u"devices"_s, 2},   {u"departments"_s, 3},    {u"entitlements"_s, 2},
        {u"operators"_s, 1}, {u"report:holders"_s, 2}, {u"report:utilisation"_s, 1}};
    QStringList lists = exportNames().filter(QRegularExpression(u"^\\w+$"_s));
    for (const ReportKind kind : ReportRepository::kinds())
        lists.append(u"report:"_s + toText(kind));
    for (const QString &list : lists)
        QTest::newRow(qPrintable(list)) << list << (known.contains(list) ? known.at(list) : 0);
}

void ExportApplicationServiceTest::exportsEveryList()
{
    QFETCH(QString, list);
    QFETCH(int, rows);
    const auto request = exportNamed(list, {});
    QVERIFY(request);
    const QString path = m_folder.filePath(u"list.csv"_s);
    const auto written = m_exports.toFile(m_db->session(), *request, path);
    VERIFY_RESULT(written);
    if (rows > 0)
        QCOMPARE(*written, rows);
    const auto table = rowsOf(path);
    QCOMPARE(table.size(), *written + 1);
    for (const QStringList &row : table)
        QCOMPARE(row.size(), table.front().size());

    const QJsonArray objects = exportedJson(*request);
    QCOMPARE(objects.size(), *written);
    if (objects.isEmpty())
        return;
    const QStringList keys = objects.at(0).toObject().keys();
    QCOMPARE(QSet<QString>(keys.begin(), keys.end()),
             QSet<QString>(table.front().begin(), table.front().end()));
}

void ExportApplicationServiceTest::opensInASpreadsheet_data()
{
    QTest::addColumn<QString>("list");
    QTest::addColumn<TableFormat>("format");
    for (const QString &list : {u"members"_s, u"entitlements"_s, u"devices"_s, u"audit"_s,
                                u"report:utilisation"_s, u"report:expiring"_s}) {
        for (const TableFormat format : {TableFormat::Csv, TableFormat::Xlsx})
            QTest::addRow("%s as %s", qPrintable(list), qPrintable(toText(format))) << list << format;
    }
}

/// The same cells as in JSON, which keeps null and the kinds.
void ExportApplicationServiceTest::opensInASpreadsheet()
{
    if (!Spreadsheet::isThere())
        QSKIP("LibreOffice is not installed");
    QFETCH(QString, list);
    QFETCH(TableFormat, format);
    const auto request = exportNamed(list, {});
    const QString path = m_folder.filePath(QString(list).replace(u':', u'-') + u'.' + toText(format));
    VERIFY_RESULT(m_exports.toFile(m_db->session(), *request, path, {.format = format}));
    const auto opened = Spreadsheet::open(path);
    QVERIFY(opened);
    QVERIFY(!opened->hasFormulas());
    const QList<SheetRow> shown = opened->sheets.constFirst().rows;
    const QJsonArray expected = exportedJson(*request);
    QCOMPARE(shown.size(), expected.size() + 1);
    for (qsizetype row = 0; row < expected.size(); ++row) {
        const QJsonObject object = expected.at(row).toObject();
        for (qsizetype column = 0; column < shown[0].size(); ++column) {
            const QJsonValue value = object.value(shown[0][column].text);
            const SheetCell cell = shown[row + 1].value(column);
            if (value.isDouble())
                QCOMPARE(cell.value.toDouble(), value.toDouble());
            else if (value.isNull())
                QVERIFY(cell.type.isEmpty());
            else if (!shown[0][column].text.endsWith(u"_at"_s) && shown[0][column].text != u"at"_s)
                QCOMPARE(format == TableFormat::Csv
                             ? QString::fromUtf8(csvTextOf(cell.text.toUtf8()).toByteArray())
                             : cell.text,
                         value.toString());
            else if (format == TableFormat::Xlsx)
                QVERIFY2(value.toString().startsWith(cell.text.left(10)), qPrintable(cell.text));
        }
    }
}

void ExportApplicationServiceTest::keepsFormulasHarmless()
{
    const QByteArray bytes = exported(MemberExport{});
    QVERIFY(bytes.startsWith("\xEF\xBB\xBF"));
    QVERIFY(bytes.contains(",'=cmd|calc,"));
    QVERIFY(bytes.endsWith("\r\n"));
}

void ExportApplicationServiceTest::filters()
{
    const QString path = m_folder.filePath(u"filtered.csv"_s);
    VERIFY_RESULT(m_exports.toFile(m_db->session(), *exportNamed(u"members"_s, u"王小"_s), path));
    QCOMPARE(rowsOf(path).size(), 2);
    QVERIFY(rowsOf(path).last().contains(u"王小明"_s));
    QCOMPARE(exportedJson(*exportNamed(u"departments"_s, u"support"_s)).size(), 1);
    QCOMPARE(exportedJson(*exportNamed(u"devices"_s, u"NOTEBOOK"_s)).size(), 2);
    QCOMPARE(exportedJson(*exportNamed(u"entitlements"_s, u"=po"_s)).size(), 1);
    QVERIFY(!exportNamed(u"nothing"_s, {}));
}

void ExportApplicationServiceTest::takesTheColumnsThatWereChosen()
{
    const QByteArray bytes = exported(MemberExport{.order = {MemberSort::ByName, false}},
                                      {.columns = {u"name"_s, u"department"_s}});
    QCOMPARE(bytes, "\xEF\xBB\xBFname,department\r\n'=cmd|calc,\r\n王小明,Company / IT / Support\r\n"_ba);
}

void ExportApplicationServiceTest::refusesColumnsThatAreNotThere()
{
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    const auto unknown = m_exports.toDevice(m_db->session(), MemberExport{}, buffer,
                                            {.columns = {u"name"_s, u"shoe_size"_s}});
    VERIFY_ERROR(unknown, ErrorCode::InvalidInput);
    QVERIFY(unknown.error().message.contains(u"shoe_size"_s));
    QVERIFY(unknown.error().message.contains(u"joined_on"_s));
    VERIFY_ERROR(
        m_exports.toDevice(m_db->session(), MemberExport{}, buffer, {.columns = {u"name"_s, u"name"_s}}),
        ErrorCode::InvalidInput);
    QVERIFY(buffer.data().isEmpty());
}

void ExportApplicationServiceTest::writesAmountsInTheirCurrency()
{
    const QJsonArray rows = exportedJson(EntitlementExport{},
                                         {u"seats"_s, u"from_day"_s, u"price"_s, u"currency"_s});
    QCOMPARE(rows.at(1).toObject(), (QJsonObject{{u"seats"_s, 7},
                                                 {u"from_day"_s, u"2030-01-01"_s},
                                                 {u"price"_s, 1234.5},
                                                 {u"currency"_s, u"EUR"_s}}));
    QCOMPARE(rows.at(0).toObject().value(u"price"_s), QJsonValue());
}

void ExportApplicationServiceTest::showsCostsOnlyToThoseWhoMaySeeThem()
{
    const QString stan = m_people->add(u"stan"_s, {.role = Role::Staff});
    const QString vera = m_people->add(u"vera"_s, {.role = Role::Staff, .rights = {Right::ViewCosts}});
    for (const QString &login : {stan, vera}) {
        QByteArray bytes;
        QBuffer buffer(&bytes);
        buffer.open(QIODevice::WriteOnly);
        VERIFY_RESULT(m_exports.toDevice(m_people->as(login), EntitlementExport{}, buffer));
        QCOMPARE(bytes.contains("price"), login == vera);
        QCOMPARE(bytes.contains("1234.50,EUR"), login == vera);
    }
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    VERIFY_ERROR(
        m_exports.toDevice(m_people->as(stan), EntitlementExport{}, buffer, {.columns = {u"price"_s}}),
        ErrorCode::Forbidden);
}

void ExportApplicationServiceTest::namesDepartmentsByTheirPath()
{
    const QJsonArray departments = exportedJson(DepartmentExport{});
    QCOMPARE(departments.at(2).toObject(), (QJsonObject{{u"department"_s, u"Company / IT / Support"_s},
                                                        {u"name"_s, u"Support"_s},
                                                        {u"parent"_s, u"IT"_s},
                                                        {u"members"_s, 1}}));
}

void ExportApplicationServiceTest::writesReports()
{
    m_db->sql(
        u"INSERT INTO seatledger.entitlement (license_id, quantity, period, price_minor, currency) SELECT "
        "id, 4, daterange(seatledger.today(), seatledger.today() + 30), 99900, 'JPY' FROM seatledger.license"_s);
    const ReportRequest request{.kind = ReportKind::Expiring, .limit = 0};
    const auto table = m_reports.table(m_db->session(), request);
    VERIFY_RESULT(table);
    const QJsonArray rows = exportedJson(ReportExport{request},
                                         {u"license"_s, u"seats"_s, u"price"_s, u"currency"_s});
    QCOMPARE(rows.size(), table->total);
    QCOMPARE(rows.at(0).toObject(), (QJsonObject{{u"license"_s, u"IDE, \"Pro\""_s},
                                                 {u"seats"_s, 4},
                                                 {u"price"_s, 99900},
                                                 {u"currency"_s, u"JPY"_s}}));
    const QString stan = m_people->add(u"carl"_s, {.role = Role::Staff});
    QBuffer buffer;
    buffer.open(QIODevice::WriteOnly);
    VERIFY_ERROR(m_exports.toDevice(m_people->as(stan), *exportNamed(u"report:cost-by-vendor"_s, {}), buffer),
                 ErrorCode::Forbidden);
    VERIFY_RESULT(m_exports.toDevice(m_people->as(stan), ReportExport{request}, buffer));
    QVERIFY(buffer.data().contains("ends_on"));
    QVERIFY(!buffer.data().contains("price") && !buffer.data().contains("currency"));
}

void ExportApplicationServiceTest::reportsAMissingFolder()
{
    VERIFY_ERROR(
        m_exports.toFile(m_db->session(), MemberExport{}, m_folder.filePath(u"no/such/folder.csv"_s)),
        ErrorCode::NotFound);
}

void ExportApplicationServiceTest::reportsAFolderOfOthers()
{
    const QTemporaryDir closed;
    QVERIFY(QFile::setPermissions(closed.path(), QFile::ReadOwner | QFile::ExeOwner));
    constexpr uid_t nobody = 65'534;
    const int before = setfsuid(nobody); // the administrator may write anywhere
    const auto written = m_exports.toFile(m_db->session(), MemberExport{}, closed.filePath(u"list.csv"_s));
    setfsuid(static_cast<uid_t>(before));
    VERIFY_ERROR(written, ErrorCode::Forbidden);
    QVERIFY(everythingIn(closed.path()).isEmpty());
}

void ExportApplicationServiceTest::reportsAFullDisk_data()
{
    addFormats();
}

void ExportApplicationServiceTest::reportsAFullDisk()
{
    QFETCH(TableFormat, format);
    QFile full(u"/dev/full"_s);
    QVERIFY(full.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    VERIFY_ERROR(m_exports.toDevice(m_db->session(), MemberExport{}, full, {.format = format}),
                 ErrorCode::StorageFull);

    const SmallDisk disk(16);
    if (!disk.isThere())
        QSKIP("no right to mount a small disk");
    const QString path = QDir(disk.path()).filePath(u"members.out"_s);
    QFile old(path);
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write("old");
    old.close();
    QFile filler(QDir(disk.path()).filePath(u"filler"_s));
    QVERIFY(filler.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    while (filler.write(QByteArray(1024, 'x')) > 0) {}
    VERIFY_ERROR(m_exports.toFile(m_db->session(), AuditExport{}, path, {.format = format}),
                 ErrorCode::StorageFull);
    QCOMPARE(everythingIn(disk.path()), (QStringList{u"filler"_s, u"members.out"_s}));
    QVERIFY(old.open(QIODevice::ReadOnly));
    QCOMPARE(old.readAll(), QByteArray("old"));
}

void ExportApplicationServiceTest::leavesADeviceInItsPlace()
{
    const QString pipe = m_folder.filePath(u"pipe"_s);
    QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    VERIFY_ERROR(m_exports.toFile(m_db->session(), MemberExport{}, pipe), ErrorCode::InvalidInput);
    QVERIFY(QFile::exists(pipe) && !QFileInfo(pipe).isFile());
}

void ExportApplicationServiceTest::keepsTheOldFileWhenCancelled_data()
{
    QTest::addColumn<TableFormat>("format");
    QTest::addColumn<QString>("when");
    for (const auto &entry : enumEntries<TableFormat>()) {
        for (const QString &when : {u"before"_s, u"on the way"_s, u"while finishing"_s})
            QTest::addRow("%s %s", entry.name.data(), qPrintable(when)) << entry.value << when;
    }
}

void ExportApplicationServiceTest::keepsTheOldFileWhenCancelled()
{
    QFETCH(TableFormat, format);
    QFETCH(QString, when);
    m_db->sql(
        u"INSERT INTO seatledger.member (number, name, email) SELECT 'L' || n, 'Long list', 'l' || n || "
        "'@example.org' FROM generate_series(1, 12000) n ON CONFLICT DO NOTHING"_s);
    const QTemporaryDir folder;
    const QString path = folder.filePath(u"old.out"_s);
    QFile old(path);
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write("old");
    old.close();
    const CancelToken token = CancelToken::create();
    if (when == u"before"_s)
        token.cancel();
    m_db->connection().setCancelToken(token);
    const auto written = m_exports.toFile(m_db->session(), MemberExport{}, path, {.format = format},
                                          [&](const ExportProgress &progress) {
                                              if (progress.isFinishing == (when == u"while finishing"_s))
                                                  token.cancel();
                                          });
    m_db->connection().setCancelToken({});
    VERIFY_ERROR(written, ErrorCode::Cancelled);
    QVERIFY(old.open(QIODevice::ReadOnly));
    QCOMPARE(old.readAll(), QByteArray("old"));
    QCOMPARE(everythingIn(folder.path()), QStringList{u"old.out"_s});
}

QTEST_GUILESS_MAIN(ExportApplicationServiceTest)
#include "exportapplicationservicetest.moc"
