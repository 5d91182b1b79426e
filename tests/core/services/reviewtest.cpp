// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/query.h"
#include "core/services/services.h"
#include "tests/support/book.h"
#include "tests/support/colleagues.h"

#include <QBuffer>
#include <QTest>

using namespace Qt::StringLiterals;

namespace seatledger {

/// Access reviews: a list of who holds what, decisions of those whose people they are, all revocations as
/// one.
class ReviewTest final : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void listsWhoHoldsWhat();
    void narrowsToADepartmentOrALicense();
    void revokesAsOneAndTakesItBack();
    void letsManagersDecideForTheirOwnPeople();
    void tellsWhatHasChangedSince();
    void decidesNothingInAClosedReview();
    void revokesOnlyWhatIsStillHeld();
    void servesWhoWaitsWithWhatIsRevoked();
    void isNotForOthers();
    void exportsItsLines();

private:
    [[nodiscard]] Session &session() { return m_database->session(); }
    [[nodiscard]] ReviewRow review(const ReviewFields &more = {.name = Name::fromStored(u"Spring"_s)})
    {
        const auto made = m_services.reviewService.create(session(), more);
        return made ? made->value : ReviewRow{.review = {more, *ReviewId::fromValue(1)}};
    }
    [[nodiscard]] std::vector<ReviewItemRow> items(Session &who, const ReviewItemFilter &filter = {})
    {
        const auto page = m_services.reviews.items(who, filter, {}, {}, 0, 100);
        return page ? page->rows : std::vector<ReviewItemRow>();
    }
    [[nodiscard]] ReviewItemId itemOf(MemberId member)
    {
        for (const ReviewItemRow &row : items(session())) {
            if (row.member == member)
                return row.id;
        }
        return *ReviewItemId::fromValue(1);
    }
    void decide(MemberId member, ReviewDecision decision)
    {
        VERIFY_RESULT(m_services.reviewService.decide(session(), {{itemOf(member)}, decision, u"Because"_s}));
    }
    void sql(const QString &statement) { VERIFY_RESULT(Query(session(), statement).exec()); }

    Services m_services;
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<Book> m_book;
    std::unique_ptr<Colleagues> m_people;
    LicenseId m_ide = *LicenseId::fromValue(1);
    LicenseId m_cad = *LicenseId::fromValue(1);
    MemberId m_ana = *MemberId::fromValue(1); ///< of Optics
    MemberId m_bo = *MemberId::fromValue(1);  ///< of Sales
    AssignmentId m_anaIde = *AssignmentId::fromValue(1);
    AssignmentId m_boCad = *AssignmentId::fromValue(1);
    QString m_manager; ///< of Optics
};

void ReviewTest::init()
{
    m_database = std::make_unique<TestDatabase>();
    m_book = std::make_unique<Book>(*m_database);
    m_people = std::make_unique<Colleagues>(*m_database);
    sql(u"INSERT INTO seatledger.department (id, name) VALUES (1, 'Optics'), (2, 'Sales')"_s);
    m_ide = m_book->licenseWithSeats(u"IDE"_s, 2);
    m_cad = m_book->licenseWithSeats(u"CAD"_s, 1);
    m_ana = m_book->member(u"Ana"_s);
    m_bo = m_book->member(u"Bo"_s);
    sql(u"UPDATE seatledger.member SET department_id = CASE id WHEN %1 THEN 1 ELSE 2 END"_s.arg(
        m_ana.value()));
    m_anaIde = m_book->assignment(m_ide, m_ana);
    m_boCad = m_book->assignment(m_cad, m_bo);
    m_manager = m_people->add(u"mia"_s,
                              {.role = Role::Manager, .departments = {*DepartmentId::fromValue(1)}});
}

void ReviewTest::cleanup()
{
    QCOMPARE(m_book->wrongCounters(), 0);
    m_people.reset();
    m_book.reset();
    m_database.reset();
}

