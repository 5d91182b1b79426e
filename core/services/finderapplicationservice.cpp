// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/finderapplicationservice.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr int looked = 40; ///< among how many the best are chosen; more would not make a better choice

/// Whether one of the words of `text` begins like the search.
bool beginsAWord(const QString &text, const QString &search)
{
    for (qsizetype at = text.indexOf(search, 0, Qt::CaseInsensitive); at >= 0;
         at = text.indexOf(search, at + 1, Qt::CaseInsensitive)) {
        if (at == 0 || !text.at(at - 1).isLetterOrNumber())
            return true;
    }
    return false;
}

/// Brings those to the front for which `isGood` holds; the order stays otherwise.
template <typename Item, typename IsGood>
void keepBest(std::vector<Item> &items, int limit, IsGood isGood)
{
    std::ranges::stable_partition(items, isGood);
    if (std::ssize(items) > limit)
        items.erase(items.begin() + limit, items.end());
}

FoundMember foundMember(const Member &member)
{
    return {.id = member.id,
            .number = member.number.text(),
            .name = member.name.text(),
            .email = member.email.text(),
            .hasLeft = member.status == MemberStatus::Departed};
}

FoundMember foundMember(const MemberRow &row)
{
    return {.id = row.id,
            .number = row.number,
            .name = row.name,
            .email = row.email,
            .hasLeft = row.status == MemberStatus::Departed};
}

/// In the order of the ids, which is not that of the answer.
template <typename Item, typename Id>
void putInOrder(std::vector<Item> &items, const QList<Id> &ids)
{
    std::ranges::sort(items, {}, [&](const Item &item) { return ids.indexOf(item.id); });
}

} // namespace

Result<Found> FinderApplicationService::find(Session &session, const QString &text, int limit) const
{
    const QString search = text.simplified();
    if (!std::ranges::any_of(search, [](QChar c) { return c.isLetterOrNumber() || c.isSurrogate(); }))
        return Found();
    const auto access = m_needs.access.load(session);
    if (!access)
        return std::unexpected(access.error());
    Found found;
    if (access->answer(Action::ViewMembers).allowed) {
        auto members = findMembers(session, search, limit);
        if (!members)
            return std::unexpected(std::move(members).error());
        found.members = *std::move(members);
    }
    if (access->answer(Action::ViewLicenses).allowed) {
        auto licenses = findLicenses(session, search, limit);
        if (!licenses)
            return std::unexpected(std::move(licenses).error());
        found.licenses = *std::move(licenses);
    }
    return found;
}

Result<std::vector<FoundMember>> FinderApplicationService::findMembers(Session &session, const QString &text,
                                                                       int limit) const
{
    std::vector<FoundMember> found;
    const auto exact = m_needs.members.findByText(session, text);
    if (!exact)
        return std::unexpected(exact.error());
    if (*exact)
        found.push_back(foundMember(**exact));
    const auto page = m_needs.lists.members(session, {.search = text}, {}, {}, 0, looked);
    if (!page)
        return std::unexpected(page.error());
    for (const MemberRow &row : page->rows) {
        if (found.empty() || found.front().id != row.id)
            found.push_back(foundMember(row));
    }
    keepBest(found, limit, [&](const FoundMember &member) {
        return (*exact && member.id == (*exact)->id) || beginsAWord(member.name, text)
               || beginsAWord(member.number, text) || member.email.startsWith(text, Qt::CaseInsensitive);
    });
    return found;
}

Result<std::vector<FoundLicense>> FinderApplicationService::findLicenses(Session &session,
                                                                         const QString &text, int limit) const
{
    const auto page = m_needs.lists.licenses(session, {.search = text}, {}, {}, 0, looked);
    if (!page)
        return std::unexpected(page.error());
    std::vector<FoundLicense> found;
    for (const LicenseRow &row : page->rows)
        found.push_back({.id = row.id,
                         .name = row.name,
                         .product = row.vendor + u" · "_s + row.product,
                         .state = row.state});
    keepBest(found, limit, [&](const FoundLicense &license) { return beginsAWord(license.name, text); });
    return found;
}

Result<Found> FinderApplicationService::recall(Session &session, const QList<MemberId> &members,
                                               const QList<LicenseId> &licenses) const
{
    const auto access = m_needs.access.load(session);
    if (!access)
        return std::unexpected(access.error());
    Found found;
    if (!members.isEmpty() && access->answer(Action::ViewMembers).allowed) {
        auto known = membersOf(session, members);
        if (!known)
            return std::unexpected(std::move(known).error());
        found.members = *std::move(known);
    }
    if (!licenses.isEmpty() && access->answer(Action::ViewLicenses).allowed) {
        auto known = licensesOf(session, licenses);
        if (!known)
            return std::unexpected(std::move(known).error());
        found.licenses = *std::move(known);
    }
    return found;
}

Result<std::vector<FoundMember>> FinderApplicationService::membersOf(Session &session,
                                                                     const QList<MemberId> &ids) const
{
    const auto members = m_needs.members.findMany(session, ids);
    if (!members)
        return std::unexpected(members.error());
    std::vector<FoundMember> found;
    for (const Member &member : *members)
        found.push_back(foundMember(member));
    putInOrder(found, ids);
    return found;
}

Result<std::vector<FoundLicense>> FinderApplicationService::licensesOf(Session &session,
                                                                       const QList<LicenseId> &ids) const
{
    const auto licenses = m_needs.licenses.findMany(session, ids);
    if (!licenses)
        return std::unexpected(licenses.error());
    const auto products = m_needs.catalogue.products(session);
    if (!products)
        return std::unexpected(products.error());
    std::vector<FoundLicense> found;
    for (const License &license : *licenses) {
        const auto product = std::ranges::find(*products, license.product, &Product::id);
        found.push_back({.id = license.id,
                         .name = license.name.text(),
                         .product = product == products->end() ? QString() : product->name.text(),
                         .state = license.state});
    }
    putInOrder(found, ids);
    return found;
}

Result<Landmarks> FinderApplicationService::landmarks(Session &session) const
{
    const auto access = m_needs.access.load(session);
    if (!access)
        return std::unexpected(access.error());
    Landmarks known;
    const auto take = [](auto &target, auto loaded) -> Result<void> {
        if (!loaded)
            return std::unexpected(std::move(loaded).error());
        target = *std::move(loaded);
        return {};
    };
    Result<void> taken;
    if (access->answer(Action::ViewMembers).allowed)
        taken = take(known.departments, m_needs.catalogue.departments(session));
    if (taken && access->answer(Action::ViewLicenses).allowed)
        taken = take(known.vendors, m_needs.catalogue.vendors(session));
    if (taken && access->answer(Action::ViewLicenses).allowed)
        taken = take(known.products, m_needs.catalogue.products(session));
    if (taken && access->answer(Action::Report).allowed)
        taken = take(known.reports, m_needs.reports.kinds(session));
    if (!taken)
        return std::unexpected(std::move(taken).error());
    return known;
}

} // namespace seatledger
