// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/exportcolumns.h"

#include "core/repositories/listday.h"
#include "core/repositories/listqueries.h"

#include <array>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr std::array memberColumns{
    ExportColumn{"number", "m.number"},
    ExportColumn{"name", "m.name"},
    ExportColumn{"email", "m.email"},
    ExportColumn{"department", "t.path"},
    ExportColumn{"status", "m.status"},
    ExportColumn{"joined_on", "m.joined_on", ColumnKind::Day},
    ExportColumn{"left_on", "m.left_on", ColumnKind::Day},
    ExportColumn{"licenses", "h.licenses", ColumnKind::Count},
    ExportColumn{"note", "m.note"},
};

// Of a licence, in its own list and beside what was bought for it.
constexpr ExportColumn licenseName{"license", "l.name"};
constexpr ExportColumn vendorName{"vendor", "v.name"};
constexpr ExportColumn productName{"product", "p.name"};
constexpr ExportColumn metric{"metric", "l.metric"};
constexpr ExportColumn term{"term", "l.term"};
constexpr ExportColumn state{"state", "l.state"};
constexpr ExportColumn owner{"owner", "o.number"};
constexpr ExportColumn overage{"overage_percent", "l.overage_percent", ColumnKind::Count};
constexpr ExportColumn devicesPerSeat{"devices_per_seat", "l.devices_per_seat", ColumnKind::Count};
constexpr ExportColumn lease{"floating_lease_minutes", "l.floating_lease_minutes", ColumnKind::Count};
constexpr ExportColumn expiryAction{"expiry_action", "l.expiry_action"};
constexpr ExportColumn threshold{"low_seat_threshold", "l.low_seat_threshold", ColumnKind::Count};
constexpr ExportColumn licenseNote{"note", "l.note"};

