// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/importmatcher.h"

#include "core/services/shippedmappings.h"
#include "tests/support/verify.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace seatledger;

/// Columns are taken for fields by a mapping, by name, by likeness, in that order, and never silently by
/// likeness.
class ImportMatcherTest : public QObject
{
    Q_OBJECT

private slots:
    void takesColumnsByName_data();
    void takesColumnsByName();
    void offersSimilarNames();
    void givesEachFieldOneColumn();
    void namesTheFieldThatIsToBeConfirmed();
    void passesOverTheColumnsOfAnErrorsFile();
    void prefersASavedMapping();
    void saysWhatIsMissing();
    void tellsHowDaysAndNumbersAreWritten();
    void survivesBeingSaved();
    void shipsMappingsThatFit();

private:
    [[nodiscard]] static QStringList fieldsOf(const ImportMapping &mapping)
    {
        QStringList fields;
        for (const ColumnMatch &column : mapping.columns)
            fields.append(column.field);
        return fields;
    }
};

void ImportMatcherTest::takesColumnsByName_data()
{
    QTest::addColumn<int>("kind");
    QTest::addColumn<QStringList>("headings");
    QTest::addColumn<QStringList>("fields");
    QTest::newRow("as exports write them")
        << int(ImportKind::Assignments)
        << QStringList{u"assignment"_s, u"license"_s, u"member_number"_s, u"from_day"_s}
        << QStringList{u""_s, u"license"_s, u"member_number"_s, u"from_day"_s};
    QTest::newRow("as people write them")
        << int(ImportKind::Members) << QStringList{u" NUMBER "_s, u"E-Mail"_s, u"Joined on"_s}
        << QStringList{u"number"_s, u"email"_s, u"joined_on"_s};
}

void ImportMatcherTest::takesColumnsByName()
{
    QFETCH(int, kind);
    QFETCH(QStringList, headings);
    const ImportMapping mapping = ImportMatcher(static_cast<ImportKind>(kind), headings).matched(nullptr);
    QTEST(fieldsOf(mapping), "fields");
    for (const ColumnMatch &column : mapping.columns)
        QCOMPARE(column.origin, column.field.isEmpty() ? MatchOrigin::None : MatchOrigin::Exact);
    VERIFY_RESULT(mapping.check());
}

void ImportMatcherTest::offersSimilarNames()
{
    const ImportMapping mapping = ImportMatcher(ImportKind::Members,
                                                {u"Personalnummer"_s, u"Vorname"_s, u"Abteilung"_s,
                                                 u"Emial"_s, u"Shoe size"_s})
                                      .matched(nullptr);
    QCOMPARE(fieldsOf(mapping),
             (QStringList{u"number"_s, u"first_name"_s, u"department"_s, u"email"_s, QString()}));
    QCOMPARE(mapping.unconfirmed().size(), 4);
    VERIFY_ERROR(mapping.check(), ErrorCode::InvalidInput);
    ImportMapping confirmed = mapping;
    for (ColumnMatch &column : confirmed.columns)
        column.origin = MatchOrigin::Chosen;
    VERIFY_RESULT(confirmed.check());
}

void ImportMatcherTest::givesEachFieldOneColumn()
{
    const ImportMapping mapping = ImportMatcher(ImportKind::Members, {u"Mail"_s, u"email"_s, u"email"_s})
                                      .matched(nullptr);
    QCOMPARE(fieldsOf(mapping), (QStringList{QString(), u"email"_s, QString()}));
    // the second column of a name is left out, and no offer for another field
    const ImportMapping twice =
        ImportMatcher(ImportKind::Members, {u"number"_s, u"name"_s, u"name"_s, u"email"_s}).matched(nullptr);
    QCOMPARE(fieldsOf(twice), (QStringList{u"number"_s, u"name"_s, QString(), u"email"_s}));
    VERIFY_RESULT(twice.check());
}

void ImportMatcherTest::namesTheFieldThatIsToBeConfirmed()
{
    ImportMapping mapping{.kind = ImportKind::Members};
    mapping.columns = {
        {.heading = u"name"_s, .field = u"name"_s, .origin = MatchOrigin::Exact},
        {.heading = u"number"_s, .field = u"number"_s, .origin = MatchOrigin::Exact},
        {.heading = u"name"_s, .field = u"first_name"_s, .origin = MatchOrigin::Similar},
    };
    const auto checked = mapping.check();
    VERIFY_ERROR(checked, ErrorCode::InvalidInput);
    QVERIFY2(checked.error().message.contains(u"First name"_s), qPrintable(checked.error().message));
}

void ImportMatcherTest::passesOverTheColumnsOfAnErrorsFile()
{
    const ImportMapping mapping = ImportMatcher(
                                      ImportKind::Assignments,
                                      {u"license"_s, u"import_row"_s, u"import_column"_s, u"import_reason"_s})
                                      .matched(nullptr);
    QCOMPARE(fieldsOf(mapping), (QStringList{u"license"_s, QString(), QString(), QString()}));
}

