// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/lookup.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace seatledger::ctl {

namespace {

/// `#42`, or a bare number where that can be no name.
std::optional<qint64> idIn(const QString &text, bool bareNumberIsId)
{
    const QString digits = text.startsWith(u'#') ? text.sliced(1) : bareNumberIsId ? text : QString();
    bool isNumber = false;
    const qint64 id = digits.toLongLong(&isNumber);
    return isNumber && id > 0 ? std::optional(id) : std::nullopt;
}

Error unknown(const QString &what, const QString &text)
{
    return {ErrorCode::NotFound, u"There is no %1 \"%2\"."_s.arg(what, text), {{u"value"_s, text}}};
}

std::optional<MemberId> memberIdIn(const QString &text)
{
    const auto id = idIn(text, true);
    return id ? MemberId::fromValue(*id) : std::nullopt;
}

/// Who of those with an unknown number or address is there by id.
Result<QSet<MemberId>> membersById(Context &context, const std::vector<NamedMember> &named)
{
    QList<MemberId> ids;
    for (const NamedMember &member : named) {
        if (const auto id = memberIdIn(member.text); id && !member.member)
            ids.append(*id);
    }
    QSet<MemberId> known;
    if (ids.isEmpty())
        return known;
    const auto found = context.services().members.findMany(**context.session(), ids);
    if (!found)
        return std::unexpected(found.error());
    for (const Member &member : *found)
        known.insert(member.id);
    return known;
}

} // namespace

Result<QDate> dayOf(const std::string &text)
{
    const QString typed = QString::fromStdString(text);
    const QDate day = QDate::fromString(typed, Qt::ISODate);
    if (!day.isValid())
        return failure(ErrorCode::InvalidInput, u"\"%1\" is not a day; write it as 2026-12-31."_s.arg(typed),
                       {{u"value"_s, typed}});
    return day;
}

Result<std::optional<QDate>> optionalDayOf(const std::string &text)
{
    if (text.empty())
        return std::optional<QDate>();
    auto day = dayOf(text);
    if (!day)
        return std::unexpected(std::move(day).error());
    return std::optional(*day);
}

Result<License> licenseOf(Context &context, const std::string &text)
{
    auto session = context.session();
    if (!session)
        return std::unexpected(std::move(session).error());
    const QString typed = QString::fromStdString(text);
    auto named = context.services().licenses.findByName(**session, typed);
    if (!named)
        return std::unexpected(std::move(named).error());
    if (*named)
        return **named;
    if (const auto id = idIn(typed, true))
        return context.services().licenses.find(**session, *LicenseId::fromValue(*id));
    return std::unexpected(unknown(u"licence"_s, typed));
}

Result<Member> memberOf(Context &context, const std::string &text)
{
    auto session = context.session();
    if (!session)
        return std::unexpected(std::move(session).error());
    const QString typed = QString::fromStdString(text);
    if (const auto id = idIn(typed, false))
        return context.services().members.find(**session, *MemberId::fromValue(*id));
    auto found = context.services().members.findByText(**session, typed);
    if (!found)
        return std::unexpected(std::move(found).error());
    if (*found)
        return **found;
    if (const auto id = idIn(typed, true))
        return context.services().members.find(**session, *MemberId::fromValue(*id));
    return std::unexpected(unknown(u"member"_s, typed));
}

Result<QList<MemberId>> membersOf(Context &context, const QStringList &texts)
{
    auto session = context.session();
    if (!session)
        return std::unexpected(std::move(session).error());
    const auto named = context.services().members.resolve(**session, texts);
    if (!named)
        return std::unexpected(named.error());
    QList<MemberId> members;
    QStringList unknownTexts;
    const auto byId = membersById(context, *named);
    if (!byId)
        return std::unexpected(byId.error());
    for (const NamedMember &member : *named) {
        const auto id = member.member ? member.member : memberIdIn(member.text);
        if (id && (member.member || byId->contains(*id)))
            members.append(*id);
        else
            unknownTexts.append(member.text);
    }
    if (!unknownTexts.isEmpty())
        return failure(ErrorCode::NotFound,
                       u"No member has the number, e-mail address or id %1."_s.arg(
                           unknownTexts.mid(0, 10).join(u", "_s)),
                       {{u"unknown"_s, QJsonArray::fromStringList(unknownTexts)}});
    return members;
}

Result<AssignmentId> assignmentOf(qint64 id)
{
    const auto assignment = AssignmentId::fromValue(id);
    if (!assignment)
        return failure(ErrorCode::InvalidInput, u"%1 is not the id of an assignment."_s.arg(id));
    return *assignment;
}

} // namespace seatledger::ctl
