// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/exportapplicationservice.h"

#include "core/formats/csvreader.h"
#include "tests/support/book.h"
#include "tests/support/testdatabase.h"

#include <QBuffer>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QTemporaryDir>
#include <QTest>

#include <sys/stat.h>

using namespace Qt::StringLiterals;
using namespace seatledger;

/// Exports hold what the lists show, and a failed one leaves nothing behind.
class ExportApplicationServiceTest : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void exportsTheThreeLists_data();
    void exportsTheThreeLists();
    void keepsFormulasHarmless();
    void filters();
    void reportsAMissingFolder();
    void reportsAFullDisk();
    void leavesADeviceInItsPlace();
    void keepsTheOldFileWhenCancelled();

private:
    std::unique_ptr<TestDatabase> m_db;
    QTemporaryDir m_folder;
    OperatorRepository m_operators;
    AccessApplicationService m_access{m_operators};
    ExportApplicationService m_exports{m_access};
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

} // namespace

void ExportApplicationServiceTest::initTestCase()
{
    m_db = std::make_unique<TestDatabase>();
    Book book(*m_db);
    const LicenseId ide = book.licenseWithSeats(u"IDE, \"Pro\""_s, 5);
    book.assignment(ide, book.member(u"=cmd|calc"_s));
    book.assignment(ide, book.member(u"王小明"_s));
}

void ExportApplicationServiceTest::exportsTheThreeLists_data()
{
    QTest::addColumn<int>("list");
    QTest::addColumn<int>("rows");
    QTest::newRow("members") << 0 << 2;
    QTest::newRow("licences") << 1 << 1;
    QTest::newRow("assignments") << 2 << 2;
}

void ExportApplicationServiceTest::exportsTheThreeLists()
{
    QFETCH(int, list);
    QFETCH(int, rows);
    const std::array<ExportRequest, 3> requests{MemberExport{}, LicenseExport{}, AssignmentExport{}};
    const QString path = m_folder.filePath(u"list.csv"_s);
    const auto written = m_exports.toFile(m_db->session(), requests[static_cast<std::size_t>(list)], path);
    VERIFY_RESULT(written);
    QCOMPARE(*written, rows);
    const auto table = rowsOf(path);
    QCOMPARE(table.size(), rows + 1);
    for (const QStringList &row : table)
        QCOMPARE(row.size(), table.front().size());
}

void ExportApplicationServiceTest::keepsFormulasHarmless()
{
    QByteArray bytes;
    QBuffer buffer(&bytes);
    buffer.open(QIODevice::WriteOnly);
    VERIFY_RESULT(m_exports.toDevice(m_db->session(), MemberExport{}, buffer));
    QVERIFY(bytes.startsWith("\xEF\xBB\xBF"));
    QVERIFY(bytes.contains(",'=cmd|calc,"));
    QVERIFY(bytes.endsWith("\r\n"));
}

void ExportApplicationServiceTest::filters()
{
    const QString path = m_folder.filePath(u"filtered.csv"_s);
    const MemberExport request{.filter = {.search = u"王小"_s, .statuses = {}, .departments = {}}};
    VERIFY_RESULT(m_exports.toFile(m_db->session(), request, path));
    QCOMPARE(rowsOf(path).size(), 2);
    QVERIFY(rowsOf(path).last().contains(u"王小明"_s));
}

void ExportApplicationServiceTest::reportsAMissingFolder()
{
    VERIFY_ERROR(
        m_exports.toFile(m_db->session(), MemberExport{}, m_folder.filePath(u"no/such/folder.csv"_s)),
        ErrorCode::NotFound);
}

void ExportApplicationServiceTest::reportsAFullDisk()
{
    QFile full(u"/dev/full"_s);
    QVERIFY(full.open(QIODevice::WriteOnly | QIODevice::Unbuffered));
    VERIFY_ERROR(m_exports.toDevice(m_db->session(), MemberExport{}, full), ErrorCode::StorageFull);
}

void ExportApplicationServiceTest::leavesADeviceInItsPlace()
{
    const QString pipe = m_folder.filePath(u"pipe"_s);
    QCOMPARE(mkfifo(QFile::encodeName(pipe).constData(), 0600), 0);
    VERIFY_ERROR(m_exports.toFile(m_db->session(), MemberExport{}, pipe), ErrorCode::InvalidInput);
    QVERIFY(QFile::exists(pipe) && !QFileInfo(pipe).isFile());
}

void ExportApplicationServiceTest::keepsTheOldFileWhenCancelled()
{
    const QString path = m_folder.filePath(u"old.csv"_s);
    QFile old(path);
    QVERIFY(old.open(QIODevice::WriteOnly));
    old.write("old");
    old.close();
    const CancelToken token = CancelToken::create();
    token.cancel();
    m_db->connection().setCancelToken(token);
    VERIFY_ERROR(m_exports.toFile(m_db->session(), MemberExport{}, path), ErrorCode::Cancelled);
    m_db->connection().setCancelToken({});
    QVERIFY(old.open(QIODevice::ReadOnly));
    QCOMPARE(old.readAll(), QByteArray("old"));
    QCOMPARE(QDir(m_folder.path()).entryList({u"old*"_s}, QDir::Files).size(), 1);
}

QTEST_GUILESS_MAIN(ExportApplicationServiceTest)
#include "exportapplicationservicetest.moc"
