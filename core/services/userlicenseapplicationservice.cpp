// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/userlicenseapplicationservice.h"

#include "core/domain/refusal.h"
#include "core/services/refusalinwords.h"

#include <QCoreApplication>

#include <functional>
#include <utility>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

std::unexpected<Error> refused(const LicenseStanding &standing)
{
    const bool hasSeat = standing.reason != StandingReason::NotAssigned;
    return failure(hasSeat ? ErrorCode::RuleBroken : ErrorCode::NotFound, explanation(standing.reason),
                   {{u"reason"_s, toText(standing.reason)}});
}

QString summaryOf(const char *source, const QString &what, const QString &where)
{
    return QCoreApplication::translate("services", source).arg(what, where);
}

} // namespace

/// What is done to a device that is there.
struct UserLicenseApplicationService::DeviceChange {
    QString kind;
    const char *summary; ///< with %1 for the name it had and %2 for the one it gets
    std::function<Result<void>(Device &)> apply;
};

UserLicenseApplicationService::UserLicenseApplicationService(const UserLicenseRepository &rows,
                                                             const DeviceRepository &devices,
                                                             const LicenseRepository &licenses,
                                                             const OperationRepository &operations,
                                                             const AccessApplicationService &access)
    : m_rows(rows), m_devices(devices), m_licenses(licenses), m_operations(operations), m_access(access)
{}

Result<std::vector<OwnLicense>> UserLicenseApplicationService::list(Session &session, Whose whose,
                                                                    bool withEnded) const
{
    return m_rows.list(session, whose, withEnded);
}

Result<LicenseStanding> UserLicenseApplicationService::validate(
    Session &session, LicenseId license, const std::optional<DeviceFingerprint> &device, Whose whose) const
{
    auto standing = m_rows.validate(session, license, device, whose);
    if (!standing)
        standing.error() = inWords(std::move(standing.error()));
    return standing;
}

Result<LicenseStanding> UserLicenseApplicationService::heartbeat(Session &session, LicenseId license,
                                                                 const DeviceFingerprint &device,
                                                                 Whose whose) const
{
    return operate(session, u"heartbeat",
                   [&](Session &) { return m_rows.heartbeat(session, license, device, whose); });
}

Result<ActivatedLicense> UserLicenseApplicationService::activate(Session &session, LicenseId license,
                                                                 const DeviceFields &device,
                                                                 Whose whose) const
{
    return operate(session, u"activate_license", [&](Session &) -> Result<ActivatedLicense> {
        const auto standing = m_rows.heartbeat(session, license, device.fingerprint, whose);
        if (!standing)
            return std::unexpected(standing.error());
        if (standing->isOk())
            return ActivatedLicense{.standing = *standing, .wasKnown = true};
        const bool mayHelp = standing->reason == StandingReason::DeviceUnknown
                             || standing->reason == StandingReason::NotActivated;
        return mayHelp ? activateNew(session, license, device, whose) : refused(*standing);
    });
}

Result<ActivatedLicense> UserLicenseApplicationService::activateNew(Session &session, LicenseId license,
                                                                    const DeviceFields &device,
                                                                    Whose whose) const
{
    const auto found = m_licenses.find(session, license);
    if (!found)
        return std::unexpected(found.error());
    const auto operation = m_operations.begin(session, u"activate_license"_s,
                                              summaryOf(QT_TRANSLATE_NOOP("services", "Activate %1 on %2"),
                                                        found->name.text(), device.name.text()));
    if (!operation)
        return std::unexpected(operation.error());
    const auto standing = m_rows.activate(session, license, device, whose);
    if (!standing)
        return std::unexpected(standing.error());
    if (!standing->isOk())
        return refused(*standing);
    return ActivatedLicense{.standing = *standing, .wasKnown = false, .operation = *operation};
}

Result<Booked<ActivationId>> UserLicenseApplicationService::release(Session &session, LicenseId license,
                                                                    const DeviceFingerprint &device,
                                                                    Whose whose) const
{
    return operate(session, u"release_license", [&](Session &) -> Result<Booked<ActivationId>> {
        const auto found = m_licenses.find(session, license);
        if (!found)
            return std::unexpected(found.error());
        const auto operation = m_operations.begin(
            session, u"release_license"_s,
            summaryOf(QT_TRANSLATE_NOOP("services", "Release %1 on %2"), found->name.text(), device.text()));
        if (!operation)
            return std::unexpected(operation.error());
        const auto released = m_rows.release(
            session, license, device, QCoreApplication::translate("services", "Released by its user"), whose);
        if (!released)
            return std::unexpected(released.error());
        if (!*released) {
            return failure(ErrorCode::NotFound, explanation(StandingReason::NotActivated),
                           {{u"reason"_s, toText(StandingReason::NotActivated)}});
        }
        return Booked<ActivationId>{**released, *operation};
    });
}

Result<std::vector<Device>> UserLicenseApplicationService::devices(Session &session,
                                                                   DeviceFilter filter) const
{
    filter.onlyOwn = !filter.member;
    return m_devices.list(session, filter);
}

Result<Booked<Device>> UserLicenseApplicationService::rename(Session &session, DeviceId device,
                                                             const Name &name, int version) const
{
    return change(session, device, version,
                  {.kind = u"rename_device"_s,
                   .summary = QT_TRANSLATE_NOOP("services", "Rename device %1 to %2"),
                   .apply = [&](Device &changed) -> Result<void> {
                       changed.name = name;
                       return {};
                   }});
}

Result<Booked<Device>> UserLicenseApplicationService::retire(Session &session, DeviceId device,
                                                             int version) const
{
    return change(session, device, version,
                  {.kind = u"retire_device"_s,
                   .summary = QT_TRANSLATE_NOOP("services", "Take device %1 out of use"),
                   .apply = [&](Device &changed) -> Result<void> {
                       const auto today = m_operations.today(session);
                       if (!today)
                           return std::unexpected(today.error());
                       if (changed.retiredOn)
                           return std::unexpected(Refusal{.reason = RefusalReason::NoChange}.toError());
                       changed.retiredOn = *today;
                       return {};
                   }});
}

Result<Booked<Device>> UserLicenseApplicationService::change(Session &session, DeviceId device, int version,
                                                             const DeviceChange &how) const
{
    const auto access = m_access.load(session);
    if (!access)
        return std::unexpected(access.error());
    return operate(session, how.kind, [&](Session &) -> Result<Booked<Device>> {
        const auto current = m_devices.find(session, device);
        if (!current)
            return std::unexpected(current.error());
        if (auto may = access->require(Action::UseDevices, {.member = current->member}); !may)
            return std::unexpected(std::move(may).error());
        Device changed = *current;
        if (auto applied = how.apply(changed); !applied)
            return std::unexpected(std::move(applied).error());
        const QString source = QCoreApplication::translate("services", how.summary);
        const QString summary = source.contains(u"%2"_s)
                                    ? source.arg(current->name.text(), changed.name.text())
                                    : source.arg(current->name.text());
        const auto operation = m_operations.begin(session, how.kind, summary);
        if (!operation)
            return std::unexpected(operation.error());
        changed.version = version;
        auto written = m_devices.update(session, changed);
        if (!written)
            return std::unexpected(std::move(written).error());
        return Booked<Device>{*std::move(written), *operation};
    });
}

} // namespace seatledger
