// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/department.h"
#include "core/domain/enums.h"
#include "core/domain/product.h"
#include "core/domain/report.h"
#include "core/domain/result.h"
#include "core/repositories/cataloguerepository.h"
#include "core/repositories/compositequeryrepository.h"
#include "core/repositories/licenserepository.h"
#include "core/repositories/memberrepository.h"
#include "core/services/accessapplicationservice.h"
#include "core/services/reportingapplicationservice.h"

#include <vector>

namespace seatledger {

/// Somebody who was found, in as many words as it takes to tell them from others.
struct FoundMember {
    MemberId id;
    QString number;
    QString name;
    QString email;
    bool hasLeft = false;

    friend bool operator==(const FoundMember &, const FoundMember &) = default;
};

struct FoundLicense {
    LicenseId id;
    QString name;
    QString product;
    LicenseState state = LicenseState::Active;

    friend bool operator==(const FoundLicense &, const FoundLicense &) = default;
};

struct Found {
    std::vector<FoundMember> members;
    std::vector<FoundLicense> licenses;
};

/// What there is so little of that it can be known by heart.
struct Landmarks {
    std::vector<Department> departments; ///< as CatalogueRepository has them
    std::vector<Vendor> vendors;
    std::vector<Product> products;
    std::vector<ReportKind> reports;
};

/// Finds things of the book by a few letters, for whoever wants to go there. Answers what the session may
/// see; what it may not see at all is left out, not refused. Stateless apart from its repositories; use it in
/// the thread of the session, cancel by its token. It changes nothing.
class FinderApplicationService final
{
public:
    struct Needs {
        const CompositeQueryRepository &lists;
        const MemberRepository &members;
        const LicenseRepository &licenses;
        const CatalogueRepository &catalogue;
        const ReportingApplicationService &reports;
        const AccessApplicationService &access;
    };

    explicit FinderApplicationService(Needs needs) : m_needs(needs) {}

    /// At most `limit` (1 to 100) of each: first who has exactly this number or address, then whose words
    /// begin like this, then the others, by name. A text without letters finds nothing.
    [[nodiscard]] Result<Found> find(Session &session, const QString &text, int limit) const;

    /// Those that there are, in the order asked for.
    [[nodiscard]] Result<Found> recall(Session &session, const QList<MemberId> &members,
                                       const QList<LicenseId> &licenses) const;

    [[nodiscard]] Result<Landmarks> landmarks(Session &session) const;

private:
    [[nodiscard]] Result<std::vector<FoundMember>> findMembers(Session &session, const QString &text,
                                                               int limit) const;
    [[nodiscard]] Result<std::vector<FoundLicense>> findLicenses(Session &session, const QString &text,
                                                                 int limit) const;
    [[nodiscard]] Result<std::vector<FoundMember>> membersOf(Session &session,
                                                             const QList<MemberId> &ids) const;
    [[nodiscard]] Result<std::vector<FoundLicense>> licensesOf(Session &session,
                                                               const QList<LicenseId> &ids) const;

    Needs m_needs;
};

} // namespace seatledger
