// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/people.h"

#include <QRegularExpression>
#include <QSet>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

/// What one piece between separators names: several addresses if blanks part them, else one.
QStringList namesIn(const QString &piece)
{
    static const QRegularExpression bracketed(u"<([^<>]+@[^<>]+)>"_s);
    if (const auto match = bracketed.match(piece); match.hasMatch())
        return {match.captured(1).trimmed()};
    if (piece.count(u'@') < 2)
        return {piece};
    return piece.split(u' ', Qt::SkipEmptyParts);
}

} // namespace

Result<std::vector<Person>> peopleOf(const Services &services, Session &session, const QList<MemberId> &ids)
{
    const auto members = services.members.findMany(session, ids);
    if (!members)
        return std::unexpected(members.error());
    std::vector<Person> people;
    people.reserve(members->size());
    for (const Member &member : *members)
        people.push_back({member.id, member.name.text(), member.email.text()});
    return people;
}

Result<std::vector<Person>> peopleIn(const Services &services, Session &session,
                                     const QList<DepartmentId> &departments)
{
    const auto ids = services.members.inDepartments(session, departments);
    if (!ids)
        return std::unexpected(ids.error());
    return peopleOf(services, session, QList<MemberId>(ids->begin(), ids->end()));
}

Result<ResolvedPeople> resolvePeople(const Services &services, Session &session, const QStringList &texts)
{
    const auto named = services.members.resolve(session, texts);
    if (!named)
        return std::unexpected(named.error());
    ResolvedPeople resolved;
    QList<MemberId> ids;
    QSet<MemberId> seen;
    for (const NamedMember &member : *named) {
        if (!member.member) {
            resolved.unknown.append(member.text);
        } else if (!seen.contains(*member.member)) {
            seen.insert(*member.member);
            ids.append(*member.member);
        }
    }
    auto people = peopleOf(services, session, ids);
    if (!people)
        return std::unexpected(std::move(people).error());
    resolved.people = std::move(*people);
    return resolved;
}

QStringList splitPasted(const QString &text)
{
    static const QRegularExpression separators(u"[\\n\\r\\t,;]+"_s);
    QStringList names;
    QSet<QString> seen;
    for (const QString &piece : text.split(separators, Qt::SkipEmptyParts)) {
        for (const QString &name : namesIn(piece.trimmed())) {
            if (name.isEmpty() || seen.contains(name.toLower()))
                continue;
            seen.insert(name.toLower());
            names.append(name);
        }
    }
    return names;
}

} // namespace seatledger