constexpr std::array licenseColumns{
    licenseName,
    vendorName,
    productName,
    metric,
    term,
    state,
    ExportColumn{"capacity", "coalesce(c.capacity::text, 'unlimited')", ColumnKind::Count},
    ExportColumn{"held", "c.held", ColumnKind::Count},
    ExportColumn{"free", "c.capacity - c.held", ColumnKind::Count},
    ExportColumn{"promised", "c.promised", ColumnKind::Count},
    ExportColumn{"shortage", "c.short", ColumnKind::Count},
    ExportColumn{"waiting", "c.waiting", ColumnKind::Count},
    ExportColumn{"lapses_on", "c.lapses_on", ColumnKind::Day},
    owner,
    overage,
    devicesPerSeat,
    lease,
    expiryAction,
    threshold,
    licenseNote,
};
constexpr std::array entitlementColumns{
    licenseName,
    vendorName,
    productName,
    metric,
    term,
    state,
    owner,
    overage,
    devicesPerSeat,
    lease,
    expiryAction,
    threshold,
    licenseNote,
    ExportColumn{"seats", "coalesce(e.quantity::text, 'unlimited')", ColumnKind::Count},
    ExportColumn{"from_day", "lower(e.period)", ColumnKind::Day},
    ExportColumn{"until_day", "upper(e.period) - 1", ColumnKind::Day},
    ExportColumn{"price", "e.price_minor", ColumnKind::Money, "e.currency", true},
    ExportColumn{"currency", "e.currency", ColumnKind::Text, nullptr, true},
    ExportColumn{"billing", "e.billing"},
    ExportColumn{"order_number", "e.order_number"},
    ExportColumn{"supplier", "e.supplier"},
    ExportColumn{"entitlement_note", "e.note"},
    ExportColumn{"cancelled_at", "e.cancelled_at", ColumnKind::Instant},
    ExportColumn{"entitlement", "e.id", ColumnKind::Count},
    ExportColumn{"renews", "e.renews_id", ColumnKind::Count},
};
constexpr std::array assignmentColumns{
    ExportColumn{"assignment", "a.id", ColumnKind::Count},
    ExportColumn{"license", "l.name"},
    ExportColumn{"member_number", "m.number"},
    ExportColumn{"member_name", "m.name"},
    ExportColumn{"member_email", "m.email"},
    ExportColumn{"department", "d.name"},
    ExportColumn{"quantity", "a.quantity", ColumnKind::Count},
    ExportColumn{"from_day", "lower(a.period)", ColumnKind::Day},
    ExportColumn{"until_day", "upper(a.period) - 1", ColumnKind::Day},
    ExportColumn{"state", "a.state"},
    ExportColumn{"seat_released", "a.seat_released", ColumnKind::Flag},
    ExportColumn{"suspended_until", "a.suspended_until", ColumnKind::Day},
    ExportColumn{"ended_on", "a.ended_on", ColumnKind::Day},
    ExportColumn{"end_reason", "a.end_reason"},
    ExportColumn{"note", "a.note"},
};
constexpr std::array waitingColumns{
    ExportColumn{"entry", "w.id", ColumnKind::Count},
    ExportColumn{"license", "l.name"},
    ExportColumn{"member_number", "m.number"},
    ExportColumn{"member_name", "m.name"},
    ExportColumn{"member_email", "m.email"},
    ExportColumn{"department", "d.name"},
    ExportColumn{"quantity", "w.quantity", ColumnKind::Count},
    ExportColumn{"from_day", "lower(w.period)", ColumnKind::Day},
    ExportColumn{"until_day", "upper(w.period) - 1", ColumnKind::Day},
    ExportColumn{"state", "w.state"},
    ExportColumn{"place", "nullif(seatledger.waiting_place(w.id), 0)", ColumnKind::Count},
    ExportColumn{"asked_at", "w.asked_at", ColumnKind::Instant},
    ExportColumn{"assignment", "w.assignment_id", ColumnKind::Count},
    ExportColumn{"end_reason", "w.end_reason"},
    ExportColumn{"note", "w.note"},
};
constexpr std::array reviewColumns{
    ExportColumn{"item", "i.id", ColumnKind::Count},
    ExportColumn{"member_number", "m.number"},
    ExportColumn{"member_name", "m.name"},
    ExportColumn{"member_email", "m.email"},
    ExportColumn{"department", "d.name"},
    ExportColumn{"license", "l.name"},
    ExportColumn{"assignment", "i.assignment_id", ColumnKind::Count},
    ExportColumn{"quantity", "i.quantity", ColumnKind::Count},
    ExportColumn{"decision", "i.decision"},
    ExportColumn{"reviewer", "i.reviewer"},
    ExportColumn{"decided_at", "i.decided_at", ColumnKind::Instant},
    ExportColumn{"note", "i.note"},
    ExportColumn{"state_now", "a.state"},
    ExportColumn{"quantity_now", "a.quantity", ColumnKind::Count},
    ExportColumn{"last_used_at", "u.at", ColumnKind::Instant},
};
constexpr std::array auditColumns{
    ExportColumn{"at", "coalesce(s.at, o.started_at)", ColumnKind::Instant},
    ExportColumn{"operation", "o.id", ColumnKind::Count},
    ExportColumn{"kind", "o.kind"},
    ExportColumn{"summary", "o.summary"},
    ExportColumn{"reason", "o.reason"},
    ExportColumn{"actor", "o.actor"},
    ExportColumn{"login", "o.login"},
    ExportColumn{"source", "o.source"},
    ExportColumn{"address", "host(o.address)"},
    ExportColumn{"undoes", "o.undoes_id", ColumnKind::Count},
    ExportColumn{"undone_by", "u.id", ColumnKind::Count},
    ExportColumn{"statement", "s.id", ColumnKind::Count},
    ExportColumn{"action", "s.action"},
    ExportColumn{"entity", "e.entity"},
    ExportColumn{"entity_id", "e.entity_id", ColumnKind::Count},
    ExportColumn{"old", "e.old"},
    ExportColumn{"new", "e.new"},
};
constexpr std::array operatorColumns{
    ExportColumn{"login", "o.login"},
    ExportColumn{"name", "o.display_name"},
    ExportColumn{"role", "o.role"},
    ExportColumn{"rights", "array_to_string(o.rights, ' ')"},
    ExportColumn{"departments", "array_to_string(x.departments, '; ')"},
    ExportColumn{"disabled_at", "o.disabled_at", ColumnKind::Instant},
    ExportColumn{"last_did", "l.last_did", ColumnKind::Instant},
};
constexpr std::array tokenColumns{
    ExportColumn{"id", "t.id", ColumnKind::Count},
    ExportColumn{"name", "t.name"},
    ExportColumn{"owner", "o.login"},
    ExportColumn{"scopes", "array_to_string(t.scopes, ' ')"},
    ExportColumn{"created_at", "t.created_at", ColumnKind::Instant},
    ExportColumn{"last_used_at", "u.last_used_at", ColumnKind::Instant},
    ExportColumn{"expires_at", "t.expires_at", ColumnKind::Instant},
    ExportColumn{"revoked_at", "t.revoked_at", ColumnKind::Instant},
};
constexpr std::array departmentColumns{
    ExportColumn{"department", "t.path"},
    ExportColumn{"name", "d.name"},
    ExportColumn{"parent", "a.name"},
    ExportColumn{"members", "(SELECT count(*) FROM seatledger.member m WHERE m.department_id = d.id)",
                 ColumnKind::Count},
};
constexpr std::array deviceColumns{
    ExportColumn{"fingerprint", "v.fingerprint"},
    ExportColumn{"name", "v.name"},
    ExportColumn{"platform", "v.platform"},
    ExportColumn{"member_number", "m.number"},
    ExportColumn{"member_name", "m.name"},
    ExportColumn{"member_email", "m.email"},
    ExportColumn{"activations", "coalesce(c.live, 0)", ColumnKind::Count},
    ExportColumn{"last_seen_at", "c.seen_at", ColumnKind::Instant},
    ExportColumn{"retired_on", "v.retired_on", ColumnKind::Day},
};

