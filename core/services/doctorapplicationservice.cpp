// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/doctorapplicationservice.h"

#include "core/repositories/auditrepository.h"
#include "core/repositories/doctorrepository.h"
#include "core/repositories/snapshot.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr int mostFindings = 100;

Result<void> recount(Session &session, const QString &check, DoctorReport &report)
{
    const auto differences = DoctorRepository().differences(session, check, mostFindings);
    if (!differences)
        return std::unexpected(differences.error());
    report.checks.push_back(check);
    for (const RecountDifference &difference : *differences)
        report.findings.push_back({check, difference.subject, difference.expected, difference.found});
    return {};
}

bool knowsToday(const DoctorReport &report)
{
    return std::ranges::none_of(report.findings,
                                [](const DoctorFinding &finding) { return finding.check == "time_zone"_L1; });
}

Result<void> verifyAudit(Session &session, DoctorReport &report)
{
    const auto verdict = AuditRepository().verify(session);
    if (!verdict)
        return std::unexpected(verdict.error());
    report.checks.push_back(u"audit_chain"_s);
    if (verdict->firstBadPosition)
        report.findings.push_back(
            {u"audit_chain"_s, u"link %1"_s.arg(*verdict->firstBadPosition), u"intact"_s, verdict->problem});
    return {};
}

} // namespace

Result<DoctorReport> DoctorApplicationService::examine(Session &session, const Progress &progress) const
{
    return readSnapshot(session, u"doctor", [&progress](Session &inner) -> Result<DoctorReport> {
        DoctorReport report;
        const QStringList checks = DoctorRepository::checks();
        const int all = static_cast<int>(checks.size()) + 1; // and the audit's chain
        int done = 0;
        const auto tell = [&](const QString &next) {
            if (progress)
                progress(done++, all, next);
        };
        for (const QString &check : checks) {
            tell(check);
            if (DoctorRepository::needsToday(check) && !knowsToday(report))
                continue;
            if (auto made = recount(inner, check, report); !made)
                return std::unexpected(std::move(made).error());
        }
        tell(u"audit_chain"_s);
        if (auto verified = verifyAudit(inner, report); !verified)
            return std::unexpected(std::move(verified).error());
        return report;
    });
}

} // namespace seatledger
