// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/catalogueapplicationservice.h"

#include "core/services/refusalinwords.h"

#include <QCoreApplication>

#include <utility>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

/// Runs `write` as one operation of this kind and name.
template <typename Write>
auto asOperation(Session &session, const OperationRepository &operations, const QString &kind,
                 const QString &summary, Write write) -> std::invoke_result_t<Write, Session &>
{
    return operate(session, kind, [&](Session &) -> std::invoke_result_t<Write, Session &> {
        if (const auto operation = operations.begin(session, kind, summary); !operation)
            return std::unexpected(operation.error());
        return write(session);
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
                                                         const OperationRepository &operations)
    : m_members(members), m_licenses(licenses), m_catalogue(catalogue), m_operations(operations)
{}

Result<Member> CatalogueApplicationService::addMember(Session &session, const MemberFields &fields) const
{
    return asOperation(session, m_operations, u"add_member"_s,
                       text(QT_TRANSLATE_NOOP("services", "Add member %1")).arg(fields.name.text()),
                       [&](Session &) { return m_members.add(session, fields); });
}

Result<Member> CatalogueApplicationService::updateMember(Session &session, const Member &member) const
{
    return asOperation(session, m_operations, u"edit_member"_s,
                       text(QT_TRANSLATE_NOOP("services", "Edit member %1")).arg(member.name.text()),
                       [&](Session &) { return m_members.update(session, member); });
}

Result<License> CatalogueApplicationService::addLicense(Session &session, const NewLicense &license) const
{
    return asOperation(session, m_operations, u"add_license"_s,
                       text(QT_TRANSLATE_NOOP("services", "Add licence %1")).arg(license.license.name.text()),
                       [&](Session &) -> Result<License> {
                           auto added = m_licenses.add(session, license.license);
                           if (!added || !license.entitlement)
                               return added;
                           EntitlementDraft draft = *license.entitlement;
                           draft.license = added->id;
                           const auto fields = draft.create();
                           if (!fields)
                               return std::unexpected(fields.error());
                           if (auto entitled = m_licenses.addEntitlement(session, *fields); !entitled)
                               return std::unexpected(std::move(entitled).error());
                           return added;
                       });
}

Result<License> CatalogueApplicationService::updateLicense(Session &session, const License &license) const
{
    return asOperation(session, m_operations, u"edit_license"_s,
                       text(QT_TRANSLATE_NOOP("services", "Edit licence %1")).arg(license.name.text()),
                       [&](Session &) { return m_licenses.update(session, license); });
}

Result<Entitlement> CatalogueApplicationService::addEntitlement(Session &session,
                                                                const EntitlementFields &fields) const
{
    return asOperation(session, m_operations, u"add_entitlement"_s,
                       text(QT_TRANSLATE_NOOP("services", "Add an entitlement")),
                       [&](Session &) { return m_licenses.addEntitlement(session, fields); });
}

Result<Entitlement> CatalogueApplicationService::updateEntitlement(Session &session,
                                                                   const Entitlement &entitlement) const
{
    return asOperation(session, m_operations, u"edit_entitlement"_s,
                       text(QT_TRANSLATE_NOOP("services", "Edit an entitlement")),
                       [&](Session &) { return m_licenses.updateEntitlement(session, entitlement); });
}

Result<Entitlement> CatalogueApplicationService::cancelEntitlement(Session &session,
                                                                   const Entitlement &entitlement) const
{
    Entitlement cancelled = entitlement;
    cancelled.cancelledAt = session.now();
    return asOperation(session, m_operations, u"cancel_entitlement"_s,
                       text(QT_TRANSLATE_NOOP("services", "Cancel an entitlement")),
                       [&](Session &) { return m_licenses.updateEntitlement(session, cancelled); });
}

Result<Department> CatalogueApplicationService::addDepartment(Session &session,
                                                              const DepartmentFields &fields) const
{
    return asOperation(session, m_operations, u"add_department"_s,
                       text(QT_TRANSLATE_NOOP("services", "Add department %1")).arg(fields.name.text()),
                       [&](Session &) { return m_catalogue.addDepartment(session, fields); });
}

Result<ProductId> CatalogueApplicationService::productNamed(Session &session, const Name &vendor,
                                                            const Name &product) const
{
    return asOperation(session, m_operations, u"add_product"_s,
                       text(QT_TRANSLATE_NOOP("services", "Add product %1")).arg(product.text()),
                       [&](Session &) { return m_catalogue.productNamed(session, vendor, product); });
}

} // namespace seatledger
