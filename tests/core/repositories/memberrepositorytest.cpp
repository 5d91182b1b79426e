// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/memberrepository.h"

#include "core/repositories/cataloguerepository.h"
#include "tests/support/testdatabase.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace seatledger {

/// Members in a real database.
class MemberRepositoryTest : public QObject
{
    Q_OBJECT

private slots:
    void init() { m_database = std::make_unique<TestDatabase>(); }
    void cleanup() { m_database.reset(); }

    void keepsEveryField();
    void findsByIdAndManyByName();
    void findsByNumberOrAddressWhateverTheCase();
    void prefersTheNumberToSomebodyElsesAddress();
    void resolvesManyInTheirOrder();
    void refusesANumberOrAddressThatIsTaken();
    void refusesAnOldVersion();
    void saysWhenThereIsNoSuchMember();
    void countsDepartmentsWithAllBelow();

private:
    [[nodiscard]] Session &session() { return m_database->session(); }
    [[nodiscard]] static MemberFields fields(const QString &number, const QString &name,
                                             std::optional<DepartmentId> department = std::nullopt)
    {
        return MemberDraft{.number = number,
                           .name = name,
                           .email = name.toLower() + u"@example.org"_s,
                           .department = department}
            .create()
            .value();
    }
    [[nodiscard]] Member add(const QString &number, const QString &name,
                             std::optional<DepartmentId> department = std::nullopt)
    {
        return m_members.add(session(), fields(number, name, department)).value();
    }
    [[nodiscard]] DepartmentId department(const QString &name,
                                          std::optional<DepartmentId> parent = std::nullopt)
    {
        return m_catalogue.addDepartment(session(), {.name = Name::create(name).value(), .parent = parent})
            .value()
            .id;
    }

    MemberRepository m_members;
    CatalogueRepository m_catalogue;
    std::unique_ptr<TestDatabase> m_database;
};

void MemberRepositoryTest::keepsEveryField()
{
    const auto whole = MemberDraft{.number = u"P-7"_s,
                                   .name = u"Zoë Ångström"_s,
                                   .email = u"Zoe@Example.org"_s,
                                   .department = department(u"Optics"_s),
                                   .status = MemberStatus::Departed,
                                   .joinedOn = QDate(2020, 1, 31),
                                   .leftOn = QDate(2026, 2, 1),
                                   .note = u"keeps\nlines"_s}
                           .create();
    VERIFY_RESULT(whole);
    const auto added = m_members.add(session(), *whole);
    VERIFY_RESULT(added);
    QCOMPARE(added->version, 1);
    QVERIFY(static_cast<const MemberFields &>(*added) == *whole);

    Member changed = *added;
    static_cast<MemberFields &>(changed) = fields(u"P-8"_s, u"Zoe"_s);
    const auto updated = m_members.update(session(), changed);
    VERIFY_RESULT(updated);
    QCOMPARE(updated->version, 2);
    QVERIFY(m_members.find(session(), added->id).value() == *updated);
    QVERIFY(!updated->department && !updated->joinedOn && !updated->leftOn);
}

void MemberRepositoryTest::findsByIdAndManyByName()
{
    const Member bo = add(u"1"_s, u"Bo"_s);
    const Member ana = add(u"2"_s, u"Ana"_s);
    QVERIFY(m_members.find(session(), bo.id).value() == bo);
    const auto found = m_members.findMany(session(), {bo.id, ana.id, *MemberId::fromValue(99)});
    VERIFY_RESULT(found);
    QVERIFY(*found == (std::vector{ana, bo}));
    QVERIFY(m_members.findMany(session(), {})->empty());
}

void MemberRepositoryTest::findsByNumberOrAddressWhateverTheCase()
{
    const Member ana = add(u"Emp-1"_s, u"Ana"_s);
    QVERIFY(m_members.findByText(session(), u" EMP-1 "_s).value() == std::optional(ana));
    QVERIFY(m_members.findByText(session(), u"ANA@example.ORG"_s).value() == std::optional(ana));
    QVERIFY(m_members.findByText(session(), u"Ana"_s).value() == std::nullopt);
}

void MemberRepositoryTest::prefersTheNumberToSomebodyElsesAddress()
{
    const Member ana = add(u"1"_s, u"Ana"_s);
    const Member bo = add(u"ana@example.org"_s, u"Bo"_s);
    QCOMPARE(m_members.findByText(session(), u"ana@example.org"_s).value()->id, bo.id);
    const auto named = m_members.resolve(session(), {u"ana@example.org"_s, u"1"_s});
    VERIFY_RESULT(named);
    QCOMPARE(named->size(), 2u);
    QCOMPARE(named->at(0).member, std::optional(bo.id));
    QCOMPARE(named->at(1).member, std::optional(ana.id));
}

