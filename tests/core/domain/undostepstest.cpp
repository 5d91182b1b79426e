// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/undosteps.h"

#include <QTest>

#include <algorithm>

namespace seatledger {

namespace {

/// The operations of one person, as the book keeps them.
class Steps
{
public:
    OperationId add(std::optional<OperationId> undoes = {})
    {
        if (undoes)
            std::ranges::find(m_steps, *undoes, &UndoStep::id)->isUndoable = false;
        const OperationId id = *OperationId::fromValue(static_cast<qint64>(m_steps.size()) + 1);
        m_steps.insert(m_steps.begin(), {id, undoes, true});
        return id;
    }
    OperationId undo() { return add(nextUndo(m_steps)); }
    OperationId redo() { return add(nextRedo(m_steps)); }
    [[nodiscard]] const std::vector<UndoStep> &all() const { return m_steps; }

private:
    std::vector<UndoStep> m_steps;
};

} // namespace

class UndoStepsTest final : public QObject
{
    Q_OBJECT

private slots:
    void undoesNothingWhereNothingWasDone()
    {
        QVERIFY(!nextUndo({}));
        QVERIFY(!nextRedo({}));
    }

    void undoesOneAfterTheOther()
    {
        Steps steps;
        const OperationId first = steps.add();
        const OperationId second = steps.add();
        QCOMPARE(nextUndo(steps.all()), second);
        steps.undo();
        QCOMPARE(nextUndo(steps.all()), first);
        steps.undo();
        QVERIFY(!nextUndo(steps.all()));
    }

    void redoesInTheOrderInWhichItWasDone()
    {
        Steps steps;
        steps.add();
        steps.add();
        const OperationId undoOfSecond = steps.undo();
        const OperationId undoOfFirst = steps.undo();
        QCOMPARE(nextRedo(steps.all()), undoOfFirst);
        const OperationId firstAgain = steps.redo();
        QCOMPARE(nextUndo(steps.all()), firstAgain);
        QCOMPARE(nextRedo(steps.all()), undoOfSecond);
        const OperationId secondAgain = steps.redo();
        QVERIFY(!nextRedo(steps.all()));
        QCOMPARE(nextUndo(steps.all()), secondAgain);
        steps.undo();
        QCOMPARE(nextUndo(steps.all()), firstAgain);
    }

    void redoesNothingOnceSomethingNewWasDone()
    {
        Steps steps;
        steps.add();
        steps.undo();
        QVERIFY(nextRedo(steps.all()));
        steps.add();
        QVERIFY(!nextRedo(steps.all()));
    }

    void passesOverWhatCannotBeTakenBack()
    {
        const OperationId first = *OperationId::fromValue(1);
        const OperationId sample = *OperationId::fromValue(2);
        QCOMPARE(nextUndo({{sample, {}, false}, {first, {}, true}}), first);
    }

    /// Somebody else's operation was taken back from the audit: that can be redone.
    void redoesWhatWasTakenBackOfOthers()
    {
        const OperationId theirs = *OperationId::fromValue(1);
        const OperationId undo = *OperationId::fromValue(2);
        QCOMPARE(nextRedo({{undo, theirs, true}}), undo);
        QVERIFY(!nextUndo({{undo, theirs, true}}));
    }
};

} // namespace seatledger

QTEST_APPLESS_MAIN(seatledger::UndoStepsTest)
#include "undostepstest.moc"
