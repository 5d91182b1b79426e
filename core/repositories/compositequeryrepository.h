// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/assignment.h"
#include "core/domain/enums.h"
#include "core/domain/ids.h"
#include "core/domain/result.h"
#include "core/domain/searchquery.h"
#include "core/domain/seats.h"

#include <QDate>
#include <QList>
#include <QVariant>

#include <optional>
#include <vector>

namespace seatledger {

/// One line of the list of members.
struct MemberRow {
    MemberId id;
    QString number;
    QString name;
    QString email;
    QString department; ///< its name; empty is outside all departments
    MemberStatus status = MemberStatus::Active;
    qint64 licenses = 0; ///< assignments that hold now or later; as of a day, on it
    int version = 1;
    std::optional<QDate> joinedOn = std::nullopt;
    QString note = {};
};

/// One line of the list of licences.
struct LicenseRow {
    LicenseId id;
    QString name;
    QString vendor;
    QString product;
    LicenseMetric metric = LicenseMetric::NamedUser;
    LicenseTerm term = LicenseTerm::Subscription;
    LicenseState state = LicenseState::Active;
    Seats capacity;      ///< seats there are today, overage included
    qint64 held = 0;     ///< seats held now
    qint64 promised = 0; ///< held now or promised for later
    qint64 shortage = 0; ///< held above capacity because supply ended
    qint64 waiting = 0;  ///< people on the waiting list
    std::optional<QDate> lapsesOn; ///< the next day with fewer seats
    int version = 1;
    int overagePercent = 0;
    std::optional<int> lowSeatThreshold = std::nullopt; ///< none is never
    QString note = {};
};

/// One line of the list of assignments.
struct AssignmentRow {
    AssignmentId id;
    LicenseId license;
    QString licenseName;
    MemberId member;
    QString memberName;
    QString memberEmail;
    QString department;
    int quantity = 1;
    Period period;
    AssignmentState state = AssignmentState::Active;
    bool seatReleased = false;
    std::optional<QDate> suspendedUntil;
    std::optional<QDate> endedOn;
    int version = 1;
    QString note = {};
};

// Those that no index gives the order of stand last: as the first key they put a whole list in order for each
// page.
enum class MemberSort { ByName, ByNumber, ByEmail, ByDepartment, ByStatus };
enum class LicenseSort { ByName, ByFree, ByHeld, ByLapse, ByProduct, ByTerm, ByState };
enum class AssignmentSort { Newest, ByMember, ByLicense, ByFirstDay, ByState, ByQuantity, ByLastDay };

/// Filters; members left empty do not filter. `search` is looked for anywhere in the texts, ignoring case;
/// several words, and "words in quotes" as they are, must all be found. `terms` are those of parseSearch() by
/// the grammar of the list; all must hold.
///
/// With `asOf` the list is as of that day, past or to come, by the days of the rows: members who had joined,
/// with what they held; licences with the seats there are and that are held on it; assignments that hold on
/// it, active or suspended. Names, departments, and the states of licences are those of now, and who is
/// suspended now counts as active on days before today.
struct MemberFilter {
    QString search = {};
    QList<MemberStatus> statuses = {};
    QList<DepartmentId> departments = {}; ///< each with all below it
    std::vector<SearchTerm> terms = {};
    std::optional<QDate> asOf = {};
    friend bool operator==(const MemberFilter &, const MemberFilter &) = default;
};

struct LicenseFilter {
    QString search = {}; ///< in the names of licence, product and vendor
    QList<LicenseState> states = {};
    bool onlyShort = false; ///< only those with a shortage today
    bool onlyAwaited = false; ///< only those that somebody waits for
    std::vector<SearchTerm> terms = {};
    std::optional<QDate> asOf = {};
    friend bool operator==(const LicenseFilter &, const LicenseFilter &) = default;
};

struct AssignmentFilter {
    QString search = {}; ///< in the member's and the licence's names
    QList<AssignmentState> states = {};
    std::optional<LicenseId> license = {};
    std::optional<MemberId> member = {};
    std::vector<SearchTerm> terms = {};
    std::optional<QDate> asOf = {};
    friend bool operator==(const AssignmentFilter &, const AssignmentFilter &) = default;
};

/// Where a page begins: the sort values and the id of the row before it. Opaque; empty is the beginning.
using PageKey = QVariantList;

/// One order of a list. Rows that are equal by it follow `then`, one key after the other, each in a direction
/// of its own; its members' own `then` do not count. Rows without a value come last, or first if descending.
template <typename Column>
struct ListOrder {
    Column column{};
    bool descending = false;
    std::vector<ListOrder> then;
    friend bool operator==(const ListOrder &, const ListOrder &) = default;
};

/// Some rows of a list. `last` is the key to page on with.
template <typename RowType>
struct ListPage {
    std::vector<RowType> rows;
    PageKey last;
};

/// How far a search goes before it takes another way. It decides how long an answer takes, never what it is.
struct SearchEffort {
    int rows = 15'000; ///< to look at on the way along an order, or of matches to look up at once
    int ids = 2'000; ///< of people or licences that a statement takes along
};

/// Feeds the lists: joined, filtered, sorted and paged by key in SQL, so that a page costs the same anywhere
/// in a million rows. Stateless; reads only.
///
/// For each list: `page` gives at most `limit` (1 to 1000) rows after `after`, leaving out the first `skip`
/// of them; `anchors` gives the keys of every `every`-th row (the key before row 0, every, 2*every, ...: the
/// first is empty), by which a table jumps anywhere with a small `skip`; `count` counts.
class CompositeQueryRepository final
{
public:
    explicit CompositeQueryRepository(SearchEffort effort = {}) : m_effort(effort) {}

    [[nodiscard]] Result<ListPage<MemberRow>> members(Session &session, const MemberFilter &filter,
                                                      const ListOrder<MemberSort> &order,
                                                      const PageKey &after, int skip, int limit) const;
    [[nodiscard]] Result<std::vector<PageKey>> memberAnchors(Session &session, const MemberFilter &filter,
                                                             const ListOrder<MemberSort> &order,
                                                             int every) const;
    [[nodiscard]] Result<qint64> memberCount(Session &session, const MemberFilter &filter) const;

    [[nodiscard]] Result<ListPage<LicenseRow>> licenses(Session &session, const LicenseFilter &filter,
                                                        const ListOrder<LicenseSort> &order,
                                                        const PageKey &after, int skip, int limit) const;
    [[nodiscard]] Result<std::vector<PageKey>> licenseAnchors(Session &session, const LicenseFilter &filter,
                                                              const ListOrder<LicenseSort> &order,
                                                              int every) const;
    [[nodiscard]] Result<qint64> licenseCount(Session &session, const LicenseFilter &filter) const;

    [[nodiscard]] Result<ListPage<AssignmentRow>> assignments(Session &session,
                                                              const AssignmentFilter &filter,
                                                              const ListOrder<AssignmentSort> &order,
                                                              const PageKey &after, int skip,
                                                              int limit) const;
    [[nodiscard]] Result<std::vector<PageKey>> assignmentAnchors(Session &session,
                                                                 const AssignmentFilter &filter,
                                                                 const ListOrder<AssignmentSort> &order,
                                                                 int every) const;
    [[nodiscard]] Result<qint64> assignmentCount(Session &session, const AssignmentFilter &filter) const;

private:
    SearchEffort m_effort;
};

} // namespace seatledger