ExportList listOf(const MemberExport &members)
{
    const QString held = u"LATERAL (SELECT count(*) AS licenses FROM %1)"_s.arg(
        heldByMember(members.filter.asOf));
    return {"members",
            Action::ViewMembers,
            memberColumns,
            {departmentPathJoin(u"t"_s, u"t.id = m.department_id"_s), {held, u"h"_s, u"true"_s, true}}};
}

ExportList listOf(const LicenseExport &)
{
    return {"licenses",
            Action::ViewLicenses,
            licenseColumns,
            {{u"seatledger.member"_s, u"o"_s, u"o.id = l.owner_member_id"_s, true}}};
}

ExportList listOf(const AssignmentExport &)
{
    return {"assignments", Action::ViewAssignments, assignmentColumns};
}

ExportList listOf(const WaitingExport &)
{
    return {"waiting", Action::ViewAssignments, waitingColumns};
}

ExportList listOf(const ReviewExport &)
{
    return {"review", Action::ViewAssignments, reviewColumns};
}

ExportList listOf(const AuditExport &)
{
    return {"audit", Action::ReadAudit, auditColumns};
}

ExportList listOf(const OperatorExport &)
{
    return {"operators", Action::ManageOperators, operatorColumns};
}

/// Everybody has tokens: the policies say whose are seen.
ExportList listOf(const TokenExport &)
{
    return {"tokens", std::nullopt, tokenColumns};
}

ExportList listOf(const DepartmentExport &)
{
    return {"departments", Action::ViewMembers, departmentColumns};
}

ExportList listOf(const DeviceExport &)
{
    return {"devices", Action::ViewAssignments, deviceColumns};
}

ExportList listOf(const EntitlementExport &)
{
    return {"entitlements", Action::ViewLicenses, entitlementColumns};
}

Result<ListQuery> queryOf(Session &session, const MemberExport &members)
{
    return memberListQuery(session, members.filter, members.order);
}

Result<ListQuery> queryOf(Session &session, const LicenseExport &licenses)
{
    return licenseListQuery(session, licenses.filter, licenses.order);
}

Result<ListQuery> queryOf(Session &session, const AssignmentExport &assignments)
{
    return assignmentListQuery(session, assignments.filter, assignments.order);
}

Result<ListQuery> queryOf(Session &, const WaitingExport &waiting)
{
    return waitingListQuery(waiting.filter, waiting.order);
}

Result<ListQuery> queryOf(Session &, const ReviewExport &review)
{
    return reviewItemQuery(review.filter, review.order);
}

Result<ListQuery> queryOf(Session &, const AuditExport &audit)
{
    return operationEventsQuery(audit.filter, audit.order);
}

Result<ListQuery> queryOf(Session &, const OperatorExport &operators)
{
    return operatorListQuery(operators.filter, operators.order);
}

Result<ListQuery> queryOf(Session &, const TokenExport &tokens)
{
    return tokenListQuery(tokens.filter, tokens.order);
}

Result<ListQuery> queryOf(Session &, const DepartmentExport &departments)
{
    return departmentListQuery(departments.search);
}

Result<ListQuery> queryOf(Session &, const DeviceExport &devices)
{
    return deviceListQuery(devices.search);
}

Result<ListQuery> queryOf(Session &, const EntitlementExport &entitlements)
{
    return entitlementListQuery(entitlements.filter);
}

} // namespace

ExportList exportListOf(const ListExport &request)
{
    return std::visit([](const auto &asked) { return listOf(asked); }, request);
}

Result<ListQuery> exportQueryOf(Session &session, const ListExport &request)
{
    return std::visit([&](const auto &asked) { return queryOf(session, asked); }, request);
}

} // namespace seatledger
