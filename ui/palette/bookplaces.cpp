// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/palette/bookplaces.h"

#include "core/domain/departmenttree.h"
#include "core/domain/searchquery.h"
#include "core/services/reportingapplicationservice.h"
#include "ui/common/draggedmembers.h"
#include "ui/reports/reportchoice.h"
#include "ui/shell/mainwindow.h"

#include <QCoreApplication>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

std::function<void()> searching(MainWindow &window, const QString &page, const QString &field,
                                const QString &value, qint64 object = 0)
{
    return [&window, page, text = searchTermText(field, value), object] {
        window.showPageSearching(page, text, object);
    };
}

QString seatsText()
{
    return QCoreApplication::translate("Palette", "show the seats");
}

} // namespace

PaletteHit hitOf(const FoundMember &member, MainWindow &window, bool isDraggable)
{
    QStringList detail{member.number, member.email};
    if (member.hasLeft)
        detail.prepend(displayText(MemberStatus::Departed));
    PaletteHit hit{.group = PaletteGroup::Members,
                   .key = u"member:"_s + QString::number(member.id.value()),
                   .title = member.name,
                   .detail = detail.join(u" · "_s),
                   .iconName = u"user"_s,
                   .run = searching(window, u"members"_s, u"number"_s, member.number, member.id.value()),
                   .otherText = seatsText(),
                   .runOther = searching(window, u"assignments"_s, u"number"_s, member.number)};
    if (isDraggable && !member.hasLeft)
        hit.dragged = [id = member.id, name = member.name] { return makeDraggedMembers({id}, name); };
    return hit;
}

PaletteHit hitOf(const FoundLicense &license, MainWindow &window)
{
    const QString detail = license.state == LicenseState::Active
                               ? license.product
                               : displayText(license.state) + u" · "_s + license.product;
    return {.group = PaletteGroup::Licenses,
            .key = u"license:"_s + QString::number(license.id.value()),
            .title = license.name,
            .detail = detail,
            .iconName = u"certificate"_s,
            .run = searching(window, u"licenses"_s, u"license"_s, license.name, license.id.value()),
            .otherText = seatsText(),
            .runOther = searching(window, u"assignments"_s, u"license"_s, license.name)};
}

PaletteHits hitsOf(const Landmarks &landmarks, MainWindow &window)
{
    PaletteHits hits;
    for (const ReportKind kind : landmarks.reports)
        hits.push_back({.group = PaletteGroup::Reports,
                        .key = u"report:"_s + toText(kind),
                        .title = reportTitle(kind),
                        .iconName = u"report-analytics"_s,
                        .run = [&window, kind] {
                            window.showPlace(u"reports"_s, QVariant::fromValue(ReportPlace{.kind = kind}));
                        }});
    for (const Department &department : landmarks.departments) {
        const QString path = pathOf(landmarks.departments, department.id);
        hits.push_back({.group = PaletteGroup::Departments,
                        .key = u"department:"_s + QString::number(department.id.value()),
                        .title = path,
                        .detail = QCoreApplication::translate("Palette", "its members"),
                        .iconName = u"sitemap"_s,
                        .run = searching(window, u"members"_s, u"department"_s, path),
                        .otherText = seatsText(),
                        .runOther = searching(window, u"assignments"_s, u"department"_s, path)});
    }
    for (const Product &product : landmarks.products)
        hits.push_back({.group = PaletteGroup::Products,
                        .key = u"product:"_s + QString::number(product.id.value()),
                        .title = product.name.text(),
                        .detail = QCoreApplication::translate("Palette", "licences of this product"),
                        .iconName = u"folder"_s,
                        .run = searching(window, u"licenses"_s, u"product"_s, product.name.text())});
    for (const Vendor &vendor : landmarks.vendors)
        hits.push_back({.group = PaletteGroup::Products,
                        .key = u"vendor:"_s + QString::number(vendor.id.value()),
                        .title = vendor.name.text(),
                        .detail = QCoreApplication::translate("Palette", "licences of this vendor"),
                        .iconName = u"folder"_s,
                        .run = searching(window, u"licenses"_s, u"vendor"_s, vendor.name.text())});
    return hits;
}

PaletteHits hitsOf(const std::vector<SavedView> &views, MainWindow &window)
{
    PaletteHits hits;
    for (const SavedView &view : views) {
        const auto page = std::ranges::find(window.pages(), view.page, &PageEntry::id);
        if (page == window.pages().end())
            continue;
        hits.push_back({.group = PaletteGroup::Views,
                        .key = u"view:"_s + QString::number(view.id),
                        .title = view.name,
                        .detail = view.isMine ? page->label() : page->label() + u" · "_s + view.owner,
                        .iconName = u"bookmark"_s,
                        .refusal = window.refusalOf(*page),
                        .run = [&window, view] { window.showPlace(view.page, view.place.toVariantMap()); }});
    }
    return hits;
}

} // namespace seatledger
