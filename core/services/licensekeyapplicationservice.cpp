// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/licensekeyapplicationservice.h"

#include "core/services/refusalinwords.h"

#include <QCoreApplication>

#include <utility>

using namespace Qt::StringLiterals;

namespace seatledger {

LicenseKeyApplicationService::LicenseKeyApplicationService(const LicenseKeyRepository &keys,
                                                           const LicenseRepository &licenses,
                                                           const OperationRepository &operations,
                                                           const AccessApplicationService &access)
    : m_keys(keys), m_licenses(licenses), m_operations(operations), m_access(access)
{}

Result<Booked<std::vector<LicenseKey>>> LicenseKeyApplicationService::add(Session &session,
                                                                          const NewKeys &keys) const
{
    return operate(session, u"add keys", [&](Session &) -> Result<Booked<std::vector<LicenseKey>>> {
        if (auto may = m_access.require(session, Action::EditCatalogue); !may)
            return std::unexpected(std::move(may).error());
        const auto license = m_licenses.find(session, keys.license);
        if (!license)
            return std::unexpected(license.error());
        if (auto fits = checkEntitlement(session, keys); !fits)
            return std::unexpected(std::move(fits).error());
        const int count = static_cast<int>(keys.secrets.size());
        const auto operation = m_operations.begin(
            session, u"add_keys"_s,
            QCoreApplication::translate("services", "Add %n key(s) to %1", nullptr, count)
                .arg(license->name.text()));
        if (!operation)
            return std::unexpected(operation.error());
        auto added = m_keys.add(session, keys);
        if (!added)
            return std::unexpected(std::move(added).error());
        return Booked<std::vector<LicenseKey>>{*std::move(added), *operation};
    });
}

Result<void> LicenseKeyApplicationService::checkEntitlement(Session &session, const NewKeys &keys) const
{
    if (!keys.entitlement)
        return {};
    const auto entitlement = m_licenses.findEntitlement(session, *keys.entitlement);
    if (!entitlement)
        return std::unexpected(entitlement.error());
    if (entitlement->license == keys.license)
        return {};
    return failure(ErrorCode::InvalidInput,
                   QCoreApplication::translate("services", "Entitlement %1 is of another licence.")
                       .arg(keys.entitlement->value()),
                   {{u"field"_s, u"entitlement"_s}});
}

/// Who keeps keys sees which there are, and so does who may read them.
Result<void> LicenseKeyApplicationService::requireSight(Session &session) const
{
    const auto access = m_access.load(session);
    if (!access)
        return std::unexpected(access.error());
    return access->answer(Action::EditCatalogue).allowed ? Result<void>() : access->require(Action::ViewKeys);
}

Result<std::vector<LicenseKeyRow>> LicenseKeyApplicationService::list(Session &session,
                                                                      LicenseId license) const
{
    if (auto may = requireSight(session); !may)
        return std::unexpected(std::move(may).error());
    return m_keys.list(session, license);
}

Result<std::optional<LicenseKey>> LicenseKeyApplicationService::ofAssignment(Session &session,
                                                                             AssignmentId assignment) const
{
    if (auto may = requireSight(session); !may)
        return std::unexpected(std::move(may).error());
    return m_keys.ofAssignment(session, assignment);
}

Result<QString> LicenseKeyApplicationService::read(Session &session, LicenseKeyId id) const
{
    if (session.connection().inTransaction())
        return failure(ErrorCode::Internal, u"A key is read outside of transactions."_s);
    if (auto booked = bookReading(session, id); !booked)
        return std::unexpected(std::move(booked).error());
    return m_keys.secret(session, id);
}

Result<void> LicenseKeyApplicationService::bookReading(Session &session, LicenseKeyId id) const
{
    return operate(session, u"read key", [&](Session &) -> Result<void> {
        if (auto may = m_access.require(session, Action::ViewKeys); !may)
            return may;
        const auto key = m_keys.find(session, id);
        if (!key)
            return std::unexpected(key.error());
        const auto license = m_licenses.find(session, key->license);
        if (!license)
            return std::unexpected(license.error());
        const auto operation = m_operations.begin(session, u"read_key"_s,
                                                  QCoreApplication::translate("services", "Read key %1 of %2")
                                                      .arg(id.value())
                                                      .arg(license->name.text()));
        if (!operation)
            return std::unexpected(operation.error());
        return m_keys.bookReading(session, id);
    });
}

} // namespace seatledger
