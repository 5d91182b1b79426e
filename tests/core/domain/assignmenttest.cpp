// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/assignment.h"

#include "core/domain/operation.h"
#include "tests/core/domain/bookvalues.h"
#include "tests/core/domain/draftvalues.h"
#include "tests/support/verify.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace seatledger;
using namespace seatledger::testing;

class AssignmentTest final : public QObject
{
    Q_OBJECT

private slots:
    void takesTerms()
    {
        const AssignmentDraft draft{
            .quantity = 3, .firstDay = day(0), .lastDay = day(9), .note = u"For the fair"_s};
        const Result<AssignmentTerms> terms = draft.create();
        VERIFY_RESULT(terms);
        QCOMPARE(*terms, (AssignmentTerms{seats(3), days(0, 9), *Note::create(u"For the fair")}));
    }

    void namesEveryFieldThatIsWrong()
    {
        const AssignmentDraft draft{.quantity = 0, .firstDay = {}, .note = QString(QChar(0)) + u"x"_s};
        QCOMPARE(refusedFields(draft.create()), QStringList({u"first_day"_s, u"note"_s, u"quantity"_s}));
    }

    void knowsWhatTheSeatRuleNeeds()
    {
        const Assignment assignment{.id = id<AssignmentId>(5),
                                    .license = id<LicenseId>(1),
                                    .member = member(5),
                                    .quantity = seats(2),
                                    .period = days(-3, 20),
                                    .state = AssignmentState::Suspended,
                                    .seatReleased = true,
                                    .suspendedUntil = day(4),
                                    .operation = id<OperationId>(1)};
        QCOMPARE(assignment.holding(), suspended(holding(5, days(-3, 20), 2), true, 4));
        const Result<AssignmentTerms> terms = AssignmentDraft::of(assignment).create();
        QCOMPARE(*terms, (AssignmentTerms{seats(2), days(-3, 20)}));
    }

    void operationsKnowWhatBecameOfThem()
    {
        Operation operation{.id = id<OperationId>(1),
                            .kind = u"assign"_s,
                            .summary = *Summary::create(u"Assigned 3 seats"),
                            .actor = u"ana"_s,
                            .login = u"ana"_s};
        QVERIFY(!operation.isUndo());
        QVERIFY(!operation.isUndone());
        operation.undoneBy = id<OperationId>(2);
        operation.undoes = id<OperationId>(3);
        QVERIFY(operation.isUndo());
        QVERIFY(operation.isUndone());
    }
};

QTEST_GUILESS_MAIN(AssignmentTest)
#include "assignmenttest.moc"
