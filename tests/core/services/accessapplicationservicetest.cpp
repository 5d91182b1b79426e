// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/accessapplicationservice.h"

#include "core/services/services.h"
#include "tests/support/book.h"
#include "tests/support/colleagues.h"
#include "tests/support/testdatabase.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace seatledger {

/// Who may do what, asked of a real book.
class AccessApplicationServiceTest : public QObject
{
    Q_OBJECT

private slots:
    void init();
    void cleanup();

    void loadsWhoTheSessionActsAs();
    void requiresBeforeAnythingIsDone();
    void explainsByTarget_data();
    void explainsByTarget();
    void aLicenseIsReachedThroughWhoHoldsIt();
    void aDisabledOperatorMayNothing();
    void tellsOfAllActionsAtOnceWhatItTellsOfEach();
    void onlySomeAskAboutOthers();
    void whatIsNotThereIsNotFound();
    void aManagerOfOperatorsGetsTheRightAnswerAboutAWiderScope();

private:
    [[nodiscard]] DepartmentId department(const QString &name, std::optional<DepartmentId> parent = {})
    {
        return *DepartmentId::fromValue(
            m_database
                ->value(
                    u"INSERT INTO seatledger.department (name, parent_id) VALUES ('%1', %2) RETURNING id"_s
                        .arg(name, parent ? QString::number(parent->value()) : u"NULL"_s))
                .toLongLong());
    }
    [[nodiscard]] MemberId member(Book &book, const QString &name, DepartmentId where)
    {
        const MemberId id = book.member(name);
        m_database->sql(u"UPDATE seatledger.member SET department_id = %1 WHERE id = %2"_s.arg(where.value())
                            .arg(id.value()));
        return id;
    }
    [[nodiscard]] Result<PermissionAnswer> explain(const QString &login, Action action,
                                                   const AccessTarget &target = {})
    {
        return m_services.access.explain(m_database->session(), login, action, target);
    }

    struct World {
        DepartmentId optics, lenses, sales;
        MemberId nora, fred;
        LicenseId ide;
        AssignmentId norasSeat, fredsSeat;
        QString mia;
    };

    Services m_services;
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<Book> m_book;
    std::unique_ptr<Colleagues> m_people;
    std::optional<World> m_world;
};

void AccessApplicationServiceTest::init()
{
    m_database = std::make_unique<TestDatabase>();
    m_people = std::make_unique<Colleagues>(*m_database);
    m_book = std::make_unique<Book>(*m_database);
    Book &book = *m_book;
    const DepartmentId optics = department(u"Optics"_s);
    const DepartmentId lenses = department(u"Lenses"_s, optics);
    const DepartmentId sales = department(u"Sales"_s);
    const MemberId nora = member(book, u"Nora"_s, lenses);
    const MemberId fred = member(book, u"Fred"_s, sales);
    const LicenseId ide = book.licenseWithSeats(u"IDE"_s, 5);
    const AssignmentId norasSeat = book.assignment(ide, nora);
    const AssignmentId fredsSeat = book.assignment(ide, fred);
    const QString mia = m_people->add(
        u"mia"_s, {.role = Role::Manager, .rights = {Right::Revoke}, .departments = {optics}});
    m_world = World{optics, lenses, sales, nora, fred, ide, norasSeat, fredsSeat, mia};
}

void AccessApplicationServiceTest::cleanup()
{
    m_people.reset();
    m_book.reset();
    m_database.reset();
}

void AccessApplicationServiceTest::loadsWhoTheSessionActsAs()
{
    const auto mia = m_services.access.load(m_people->as(m_world->mia));
    VERIFY_RESULT(mia);
    QCOMPARE(mia->acting().login, m_world->mia);
    QCOMPARE(mia->answer(Action::Revoke).scope, Scope::OwnDepartments);
    QVERIFY(mia->answer(Action::Revoke, {.department = m_world->lenses}).allowed);
    QVERIFY(!mia->answer(Action::Revoke, {.department = m_world->sales}).allowed);
    const auto owner = m_services.access.load(m_database->session());
    VERIFY_RESULT(owner);
    QCOMPARE(owner->answer(Action::ManageOperators).scope, Scope::Everything);
    QVERIFY(!owner->acting().id);
}

void AccessApplicationServiceTest::requiresBeforeAnythingIsDone()
{
    Session &mia = m_people->as(m_world->mia);
    VERIFY_RESULT(m_services.access.require(mia, Action::Revoke));
    const Result<Reach> hers = m_services.access.reach(mia, Action::Revoke);
    VERIFY_RESULT(hers);
    const Result<ReachedMembers> reached = hers->among(mia, {m_world->nora, m_world->fred});
    VERIFY_RESULT(reached);
    QVERIFY(reached->contains(m_world->nora));
    QVERIFY(!reached->contains(m_world->fred));
    VERIFY_ERROR(m_services.access.require(mia, Action::Assign), ErrorCode::Forbidden);
    VERIFY_ERROR(m_services.access.reach(mia, Action::Assign), ErrorCode::Forbidden);
    const Result<Reach> everybody = m_services.access.reach(m_database->session(), Action::Assign);
    VERIFY_RESULT(everybody);
    QVERIFY(everybody->isEverybody());
}

