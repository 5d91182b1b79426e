// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/enumtext.h"

#include <QString>

#include <vector>

namespace seatledger {

/// What a file is about.
enum class ImportKind {
    Members,
    Licenses,    ///< with what was bought: a line for each entitlement
    Assignments,
};

/// What the values of a field are.
enum class ImportValue {
    Text,
    Count,
    Money, ///< major units
    Day,
    Choice, ///< one of a few names
    Flag,   ///< yes or no
    Secret, ///< keys: taken into the book, and shown nowhere
};

template <>
std::span<const EnumEntry<ImportKind>> enumEntries();

/// Something a column of a file can be taken for.
struct ImportField {
    QString name; ///< stable, in snake_case, the heading that exports write: `number`, `from_day`, ...
    ImportValue value = ImportValue::Text;
    bool isRequired = false; ///< a row cannot do without

    friend bool operator==(const ImportField &, const ImportField &) = default;
};

/// The fields of a kind, in the order a person expects to see them.
///
/// Members: number, name, email, department, status, joined_on, left_on, note; first_name and last_name,
/// which make up a name where the file has it in two columns; username, which stands in for a number that is
/// empty. A row is the member with its number, or else its e-mail address.
///
/// Licenses: license, vendor, product, metric, term, state, owner, overage_percent, devices_per_seat,
/// floating_lease_minutes, expiry_action, low_seat_threshold, note; and of the entitlement: seats (a number,
/// or `unlimited`), from_day, until_day, price, currency, billing, order_number, supplier, entitlement_note;
/// entitlement, by which the file calls it, and renews, which names another one of its licence by that or by
/// its order number. One with cancelled_at is passed over. Keys: license_key; entitlement_key, of the
/// entitlement of its line; pool_keys, one on each line of the cell. Lines with the same licence are the same
/// licence. A line is an entitlement if it has a first day or seats.
///
/// Assignments: license, member_number, member_email, member_name, holder, quantity, from_day, until_day,
/// state, seat_released, suspended_until, ended_on, end_reason, note. The first of the four that name the
/// member and is filled in counts; a name must be that of one member only, and the holder may be any of the
/// three.
///
/// A department may be a path, from the top: `Company / IT / Support`.
[[nodiscard]] const std::vector<ImportField> &importFields(ImportKind kind);

/// The field of this name; null if the kind has none such.
[[nodiscard]] const ImportField *importField(ImportKind kind, const QString &name);

/// Whether the values of this field are shown nowhere.
[[nodiscard]] bool isSecretField(ImportKind kind, const QString &field);

/// The translated heading of a field.
[[nodiscard]] QString importFieldTitle(ImportKind kind, const QString &name);

} // namespace seatledger
