// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/lookup.h"

#include <QSet>

using namespace Qt::StringLiterals;

namespace seatledger::ctl {

namespace {

enum class BareNumber { IsId, IsName };

/// `#42`, or a bare number where that can be no name.
template <typename Id>
std::optional<Id> idIn(const QString &text, BareNumber bareNumber)
{
    const QString digits = text.startsWith(u'#')            ? text.sliced(1)
                           : bareNumber == BareNumber::IsId ? text
                                                            : QString();
    bool isNumber = false;
    const qint64 id = digits.toLongLong(&isNumber);
    return isNumber ? Id::fromValue(id) : std::nullopt;
}

Error unknown(const QString &what, const QString &text)
{
    return {ErrorCode::NotFound, u"There is no %1 \"%2\"."_s.arg(what, text), {{u"value"_s, text}}};
}

} // namespace

Result<QDate> dayOf(const std::string &text)
{
    const QString written = typed(text);
    const QDate day = QDate::fromString(written, Qt::ISODate);
    if (!day.isValid())
        return failure(ErrorCode::InvalidInput,
                       u"\"%1\" is not a day; write it as 2026-12-31."_s.arg(written),
                       {{u"value"_s, written}});
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

Result<void> takeDay(std::optional<QDate> &day, const std::string &text)
{
    const auto given = optionalDayOf(text);
    if (!given)
        return std::unexpected(given.error());
    if (*given)
        day = *given;
    return {};
}

Result<License> licenseOf(const OpenBook &book, const std::string &text)
{
    const QString name = typed(text);
    auto named = book.services.licenses.findByName(book.session, name);
    if (!named)
        return std::unexpected(std::move(named).error());
    if (*named)
        return **named;
    if (const auto id = idIn<LicenseId>(name, BareNumber::IsId))
        return book.services.licenses.find(book.session, *id);
    return std::unexpected(unknown(u"licence"_s, name));
}

Result<Department> departmentOf(const OpenBook &book, const std::string &text)
{
    const QString path = typed(text);
    if (const auto id = idIn<DepartmentId>(path, BareNumber::IsName))
        return book.services.catalogue.findDepartment(book.session, *id);
    return book.services.catalogue.departmentByPath(book.session, path);
}

Result<Member> memberOf(const OpenBook &book, const std::string &text)
{
    const QString name = typed(text);
    if (const auto id = idIn<MemberId>(name, BareNumber::IsName))
        return book.services.members.find(book.session, *id);
    auto found = book.services.members.findByText(book.session, name);
    if (!found)
        return std::unexpected(std::move(found).error());
    if (*found)
        return **found;
    if (const auto id = idIn<MemberId>(name, BareNumber::IsId))
        return book.services.members.find(book.session, *id);
    return std::unexpected(unknown(u"member"_s, name));
}

Result<std::vector<NamedMember>> membersNamed(const OpenBook &book, const QStringList &texts)
{
    auto named = book.services.members.resolve(book.session, texts);
    if (!named)
        return named;
    QList<MemberId> ids;
    for (const NamedMember &member : *named) {
        if (const auto id = idIn<MemberId>(member.text, BareNumber::IsId); id && !member.member)
            ids.append(*id);
    }
    const auto found = book.services.members.findMany(book.session, ids);
    if (!found)
        return std::unexpected(found.error());
    QSet<MemberId> known;
    for (const Member &member : *found)
        known.insert(member.id);
    for (NamedMember &member : *named) {
        const auto id = idIn<MemberId>(member.text, BareNumber::IsId);
        if (!member.member && id && known.contains(*id))
            member.member = id;
    }
    return named;
}

Result<void> takeLicense(std::optional<LicenseId> &id, const OpenBook &book, const std::string &text)
{
    if (text.empty())
        return {};
    const auto license = licenseOf(book, text);
    if (!license)
        return std::unexpected(license.error());
    id = license->id;
    return {};
}

Result<void> takeMember(std::optional<MemberId> &id, const OpenBook &book, const std::string &text)
{
    if (text.empty())
        return {};
    const auto member = memberOf(book, text);
    if (!member)
        return std::unexpected(member.error());
    id = member->id;
    return {};
}

} // namespace seatledger::ctl
