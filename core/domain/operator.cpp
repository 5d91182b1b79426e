// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/operator.h"

#include "core/domain/fieldcheck.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

/// Names that are somebody on every server, whatever the book says.
constexpr std::array takenEverywhere{"postgres"_L1, "public"_L1, "none"_L1, "root"_L1, "pgbouncer"_L1};

bool isReserved(const QString &login)
{
    return login.startsWith("pg_"_L1) || login.startsWith("seatledger_"_L1)
           || std::ranges::find(takenEverywhere, login) != takenEverywhere.end();
}

template <typename T>
std::vector<T> sortedOnce(std::vector<T> values)
{
    std::ranges::sort(values);
    const auto rest = std::ranges::unique(values);
    values.erase(rest.begin(), rest.end());
    return values;
}

void checkRoleTakes(FieldCheck &check, const OperatorDraft &draft)
{
    if (!draft.rights.empty() && !takesRights(draft.role)) {
        check.refuse("rights"_L1, QCoreApplication::translate(
                                      "domain", "Only managers and staff are given rights beyond the role."));
    }
    if (!draft.departments.empty() && !takesDepartments(draft.role)) {
        check.refuse("departments"_L1,
                     QCoreApplication::translate("domain", "Only managers look after departments."));
    }
    if (draft.role == Role::Member && !draft.member) {
        check.refuse("member"_L1,
                     QCoreApplication::translate("domain", "Choose the member that this person is."));
    }
}

} // namespace

Result<OperatorLogin> OperatorLogin::create(QStringView raw)
{
    static const QRegularExpression form(u"\\A[a-z_][a-z0-9_.@-]{0,62}\\z"_s);
    QString login = raw.trimmed().toString();
    if (login.isEmpty())
        return failure(ErrorCode::InvalidInput, missingFieldText());
    if (!form.match(login).hasMatch()) {
        return failure(ErrorCode::InvalidInput,
                       QCoreApplication::translate(
                           "domain", "A login has small letters, digits and _ . @ - only, begins with a "
                                     "letter and is at most 63 characters long."));
    }
    if (isReserved(login)) {
        return failure(ErrorCode::InvalidInput,
                       QCoreApplication::translate(
                           "domain", "“%1” is a name that the database needs itself; choose another one.")
                           .arg(login));
    }
    return OperatorLogin(std::move(login));
}

OperatorDraft OperatorDraft::of(const OperatorFields &fields)
{
    return {.login = fields.login.text(),
            .displayName = fields.displayName.text(),
            .role = fields.role,
            .rights = fields.rights,
            .member = fields.member,
            .departments = fields.departments};
}

Result<OperatorFields> OperatorDraft::create() const
{
    FieldCheck check;
    auto validLogin = check.take("login"_L1, OperatorLogin::create(login));
    auto validName = check.take("display_name"_L1, Name::create(displayName));
    checkRoleTakes(check, *this);
    if (check.failed())
        return check.error();
    return OperatorFields{.login = *validLogin,
                          .displayName = *validName,
                          .role = role,
                          .rights = sortedOnce(rights),
                          .member = member,
                          .departments = sortedOnce(departments)};
}

bool takesDepartments(Role role)
{
    return permittedScope(role, Action::ViewMembers) == Scope::OwnDepartments;
}

QString explanation(Role role)
{
    switch (role) {
    case Role::Administrator:
        return QCoreApplication::translate("domain", "Sees and does everything, and says who may sign in.");
    case Role::Manager:
        return QCoreApplication::translate(
            "domain", "Sees the people and seats of some departments and of all below them, with costs and "
                      "reports. Changes nothing unless given a right to.");
    case Role::Staff:
        return QCoreApplication::translate(
            "domain",
            "Sees all people, licences and seats, reports and exports. Sees no costs and no keys and "
            "changes nothing unless given a right to.");
    case Role::Auditor:
        return QCoreApplication::translate(
            "domain", "Reads and exports the audit: who changed what and when. Sees nothing else.");
    case Role::Member:
        break;
    }
    return QCoreApplication::translate(
        "domain", "Sees and uses the own seats, through the server only; does not sign in here.");
}

QString explanation(Right right)
{
    switch (right) {
    case Right::Assign:
        return QCoreApplication::translate("domain", "Give seats to the people they see.");
    case Right::Revoke:
        return QCoreApplication::translate(
            "domain", "End the seats of the people they see; together with assigning also suspend, transfer "
                      "and change them.");
    case Right::ViewCosts:
        return QCoreApplication::translate("domain", "See prices and what licences cost.");
    case Right::ViewKeys:
        return QCoreApplication::translate("domain",
                                           "Read the keys of all licences; each reading is on record.");
    case Right::EditCatalogue:
        return QCoreApplication::translate(
            "domain", "Add and change products, licences, what was bought and keys; prices included.");
    case Right::ManageOperators:
        break;
    }
    return QCoreApplication::translate(
        "domain", "Add and change people who sign in, but never beyond what they may themselves.");
}

} // namespace seatledger
