// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/catalogueapplicationservice.h"

#include "core/domain/departmenttree.h"
#include "core/domain/refusal.h"
#include "core/services/refusalinwords.h"

#include <QCoreApplication>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

/// As what an operation goes into the book.
struct Entry {
    Action action; ///< that must be permitted
    QString kind;
    QString summary;
};

/// Runs `write` as one operation.
template <typename Write, typename T = std::invoke_result_t<Write, Session &>::value_type>
Result<Booked<T>> asOperation(Session &session, const AccessApplicationService &access,
                              const OperationRepository &operations, const Entry &entry, Write write)
{
    return operate(session, entry.kind, [&](Session &) -> Result<Booked<T>> {
        if (auto may = access.require(session, entry.action); !may)
            return std::unexpected(std::move(may).error());
        const auto operation = operations.begin(session, entry.kind, entry.summary);
        if (!operation)
            return std::unexpected(operation.error());
        auto written = write(session);
        if (!written)
            return std::unexpected(std::move(written).error());
        return Booked<T>{*std::move(written), *operation};
    });
}

QString text(const char *source)
{
    return QCoreApplication::translate("services", source);
}

} // namespace

CatalogueApplicationService::CatalogueApplicationService(const MemberRepository &members,
                                                         const LicenseRepository &licenses,
                                                         const CatalogueRepository &catalogue,
                                                         const OperationRepository &operations,
                                                         const AccessApplicationService &access)
    : m_members(members),
      m_licenses(licenses),
      m_catalogue(catalogue),
      m_operations(operations),
      m_access(access)
{}

Result<Booked<Member>> CatalogueApplicationService::addMember(Session &session,
                                                              const MemberFields &fields) const
{
    return asOperation(session, m_access, m_operations,
                       {Action::EditMembers, u"add_member"_s,
                        text(QT_TRANSLATE_NOOP("services", "Add member %1")).arg(fields.name.text())},
                       [&](Session &) { return m_members.add(session, fields); });
}

Result<Booked<Member>> CatalogueApplicationService::updateMember(Session &session, const Member &member) const
{
    return asOperation(session, m_access, m_operations,
                       {Action::EditMembers, u"edit_member"_s,
                        text(QT_TRANSLATE_NOOP("services", "Edit member %1")).arg(member.name.text())},
                       [&](Session &) { return m_members.update(session, member); });
}

Result<License> CatalogueApplicationService::writeNew(Session &session, const NewLicense &license) const
{
    LicenseDraft draft = license.license;
    if (license.product) {
        const auto product = m_catalogue.productNamed(session, license.product->vendor,
                                                      license.product->product);
        if (!product)
            return std::unexpected(product.error());
        draft.product = *product;
    }
    const auto fields = draft.create();
    if (!fields)
        return std::unexpected(fields.error());
    auto added = m_licenses.add(session, *fields);
    if (!added || !license.entitlement)
        return added;
    EntitlementDraft bought = *license.entitlement;
    bought.license = added->id;
    const auto terms = bought.create();
    if (!terms)
        return std::unexpected(terms.error());
    if (auto entitled = m_licenses.addEntitlement(session, *terms); !entitled)
        return std::unexpected(std::move(entitled).error());
    return added;
}

Result<Booked<License>> CatalogueApplicationService::addLicense(Session &session,
                                                                const NewLicense &license) const
{
    return asOperation(
        session, m_access, m_operations,
        {Action::EditCatalogue, u"add_license"_s,
         text(QT_TRANSLATE_NOOP("services", "Add licence %1")).arg(license.license.name.trimmed())},
        [&](Session &) { return writeNew(session, license); });
}

Result<Booked<License>> CatalogueApplicationService::updateLicense(
    Session &session, const License &license, const std::optional<ProductNames> &product) const
{
    return asOperation(session, m_access, m_operations,
                       {Action::EditCatalogue, u"edit_license"_s,
                        text(QT_TRANSLATE_NOOP("services", "Edit licence %1")).arg(license.name.text())},
                       [&](Session &) -> Result<License> {
                           License changed = license;
                           if (product) {
                               const auto named = m_catalogue.productNamed(session, product->vendor,
                                                                           product->product);
                               if (!named)
                                   return std::unexpected(named.error());
                               changed.product = *named;
                           }
                           return m_licenses.update(session, changed);
                       });
}

