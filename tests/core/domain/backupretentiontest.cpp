// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/backupretention.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace seatledger {

class BackupRetentionTest final : public QObject
{
    Q_OBJECT

private slots:
    void keepsTheNewestOfEachPeriod_data();
    void keepsTheNewestOfEachPeriod();
    void keepsAllWhereNothingIsSaid();
    void keepsTheLastVerifiedOne();
    void theOrderOfTheListDoesNotMatter();
};

namespace {

/// Two a day, at 2 and at 14 o'clock, for so many days back from Wednesday, 2026-11-25; newest first.
std::vector<BackupAge> twiceADay(int days)
{
    std::vector<BackupAge> backups;
    const QDate last(2026, 11, 25);
    for (int day = 0; day < days; ++day) {
        for (const int hour : {14, 2})
            backups.push_back({QDateTime(last.addDays(-day), QTime(hour, 0), Qt::UTC)});
    }
    return backups;
}

QStringList kept(std::span<const BackupAge> backups, const BackupRetention &retention)
{
    const auto gone = superfluousBackups(backups, retention);
    QStringList left;
    for (std::size_t place = 0; place < backups.size(); ++place) {
        if (std::ranges::find(gone, place) == gone.end())
            left.append(backups[place].takenAt.toString(u"MM-dd hh"_s));
    }
    return left;
}

} // namespace

void BackupRetentionTest::keepsTheNewestOfEachPeriod_data()
{
    QTest::addColumn<int>("last");
    QTest::addColumn<int>("daily");
    QTest::addColumn<int>("weekly");
    QTest::addColumn<int>("monthly");
    QTest::addColumn<QStringList>("expected");
    QTest::newRow("last") << 3 << 0 << 0 << 0 << QStringList{u"11-25 14"_s, u"11-25 02"_s, u"11-24 14"_s};
    QTest::newRow("days") << 0 << 2 << 0 << 0 << QStringList{u"11-25 14"_s, u"11-24 14"_s};
    // weeks begin on Monday: the 23rd, the 16th, the 9th
    QTest::newRow("weeks") << 0 << 0 << 3 << 0 << QStringList{u"11-25 14"_s, u"11-22 14"_s, u"11-15 14"_s};
    QTest::newRow("months") << 0 << 0 << 0 << 9 << QStringList{u"11-25 14"_s, u"10-31 14"_s, u"09-30 14"_s};
    QTest::newRow("together") << 2 << 1 << 2 << 2
                              << QStringList{u"11-25 14"_s, u"11-25 02"_s, u"11-22 14"_s, u"10-31 14"_s};
}

void BackupRetentionTest::keepsTheNewestOfEachPeriod()
{
    QFETCH(int, last);
    QFETCH(int, daily);
    QFETCH(int, weekly);
    QFETCH(int, monthly);
    QFETCH(QStringList, expected);
    QCOMPARE(kept(twiceADay(60), {last, daily, weekly, monthly}), expected);
}

void BackupRetentionTest::keepsAllWhereNothingIsSaid()
{
    QVERIFY(superfluousBackups(twiceADay(5), {}).empty());
    QVERIFY(superfluousBackups({}, {.daily = 1}).empty());
}

void BackupRetentionTest::keepsTheLastVerifiedOne()
{
    auto backups = twiceADay(10);
    backups[7].isVerified = true; // the 22nd, at 2
    backups[12].isVerified = true;
    QCOMPARE(kept(backups, {.last = 1}), (QStringList{u"11-25 14"_s, u"11-22 02"_s}));
}

void BackupRetentionTest::theOrderOfTheListDoesNotMatter()
{
    auto backups = twiceADay(60);
    auto expected = kept(backups, {1, 2, 3, 4});
    std::ranges::reverse(backups);
    std::ranges::reverse(expected);
    QCOMPARE(kept(backups, {1, 2, 3, 4}), expected);
}

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::BackupRetentionTest)
#include "backupretentiontest.moc"
