// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/entitlement.h"
#include "core/domain/holding.h"
#include "core/domain/report.h"
#include "core/domain/seatcalendar.h"
#include "tests/support/testdatabase.h"

#include <QString>

#include <optional>
#include <set>
#include <vector>

namespace seatledger {

/// An assignment as its row says.
struct FactHolding {
    Holding holding;
    std::optional<QDate> endedOn;
    std::optional<DepartmentId> department; ///< the holder's

    /// Whether it takes, took or will take its seats on a day. A suspension that gave the seat back takes
    /// none until it resumes, behind neither.
    [[nodiscard]] bool takesOn(QDate day) const;
};

struct FactLicense {
    LicenseId id;
    QString name;
    ProductId product;
    QString productName;
    VendorId vendor;
    QString vendorName;
    QString metric;
    LicenseState state;
    OveragePercent overage;
    std::vector<Entitlement> entitlements; ///< cancelled ones too
    std::vector<FactHolding> holdings; ///< ended ones too

    [[nodiscard]] Seats capacityOn(QDate day) const;
    /// As the seat rule sees it from `today` on.
    [[nodiscard]] SeatCalendar calendar(QDate today) const;
};

struct FactMember {
    MemberId id;
    std::optional<DepartmentId> department;
    MemberStatus status;
};

/// All that a test book holds, read as the owner into values of the domain, to recount reports from. The book
/// is small; nothing here is fast.
struct ReportFacts {
    explicit ReportFacts(TestDatabase &database);

    QDate today;
    std::vector<FactLicense> licenses; ///< of every state
    std::vector<FactMember> members;
    std::vector<std::pair<DepartmentId, std::optional<DepartmentId>>> departments; ///< with what is above

    /// The departments and all below.
    [[nodiscard]] std::set<DepartmentId> below(const QList<DepartmentId> &tops) const;
};

/// One report's point of view on the facts: which people and licences count, and as of when.
class Recount final
{
public:
    /// With `scoped`, only people of the filter's departments count, though there be none.
    Recount(const ReportFacts &facts, const ReportFilter &filter, bool scoped);

    [[nodiscard]] QDate asOf() const { return m_filter.asOf.value_or(m_facts.today); }
    [[nodiscard]] const ReportFacts &facts() const { return m_facts; }
    [[nodiscard]] const ReportFilter &filter() const { return m_filter; }
    [[nodiscard]] bool isScoped() const { return m_scoped; }

    [[nodiscard]] bool counts(const std::optional<DepartmentId> &department) const;
    [[nodiscard]] qint64 heldOn(const FactLicense &license, QDate day) const;
    [[nodiscard]] qint64 heldHereOn(const FactLicense &license, QDate day) const;

    /// Those in use that the filter lets through; if people are chosen, those that they hold seats of.
    [[nodiscard]] std::vector<const FactLicense *> licenses() const;

private:
    const ReportFacts &m_facts;
    ReportFilter m_filter;
    bool m_scoped;
    std::set<DepartmentId> m_departments;
};

} // namespace seatledger
