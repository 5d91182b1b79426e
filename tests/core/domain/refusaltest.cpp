// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/refusal.h"

#include "tests/core/domain/bookvalues.h"
#include "tests/core/domain/histories.h"
#include "tests/core/domain/property.h"

#include <QSet>
#include <QTest>

using namespace Qt::StringLiterals;
using namespace seatledger;
using namespace seatledger::testing;

namespace {

rc::Gen<Refusal> refusals()
{
    return rc::gen::exec([] {
        const auto entries = enumEntries<RefusalReason>();
        Refusal refusal{.reason = entries[*rc::gen::inRange<size_t>(0, entries.size())].value};
        if (*rc::gen::arbitrary<bool>())
            refusal.day = day(*rc::gen::inRange(-500, 500));
        if (*rc::gen::arbitrary<bool>()) {
            refusal.capacity = *rc::gen::inRange<qint64>(0, 1'000'000'000'000);
            refusal.demand = *rc::gen::inRange<qint64>(0, 1'000'000'000'000);
        }
        if (*rc::gen::arbitrary<bool>())
            refusal.period = *periods();
        refusal.from = *rc::gen::element(QString(), u"active"_s, u"retired"_s);
        refusal.to = *rc::gen::element(QString(), u"reserved"_s, u"draft"_s);
        return refusal;
    });
}

} // namespace

class RefusalTest final : public QObject
{
    Q_OBJECT

private slots:
    void everyReasonHasASentence()
    {
        QSet<QString> sentences;
        for (const EnumEntry<RefusalReason> &entry : enumEntries<RefusalReason>()) {
            const QString sentence = Refusal{.reason = entry.value}.sentence();
            QVERIFY2(sentence.endsWith(u'.'), qPrintable(sentence));
            sentences.insert(sentence);
        }
        QCOMPARE(sentences.size(), qsizetype(enumEntries<RefusalReason>().size()));
    }

    void sentencesNameTheFacts_data()
    {
        QTest::addColumn<Refusal>("refusal");
        QTest::addColumn<QString>("sentence");
        const QDate spring(2026, 4, 1);
        QTest::newRow("no seat") << Refusal{.reason = RefusalReason::NoSeat,
                                            .day = spring,
                                            .capacity = 10,
                                            .demand = 11}
                                 << u"No seat is free on 2026-04-01: there are 10 and 11 would be held."_s;
        QTest::newRow("cut") << Refusal{.reason = RefusalReason::BelowPromised,
                                        .day = spring,
                                        .capacity = 4,
                                        .demand = 6}
                             << u"On 2026-04-01 there would be 4 seats, but 6 are promised: 2 too few."_s;
        QTest::newRow("outside supply") << Refusal{.reason = RefusalReason::OutsideSupply, .day = spring}
                                        << u"Nothing that was bought covers 2026-04-01."_s;
        QTest::newRow("past") << Refusal{.reason = RefusalReason::PeriodInPast, .day = spring}
                              << u"These days were over on 2026-04-01."_s;
        QTest::newRow("held") << Refusal{.reason = RefusalReason::AlreadyHolds,
                                         .period = Period::create(spring).value()}
                              << u"This member already holds the licence from 2026-04-01."_s;
        QTest::newRow("transition") << Refusal{.reason = RefusalReason::IllegalTransition,
                                               .from = u"retired"_s,
                                               .to = u"draft"_s}
                                    << u"What is retired cannot become draft."_s;
        QTest::newRow("state") << Refusal{.reason = RefusalReason::IllegalTransition, .from = u"revoked"_s}
                               << u"This is not possible while it is revoked."_s;
        QTest::newRow("unknown state")
            << Refusal{.reason = RefusalReason::IllegalTransition, .from = u"odd"_s}
            << u"This is not possible while it is odd."_s;
        QTest::newRow("better said") << Refusal{.reason = RefusalReason::NotPermitted,
                                                .explanation = u"Ask Ana."_s}
                                     << u"Ask Ana."_s;
    }

    void sentencesNameTheFacts()
    {
        QFETCH(Refusal, refusal);
        QFETCH(QString, sentence);
        QCOMPARE(refusal.sentence(), sentence);
    }

    void seatsLackingIsNeverNegative()
    {
        QCOMPARE((Refusal{.reason = RefusalReason::NoSeat, .capacity = 3, .demand = 5}.seatsLacking()), 2);
        QCOMPARE((Refusal{.reason = RefusalReason::NoSeat, .capacity = 5, .demand = 3}.seatsLacking()), 0);
        QCOMPARE(Refusal{.reason = RefusalReason::NoSeat}.seatsLacking(), 0);
    }

    void becomesAnErrorOfItsKind()
    {
        const Refusal refusal{.reason = RefusalReason::NoSeat, .day = today(), .capacity = 1, .demand = 2};
        const Error error = refusal.toError();
        QCOMPARE(error.code, ErrorCode::RuleBroken);
        QCOMPARE(error.message, refusal.sentence());
        QCOMPARE(error.details, (QJsonObject{{u"reason"_s, u"no_seat"_s},
                                             {u"day"_s, u"2026-03-10"_s},
                                             {u"capacity"_s, 1},
                                             {u"demand"_s, 2},
                                             {u"seats"_s, 1}}));
        QCOMPARE(Refusal{.reason = RefusalReason::NotPermitted}.toError().code, ErrorCode::Forbidden);
        QCOMPARE(Refusal{.reason = RefusalReason::MemberUnknown}.toError().code, ErrorCode::NotFound);
        QCOMPARE(Refusal{.reason = RefusalReason::OperationUnknown}.toError().code, ErrorCode::NotFound);
    }

    void readsItsOwnDetails()
    {
        VERIFY_PROPERTY("details and fromDetails", [] {
            const Refusal refusal = *refusals();
            RC_ASSERT(Refusal::fromDetails(refusal.details()) == refusal);
        });
    }

    void readsTheDatabases()
    {
        const QJsonObject details{{u"reason"_s, u"below_promised"_s},
                                  {u"license"_s, 7},
                                  {u"license_name"_s, u"IDE"_s},
                                  {u"day"_s, u"2026-07-01"_s},
                                  {u"capacity"_s, 3},
                                  {u"demand"_s, 5},
                                  {u"seats"_s, 2}};
        const std::optional<Refusal> refusal = Refusal::fromDetails(details);
        QVERIFY(refusal);
        QCOMPARE(refusal->reason, RefusalReason::BelowPromised);
        QCOMPARE(refusal->day, QDate(2026, 7, 1));
        QCOMPARE(refusal->seatsLacking(), 2);
        QVERIFY(!Refusal::fromDetails({{u"reason"_s, u"written_by_the_book"_s}}));
        QVERIFY(!Refusal::fromDetails({}));
    }
};

QTEST_GUILESS_MAIN(RefusalTest)
#include "refusaltest.moc"
