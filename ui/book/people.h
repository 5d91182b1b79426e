// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/department.h"
#include "core/domain/member.h"
#include "core/services/services.h"

#include <QHash>
#include <QList>
#include <QStringList>

#include <vector>

namespace seatledger {

/// Somebody in a list of people to do something for.
struct Person {
    MemberId id;
    QString name;
    QString email;

    friend bool operator==(const Person &, const Person &) = default;
};

/// Members by pasted text: who was found, in their order and each once, and what nobody has.
struct ResolvedPeople {
    std::vector<Person> people;
    QStringList unknown;
};

// What dialogs ask about members; for use on a worker, in the thread of the session.

/// The members with these ids, by name; ids without a member are left out.
[[nodiscard]] Result<std::vector<Person>> peopleOf(const Services &services, Session &session,
                                                   const QList<MemberId> &ids);
/// Who may hold seats in these departments and below, by name.
[[nodiscard]] Result<std::vector<Person>> peopleIn(const Services &services, Session &session,
                                                   const QList<DepartmentId> &departments);
/// Who has these numbers or addresses.
[[nodiscard]] Result<ResolvedPeople> resolvePeople(const Services &services, Session &session,
                                                   const QStringList &texts);

/// The numbers and addresses in a text as pasted from a mail or a sheet: separated by line breaks, tabs,
/// commas or semicolons; `Ana <ana@example.org>` gives the address. Each once, compared without case.
[[nodiscard]] QStringList splitPasted(const QString &text);

} // namespace seatledger
