// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/importfield.h"
#include "core/domain/result.h"

#include <QJsonObject>
#include <QString>
#include <QStringList>

#include <optional>
#include <vector>

namespace seatledger {

/// In which order days are written in figures. A year of four figures in front is read whatever is said here.
enum class DayOrder {
    YearFirst, ///< 2026-11-26, 2026/11/26, 20261126
    DayFirst, ///< 26.11.2026, 26/11/26
    MonthFirst, ///< 11/26/2026
};

/// What parts whole numbers from decimals; the other one, blanks and apostrophes group digits.
enum class DecimalMark {
    Point, ///< 1,234.50
    Comma, ///< 1.234,50
};

template <>
std::span<const EnumEntry<DayOrder>> enumEntries();
template <>
std::span<const EnumEntry<DecimalMark>> enumEntries();

/// Why a column is taken for a field.
enum class MatchOrigin {
    None, ///< nothing was found; the column is left out
    Saved, ///< a saved mapping says so
    Exact, ///< it is headed by the field's name
    Similar, ///< its heading is like the field's name: an offer, which a person must confirm
    Chosen, ///< a person said so
};

template <>
std::span<const EnumEntry<MatchOrigin>> enumEntries();

/// What one column of a file is taken for, and how its values are read.
struct ColumnMatch {
    QString heading;
    QString field = {}; ///< of importFields(); empty: the column is left out
    MatchOrigin origin = MatchOrigin::None;
    std::optional<DayOrder> days = std::nullopt; ///< of a column of days
    std::optional<DecimalMark> decimals = std::nullopt; ///< of a column of numbers
    QString doubt =
        {}; ///< translated: what can be read in two ways, or not as it should; empty if all is clear

    friend bool operator==(const ColumnMatch &, const ColumnMatch &) = default;
};

/// A value that every row has, as if the file had a column with it.
struct FixedValue {
    QString field;
    QString value;

    friend bool operator==(const FixedValue &, const FixedValue &) = default;
};

/// What the columns of a file are taken for, in their order. Saved under a name for files of the same make;
/// then it may name columns that a file does not have.
struct ImportMapping {
    QString name = {}; ///< as saved; empty if it is not
    ImportKind kind = ImportKind::Members;
    std::vector<ColumnMatch> columns = {};
    std::vector<FixedValue> fixed =
        {}; ///< of fields without a column, such as the licence that a file is about
    bool passesOverFree = false; ///< assignments: a row that names nobody is a free seat, and no problem
    bool isShipped = false; ///< comes with the program and cannot be changed

    /// Headings whose match a person has still to confirm: those that are only similar.
    [[nodiscard]] QStringList unconfirmed() const;

    /// InvalidInput, in words, if a row could not be read by it: a required field without a column, a field
    /// with two columns, a field that the kind has not, a match that nobody confirmed.
    [[nodiscard]] Result<void> check() const;

    friend bool operator==(const ImportMapping &, const ImportMapping &) = default;
};

/// What is worth keeping of a mapping, without its name and kind: `columns` with `heading` and `field`, and
/// `days` and `decimals` where a person chose them; `fixed`; `passes_over_free`.
[[nodiscard]] QJsonObject toJson(const ImportMapping &mapping);

/// Reads it back; every column is of MatchOrigin::Saved. What it does not know is left out.
[[nodiscard]] ImportMapping importMappingFromJson(const QJsonObject &content);

} // namespace seatledger
