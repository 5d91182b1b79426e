// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/refusal.h"

#include "core/domain/enums.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <limits>

namespace seatledger {

using namespace Qt::StringLiterals;

template <>
std::span<const EnumEntry<RefusalReason>> enumEntries()
{
    using enum RefusalReason;
    static constexpr std::array entries{
        EnumEntry{NoSeat, "no_seat"_L1, QT_TRANSLATE_NOOP("domain", "No free seat")},
        EnumEntry{OutsideSupply, "outside_supply"_L1,
                  QT_TRANSLATE_NOOP("domain", "Nothing bought for these days")},
        EnumEntry{BelowPromised, "below_promised"_L1,
                  QT_TRANSLATE_NOOP("domain", "Fewer seats than promised")},
        EnumEntry{AlreadyHolds, "already_holds"_L1, QT_TRANSLATE_NOOP("domain", "Already holds it")},
        EnumEntry{MemberUnknown, "member_unknown"_L1, QT_TRANSLATE_NOOP("domain", "Unknown member")},
        EnumEntry{MemberDeparted, "member_departed"_L1, QT_TRANSLATE_NOOP("domain", "Member departed")},
        EnumEntry{SameMember, "same_member"_L1, QT_TRANSLATE_NOOP("domain", "Same member")},
        EnumEntry{LicenseDraft, "license_draft"_L1, QT_TRANSLATE_NOOP("domain", "Licence is a draft")},
        EnumEntry{LicenseSuspended, "license_suspended"_L1,
                  QT_TRANSLATE_NOOP("domain", "Licence is suspended")},
        EnumEntry{LicenseRetired, "license_retired"_L1, QT_TRANSLATE_NOOP("domain", "Licence is retired")},
        EnumEntry{LicenseHeld, "license_held"_L1, QT_TRANSLATE_NOOP("domain", "Licence has holders")},
        EnumEntry{PeriodInPast, "period_in_past"_L1, QT_TRANSLATE_NOOP("domain", "Days are over")},
        EnumEntry{StateAgainstDays, "state_against_days"_L1,
                  QT_TRANSLATE_NOOP("domain", "State does not fit the days")},
        EnumEntry{IllegalTransition, "illegal_transition"_L1,
                  QT_TRANSLATE_NOOP("domain", "Not possible in this state")},
        EnumEntry{NoChange, "no_change"_L1, QT_TRANSLATE_NOOP("domain", "Nothing to change")},
        EnumEntry{NotPermitted, "not_permitted"_L1, QT_TRANSLATE_NOOP("domain", "Not permitted")},
        EnumEntry{DepartmentRing, "department_ring"_L1, QT_TRANSLATE_NOOP("domain", "Below itself")},
        EnumEntry{NeverDeleted, "never_deleted"_L1, QT_TRANSLATE_NOOP("domain", "Never deleted")},
        EnumEntry{MovedOn, "moved_on"_L1, QT_TRANSLATE_NOOP("domain", "Changed since")},
        EnumEntry{AlreadyUndone, "already_undone"_L1, QT_TRANSLATE_NOOP("domain", "Already undone")},
        EnumEntry{NotUndoable, "not_undoable"_L1, QT_TRANSLATE_NOOP("domain", "Cannot be undone")},
        EnumEntry{OperationUnknown, "operation_unknown"_L1, QT_TRANSLATE_NOOP("domain", "Unknown operation")},
        EnumEntry{LoginFixed, "login_fixed"_L1, QT_TRANSLATE_NOOP("domain", "Login is fixed")},
        EnumEntry{OwnOperator, "own_operator"_L1, QT_TRANSLATE_NOOP("domain", "Own permissions")},
        EnumEntry{BeyondOwnRights, "beyond_own_rights"_L1,
                  QT_TRANSLATE_NOOP("domain", "Beyond own permissions")},
        EnumEntry{LoginNotAdoptable, "login_not_adoptable"_L1, QT_TRANSLATE_NOOP("domain", "Login is taken")},
        EnumEntry{OperatorUnknown, "operator_unknown"_L1, QT_TRANSLATE_NOOP("domain", "Unknown operator")},
        EnumEntry{VerifierExpected, "verifier_expected"_L1,
                  QT_TRANSLATE_NOOP("domain", "Password sent in clear")},
        EnumEntry{NoLongerWaiting, "no_longer_waiting"_L1, QT_TRANSLATE_NOOP("domain", "Waits no longer")},
        EnumEntry{ReviewClosed, "review_closed"_L1, QT_TRANSLATE_NOOP("domain", "Review is closed")},
        EnumEntry{TooManyDevices, "too_many_devices"_L1, QT_TRANSLATE_NOOP("domain", "Too many devices")},
        EnumEntry{NoFloatingSeat, "no_floating_seat"_L1,
                  QT_TRANSLATE_NOOP("domain", "All floating seats in use")},
        EnumEntry{AssignmentReserved, "assignment_reserved"_L1,
                  QT_TRANSLATE_NOOP("domain", "Seat starts later")},
        EnumEntry{AssignmentSuspended, "assignment_suspended"_L1,
                  QT_TRANSLATE_NOOP("domain", "Seat is suspended")},
        EnumEntry{AssignmentExpired, "assignment_expired"_L1,
                  QT_TRANSLATE_NOOP("domain", "Seat has expired")},
        EnumEntry{AssignmentRevoked, "assignment_revoked"_L1,
                  QT_TRANSLATE_NOOP("domain", "Seat was revoked")},
        EnumEntry{DeviceRetired, "device_retired"_L1, QT_TRANSLATE_NOOP("domain", "Device is out of use")},
        EnumEntry{DeviceOfAnother, "device_of_another"_L1,
                  QT_TRANSLATE_NOOP("domain", "Somebody else's device")},
        EnumEntry{TokenRevoked, "token_revoked"_L1, QT_TRANSLATE_NOOP("domain", "Token was revoked")},
        EnumEntry{TokenFixed, "token_fixed"_L1, QT_TRANSLATE_NOOP("domain", "Token is fixed")},
        EnumEntry{TokenTooLong, "token_too_long"_L1, QT_TRANSLATE_NOOP("domain", "Token lasts too long")},
    };
    return entries;
}

namespace {

/// The general sentence of a reason, for where the facts are not known or add nothing.
const char *plainSentence(RefusalReason reason)
{
    switch (reason) {
    case RefusalReason::NoSeat:
        return QT_TRANSLATE_NOOP("domain", "No seat is free.");
    case RefusalReason::OutsideSupply:
        return QT_TRANSLATE_NOOP("domain", "Nothing that was bought covers these days.");
    case RefusalReason::BelowPromised:
        return QT_TRANSLATE_NOOP("domain", "More seats are promised than would be left.");
    case RefusalReason::AlreadyHolds:
        return QT_TRANSLATE_NOOP("domain", "This member already holds the licence at that time.");
    case RefusalReason::MemberUnknown:
        return QT_TRANSLATE_NOOP("domain", "There is no such member.");
    case RefusalReason::MemberDeparted:
        return QT_TRANSLATE_NOOP("domain", "This member has departed and cannot hold a seat.");
    case RefusalReason::SameMember:
        return QT_TRANSLATE_NOOP("domain", "This member has the seat already.");
    case RefusalReason::LicenseDraft:
        return QT_TRANSLATE_NOOP("domain", "The licence is a draft: activate it before giving out seats.");
    case RefusalReason::LicenseSuspended:
        return QT_TRANSLATE_NOOP("domain", "The licence is suspended: resume it before giving out seats.");
    case RefusalReason::LicenseRetired:
        return QT_TRANSLATE_NOOP("domain", "The licence is retired: no seats are given out any more.");
    case RefusalReason::LicenseHeld:
        return QT_TRANSLATE_NOOP("domain",
                                 "The licence still has holders: revoke their seats before retiring it.");
    case RefusalReason::PeriodInPast:
        return QT_TRANSLATE_NOOP("domain", "These days are over.");
    case RefusalReason::StateAgainstDays:
        return QT_TRANSLATE_NOOP("domain", "The assignment cannot be in this state on these days.");
    case RefusalReason::IllegalTransition:
        return QT_TRANSLATE_NOOP("domain", "This is not possible in its state.");
    case RefusalReason::NoChange:
        return QT_TRANSLATE_NOOP("domain", "It already is as asked for.");
    case RefusalReason::NotPermitted:
        return QT_TRANSLATE_NOOP("domain", "You may not do this.");
    case RefusalReason::DepartmentRing:
        return QT_TRANSLATE_NOOP("domain", "A department cannot be placed below itself.");
    case RefusalReason::NeverDeleted:
        return QT_TRANSLATE_NOOP(
            "domain", "This cannot be deleted, somebody may ask about it: end, retire or cancel it.");
    case RefusalReason::MovedOn:
        return QT_TRANSLATE_NOOP("domain", "This cannot be undone: what it wrote has changed since.");
    case RefusalReason::AlreadyUndone:
        return QT_TRANSLATE_NOOP("domain", "This has been undone before.");
    case RefusalReason::NotUndoable:
        return QT_TRANSLATE_NOOP("domain", "This was done by the book itself and cannot be undone.");
    case RefusalReason::LoginFixed:
        return QT_TRANSLATE_NOOP("domain", "A login cannot be renamed: add another operator.");
    case RefusalReason::OwnOperator:
        return QT_TRANSLATE_NOOP("domain",
                                 "Nobody changes what they themselves may do: ask another administrator.");
    case RefusalReason::BeyondOwnRights:
        return QT_TRANSLATE_NOOP(
            "domain", "This operator is to see or do more than you may yourself: ask an administrator.");
    case RefusalReason::LoginNotAdoptable:
        return QT_TRANSLATE_NOOP("domain",
                                 "This login is somebody else's on the database server: choose another one.");
    case RefusalReason::OperatorUnknown:
        return QT_TRANSLATE_NOOP("domain", "There is no such operator.");
    case RefusalReason::VerifierExpected:
        return QT_TRANSLATE_NOOP("domain", "Passwords are not sent to the database, only their verifiers.");
    case RefusalReason::NoLongerWaiting:
        return QT_TRANSLATE_NOOP("domain", "This was served or taken off the waiting list meanwhile.");
    case RefusalReason::ReviewClosed:
        return QT_TRANSLATE_NOOP("domain",
                                 "This access review is closed: nothing is decided in it any more.");
    case RefusalReason::TooManyDevices:
        return QT_TRANSLATE_NOOP("domain",
                                 "This seat runs on as many devices as it may: release one of them first.");
    case RefusalReason::NoFloatingSeat:
        return QT_TRANSLATE_NOOP("domain", "All floating seats are in use at this moment: try again later.");
    case RefusalReason::AssignmentReserved:
        return QT_TRANSLATE_NOOP("domain", "The seat starts later and runs on no device yet.");
    case RefusalReason::AssignmentSuspended:
        return QT_TRANSLATE_NOOP("domain", "The seat is suspended and runs on no device.");
    case RefusalReason::AssignmentExpired:
        return QT_TRANSLATE_NOOP("domain", "The seat has expired and runs on no device.");
    case RefusalReason::AssignmentRevoked:
        return QT_TRANSLATE_NOOP("domain", "The seat was revoked and runs on no device.");
    case RefusalReason::DeviceRetired:
        return QT_TRANSLATE_NOOP("domain", "The device is out of use: take another one.");
    case RefusalReason::DeviceOfAnother:
        return QT_TRANSLATE_NOOP("domain", "The device belongs to somebody else.");
    case RefusalReason::TokenRevoked:
        return QT_TRANSLATE_NOOP("domain", "A token that was revoked stays revoked: make another one.");
    case RefusalReason::TokenFixed:
        return QT_TRANSLATE_NOOP("domain", "A token stays what it is: make another one.");
    case RefusalReason::TokenTooLong:
        return QT_TRANSLATE_NOOP("domain", "A token lasts 366 days at most.");
    case RefusalReason::OperationUnknown:
        break;
    }
    return QT_TRANSLATE_NOOP("domain", "There is no such operation.");
}

/// The word for the stable name of a state, of an assignment or a licence.
QString stateWord(const QString &name)
{
    if (const auto state = fromText<AssignmentState>(name))
        return displayText(*state).toLower();
    if (const auto state = fromText<LicenseState>(name))
        return displayText(*state).toLower();
    return name;
}

QString seatSentence(const Refusal &refusal)
{
    return QCoreApplication::translate("domain", "No seat is free on %1: there are %2 and %3 would be held.")
        .arg(displayDay(*refusal.day))
        .arg(*refusal.capacity)
        .arg(*refusal.demand);
}

QString cutSentence(const Refusal &refusal)
{
    const auto lacking = static_cast<int>(
        std::min<qint64>(refusal.seatsLacking(), std::numeric_limits<int>::max()));
    return QCoreApplication::translate(
               "domain", "On %1 there would be %2 seats, but %3 are promised: %n too few.", nullptr, lacking)
        .arg(displayDay(*refusal.day))
        .arg(*refusal.capacity)
        .arg(*refusal.demand);
}

QString transitionSentence(const Refusal &refusal)
{
    if (refusal.to.isEmpty())
        return QCoreApplication::translate("domain", "This is not possible while it is %1.")
            .arg(stateWord(refusal.from));
    return QCoreApplication::translate("domain", "What is %1 cannot become %2.")
        .arg(stateWord(refusal.from), stateWord(refusal.to));
}

QString daySentence(const Refusal &refusal)
{
    if (refusal.reason == RefusalReason::OutsideSupply) {
        return QCoreApplication::translate("domain", "Nothing that was bought covers %1.")
            .arg(displayDay(*refusal.day));
    }
    return QCoreApplication::translate("domain", "These days were over on %1.").arg(displayDay(*refusal.day));
}

/// The sentence with the facts, or nothing if they are not there.
QString factualSentence(const Refusal &refusal)
{
    const bool hasSeats = refusal.day && refusal.capacity && refusal.demand;
    switch (refusal.reason) {
    case RefusalReason::NoSeat:
        return hasSeats ? seatSentence(refusal) : QString();
    case RefusalReason::BelowPromised:
        return hasSeats ? cutSentence(refusal) : QString();
    case RefusalReason::OutsideSupply:
    case RefusalReason::PeriodInPast:
        return refusal.day ? daySentence(refusal) : QString();
    case RefusalReason::IllegalTransition:
        return refusal.from.isEmpty() ? QString() : transitionSentence(refusal);
    case RefusalReason::AlreadyHolds:
        return refusal.period
                   ? QCoreApplication::translate("domain", "This member already holds the licence %1.")
                         .arg(refusal.period->displayText())
                   : QString();
    default:
        return {};
    }
}

ErrorCode codeOf(RefusalReason reason)
{
    switch (reason) {
    case RefusalReason::NotPermitted:
    case RefusalReason::OwnOperator:
    case RefusalReason::BeyondOwnRights:
        return ErrorCode::Forbidden;
    case RefusalReason::MemberUnknown:
    case RefusalReason::OperationUnknown:
    case RefusalReason::OperatorUnknown:
        return ErrorCode::NotFound;
    default:
        return ErrorCode::RuleBroken;
    }
}

std::optional<QDate> dayIn(const QJsonObject &details, QLatin1StringView key)
{
    const QDate day = QDate::fromString(details.value(key).toString(), Qt::ISODate);
    return day.isValid() ? std::optional(day) : std::nullopt;
}

std::optional<qint64> numberIn(const QJsonObject &details, QLatin1StringView key)
{
    const QJsonValue value = details.value(key);
    return value.isDouble() ? std::optional(value.toInteger()) : std::nullopt;
}

std::optional<Period> periodIn(const QJsonObject &details)
{
    const Result<Period> period = Period::create(dayIn(details, "from_day"_L1).value_or(QDate()),
                                                 dayIn(details, "last_day"_L1));
    return period ? std::optional(*period) : std::nullopt;
}

void insertDay(QJsonObject &details, QLatin1StringView key, std::optional<QDate> day)
{
    if (day)
        details.insert(key, day->toString(Qt::ISODate));
}

void insertNumber(QJsonObject &details, QLatin1StringView key, std::optional<qint64> number)
{
    if (number)
        details.insert(key, *number);
}

void insertText(QJsonObject &details, QLatin1StringView key, const QString &text)
{
    if (!text.isEmpty())
        details.insert(key, text);
}

} // namespace

qint64 Refusal::seatsLacking() const
{
    return capacity && demand ? std::max<qint64>(0, *demand - *capacity) : 0;
}

QString Refusal::sentence() const
{
    if (!explanation.isEmpty())
        return explanation;
    const QString factual = factualSentence(*this);
    return factual.isEmpty() ? translateDomain(plainSentence(reason)) : factual;
}

QJsonObject Refusal::details() const
{
    QJsonObject result{{"reason"_L1, toText(reason)}};
    insertDay(result, "day"_L1, day);
    insertNumber(result, "capacity"_L1, capacity);
    insertNumber(result, "demand"_L1, demand);
    if (capacity && demand)
        result.insert("seats"_L1, seatsLacking());
    if (period) {
        insertDay(result, "from_day"_L1, period->firstDay());
        insertDay(result, "last_day"_L1, period->lastDay());
    }
    insertText(result, "from"_L1, from);
    insertText(result, "to"_L1, to);
    return result;
}

Error Refusal::toError() const
{
    return {codeOf(reason), sentence(), details()};
}

std::optional<Refusal> Refusal::fromDetails(const QJsonObject &details)
{
    const auto reason = fromText<RefusalReason>(details.value("reason"_L1).toString());
    if (!reason)
        return std::nullopt;
    return Refusal{.reason = *reason,
                   .day = dayIn(details, "day"_L1),
                   .capacity = numberIn(details, "capacity"_L1),
                   .demand = numberIn(details, "demand"_L1),
                   .period = periodIn(details),
                   .from = details.value("from"_L1).toString(),
                   .to = details.value("to"_L1).toString()};
}

} // namespace seatledger