void ReviewTest::listsWhoHoldsWhat()
{
    const ReviewRow made = review();
    QCOMPARE(made.progress.items, 2);
    QCOMPARE(made.progress.open, 2);
    const auto lines = items(session());
    QCOMPARE(lines.size(), 2U);
    QCOMPARE(lines[0].memberName, u"Ana"_s);
    QCOMPARE(lines[0].department, u"Optics"_s);
    QCOMPARE(lines[0].change, ReviewChange::None);
    const auto again = m_services.reviewService.create(session(), {.name = Name::fromStored(u"SPRING"_s)});
    VERIFY_ERROR(again, ErrorCode::Conflict);
}

void ReviewTest::narrowsToADepartmentOrALicense()
{
    QCOMPARE(
        review({.name = Name::fromStored(u"A"_s), .department = DepartmentId::fromValue(1)}).progress.items,
        1);
    QCOMPARE(review({.name = Name::fromStored(u"B"_s), .license = m_cad}).progress.items, 1);
    const auto nobody = m_services.reviewService.create(
        session(),
        {.name = Name::fromStored(u"C"_s), .department = DepartmentId::fromValue(1), .license = m_cad});
    VERIFY_ERROR(nobody, ErrorCode::InvalidInput);
    QCOMPARE(m_services.reviews.list(session())->size(), 2U); // nothing half done
}

void ReviewTest::revokesAsOneAndTakesItBack()
{
    const ReviewRow made = review();
    decide(m_ana, ReviewDecision::Revoke);
    decide(m_bo, ReviewDecision::Keep);
    QCOMPARE(m_book->state(m_anaIde), u"active"_s); // nothing happens before the end
    const auto done = m_services.reviewService.execute(session(), made.review.id);
    VERIFY_RESULT(done);
    QCOMPARE(done->changed, 1);
    QCOMPARE(m_book->state(m_anaIde), u"revoked"_s);
    QCOMPARE(m_book->state(m_boCad), u"active"_s);
    QCOMPARE(m_services.reviews.find(session(), made.review.id)->review.state, ReviewState::Executed);
    QCOMPARE(
        m_database->value(u"SELECT end_reason FROM seatledger.license_assignment WHERE state = 'revoked'"_s),
        u"Access review “Spring”"_s);
    VERIFY_RESULT(m_services.management.undo(session(), done->operation));
    QCOMPARE(m_book->state(m_anaIde), u"active"_s);
    QCOMPARE(m_services.reviews.find(session(), made.review.id)->review.state, ReviewState::Open);
}

void ReviewTest::letsManagersDecideForTheirOwnPeople()
{
    const ReviewRow made = review();
    const ReviewItemId far = itemOf(m_bo);
    Session &manager = m_people->as(m_manager);
    const auto own = items(manager);
    QCOMPARE(own.size(), 1U);
    QCOMPARE(own[0].member, m_ana);
    VERIFY_RESULT(m_services.reviewService.decide(manager, {{own[0].id}, ReviewDecision::Revoke, u"Left"_s}));
    QVERIFY(!m_services.reviewService.decide(manager, {{far}, ReviewDecision::Revoke}));
    VERIFY_ERROR(m_services.reviewService.execute(manager, made.review.id), ErrorCode::Forbidden);
    VERIFY_ERROR(m_services.reviewService.create(manager, {.name = Name::fromStored(u"Mine"_s)}),
                 ErrorCode::Forbidden);
    const auto lines = items(session());
    QCOMPARE(lines[0].reviewer, m_manager); // the book writes who it was
    QCOMPARE(lines[0].decision, ReviewDecision::Revoke);
    QCOMPARE(lines[1].decision, ReviewDecision::Open);
    QCOMPARE(m_services.reviews.list(manager)->at(0).progress.items, 1);
}