void MemberRepositoryTest::resolvesManyInTheirOrder()
{
    const Member ana = add(u"1"_s, u"Ana"_s);
    const Member bo = add(u"2"_s, u"Bo"_s);
    const auto named = m_members.resolve(session(),
                                         {u"BO@example.org"_s, u"nobody"_s, u" 1 "_s, u"2"_s, u"2"_s, u""_s});
    VERIFY_RESULT(named);
    QCOMPARE(named->size(), 6u);
    const std::array expected{std::optional(bo.id), std::optional<MemberId>(), std::optional(ana.id),
                              std::optional(bo.id), std::optional(bo.id),      std::optional<MemberId>()};
    for (size_t i = 0; i < expected.size(); ++i)
        QCOMPARE(named->at(i).member, expected.at(i));
    QCOMPARE(named->at(1).text, u"nobody"_s);
    QVERIFY(m_members.resolve(session(), {})->empty());
}

void MemberRepositoryTest::refusesANumberOrAddressThatIsTaken()
{
    const Member ana = add(u"E1"_s, u"Ana"_s);
    VERIFY_ERROR(m_members.add(session(), fields(u"e1"_s, u"Other"_s)), ErrorCode::Conflict);
    VERIFY_ERROR(m_members.add(session(), fields(u"E2"_s, u"ANA"_s)), ErrorCode::Conflict);
    Member bo = add(u"E3"_s, u"Bo"_s);
    bo.email = ana.email;
    VERIFY_ERROR(m_members.update(session(), bo), ErrorCode::Conflict);
}

void MemberRepositoryTest::refusesAnOldVersion()
{
    const Member read = add(u"1"_s, u"Ana"_s);
    Member first = read;
    first.name = Name::create(u"Ana Maria"_s).value();
    VERIFY_RESULT(m_members.update(session(), first));
    Member second = read;
    second.note = Note::create(u"written against the old one"_s).value();
    const auto refused = m_members.update(session(), second);
    VERIFY_ERROR(refused, ErrorCode::Conflict);
    QCOMPARE(refused.error().details.value(u"current_version"_s).toInt(), 2);
    QCOMPARE(m_members.find(session(), read.id)->name.text(), u"Ana Maria"_s);
}

void MemberRepositoryTest::saysWhenThereIsNoSuchMember()
{
    Member ghost{fields(u"1"_s, u"Ghost"_s), *MemberId::fromValue(404), 1};
    VERIFY_ERROR(m_members.find(session(), ghost.id), ErrorCode::NotFound);
    VERIFY_ERROR(m_members.update(session(), ghost), ErrorCode::NotFound);
}

void MemberRepositoryTest::countsDepartmentsWithAllBelow()
{
    const DepartmentId research = department(u"Research"_s);
    const DepartmentId optics = department(u"Optics"_s, research);
    const DepartmentId lasers = department(u"Lasers"_s, optics);
    const DepartmentId sales = department(u"Sales"_s);
    const Member ana = add(u"1"_s, u"Ana"_s, research);
    const Member bo = add(u"2"_s, u"Bo"_s, lasers);
    const Member cy = add(u"3"_s, u"Cy"_s, sales);
    Member gone = add(u"4"_s, u"Gone"_s, optics);
    gone.status = MemberStatus::Departed;
    gone.leftOn = QDate(2026, 1, 1);
    VERIFY_RESULT(m_members.update(session(), gone));
    const Member nowhere = add(u"5"_s, u"Nowhere"_s);

    using Ids = std::vector<MemberId>;
    QVERIFY(m_members.inDepartments(session(), {research}).value() == (Ids{ana.id, bo.id}));
    QVERIFY(m_members.inDepartments(session(), {optics, lasers}).value() == (Ids{bo.id}));
    QVERIFY(m_members.inDepartments(session(), {sales, research}).value() == (Ids{ana.id, bo.id, cy.id}));
    QVERIFY(m_members.inDepartments(session(), {}).value() == Ids{});
    QVERIFY(!m_members.find(session(), nowhere.id)->department);
}

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::MemberRepositoryTest)
#include "memberrepositorytest.moc"
