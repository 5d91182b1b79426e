// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/reportsources.h"

#include "core/services/services.h"
#include "tests/support/testdatabase.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace seatledger {

/// What a report is said to be read from: whatever is changed, each report that is another then is among
/// those that are asked again.
class ReportSourcesTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase();
    void namesWhatAChangeShowsIn_data();
    void namesWhatAChangeShowsIn();
    void leavesOutWhatItDoesNotShowIn();

private:
    std::unique_ptr<TestDatabase> m_database;
    Services m_services;
};

void ReportSourcesTest::initTestCase()
{
    m_database = std::make_unique<TestDatabase>();
    VERIFY_RESULT(m_services.sample.fill(m_database->session(),
                                         {.members = 40, .licenses = 40, .assignments = 300, .seed = 3}));
    m_database->sql(u"INSERT INTO seatledger.setting (name, value) VALUES ('report_currency', 'EUR') ON "
                    "CONFLICT (name) DO UPDATE SET value = 'EUR'"_s);
}

void ReportSourcesTest::namesWhatAChangeShowsIn_data()
{
    QTest::addColumn<QString>("table");
    QTest::addColumn<QString>("sql");
    const auto change = [](const char *table, const char *sql) {
        QTest::newRow(table) << QString::fromLatin1(table) << QString::fromLatin1(sql);
    };
    change("license_assignment",
           "UPDATE license_assignment SET state = 'revoked', ended_on = today(), end_reason = 'Over' WHERE "
           "state = 'active'");
    change("license", "UPDATE license SET name = 'A ' || name, overage_percent = 40 WHERE state = 'active'");
    change("entitlement", "UPDATE entitlement SET price_minor = 77700");
    change("product", "UPDATE product SET name = 'A ' || name");
    change("vendor", "UPDATE vendor SET name = 'A ' || name");
    change("department", "UPDATE department SET name = 'A ' || name");
    change("member", "UPDATE member SET name = 'A ' || name, department_id = NULL");
    change(
        "exchange_rate",
        "INSERT INTO exchange_rate (currency, target, rate, valid_from) SELECT DISTINCT currency, 'EUR', 3, "
        "date '2000-01-01' FROM entitlement WHERE currency <> 'EUR'");
    change("activation", "UPDATE activation SET activated_at = activated_at - interval '5 hours'");
    change("setting", "UPDATE setting SET value = 'Asia/Kathmandu' WHERE name = 'time_zone'");
}

void ReportSourcesTest::namesWhatAChangeShowsIn()
{
    QFETCH(QString, table);
    QFETCH(QString, sql);
    Session &session = m_database->session();
    const auto rowsOf = [&](ReportKind kind) {
        ReportRequest request{.kind = kind, .limit = 0};
        request.filter.idleDays = 1;
        return m_services.reports.table(session, request).value().rows;
    };
    const auto figures = [&] { return m_services.reports.figures(session, {}); };
    std::vector<std::vector<ReportRow>> before;
    for (const ReportKind kind : ReportRepository::kinds())
        before.push_back(rowsOf(kind));
    const DashboardFigures figuresBefore = figures().value();
    VERIFY_RESULT(m_database->connection().execScript(u"BEGIN; SET LOCAL search_path = seatledger, public; "_s
                                                      + sql + u"; COMMIT"_s));
    int others = 0;
    for (std::size_t i = 0; i < before.size(); ++i) {
        const ReportKind kind = ReportRepository::kinds()[i];
        if (rowsOf(kind) == before[i])
            continue;
        ++others;
        QVERIFY2(isReadFrom(kind, {}, false, table), qPrintable(toText(kind)));
    }
    QVERIFY2(others > 0, qPrintable(table + u" changed nothing"_s));
    const DashboardFigures figuresAfter = figures().value();
    if (figuresAfter.held != figuresBefore.held || figuresAfter.seats != figuresBefore.seats
        || figuresAfter.costPerMonth != figuresBefore.costPerMonth)
        QVERIFY(areFiguresReadFrom({}, false, table));
}

void ReportSourcesTest::leavesOutWhatItDoesNotShowIn()
{
    QVERIFY(!isReadFrom(ReportKind::Utilisation, {}, false, u"member"_s));
    QVERIFY(isReadFrom(ReportKind::Utilisation, {}, true, u"member"_s));
    ReportFilter ofDepartment;
    ofDepartment.departments.append(*DepartmentId::fromValue(1));
    QVERIFY(isReadFrom(ReportKind::Utilisation, ofDepartment, false, u"department"_s));
    QVERIFY(!isReadFrom(ReportKind::Activity, {}, false, u"license"_s));
    ReportFilter ofVendor;
    ofVendor.vendors.append(*VendorId::fromValue(1));
    QVERIFY(isReadFrom(ReportKind::Activity, ofVendor, false, u"product"_s));
    for (const QString &beside : {u"operator"_s, u"saved_view"_s, u"license_key"_s, u"notification"_s})
        QVERIFY(!areFiguresReadFrom({}, true, beside));
}

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::ReportSourcesTest)
#include "reportsourcestest.moc"
