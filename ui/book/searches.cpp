// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/searches.h"

#include "core/domain/enums.h"

#include <QCoreApplication>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int offered = 20;

template <typename Row>
Result<std::vector<PickerItem>> itemsOf(Result<ListPage<Row>> page)
{
    if (!page)
        return std::unexpected(std::move(page).error());
    std::vector<PickerItem> items;
    items.reserve(page->rows.size());
    for (const Row &row : page->rows)
        items.push_back(pickerItem(row));
    return items;
}

} // namespace

PickerItem pickerItem(const MemberRow &member)
{
    const bool departed = member.status == MemberStatus::Departed;
    QStringList detail{member.number, member.email};
    if (departed)
        detail.prepend(displayText(member.status));
    return {.id = member.id.value(),
            .title = member.name,
            .detail = detail.join(u" · "_s),
            .iconName = u"user"_s,
            .enabled = !departed};
}

PickerItem pickerItem(const LicenseRow &license)
{
    const Seats free = license.capacity.isUnlimited()
                           ? license.capacity
                           : Seats(std::max<qint64>(0, license.capacity.count() - license.promised));
    const QString detail = license.state == LicenseState::Active
                               ? QCoreApplication::translate("Searches", "%1 · %2 free")
                                     .arg(license.product, free.displayText())
                               : license.product + u" · "_s + displayText(license.state);
    return {.id = license.id.value(), .title = license.name, .detail = detail, .iconName = u"certificate"_s};
}

PickerField::Search memberSearch(BookAccess access)
{
    return [access](const QString &text, CancelToken token) {
        return access.run(
            [text](const Services &services, Session &session) {
                return itemsOf(services.lists.members(
                    session, {.search = text, .statuses = {}, .departments = {}}, {}, {}, 0, offered));
            },
            std::move(token));
    };
}

PickerField::Search licenseSearch(BookAccess access)
{
    return [access](const QString &text, CancelToken token) {
        return access.run(
            [text](const Services &services, Session &session) {
                return itemsOf(services.lists.licenses(
                    session, {.search = text, .states = {LicenseState::Active, LicenseState::Suspended}}, {},
                    {}, 0, offered));
            },
            std::move(token));
    };
}

} // namespace seatledger
