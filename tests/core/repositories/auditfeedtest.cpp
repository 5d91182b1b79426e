// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/auditfeed.h"

#include "tests/support/book.h"
#include "tests/support/testdatabase.h"

#include <QTest>

#include <algorithm>

using namespace Qt::StringLiterals;
using namespace seatledger;

/// The audit read on from a place, piece by piece.
class AuditFeedTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void isTheSameInPiecesOfAnySize();
    void goesOnWithinAStatement();
    void hasNothingBehindTheEnd();

private:
    [[nodiscard]] std::vector<AuditPlace> read(AuditPlace from, int pieces);

    std::unique_ptr<TestDatabase> m_db;
};

void AuditFeedTest::init()
{
    m_db = std::make_unique<TestDatabase>();
    Book book(*m_db);
    for (const QString &name : {u"Ana"_s, u"Bo"_s, u"Cem"_s})
        book.member(name);
    m_db->sql(u"UPDATE seatledger.member SET note = 'moved'"_s); // one statement, three events
    m_db->sql(u"UPDATE seatledger.member SET note = 'moved back'"_s);
}

std::vector<AuditPlace> AuditFeedTest::read(AuditPlace from, int pieces)
{
    std::vector<AuditPlace> places;
    for (;;) {
        const auto found = auditAfter(m_db->session(), from, pieces);
        if (!found || found->empty())
            return places;
        for (const PlacedEntry &entry : *found)
            places.push_back(entry.place);
        from = places.back();
    }
}

void AuditFeedTest::isTheSameInPiecesOfAnySize()
{
    const std::vector<AuditPlace> whole = read({}, 1000);
    QVERIFY(whole.size() >= 9);
    QVERIFY(std::ranges::is_sorted(whole));
    QVERIFY(std::ranges::adjacent_find(whole) == whole.end());
    for (const int pieces : {1, 2, 4})
        QCOMPARE(read({}, pieces), whole);
}

void AuditFeedTest::goesOnWithinAStatement()
{
    std::vector<AuditPlace> whole = read({}, 1000);
    const AuditPlace last = whole.back();
    QCOMPARE(last.ordinal, 3);
    const auto rest = auditAfter(m_db->session(), {last.position, 1}, 1000);
    VERIFY_RESULT(rest);
    QCOMPARE(rest->size(), 2u);
    QCOMPARE(rest->front().place, (AuditPlace{last.position, 2}));
    QCOMPARE(rest->front().entry.after.value(u"note"_s).toString(), u"moved back"_s);
}

void AuditFeedTest::hasNothingBehindTheEnd()
{
    const auto end = auditEnd(m_db->session());
    VERIFY_RESULT(end);
    QVERIFY(read(*end, 10).empty());
}

QTEST_GUILESS_MAIN(AuditFeedTest)
#include "auditfeedtest.moc"