void AccessApplicationServiceTest::explainsByTarget_data()
{
    QTest::addColumn<QString>("target");
    QTest::addColumn<bool>("allowed");
    QTest::newRow("a seat below") << u"norasSeat"_s << true;
    QTest::newRow("a seat elsewhere") << u"fredsSeat"_s << false;
    QTest::newRow("a member below") << u"nora"_s << true;
    QTest::newRow("a member elsewhere") << u"fred"_s << false;
    QTest::newRow("the own department") << u"optics"_s << true;
    QTest::newRow("another department") << u"sales"_s << false;
    QTest::newRow("a licence") << u"ide"_s << true;
    QTest::newRow("nothing in particular") << QString() << true;
}

void AccessApplicationServiceTest::explainsByTarget()
{
    QFETCH(QString, target);
    QFETCH(bool, allowed);
    const QHash<QString, AccessTarget> targets{{u"norasSeat"_s, m_world->norasSeat},
                                               {u"fredsSeat"_s, m_world->fredsSeat},
                                               {u"nora"_s, m_world->nora},
                                               {u"fred"_s, m_world->fred},
                                               {u"optics"_s, m_world->optics},
                                               {u"sales"_s, m_world->sales},
                                               {u"ide"_s, m_world->ide}};
    const auto answer = explain(m_world->mia, Action::Revoke, targets.value(target));
    VERIFY_RESULT(answer);
    QCOMPARE(answer->allowed, allowed);
    QVERIFY(answer->reason.startsWith(displayText(Action::Revoke)));
    QVERIFY(answer->reason.endsWith(u'.'));
    const auto assigning = explain(m_world->mia, Action::Assign, targets.value(target));
    VERIFY_RESULT(assigning);
    QVERIFY(!assigning->allowed);
}

void AccessApplicationServiceTest::aLicenseIsReachedThroughWhoHoldsIt()
{
    const LicenseId cad = m_book->licenseWithSeats(u"CAD"_s, 5);
    const QString nora = m_people->add(u"nora"_s, {.role = Role::Member, .member = m_world->nora});
    QVERIFY(explain(nora, Action::ViewLicenses, m_world->ide)->allowed);
    QVERIFY(explain(nora, Action::ViewKeys, m_world->ide)->allowed);
    QVERIFY(!explain(nora, Action::ViewLicenses, cad)->allowed);
    QVERIFY(!explain(nora, Action::EditCatalogue, m_world->ide)->allowed);
    QVERIFY(explain(m_world->mia, Action::ViewLicenses, cad)->allowed);
}

void AccessApplicationServiceTest::tellsOfAllActionsAtOnceWhatItTellsOfEach()
{
    const QString &mia = m_world->mia;
    const auto compare = [&] {
        const auto all = m_services.access.explainAll(m_database->session(), mia);
        VERIFY_RESULT(all);
        QCOMPARE(all->size(), enumEntries<Action>().size());
        for (const auto &[action, answer] : *all) {
            const auto one = explain(mia, action);
            VERIFY_RESULT(one);
            QCOMPARE(answer.allowed, one->allowed);
            QCOMPARE(answer.reason, one->reason);
        }
    };
    compare();
    m_database->sql(u"UPDATE seatledger.operator SET disabled_at = now() WHERE login = '%1'"_s.arg(mia));
    compare();
    const QString stan = m_people->add(u"stan"_s, {.role = Role::Staff});
    VERIFY_ERROR(m_services.access.explainAll(m_people->as(stan), mia), ErrorCode::Forbidden);
}

void AccessApplicationServiceTest::aDisabledOperatorMayNothing()
{
    const Operator mia =
        m_services.operators.findByLogin(m_database->session(), m_world->mia).value().value();
    VERIFY_RESULT(m_services.operatorService.disable(m_database->session(), mia));
    const auto answer = explain(m_world->mia, Action::ViewLicenses);
    VERIFY_RESULT(answer);
    QVERIFY(!answer->allowed);
    QCOMPARE(answer->reason, u"mia is disabled and may do nothing."_s);
}

void AccessApplicationServiceTest::onlySomeAskAboutOthers()
{
    const QString sam = m_people->add(u"sam"_s, {.role = Role::Staff});
    const QString kim = m_people->add(u"kim"_s, {.role = Role::Auditor});
    VERIFY_RESULT(m_services.access.explain(m_people->as(sam), sam, Action::Assign));
    VERIFY_ERROR(m_services.access.explain(m_people->as(sam), m_world->mia, Action::Assign),
                 ErrorCode::Forbidden);
    VERIFY_RESULT(m_services.access.explain(m_people->as(kim), m_world->mia, Action::Assign));
}

void AccessApplicationServiceTest::whatIsNotThereIsNotFound()
{
    VERIFY_ERROR(explain(u"nobody"_s, Action::Assign), ErrorCode::NotFound);
    VERIFY_ERROR(explain(m_world->mia, Action::Revoke, *AssignmentId::fromValue(999)), ErrorCode::NotFound);
    VERIFY_ERROR(explain(m_world->mia, Action::Revoke, *MemberId::fromValue(999)), ErrorCode::NotFound);
}

void AccessApplicationServiceTest::aManagerOfOperatorsGetsTheRightAnswerAboutAWiderScope()
{
    const QString narrow = m_people->add(
        u"nick"_s,
        {.role = Role::Manager, .rights = {Right::ManageOperators}, .departments = {m_world->lenses}});
    const auto answer = m_services.access.explain(m_people->as(narrow), m_world->mia, Action::Revoke,
                                                  m_world->nora);
    VERIFY_RESULT(answer);
    QVERIFY2(answer->allowed, qUtf8Printable(answer->reason));
}

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::AccessApplicationServiceTest)
#include "accessapplicationservicetest.moc"
