// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/member.h"

#include "tests/core/domain/draftvalues.h"
#include "tests/support/verify.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace seatledger;
using namespace seatledger::testing;

namespace {

MemberDraft ana()
{
    return {.number = u" 0042 "_s,
            .name = u"Ana Silva"_s,
            .email = u"ana@example.org"_s,
            .department = DepartmentId::fromValue(3),
            .joinedOn = QDate(2020, 5, 1),
            .note = u"Works from Porto"_s};
}

} // namespace

class MemberTest final : public QObject
{
    Q_OBJECT

private slots:
    void takesAWholeDraft()
    {
        const Result<MemberFields> member = ana().create();
        VERIFY_RESULT(member);
        QCOMPARE(member->number.text(), u"0042"_s);
        QCOMPARE(member->department, DepartmentId::fromValue(3));
        QCOMPARE(member->status, MemberStatus::Active);
        QCOMPARE(member->joinedOn, QDate(2020, 5, 1));
    }

    void namesEveryFieldThatIsWrong()
    {
        const MemberDraft draft{
            .email = u"nobody"_s, .joinedOn = QDate(1899, 12, 31), .note = QString(u"x"_s.repeated(10'001))};
        QCOMPARE(refusedFields(draft.create()),
                 QStringList({u"email"_s, u"joined_on"_s, u"name"_s, u"note"_s, u"number"_s}));
        QCOMPARE(draft.create().error().details.value("field"_L1).toString(), u"number"_s);
    }

    void departureAndStatusGoTogether()
    {
        MemberDraft draft = ana();
        draft.status = MemberStatus::Departed;
        QCOMPARE(refusedFields(draft.create()), QStringList{u"left_on"_s});
        draft.leftOn = QDate(2019, 1, 1);
        QCOMPARE(refusedFields(draft.create()), QStringList{u"left_on"_s});
        draft.leftOn = QDate(2020, 5, 1);
        VERIFY_RESULT(draft.create());
        draft.status = MemberStatus::OnLeave;
        QCOMPARE(refusedFields(draft.create()), QStringList{u"left_on"_s});
    }

    void anEditBeginsWithWhatThereIs()
    {
        const MemberFields fields = *ana().create();
        QCOMPARE(*MemberDraft::of(fields).create(), fields);
    }
};

QTEST_GUILESS_MAIN(MemberTest)
#include "membertest.moc"
