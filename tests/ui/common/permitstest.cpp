// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/permits.h"

#include "tests/support/patience.h"
#include "ui/shell/actionbutton.h"

#include <QAction>
#include <QPromise>
#include <QSignalSpy>
#include <QTest>

#include <memory>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

Access accessOf(Role role, std::vector<Right> rights = {})
{
    return Access(ActingOperator{
        .login = u"ana"_s, .displayName = u"Ana"_s, .subject = {.role = role, .rights = std::move(rights)}});
}

QFuture<Result<Access>> ready(Result<Access> answer)
{
    QPromise<Result<Access>> promise;
    promise.start();
    promise.addResult(std::move(answer));
    promise.finish();
    return promise.future();
}

const QString refusal =
    u"Assign seats: not permitted to the role staff. Beyond the role, the right “Assign seats” would permit it."_s;

} // namespace

class PermitsTest final : public QObject
{
    Q_OBJECT

private slots:
    void holdsOffWhatIsNotPermittedAndSaysWhy()
    {
        Permits permits(accessOf(Role::Staff));
        QAction action(u"Assign"_s);
        action.setToolTip(u"Give seats"_s);
        permits.guard(&action, Action::Assign);
        QVERIFY(!action.isEnabled());
        QCOMPARE(action.toolTip(), refusal);
        QCOMPARE(action.statusTip(), refusal);
        QCOMPARE(action.whatsThis(), refusal);
        QCOMPARE(Permits::refusalOf(&action), refusal);
        action.setEnabled(true); // as pages do when the selection is another
        QVERIFY(!action.isEnabled());
        QVERIFY(action.isVisible());
    }

    void leavesToThePageWhatIsPermitted()
    {
        Permits permits(accessOf(Role::Staff, {Right::Assign}));
        QAction action(u"Assign"_s);
        action.setToolTip(u"Give seats"_s);
        permits.guard(&action, Action::Assign);
        QVERIFY(action.isEnabled());
        QCOMPARE(action.toolTip(), u"Give seats"_s);
        QVERIFY(action.statusTip().isEmpty());
        action.setEnabled(false);
        QVERIFY(!action.isEnabled());
        QVERIFY(Permits::refusalOf(&action).isEmpty());
    }

    void followsARoleThatChanges()
    {
        Permits permits(accessOf(Role::Staff));
        QSignalSpy changed(&permits, &Permits::changed);
        QAction wanted(u"Assign"_s);
        QAction unwanted(u"Assign"_s);
        unwanted.setEnabled(false); // nothing is selected, say
        permits.guard(&wanted, Action::Assign);
        permits.guard(&unwanted, Action::Assign);
        permits.setAccess(accessOf(Role::Administrator));
        QCOMPARE(changed.count(), 1);
        QVERIFY(wanted.isEnabled());
        QCOMPARE(wanted.toolTip(), u"Assign"_s);
        wanted.setText(u"Assign 3 seats"_s);
        QCOMPARE(wanted.toolTip(), u"Assign 3 seats"_s); // which is no tool tip of its own
        QVERIFY(!unwanted.isEnabled());
        permits.setAccess(accessOf(Role::Administrator));
        QCOMPARE(changed.count(), 1);
        permits.setAccess(accessOf(Role::Auditor));
        QVERIFY(!wanted.isEnabled());
        QCOMPARE(wanted.toolTip(), u"Assign seats: not permitted to the role auditor."_s);
    }

    void loadsAnewWhenOperatorsChange()
    {
        Permits permits(accessOf(Role::Staff));
        int loads = 0;
        permits.setLoad([&] {
            ++loads;
            return ready(accessOf(Role::Administrator));
        });
        permits.takeChange({u"member"_s, {1}});
        QCOMPARE(loads, 0);
        permits.takeChange({u"operator"_s, {1}});
        QTRY_VERIFY(permits.may(Action::Assign));
        permits.takeChange({}); // after a lost connection: anything
        permits.takeChange({u"operator_department"_s, {}});
        QCOMPARE(loads, 3);
    }

    void permitsNothingToWhoIsNoOperatorAnyMore()
    {
        Permits permits(accessOf(Role::Administrator));
        QAction action(u"Assign"_s);
        permits.guard(&action, Action::Assign);
        permits.setLoad(
            [] { return ready(failure(ErrorCode::Forbidden, u"ana is no operator of this book."_s)); });
        permits.takeChange({u"operator"_s, {1}});
        QTRY_VERIFY(!action.isEnabled());
        QCOMPARE(permits.refusalOf(Action::ViewMembers), u"ana is no operator of this book."_s);
        permits.setLoad([] { return ready(accessOf(Role::Administrator)); });
        permits.takeChange({u"operator"_s, {1}});
        QTRY_VERIFY(action.isEnabled());
    }

    void keepsWhatItKnowsWhenItCannotAsk()
    {
        Permits permits(accessOf(Role::Administrator));
        permits.setLoad([] { return ready(failure(ErrorCode::Offline, u"no connection"_s)); });
        QSignalSpy changed(&permits, &Permits::changed);
        QTest::ignoreMessage(QtWarningMsg, QRegularExpression(u"Permissions stay as they were"_s));
        permits.takeChange({});
        QVERIFY(!changed.wait(50));
        QVERIFY(permits.may(Action::Assign));
    }

    void showsTheReasonAtTheButton()
    {
        Permits permits(accessOf(Role::Staff));
        QAction action(u"Assign"_s);
        action.setShortcut(QKeySequence(u"Ctrl+N"_s));
        permits.guard(&action, Action::Assign);
        ActionButton button(&action, true);
        QVERIFY(!button.isEnabled());
        QCOMPARE(button.toolTip(), refusal); // a shortcut would not help
        QCOMPARE(button.accessibleDescription(), refusal);
        permits.setAccess(accessOf(Role::Administrator));
        QVERIFY(button.isEnabled());
        QCOMPARE(button.toolTip(), u"Assign (Ctrl+N)"_s);
        QVERIFY(button.accessibleDescription().isEmpty());
    }

    void forgetsActionsThatAreGone()
    {
        Permits permits(accessOf(Role::Staff));
        auto action = std::make_unique<QAction>();
        permits.guard(action.get(), Action::Assign);
        action.reset();
        permits.setAccess(accessOf(Role::Administrator));
    }
};

} // namespace seatledger

QTEST_MAIN(seatledger::PermitsTest)
#include "permitstest.moc"
