// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/licensefile.h"
#include "core/domain/result.h"
#include "core/repositories/licenserepository.h"
#include "core/repositories/memberrepository.h"
#include "core/repositories/operationrepository.h"
#include "core/repositories/userlicenserepository.h"
#include "core/services/accessapplicationservice.h"
#include "core/services/booked.h"
#include "core/signing/signature.h"

#include <QByteArray>

#include <vector>

namespace seatledger {

/// A licence file that was given out.
struct IssuedLicenseFile {
    LicenseFileContent content;
    QByteArray text; ///< signed; see signedLicenseFile()
};

/// Signed files for machines that cannot ask: what runs on which device until when. Stateless apart from its
/// repositories; use it in the thread of the session.
class LicenseFileApplicationService final
{
public:
    LicenseFileApplicationService(const UserLicenseRepository &rows, const LicenseRepository &licenses,
                                  const MemberRepository &members, const OperationRepository &operations,
                                  const AccessApplicationService &access);

    /// A file for a licence that is activated on the device, good for `days` from now, but not beyond the
    /// last day of the seat, and for 90 days at most: nobody can call it back, so it is for good on record.
    /// RuleBroken with the reason of the standing if the licence does not run there; InvalidInput, field
    /// `days`. `whose` as in UserLicenseApplicationService.
    [[nodiscard]] Result<Booked<IssuedLicenseFile>> issue(Session &session, const SigningKey &key,
                                                          LicenseId license, const DeviceFingerprint &device,
                                                          int days,
                                                          UserLicenseRepository::Whose whose = {}) const;

    /// The keys that files which still count are verified by, whoever they are for: anybody may know them.
    [[nodiscard]] Result<std::vector<LicenseFileKey>> keys(Session &session) const
    {
        return m_rows.fileKeys(session);
    }

private:
    struct Occasion;
    [[nodiscard]] Result<IssuedLicenseFile> write(Session &session, const SigningKey &key,
                                                  const Occasion &occasion) const;
    [[nodiscard]] Result<QDateTime> endOf(Session &session, int days, std::optional<QDate> lastDay) const;

    const UserLicenseRepository &m_rows;
    const LicenseRepository &m_licenses;
    const MemberRepository &m_members;
    const OperationRepository &m_operations;
    const AccessApplicationService &m_access;
};

} // namespace seatledger
