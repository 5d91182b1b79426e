// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/reports/reportchoice.h"

#include <QSettings>
#include <QTemporaryDir>
#include <QTest>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

ReportPlace somePlace()
{
    return {.kind = ReportKind::IdleSeats,
            .choice = {.period = {.name = u"days"_s, .from = QDate(2026, 1, 1), .until = QDate(2026, 3, 31)},
                       .asOf = QDate(2026, 2, 28),
                       .departments = {*DepartmentId::fromValue(3), *DepartmentId::fromValue(8)},
                       .vendors = {*VendorId::fromValue(4)},
                       .products = {*ProductId::fromValue(5)},
                       .license = PickerItem{.id = 6, .title = u"IDE"_s},
                       .search = u"a b"_s,
                       .leadDays = 30,
                       .idleDays = 45},
            .sortColumn = u"idle_days"_s,
            .isDescending = true};
}

} // namespace

class ReportChoiceTest final : public QObject
{
    Q_OBJECT

private slots:
    void initTestCase()
    {
        QVERIFY(m_home.isValid());
        QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_home.path());
    }
    void init() { QSettings().clear(); }

    void periodsMoveWithTheDay()
    {
        const QDate today(2026, 3, 31);
        QCOMPARE(daysOf({.name = u"after-3"_s}, today), std::pair(today, QDate(2026, 6, 30)));
        QCOMPARE(daysOf({.name = u"last-year"_s}, today), std::pair(QDate(2025, 1, 1), QDate(2025, 12, 31)));
        QCOMPARE(daysOf({.name = u"after-3"_s}, today.addDays(1)),
                 std::pair(QDate(2026, 4, 1), QDate(2026, 7, 1)));
        QCOMPARE(daysOf({.name = u"made up"_s}, today), daysOf({}, today));
        const PeriodChoice own{.name = u"days"_s, .from = QDate(2026, 1, 1), .until = QDate(2026, 1, 31)};
        QCOMPARE(daysOf(own, today), std::pair(QDate(2026, 1, 1), QDate(2026, 1, 31)));
        QCOMPARE(periodTitle(own), u"2026-01-01 – 2026-01-31"_s);
    }

    void whatWasStoredWhenOneCouldBeChosenHolds()
    {
        const ReportChoice choice = choiceFromVariant(
            {{u"vendor"_s, 4}, {u"department"_s, QVariantList{3, 8, 0}}});
        QCOMPARE(choice.vendors, QList{*VendorId::fromValue(4)});
        QCOMPARE(choice.departments, (QList{*DepartmentId::fromValue(3), *DepartmentId::fromValue(8)}));
        QVERIFY(choice.products.isEmpty());
    }

    void aReportTakesOnlyWhatItKnows()
    {
        const QDate today(2026, 3, 31);
        const ReportFilter all = filterOf(somePlace().choice, fieldsOf(ReportKind::IdleSeats), today);
        QCOMPARE(all.idleDays, 45);
        QCOMPARE(all.departments, (QList{*DepartmentId::fromValue(3), *DepartmentId::fromValue(8)}));
        QVERIFY(!all.from); // it is as of a day
        QCOMPARE(all.leadDays, ReportFilter().leadDays);
        const ReportFilter times = filterOf(somePlace().choice, fieldsOf(ReportKind::Activity), today);
        QCOMPARE(times.from, QDate(2026, 1, 1));
        QCOMPARE(times.until, QDate(2026, 3, 31));
        QVERIFY(!times.asOf);
        QVERIFY(times.search.isEmpty());
    }

    void everyReportHasFields()
    {
        for (const auto &entry : enumEntries<ReportKind>())
            QVERIFY2(fieldsOf(entry.value).contains(ReportField::Vendor), entry.name.data());
    }

    void aPlaceSurvivesBeingStored()
    {
        QCOMPARE(placeFromVariant(toVariant(somePlace())), std::optional(somePlace()));
        QCOMPARE(placeFromVariant(toVariant(ReportPlace())), std::optional(ReportPlace()));
        QVERIFY(!placeFromVariant({{u"report"_s, u"gone"_s}}));
        const QVariantMap broken{{u"report"_s, u"expiring"_s}, {u"asOf"_s, u"nonsense"_s}, {u"vendor"_s, -3}};
        QCOMPARE(placeFromVariant(broken), std::optional(ReportPlace{.kind = ReportKind::Expiring}));
    }

private:
    QTemporaryDir m_home;
};

} // namespace seatledger

QTEST_APPLESS_MAIN(seatledger::ReportChoiceTest)
#include "reportchoicetest.moc"