void ReviewTest::tellsWhatHasChangedSince()
{
    (void)review();
    VERIFY_RESULT(m_services.management.revoke(session(), {{m_boCad}, PlanMode::AllOrNothing, u"x"_s}));
    sql(u"UPDATE seatledger.member SET department_id = 2 WHERE id = %1"_s.arg(m_ana.value()));
    (void)m_book->assignment(m_cad, m_ana);
    const auto lines = items(session());
    QCOMPARE(lines[0].change, ReviewChange::Department);
    QCOMPARE(lines[1].change, ReviewChange::Ended);
    const auto row = m_services.reviews.list(session())->at(0);
    QCOMPARE(row.progress.changed, 2);
    QCOMPARE(row.progress.since, 1);
    QCOMPARE(items(session(), {.onlyChanged = true}).size(), 2U);
}

void ReviewTest::decidesNothingInAClosedReview()
{
    const ReviewRow made = review();
    const ReviewItemId item = itemOf(m_ana);
    VERIFY_RESULT(m_services.reviewService.cancel(session(), made.review.id));
    const auto late = m_services.reviewService.decide(session(), {{item}, ReviewDecision::Revoke});
    VERIFY_ERROR(late, ErrorCode::RuleBroken);
    QCOMPARE(late.error().details.value(u"reason"_s).toString(), u"review_closed"_s);
    VERIFY_ERROR(m_services.reviewService.execute(session(), made.review.id), ErrorCode::RuleBroken);
    QCOMPARE(m_book->state(m_anaIde), u"active"_s);
}

void ReviewTest::revokesOnlyWhatIsStillHeld()
{
    const ReviewRow made = review();
    decide(m_ana, ReviewDecision::Revoke);
    decide(m_bo, ReviewDecision::Revoke);
    VERIFY_RESULT(m_services.management.revoke(session(), {{m_anaIde}, PlanMode::AllOrNothing, u"x"_s}));
    const auto done = m_services.reviewService.execute(session(), made.review.id);
    VERIFY_RESULT(done);
    QCOMPARE(done->changed, 1);
}

void ReviewTest::servesWhoWaitsWithWhatIsRevoked()
{
    const ReviewRow made = review();
    const AssignmentTerms terms{Quantity::fromStored(1), Period::create(m_book->today()).value(), {}};
    VERIFY_RESULT(m_services.waitingList.add(session(), {m_cad, {m_ana}, terms}));
    decide(m_bo, ReviewDecision::Revoke);
    const auto done = m_services.reviewService.execute(session(), made.review.id);
    VERIFY_RESULT(done);
    QCOMPARE(done->served, 1);
    QCOMPARE(m_book->held(m_cad), 1);
}

void ReviewTest::isNotForOthers()
{
    (void)review();
    const ReviewItemId item = itemOf(m_ana);
    const QString staff = m_people->add(u"stan"_s, {.role = Role::Staff});
    VERIFY_ERROR(m_services.reviewService.decide(m_people->as(staff), {{item}, ReviewDecision::Keep}),
                 ErrorCode::Forbidden);
    for (const QString &statement : {u"UPDATE seatledger.access_review_item SET decision = 'keep'"_s,
                                     u"UPDATE seatledger.access_review SET state = 'executed'"_s}) {
        const auto done = Query(m_people->as(staff), statement).exec();
        VERIFY_ERROR(done, ErrorCode::Forbidden);
    }
    // Nobody writes down somebody else's decision, not even an administrator.
    const QString admin = m_people->add(u"ada"_s, {.role = Role::Administrator});
    const auto forged =
        Query(m_people->as(admin), u"UPDATE seatledger.access_review_item SET reviewer = 'mia'"_s).exec();
    VERIFY_ERROR(forged, ErrorCode::Forbidden);
}

void ReviewTest::exportsItsLines()
{
    const ReviewRow made = review();
    decide(m_ana, ReviewDecision::Revoke);
    QBuffer file;
    QVERIFY(file.open(QIODevice::WriteOnly));
    const auto rows = m_services.exports.toDevice(session(), ReviewExport{{.review = made.review.id}}, file,
                                                  {});
    VERIFY_RESULT(rows);
    QCOMPARE(*rows, 2);
    QVERIFY(file.data().contains("Ana"));
    QVERIFY(file.data().contains("revoke"));
}

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::ReviewTest)
#include "reviewtest.moc"