Result<Booked<Entitlement>> CatalogueApplicationService::addEntitlement(Session &session,
                                                                        const EntitlementFields &fields) const
{
    return asOperation(session, m_access, m_operations,
                       {Action::EditCatalogue, u"add_entitlement"_s,
                        text(QT_TRANSLATE_NOOP("services", "Add an entitlement"))},
                       [&](Session &) { return m_licenses.addEntitlement(session, fields); });
}

Result<Booked<Entitlement>> CatalogueApplicationService::updateEntitlement(
    Session &session, const Entitlement &entitlement) const
{
    return asOperation(session, m_access, m_operations,
                       {Action::EditCatalogue, u"edit_entitlement"_s,
                        text(QT_TRANSLATE_NOOP("services", "Edit an entitlement"))},
                       [&](Session &) { return m_licenses.updateEntitlement(session, entitlement); });
}

Result<Booked<Entitlement>> CatalogueApplicationService::cancelEntitlement(
    Session &session, const Entitlement &entitlement) const
{
    Entitlement cancelled = entitlement;
    cancelled.cancelledAt = session.now();
    return asOperation(session, m_access, m_operations,
                       {Action::EditCatalogue, u"cancel_entitlement"_s,
                        text(QT_TRANSLATE_NOOP("services", "Cancel an entitlement"))},
                       [&](Session &) { return m_licenses.updateEntitlement(session, cancelled); });
}

Result<SupplyPlan> CatalogueApplicationService::planSupply(Session &session, LicenseId license,
                                                           const SupplyChange &change) const
{
    return operate(session, u"plan supply", [&](Session &) -> Result<SupplyPlan> {
        if (auto may = m_access.require(session, Action::EditCatalogue); !may)
            return std::unexpected(std::move(may).error());
        const auto found = m_licenses.find(session, license);
        if (!found)
            return std::unexpected(found.error());
        const auto entitlements = m_licenses.entitlements(session, license);
        if (!entitlements)
            return std::unexpected(entitlements.error());
        const auto calendar = m_licenses.calendar(session, *found);
        if (!calendar)
            return std::unexpected(calendar.error());
        return seatledger::planSupply(*calendar, found->overage, *entitlements, change);
    });
}

Result<Booked<Department>> CatalogueApplicationService::addDepartment(Session &session,
                                                                      const DepartmentFields &fields) const
{
    return asOperation(session, m_access, m_operations,
                       {Action::EditMembers, u"add_department"_s,
                        text(QT_TRANSLATE_NOOP("services", "Add department %1")).arg(fields.name.text())},
                       [&](Session &) { return m_catalogue.addDepartment(session, fields); });
}

Result<Booked<Department>> CatalogueApplicationService::updateDepartment(Session &session,
                                                                         const Department &department) const
{
    return asOperation(
        session, m_access, m_operations,
        {Action::EditMembers, u"edit_department"_s,
         text(QT_TRANSLATE_NOOP("services", "Edit department %1")).arg(department.name.text())},
        [&](Session &) -> Result<Department> {
            if (auto fine = refuseRing(session, department); !fine)
                return std::unexpected(std::move(fine).error());
            return m_catalogue.updateDepartment(session, department);
        });
}

/// The database refuses it too; only here the names are known.
Result<void> CatalogueApplicationService::refuseRing(Session &session, const Department &department) const
{
    if (!department.parent)
        return {};
    const auto departments = m_catalogue.departments(session);
    if (!departments)
        return std::unexpected(departments.error());
    if (!DepartmentTree(*departments).wouldClose(department.id, *department.parent))
        return {};
    const auto target = std::ranges::find(*departments, *department.parent, &Department::id);
    const QString sentence = target == departments->end() || target->id == department.id
                                 ? QCoreApplication::translate("services",
                                                               "%1 cannot be placed below itself.")
                                       .arg(department.name.text())
                                 : QCoreApplication::translate(
                                       "services",
                                       "%1 cannot be placed below %2, because %2 is below it. Move %2 first.")
                                       .arg(department.name.text(), target->name.text());
    return std::unexpected(
        Refusal{.reason = RefusalReason::DepartmentRing, .explanation = sentence}.toError());
}

} // namespace seatledger
