// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/formats/daytext.h"
#include "core/formats/numbertext.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace seatledger;

class ValueTextsTest : public QObject
{
    Q_OBJECT

private slots:
    void readsDays_data();
    void readsDays();
    void guessesTheOrderOfDays_data();
    void guessesTheOrderOfDays();
    void readsNumbers_data();
    void readsNumbers();
    void readsWholeNumbers();
    void guessesTheDecimalMark_data();
    void guessesTheDecimalMark();
};

void ValueTextsTest::readsDays_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<DayOrder>("order");
    QTest::addColumn<QDate>("day"); // invalid: refused
    using enum DayOrder;
    const QDate day(2026, 11, 3);
    QTest::newRow("ISO") << u"2026-11-03"_s << YearFirst << day;
    QTest::newRow("ISO, whatever was said") << u"2026-11-03"_s << MonthFirst << day;
    QTest::newRow("compact") << u"20261103"_s << DayFirst << day;
    QTest::newRow("ISO with time") << u"2026-11-03T08:15:00Z"_s << YearFirst << day;
    QTest::newRow("time after a blank") << u" 2026-11-03 08:15:00 "_s << YearFirst << day;
    QTest::newRow("slashes, year first") << u"2026/11/3"_s << YearFirst << day;
    QTest::newRow("two figures, year first") << u"26-11-03"_s << YearFirst << day;
    QTest::newRow("German") << u"03.11.2026"_s << DayFirst << day;
    QTest::newRow("German, short") << u"3.11.26"_s << DayFirst << day;
    QTest::newRow("German with time") << u"03.11.2026 17:05"_s << DayFirst << day;
    QTest::newRow("British") << u"03/11/2026"_s << DayFirst << day;
    QTest::newRow("American") << u"11/03/2026"_s << MonthFirst << day;
    QTest::newRow("Dutch") << u"3-11-2026"_s << DayFirst << day;
    QTest::newRow("Chinese") << u"2026年11月3日"_s << MonthFirst << day;
    QTest::newRow("Arabic figures") << u"٠٣/١١/٢٠٢٦"_s << DayFirst << day;
    QTest::newRow("English word") << u"3 Nov 2026"_s << MonthFirst << day;
    QTest::newRow("American word") << u"November 3, 2026"_s << DayFirst << day;
    QTest::newRow("hyphens and word") << u"03-NOV-26"_s << YearFirst << day;
    QTest::newRow("German word") << u"3. März 2026"_s << DayFirst << QDate(2026, 3, 3);
    QTest::newRow("French word") << u"3 août 2026"_s << DayFirst << QDate(2026, 8, 3);
    QTest::newRow("Spanish words") << u"3 de enero de 2026"_s << DayFirst << QDate(2026, 1, 3);
    QTest::newRow("last century") << u"03.11.70"_s << DayFirst << QDate(1970, 11, 3);
    QTest::newRow("no such day") << u"30.02.2026"_s << DayFirst << QDate();
    QTest::newRow("no leap year") << u"2025-02-29"_s << YearFirst << QDate();
    QTest::newRow("other order") << u"31/12/2026"_s << MonthFirst << QDate();
    QTest::newRow("figures at the end, year first") << u"03/11/2026"_s << YearFirst << QDate();
    QTest::newRow("a spreadsheet's number") << u"45234"_s << YearFirst << QDate();
    QTest::newRow("word") << u"soon"_s << YearFirst << QDate();
    QTest::newRow("no month") << u"3 Foo 2026"_s << DayFirst << QDate();
    QTest::newRow("empty") << QString() << YearFirst << QDate();
    QTest::newRow("too many parts") << u"1.2.3.4"_s << DayFirst << QDate();
    QTest::newRow("year of three figures") << u"1.2.202"_s << DayFirst << QDate();
    QTest::newRow("endless") << QString(10'000, u'1') << DayFirst << QDate();
    QTest::newRow("weekday and month") << u"Tue Nov 03, 2026"_s << DayFirst << day;
}

void ValueTextsTest::readsDays()
{
    QFETCH(QString, text);
    QFETCH(DayOrder, order);
    QFETCH(QDate, day);
    QCOMPARE(dayOfText(text, order).value_or(QDate()), day);
}

void ValueTextsTest::guessesTheOrderOfDays_data()
{
    QTest::addColumn<QStringList>("texts");
    QTest::addColumn<DayOrder>("order");
    QTest::addColumn<int>("refused");
    QTest::addColumn<QString>("ambiguous");
    using enum DayOrder;
    QTest::newRow("ISO") << QStringList{u"2026-11-03"_s, u""_s} << YearFirst << 0 << QString();
    QTest::newRow("American by one value")
        << QStringList{u"03/04/2026"_s, u"12/31/2026"_s} << MonthFirst << 0 << QString();
    QTest::newRow("British by one value")
        << QStringList{u"03/04/2026"_s, u"31/12/2026"_s} << DayFirst << 0 << QString();
    QTest::newRow("either") << QStringList{u"05/05/2026"_s, u"03/04/2026"_s} << DayFirst << 0
                            << u"03/04/2026"_s;
    QTest::newRow("the same in both") << QStringList{u"05/05/2026"_s} << DayFirst << 0 << QString();
    QTest::newRow("points are no American's") << QStringList{u"03.04.2026"_s} << DayFirst << 0 << QString();
    QTest::newRow("one is wrong") << QStringList{u"31.12.2026"_s, u"31.02.2026"_s} << DayFirst << 1
                                  << QString();
    QTest::newRow("none") << QStringList{} << YearFirst << 0 << QString();
}

