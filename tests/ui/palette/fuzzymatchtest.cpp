// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/fuzzymatch.h"

#include <QTest>

namespace seatledger {

using namespace Qt::StringLiterals;

class FuzzyMatchTest final : public QObject
{
    Q_OBJECT

private slots:
    void matchesLettersOfWords_data()
    {
        QTest::addColumn<QString>("typed");
        QTest::addColumn<QString>("text");
        QTest::addColumn<bool>("matches");
        QTest::newRow("nothing typed") << QString() << u"Members"_s << true;
        QTest::newRow("beginning") << u"mem"_s << u"Members"_s << true;
        QTest::newRow("within") << u"sign"_s << u"Assign seats"_s << true;
        QTest::newRow("words in any order") << u"seats ass"_s << u"Assign seats"_s << true;
        QTest::newRow("initials") << u"as"_s << u"Assign seats"_s << true;
        QTest::newRow("one jump") << u"asgn"_s << u"Assign seats"_s << true;
        QTest::newRow("two jumps") << u"agst"_s << u"Assign seats"_s << false;
        QTest::newRow("a jump of few letters") << u"agn"_s << u"Assign seats"_s << false;
        QTest::newRow("one word of two") << u"assign xyz"_s << u"Assign seats"_s << false;
        QTest::newRow("Chinese") << u"许可"_s << u"软件许可证"_s << true;
    }
    void matchesLettersOfWords()
    {
        QFETCH(QString, typed);
        QFETCH(QString, text);
        QFETCH(bool, matches);
        QCOMPARE(fuzzyMatch(typed, text).has_value(), matches);
    }

    void putsTheBestFirst()
    {
        const auto score = [](const QString &text) { return fuzzyMatch(u"lic"_s, text)->score; };
        QVERIFY(score(u"Licences"_s) > score(u"New licence"_s));
        QVERIFY(score(u"New licence"_s) > score(u"Duplicate"_s));
        QVERIFY(score(u"Licence"_s) > score(u"Licences of a vendor"_s));
    }

    void tellsWhichLettersTheyAre()
    {
        QCOMPARE(fuzzyMatch(u"se as"_s, u"Assign seats"_s)->letters, (QList<qsizetype>{0, 1, 7, 8}));
    }
};

} // namespace seatledger

QTEST_APPLESS_MAIN(seatledger::FuzzyMatchTest)
#include "fuzzymatchtest.moc"
