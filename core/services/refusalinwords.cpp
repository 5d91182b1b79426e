// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/refusalinwords.h"

#include "core/domain/refusal.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

/// What is taken when a constraint of the database refuses a row.
struct Taken {
    QLatin1StringView constraint;
    QLatin1StringView field; ///< of the form; none for what is no single field
    const char *sentence;
};

constexpr std::array takenNames{
    Taken{"member_number"_L1, "number"_L1, QT_TRANSLATE_NOOP("services", "Another member has this number.")},
    Taken{"member_email"_L1, "email"_L1,
          QT_TRANSLATE_NOOP("services", "Another member has this e-mail address.")},
    Taken{"license_lower_name"_L1, "name"_L1,
          QT_TRANSLATE_NOOP("services", "Another licence has this name.")},
    Taken{"department_name"_L1, "name"_L1,
          QT_TRANSLATE_NOOP("services", "There already is a department with this name in the same place.")},
    Taken{"entitlement_renews_id_key"_L1,
          {},
          QT_TRANSLATE_NOOP("services", "This entitlement has been renewed before.")},
    Taken{"license_key_secret"_L1, "secrets"_L1,
          QT_TRANSLATE_NOOP("services", "The licence has one of these keys already.")},
    Taken{"license_assignment_overlap"_L1,
          {},
          QT_TRANSLATE_NOOP("services", "This member already holds the licence at that time.")},
};

Error takenInWords(Error error)
{
    const QString constraint = error.details.value("constraint"_L1).toString();
    const auto *taken = std::ranges::find(takenNames, constraint, &Taken::constraint);
    if (taken == takenNames.end())
        return error;
    error.message = QCoreApplication::translate("services", taken->sentence);
    error.details.remove("detail"_L1); // quotes the row, which may hold a secret
    if (!taken->field.isEmpty())
        error.details.insert("field"_L1, QString(taken->field));
    return error;
}

/// One sentence for both ends: a seat for who has departed, a departure of who has seats.
Error holderInWords(Error error)
{
    if (error.details.value("constraint"_L1).toString() != "license_assignment_holder"_L1)
        return error;
    return Refusal{.reason = RefusalReason::MemberDeparted,
                   .explanation = QCoreApplication::translate(
                       "services", "A member who has departed cannot hold a seat.")}
        .toError();
}

Error refusalInWords(Error error)
{
    const auto refusal = Refusal::fromDetails(error.details);
    if (!refusal)
        return error;
    if (refusal->reason == RefusalReason::MovedOn
        && error.details.value("entity"_L1).toString() == "waiting_entry"_L1) {
        error.message = QCoreApplication::translate(
            "services", "This cannot be undone: the waiting list has moved on, somebody on it was served or "
                        "withdrawn since.");
        return error;
    }
    // Named first: the sentence itself says what is wrong, not with which licence.
    const QString license = error.details.value("license_name"_L1).toString();
    error.message = license.isEmpty() ? refusal->sentence() : license + u": "_s + refusal->sentence();
    return error;
}

/// The database names a table; which one does not help.
Error forbiddenInWords(Error error)
{
    if (!error.details.contains("reason"_L1))
        error.details.insert("reason"_L1, toText(RefusalReason::NotPermitted));
    error.message = QCoreApplication::translate("services", "This is not permitted to your login.");
    return error;
}

} // namespace

Error inWords(Error error)
{
    if (!error.details.contains("sqlstate"_L1))
        return error;
    switch (error.code) {
    case ErrorCode::RuleBroken:
        return refusalInWords(std::move(error));
    case ErrorCode::Conflict:
        return takenInWords(std::move(error));
    case ErrorCode::InUse:
        return holderInWords(std::move(error));
    case ErrorCode::Forbidden:
        return forbiddenInWords(std::move(error));
    default:
        return error;
    }
}

} // namespace seatledger