void ImportMatcherTest::prefersASavedMapping()
{
    ImportMapping saved{.name = u"Payroll"_s, .kind = ImportKind::Members};
    saved.columns = {{.heading = u"name"_s, .field = u"number"_s},
                     {.heading = u"gone"_s, .field = u"note"_s}};
    saved.fixed = {{u"department"_s, u"IT"_s}};
    const ImportMatcher matcher(ImportKind::Members, {u"Name"_s, u"email"_s, u"Dept"_s});
    QCOMPARE(matcher.known(saved), 1);
    const ImportMapping mapping = matcher.matched(&saved);
    QCOMPARE(fieldsOf(mapping), (QStringList{u"number"_s, u"email"_s, QString()}));
    QCOMPARE(mapping.columns.front().origin, MatchOrigin::Saved);
    QCOMPARE(mapping.fixed, saved.fixed);
    QCOMPARE(mapping.name, u"Payroll"_s);
}

void ImportMatcherTest::saysWhatIsMissing()
{
    ImportMapping mapping{.kind = ImportKind::Assignments};
    VERIFY_ERROR(mapping.check(), ErrorCode::InvalidInput);
    mapping.fixed = {{u"license"_s, u"IDE"_s}};
    QCOMPARE(mapping.check().error().details.value(u"field"_s).toString(), u"member_number"_s);
    mapping.columns = {{.heading = u"who"_s, .field = u"holder"_s, .origin = MatchOrigin::Chosen}};
    VERIFY_RESULT(mapping.check());
    mapping.columns.push_back({.heading = u"too"_s, .field = u"license"_s, .origin = MatchOrigin::Chosen});
    VERIFY_ERROR(mapping.check(), ErrorCode::InvalidInput);
    mapping.columns.back().field = u"colour"_s;
    VERIFY_ERROR(mapping.check(), ErrorCode::InvalidInput);
}

void ImportMatcherTest::tellsHowDaysAndNumbersAreWritten()
{
    TableFilePreview preview{.format = {}};
    preview.headings = {u"license"_s, u"from_day"_s, u"until_day"_s, u"price"_s, u"overage_percent"_s};
    preview.rows = {{u"IDE"_s, u"03/04/2026"_s, u"31.12.2026"_s, u"1.234,50"_s, u"5"_s},
                    {u"CAD"_s, u""_s, u"soon"_s, u"7"_s, u"many"_s}};
    ImportMapping mapping = ImportMatcher(ImportKind::Licenses, preview.headings).matched(nullptr);
    ImportMatcher::tellFormats(mapping, preview);
    QCOMPARE(mapping.columns[1].days, DayOrder::DayFirst);
    QVERIFY(mapping.columns[1].doubt.contains(u"03/04/2026"_s));
    QCOMPARE(mapping.columns[2].days, DayOrder::DayFirst);
    QVERIFY(mapping.columns[2].doubt.contains(u"soon"_s));
    QCOMPARE(mapping.columns[3].decimals, DecimalMark::Comma);
    QVERIFY(mapping.columns[3].doubt.isEmpty());
    QVERIFY(mapping.columns[4].doubt.contains(u"many"_s));
    const QString doubt = mapping.columns[1].doubt;
    ImportMatcher::tellFormats(mapping, preview);
    QCOMPARE(mapping.columns[1].doubt, doubt);
}

void ImportMatcherTest::survivesBeingSaved()
{
    ImportMapping mapping{.name = u"x"_s, .kind = ImportKind::Assignments};
    mapping.columns = {{.heading = u"A"_s, .field = u"license"_s, .origin = MatchOrigin::Saved},
                       {.heading = u"B"_s,
                        .field = u"from_day"_s,
                        .origin = MatchOrigin::Saved,
                        .days = DayOrder::MonthFirst}};
    mapping.fixed = {{u"quantity"_s, u"1"_s}};
    mapping.passesOverFree = true;
    ImportMapping read = importMappingFromJson(toJson(mapping));
    read.name = mapping.name;
    read.kind = mapping.kind;
    QCOMPARE(read, mapping);
    QVERIFY(importMappingFromJson({{u"columns"_s, 7}}).columns.empty());
}

void ImportMatcherTest::shipsMappingsThatFit()
{
    QCOMPARE(shippedMappings().size(), 6u);
    for (const ShippedMapping &shipped : shippedMappings()) {
        QVERIFY2(!shipped.needs.isEmpty(), qPrintable(shipped.mapping.name));
        for (const ColumnMatch &column : shipped.mapping.columns)
            QVERIFY2(importField(shipped.mapping.kind, column.field), qPrintable(column.heading));
    }
}

QTEST_GUILESS_MAIN(ImportMatcherTest)
#include "importmatchertest.moc"
