// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/member.h"

#include "core/domain/fieldcheck.h"
#include "core/domain/period.h"

#include <QCoreApplication>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

void checkPossibleDay(FieldCheck &check, QLatin1StringView field, std::optional<QDate> day)
{
    const QDate earliest(1900, 1, 1);
    if (day && (!day->isValid() || *day < earliest || *day > Period::latestDay())) {
        check.refuse(field, QCoreApplication::translate("domain", "Enter a day from %1 to %2.")
                                .arg(displayDay(earliest), displayDay(Period::latestDay())));
    }
}

void checkDeparture(FieldCheck &check, const MemberDraft &draft)
{
    const bool departed = draft.status == MemberStatus::Departed;
    if (departed && !draft.leftOn)
        check.refuse("left_on"_L1, QCoreApplication::translate("domain", "Enter the day of departure."));
    if (!departed && draft.leftOn) {
        check.refuse("left_on"_L1,
                     QCoreApplication::translate("domain", "Only a departed member has a day of departure."));
    }
    if (draft.joinedOn && draft.leftOn && *draft.leftOn < *draft.joinedOn) {
        check.refuse("left_on"_L1, QCoreApplication::translate(
                                       "domain", "The day of departure, %1, is before the first day, %2.")
                                       .arg(displayDay(*draft.leftOn), displayDay(*draft.joinedOn)));
    }
}

} // namespace

MemberDraft MemberDraft::of(const MemberFields &fields)
{
    return {.number = fields.number.text(),
            .name = fields.name.text(),
            .email = fields.email.text(),
            .department = fields.department,
            .status = fields.status,
            .joinedOn = fields.joinedOn,
            .leftOn = fields.leftOn,
            .note = fields.note.text()};
}

Result<MemberFields> MemberDraft::create() const
{
    FieldCheck check;
    auto validNumber = check.take("number"_L1, MemberNumber::create(number));
    auto validName = check.take("name"_L1, Name::create(name));
    auto validEmail = check.take("email"_L1, Email::create(email));
    checkPossibleDay(check, "joined_on"_L1, joinedOn);
    checkPossibleDay(check, "left_on"_L1, leftOn);
    checkDeparture(check, *this);
    auto validNote = check.take("note"_L1, Note::create(note));
    if (check.failed())
        return check.error();
    return MemberFields{.number = *validNumber,
                        .name = *validName,
                        .email = *validEmail,
                        .department = department,
                        .status = status,
                        .joinedOn = joinedOn,
                        .leftOn = leftOn,
                        .note = *validNote};
}

} // namespace seatledger
