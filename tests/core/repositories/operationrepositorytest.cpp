// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/operationrepository.h"

#include "core/db/transaction.h"
#include "core/domain/enums.h"
#include "tests/support/book.h"

#include <QTest>

using namespace Qt::StringLiterals;

namespace seatledger {

/// Operations in a real database.
class OperationRepositoryTest : public QObject
{
    Q_OBJECT

private slots:
    void init()
    {
        m_database = std::make_unique<TestDatabase>();
        m_book = std::make_unique<Book>(*m_database);
    }
    void cleanup()
    {
        m_book.reset();
        m_database.reset();
    }

    void remembersWhoDidWhatAndWhy();
    void cutsASummaryThatIsTooLong();
    void listsTheNewestFirstAndPagesOn();
    void undoesOnceAndSaysByWhich();
    void refusesToUndoWhatIsNotThere();
    void refusesToUndoWhatTheBookDid();
    void booksWhatIsDueOnce();
    void answersTheBooksDay();

private:
    [[nodiscard]] Session &session() { return m_database->session(); }
    [[nodiscard]] OperationId departmentAdded(const QString &name)
    {
        return transact(session(), u"add department",
                        [&](Session &within) -> Result<OperationId> {
                            auto id = m_operations.begin(within, u"change"_s, u"Department "_s + name);
                            m_database->sql(
                                u"INSERT INTO seatledger.department (name) VALUES ('%1')"_s.arg(name));
                            return id;
                        })
            .value();
    }

    OperationRepository m_operations;
    std::unique_ptr<TestDatabase> m_database;
    std::unique_ptr<Book> m_book;
};

void OperationRepositoryTest::remembersWhoDidWhatAndWhy()
{
    const auto id = m_operations.begin(session(), u"revoke"_s, u"Took seats back"_s, u"not used"_s);
    VERIFY_RESULT(id);
    const auto found = m_operations.find(session(), *id);
    VERIFY_RESULT(found);
    QCOMPARE(found->kind, u"revoke"_s);
    QCOMPARE(found->summary.text(), u"Took seats back"_s);
    QCOMPARE(found->reason, u"not used"_s);
    QCOMPARE(found->actor, u"tester"_s);
    QCOMPARE(found->login, u"seatledger_owner"_s);
    QCOMPARE(found->source, OperationSource::Command);
    QVERIFY(found->startedAt.isValid());
    QVERIFY(!found->isUndo() && !found->isUndone());
    VERIFY_ERROR(m_operations.find(session(), *OperationId::fromValue(999999)), ErrorCode::NotFound);
}

void OperationRepositoryTest::cutsASummaryThatIsTooLong()
{
    const auto id = m_operations.begin(session(), u"assign"_s, QString(5000, u'x'));
    VERIFY_RESULT(id);
    QCOMPARE(m_operations.find(session(), *id)->summary.text().size(), 1000);
}

void OperationRepositoryTest::listsTheNewestFirstAndPagesOn()
{
    const OperationId first = departmentAdded(u"One"_s);
    const OperationId second = departmentAdded(u"Two"_s);
    const auto page = m_operations.list(session(), 1);
    VERIFY_RESULT(page);
    QCOMPARE(page->size(), 1u);
    QCOMPARE(page->front().id, second);
    QCOMPARE(m_operations.list(session(), 1, second)->front().id, first);
    QVERIFY(m_operations.list(session(), 5, OperationId::fromValue(1))->empty());
}

void OperationRepositoryTest::undoesOnceAndSaysByWhich()
{
    const OperationId done = departmentAdded(u"One"_s);
    const auto undo = m_operations.undo(session(), done);
    VERIFY_RESULT(undo);
    QCOMPARE(m_operations.find(session(), done)->undoneBy, std::optional(*undo));
    QCOMPARE(m_operations.find(session(), *undo)->undoes, std::optional(done));
    QCOMPARE(m_operations.find(session(), *undo)->actor, u"tester"_s);
    QCOMPARE(m_database->value(u"SELECT count(*) FROM seatledger.department WHERE name = 'One'"_s), u"0"_s);
    const auto again = m_operations.undo(session(), done);
    VERIFY_ERROR(again, ErrorCode::RuleBroken);
    QCOMPARE(again.error().details.value(u"reason"_s).toString(), u"already_undone"_s);
}

void OperationRepositoryTest::refusesToUndoWhatIsNotThere()
{
    const auto refused = m_operations.undo(session(), *OperationId::fromValue(999999));
    VERIFY_ERROR(refused, ErrorCode::RuleBroken);
    QCOMPARE(refused.error().details.value(u"reason"_s).toString(), u"operation_unknown"_s);
}

void OperationRepositoryTest::refusesToUndoWhatTheBookDid()
{
    const LicenseId ide = m_book->license(u"IDE"_s);
    m_book->entitlement(ide, 1, 0, 3);
    m_book->pass(4);
    const auto latest = m_operations.list(session(), 1);
    QCOMPARE(latest->front().source, OperationSource::Job);
    const auto refused = m_operations.undo(session(), latest->front().id);
    VERIFY_ERROR(refused, ErrorCode::RuleBroken);
    QCOMPARE(refused.error().details.value(u"reason"_s).toString(), u"not_undoable"_s);
}

void OperationRepositoryTest::booksWhatIsDueOnce()
{
    const LicenseId ide = m_book->license(u"IDE"_s);
    m_book->entitlement(ide, 1, 0, 3);
    QCOMPARE(m_operations.advanceDue(session()).value(), 0);
    m_database->sql(u"UPDATE seatledger.clock SET day_shift = 4"_s);
    QCOMPARE(m_operations.advanceDue(session()).value(), 1);
    QCOMPARE(m_operations.advanceDue(session()).value(), 0);
}

void OperationRepositoryTest::answersTheBooksDay()
{
    const QDate before = m_operations.today(session()).value();
    m_database->sql(u"UPDATE seatledger.clock SET day_shift = 40"_s);
    QCOMPARE(m_operations.today(session()).value(), before.addDays(40));
}

} // namespace seatledger

QTEST_GUILESS_MAIN(seatledger::OperationRepositoryTest)
#include "operationrepositorytest.moc"
