// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/licensefileapplicationservice.h"

#include "core/services/refusalinwords.h"
#include "core/signing/signedfile.h"

#include <QCoreApplication>
#include <QTimeZone>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace seatledger {

/// For what a file is.
struct LicenseFileApplicationService::Occasion {
    const License &license;
    const Member &member;
    DeviceFingerprint device;
    ActivationId activation;
    QDateTime until;
};

LicenseFileApplicationService::LicenseFileApplicationService(const UserLicenseRepository &rows,
                                                             const LicenseRepository &licenses,
                                                             const MemberRepository &members,
                                                             const OperationRepository &operations,
                                                             const AccessApplicationService &access)
    : m_rows(rows), m_licenses(licenses), m_members(members), m_operations(operations), m_access(access)
{}

Result<QDateTime> LicenseFileApplicationService::endOf(Session &session, int days,
                                                       std::optional<QDate> lastDay) const
{
    if (days < 1 || days > LicenseFileContent::longestDays) {
        return failure(ErrorCode::InvalidInput,
                       QCoreApplication::translate("services", "A licence file lasts from 1 to %1 days.")
                           .arg(LicenseFileContent::longestDays),
                       {{u"field"_s, u"days"_s}});
    }
    // a second for the database's clock, which is not this one
    QDateTime until = session.now().addDays(days).addSecs(days == LicenseFileContent::longestDays ? -1 : 0);
    if (lastDay) {
        const auto zone = m_operations.timeZone(session);
        if (!zone)
            return std::unexpected(zone.error());
        until = std::min(until, lastDay->addDays(1).startOfDay(*zone).toUTC());
    }
    until.setTime(QTime(until.time().hour(), until.time().minute(), until.time().second()));
    return until;
}

Result<Booked<IssuedLicenseFile>> LicenseFileApplicationService::issue(
    Session &session, const SigningKey &key, LicenseId license, const DeviceFingerprint &device, int days,
    UserLicenseRepository::Whose whose) const
{
    const auto access = m_access.load(session);
    if (!access)
        return std::unexpected(access.error());
    const auto memberId = whose ? whose : access->subject().member;
    if (auto may = access->require(Action::UseDevices, {.member = memberId}); !may)
        return std::unexpected(std::move(may).error());
    return operate(session, u"issue_license_file", [&](Session &) -> Result<Booked<IssuedLicenseFile>> {
        const auto standing = m_rows.heartbeat(session, license, device, whose);
        if (!standing)
            return std::unexpected(standing.error());
        if (!standing->isOk() || !standing->activation || !memberId) {
            return failure(ErrorCode::RuleBroken, explanation(standing->reason),
                           {{u"reason"_s, toText(standing->reason)}});
        }
        const auto until = endOf(session, days, standing->lastDay);
        const auto found = m_licenses.find(session, license);
        const auto member = m_members.find(session, *memberId);
        if (!until || !found || !member)
            return std::unexpected(!until ? until.error() : !found ? found.error() : member.error());
        const auto operation = m_operations.begin(
            session, u"issue_license_file"_s,
            QCoreApplication::translate("services", "Licence file for %1 on %2")
                .arg(found->name.text(), device.text()));
        if (!operation)
            return std::unexpected(operation.error());
        auto file = write(session, key, {*found, *member, device, *standing->activation, *until});
        if (!file)
            return std::unexpected(std::move(file).error());
        return Booked<IssuedLicenseFile>{*std::move(file), *operation};
    });
}

Result<IssuedLicenseFile> LicenseFileApplicationService::write(Session &session, const SigningKey &key,
                                                               const Occasion &occasion) const
{
    const auto number = m_rows.addFile(session, occasion.activation, occasion.until, key.publicKey());
    if (!number)
        return std::unexpected(number.error());
    QDateTime now = session.now();
    now.setTime(QTime(now.time().hour(), now.time().minute(), now.time().second()));
    const LicenseFileContent content{.number = *number,
                                     .license = occasion.license.id,
                                     .licenseName = occasion.license.name.text(),
                                     .memberNumber = occasion.member.number.text(),
                                     .memberName = occasion.member.name.text(),
                                     .device = occasion.device,
                                     .issuedAt = now,
                                     .validUntil = occasion.until};
    return IssuedLicenseFile{content, signedLicenseFile(content, key)};
}

} // namespace seatledger
