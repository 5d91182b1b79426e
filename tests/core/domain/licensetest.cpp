// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/license.h"

#include "tests/core/domain/draftvalues.h"
#include "tests/support/verify.h"

#include <QTest>

using namespace Qt::StringLiterals;
using namespace seatledger;
using namespace seatledger::testing;

namespace {

LicenseDraft editor()
{
    return {.product = ProductId::fromValue(1),
            .name = u"Editor, team"_s,
            .owner = MemberId::fromValue(4),
            .overagePercent = 10,
            .lowSeatThreshold = 5};
}

} // namespace

class LicenseTest final : public QObject
{
    Q_OBJECT

private slots:
    void takesAWholeDraft()
    {
        const Result<LicenseFields> license = editor().create();
        VERIFY_RESULT(license);
        QCOMPARE(license->overage.value(), 10);
        QCOMPARE(license->devicesPerSeat.value(), 1);
        QCOMPARE(license->lowSeatThreshold, SeatThreshold::fromStored(5));
        QVERIFY(!license->floatingLease);
    }

    void namesEveryFieldThatIsWrong()
    {
        const LicenseDraft draft{.overagePercent = 1001,
                                 .devicesPerSeat = 0,
                                 .floatingLeaseMinutes = 0,
                                 .lowSeatThreshold = -1,
                                 .note = u"\u0001."_s};
        QCOMPARE(refusedFields(draft.create()),
                 QStringList({u"devices_per_seat"_s, u"floating_lease_minutes"_s, u"low_seat_threshold"_s,
                              u"name"_s, u"note"_s, u"overage_percent"_s, u"product"_s}));
    }

    void aLeaseBelongsToFloatingLicences()
    {
        LicenseDraft draft = editor();
        draft.metric = LicenseMetric::Floating;
        QCOMPARE(refusedFields(draft.create()), QStringList{u"floating_lease_minutes"_s});
        draft.floatingLeaseMinutes = 30;
        VERIFY_RESULT(draft.create());
        draft.metric = LicenseMetric::NamedUser;
        QCOMPARE(refusedFields(draft.create()), QStringList{u"floating_lease_minutes"_s});
    }

    void anEditBeginsWithWhatThereIs()
    {
        LicenseDraft draft = editor();
        QCOMPARE(*LicenseDraft::of(*draft.create()).create(), *draft.create());
        draft.metric = LicenseMetric::Floating;
        draft.floatingLeaseMinutes = 30;
        QCOMPARE(*LicenseDraft::of(*draft.create()).create(), *draft.create());
    }

    void statesFollowEachOtherAsInTheDatabase()
    {
        using enum LicenseState;
        const QList<QPair<LicenseState, LicenseState>> allowed{{Draft, Active},     {Draft, Retired},
                                                               {Active, Suspended}, {Suspended, Active},
                                                               {Active, Retired},   {Suspended, Retired}};
        for (const auto &from : enumEntries<LicenseState>()) {
            for (const auto &to : enumEntries<LicenseState>()) {
                const bool expected = from.value == to.value || allowed.contains({from.value, to.value});
                QCOMPARE(transitionAllowed(from.value, to.value), expected);
                const auto refusal = refusalOfTransition(from.value, to.value, false);
                QCOMPARE(!refusal, expected);
                if (refusal)
                    QCOMPARE(refusal->reason, RefusalReason::IllegalTransition);
            }
        }
    }

    void aLicenceWithHoldersIsNotRetired()
    {
        using enum LicenseState;
        QCOMPARE(refusalOfTransition(Active, Retired, true)->reason, RefusalReason::LicenseHeld);
        QVERIFY(!refusalOfTransition(Active, Suspended, true));
        QVERIFY(!refusalOfTransition(Retired, Retired, true));
    }

    void onlyActiveLicencesGiveSeats()
    {
        QVERIFY(!refusalOfSeats(LicenseState::Active));
        QCOMPARE(refusalOfSeats(LicenseState::Draft)->reason, RefusalReason::LicenseDraft);
        QCOMPARE(refusalOfSeats(LicenseState::Suspended)->reason, RefusalReason::LicenseSuspended);
        QCOMPARE(refusalOfSeats(LicenseState::Retired)->reason, RefusalReason::LicenseRetired);
    }
};

QTEST_GUILESS_MAIN(LicenseTest)
#include "licensetest.moc"
