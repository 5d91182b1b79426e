// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/report.h"
#include "ui/common/widgets/pickerfield.h"

#include <QVariantMap>

#include <optional>
#include <vector>

namespace seatledger {

/// A period by its name, so that "the next 12 months" are others tomorrow: `around`, `before-3`, `before-12`,
/// `after-3`, `after-12`, `this-year`, `last-year`, `next-year`, or `days` with days of its own.
struct PeriodChoice {
    QString name = QStringLiteral("around");
    std::optional<QDate> from = std::nullopt; ///< of `days`
    std::optional<QDate> until = std::nullopt;

    friend bool operator==(const PeriodChoice &, const PeriodChoice &) = default;
};

/// The names of all periods but `days`, in the order in which they are offered.
[[nodiscard]] QStringList periodNames();
[[nodiscard]] QString periodTitle(const PeriodChoice &period);
/// Its first and last day. `around`, and what is not known, is six months back and twelve ahead.
[[nodiscard]] std::pair<QDate, QDate> daysOf(const PeriodChoice &period, QDate today);

/// What somebody chose to see in reports. A plain value that outlives the day and the program: filterOf()
/// makes a filter of it.
struct ReportChoice {
    PeriodChoice period;
    std::optional<QDate> asOf;
    QList<DepartmentId> departments; ///< none is all
    QList<VendorId> vendors;
    QList<ProductId> products;
    std::optional<PickerItem> license;
    QString search;
    int leadDays = 90;
    int idleDays = 90;

    friend bool operator==(const ReportChoice &, const ReportChoice &) = default;
};

/// What can be chosen; each report takes some of it.
enum class ReportField { Period, AsOf, Department, Vendor, Product, License, LeadDays, IdleDays, Search };

/// What a report takes.
[[nodiscard]] QList<ReportField> fieldsOf(ReportKind kind);

/// Only what is among `fields` counts.
[[nodiscard]] ReportFilter filterOf(const ReportChoice &choice, const QList<ReportField> &fields,
                                    QDate today);

/// A report as somebody looks at it; what a click elsewhere opens, and what is kept as a saved view.
struct ReportPlace {
    ReportKind kind = ReportKind::Utilisation;
    ReportChoice choice = {};
    QString sortColumn = {}; ///< empty: as the report is sorted by itself
    bool isDescending = false;

    friend bool operator==(const ReportPlace &, const ReportPlace &) = default;
};

[[nodiscard]] QVariantMap toVariant(const ReportChoice &choice);
/// What is not understood is left out.
[[nodiscard]] ReportChoice choiceFromVariant(const QVariantMap &stored);
[[nodiscard]] QVariantMap toVariant(const ReportPlace &place);
/// None if it names no report that there is.
[[nodiscard]] std::optional<ReportPlace> placeFromVariant(const QVariantMap &stored);

} // namespace seatledger

Q_DECLARE_METATYPE(seatledger::ReportPlace)