void ValueTextsTest::guessesTheOrderOfDays()
{
    QFETCH(QStringList, texts);
    const DayGuess guess = guessDays(texts);
    QTEST(guess.order, "order");
    QTEST(static_cast<int>(guess.refused), "refused");
    QTEST(guess.ambiguous, "ambiguous");
    QCOMPARE(guess.firstRefused.isEmpty(), guess.refused == 0);
}

void ValueTextsTest::readsNumbers_data()
{
    QTest::addColumn<QString>("text");
    QTest::addColumn<DecimalMark>("mark");
    QTest::addColumn<QString>("number"); // empty: refused
    using enum DecimalMark;
    QTest::newRow("plain") << u"1234.50"_s << Point << u"1234.50"_s;
    QTest::newRow("English") << u"1,234,567.5"_s << Point << u"1234567.5"_s;
    QTest::newRow("German") << u"1.234.567,5"_s << Comma << u"1234567.5"_s;
    QTest::newRow("French") << u"1\u202F234\u202F567,5"_s << Comma << u"1234567.5"_s;
    QTest::newRow("Swiss") << u"1’234’567.50"_s << Point << u"1234567.50"_s;
    QTest::newRow("Indian") << u"12,34,567.00"_s << Point << u"1234567.00"_s;
    QTest::newRow("dollars") << u"$1,234.50"_s << Point << u"1234.50"_s;
    QTest::newRow("euros behind") << u"1.234,50 €"_s << Comma << u"1234.50"_s;
    QTest::newRow("letters") << u"EUR 1234.5"_s << Point << u"1234.5"_s;
    QTest::newRow("negative") << u"-$5.00"_s << Point << u"-5.00"_s;
    QTest::newRow("negative behind the sign") << u"$-5"_s << Point << u"-5"_s;
    QTest::newRow("Arabic figures") << u"١٢٣"_s << Point << u"123"_s;
    QTest::newRow("the other mark") << u"12,50"_s << Point << QString();
    QTest::newRow("groups of no size") << u"1,23,4.5"_s << Point << QString();
    QTest::newRow("mixed groups") << u"1,234 567"_s << Point << QString();
    QTest::newRow("no decimals") << u"5."_s << Point << QString();
    QTest::newRow("no whole") << u".5"_s << Point << QString();
    QTest::newRow("two marks") << u"1.2.3"_s << Point << QString();
    QTest::newRow("word") << u"many"_s << Point << QString();
    QTest::newRow("exponent") << u"1e5"_s << Point << QString();
    QTest::newRow("empty") << u" "_s << Point << QString();
    QTest::newRow("sign alone") << u"-"_s << Point << QString();
}

void ValueTextsTest::readsNumbers()
{
    QFETCH(QString, text);
    QFETCH(DecimalMark, mark);
    QFETCH(QString, number);
    QCOMPARE(numberOfText(text, mark).value_or(QString()), number);
}

void ValueTextsTest::readsWholeNumbers()
{
    QCOMPARE(countOfText(u"1,234", DecimalMark::Point), 1234);
    QCOMPARE(countOfText(u"5,00", DecimalMark::Comma), 5);
    QVERIFY(!countOfText(u"5.5", DecimalMark::Point));
    QVERIFY(!countOfText(u"1,234", DecimalMark::Comma));
    QVERIFY(!countOfText(u"99999999999999999999", DecimalMark::Point));
}

void ValueTextsTest::guessesTheDecimalMark_data()
{
    QTest::addColumn<QStringList>("texts");
    QTest::addColumn<bool>("areCounts");
    QTest::addColumn<DecimalMark>("mark");
    QTest::addColumn<int>("refused");
    QTest::addColumn<QString>("ambiguous");
    using enum DecimalMark;
    QTest::newRow("plain") << QStringList{u"5"_s, u""_s} << false << Point << 0 << QString();
    QTest::newRow("comma by one value")
        << QStringList{u"1.234"_s, u"12,50"_s} << false << Comma << 0 << QString();
    QTest::newRow("either") << QStringList{u"1,234"_s} << false << Point << 0 << u"1,234"_s;
    QTest::newRow("a count has no decimals") << QStringList{u"1.234"_s} << true << Comma << 0 << QString();
    QTest::newRow("one is wrong") << QStringList{u"1.50"_s, u"x"_s} << false << Point << 1 << QString();
}

void ValueTextsTest::guessesTheDecimalMark()
{
    QFETCH(QStringList, texts);
    QFETCH(bool, areCounts);
    const NumberGuess guess = guessNumbers(texts, areCounts);
    QTEST(guess.mark, "mark");
    QTEST(static_cast<int>(guess.refused), "refused");
    QTEST(guess.ambiguous, "ambiguous");
}

QTEST_GUILESS_MAIN(ValueTextsTest)
#include "valuetextstest.moc"
