// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/enumtext.h"
#include "core/domain/ids.h"
#include "core/domain/money.h"

#include <QDate>
#include <QDateTime>
#include <QList>
#include <QString>

#include <optional>
#include <variant>
#include <vector>

namespace seatledger {

/// The questions that can be put to the book. The names are public: in the command, in files, in the API.
enum class ReportKind {
    Utilisation,             ///< seats there are and seats held, a row for each licence
    UtilisationByProduct,
    UtilisationByVendor,
    UtilisationByDepartment, ///< seats held, a row for each department
    SeatsOverTime, ///< supply and demand in steps: a row for each day on which one of them changes
    Forecast, ///< a row for each licence that will run short, or of which less would do
    ForecastByMonth, ///< twelve months: supply, demand, what is short and what it costs to cover
    Expiring, ///< entitlements that end within the lead time
    CostByDepartment,
    CostByMember,
    CostByVendor,
    CostByMonth,
    IdleSeats, ///< seats held and not used
    Holders, ///< who holds what, across licences
    TopMembers, ///< the members with the most seats
    Activity, ///< changes of the book by weekday (1 is Monday) and hour
};

template <>
std::span<const EnumEntry<ReportKind>> enumEntries();

enum class CellType { Text, Count, Money, Percent, Day, Month, Instant };

/// A column by its stable name in snake_case: the key in JSON, the heading in files.
struct ReportColumn {
    QString name;
    CellType type = CellType::Text;

    friend bool operator==(const ReportColumn &, const ReportColumn &) = default;
};

/// One value, by the column's type: QString for Text, qint64 for Count, Money, double for Percent, QDate for
/// Day and for Month (its first day), QDateTime in UTC for Instant. None where there is none: seats without
/// limit, a day that does not come, what nobody knows.
using ReportCell = std::variant<std::monostate, QString, qint64, double, Money, QDate, QDateTime>;

/// What a row is about, to be opened: "license", "member", "license_assignment", "department", "product",
/// "vendor".
struct ReportTarget {
    QString entity;
    qint64 id = 0;

    friend bool operator==(const ReportTarget &, const ReportTarget &) = default;
};

struct ReportRow {
    std::vector<ReportCell> cells; ///< one for each column
    std::optional<ReportTarget> target = std::nullopt;

    friend bool operator==(const ReportRow &, const ReportRow &) = default;
};

/// What a report is about. What is left empty does not filter.
struct ReportFilter {
    static constexpr int maximumDays = 3'650;

    std::optional<QDate> asOf = std::nullopt; ///< today if none; past or future
    std::optional<QDate> from = std::nullopt; ///< of reports over time; included
    std::optional<QDate> until = std::nullopt; ///< included
    QList<DepartmentId> departments = {}; ///< each with all below it
    QList<VendorId> vendors = {};
    QList<ProductId> products = {};
    QList<LicenseId> licenses = {};
    QString search = {}; ///< words that must all be found, as in the lists
    int leadDays = 90; ///< how far ahead Expiring looks
    int idleDays = 90; ///< how long a seat is unused before IdleSeats names it

    friend bool operator==(const ReportFilter &, const ReportFilter &) = default;
};

/// By which of the report's columns, counted from 0. What is none comes last.
struct ReportOrder {
    int column = 0;
    bool descending = false;

    friend bool operator==(const ReportOrder &, const ReportOrder &) = default;
};

struct ReportRequest {
    static constexpr qint64 usualLimit = 5'000;

    ReportKind kind{};
    ReportFilter filter = {};
    std::optional<ReportOrder> order = std::nullopt; ///< the report's own if none
    qint64 limit = usualLimit; ///< rows at most; 0 is all
    /// Whether the answer may be as what is kept was last counted while very many licences have changed
    /// since: counting them in passing takes long. The answer says of how many (ReportTable::uncounted).
    bool mayBeBehind = false;

    friend bool operator==(const ReportRequest &, const ReportRequest &) = default;
};

/// A report as of one state of the book.
struct ReportTable {
    ReportKind kind{};
    std::vector<ReportColumn> columns;
    std::vector<ReportRow> rows;
    qint64 total = 0; ///< rows there are without a limit
    qint64 uncounted = 0; ///< licences whose last changes are not in it; only where that was allowed
    QDate asOf;
    QString convertedTo =
        {}; ///< the currency that amounts are in where there is a rate; empty: each in its own
    QString auditHead; ///< hash of the last link of the audit chain; empty for who may not read the audit
};

/// The columns of a report in their order; without those of money for who may not see costs.
[[nodiscard]] std::vector<ReportColumn> reportColumns(ReportKind kind, bool withCosts);

/// Whether a report is about nothing but money: without the right to see costs there is none.
[[nodiscard]] bool isCostReport(ReportKind kind);

} // namespace seatledger
