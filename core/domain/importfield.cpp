// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/importfield.h"

#include <QtGlobal>

#include <algorithm>
#include <array>

namespace seatledger {

using namespace Qt::StringLiterals;

template <>
std::span<const EnumEntry<ImportKind>> enumEntries()
{
    static constexpr std::array entries{
        EnumEntry{ImportKind::Members, "members"_L1, QT_TRANSLATE_NOOP("domain", "Members")},
        EnumEntry{ImportKind::Licenses, "licenses"_L1,
                  QT_TRANSLATE_NOOP("domain", "Licences with what was bought")},
        EnumEntry{ImportKind::Assignments, "assignments"_L1, QT_TRANSLATE_NOOP("domain", "Assignments")},
    };
    return entries;
}

namespace {

struct FieldRow {
    QLatin1StringView name;
    ImportValue value;
    const char *title;
    bool isRequired = false;
};

constexpr std::array memberFields{
    FieldRow{"number"_L1, ImportValue::Text, QT_TRANSLATE_NOOP("domain", "Number")},
    FieldRow{"name"_L1, ImportValue::Text, QT_TRANSLATE_NOOP("domain", "Name")},
    FieldRow{"first_name"_L1, ImportValue::Text, QT_TRANSLATE_NOOP("domain", "First name")},
    FieldRow{"last_name"_L1, ImportValue::Text, QT_TRANSLATE_NOOP("domain", "Last name")},
    FieldRow{"username"_L1, ImportValue::Text, QT_TRANSLATE_NOOP("domain", "Login (if there is no number)")},
    FieldRow{"email"_L1, ImportValue::Text, QT_TRANSLATE_NOOP("domain", "E-mail")},
    FieldRow{"department"_L1, ImportValue::Text, QT_TRANSLATE_NOOP("domain", "Department")},
    FieldRow{"status"_L1, ImportValue::Choice, QT_TRANSLATE_NOOP("domain", "Status")},
    FieldRow{"joined_on"_L1, ImportValue::Day, QT_TRANSLATE_NOOP("domain", "Joined on")},
    FieldRow{"left_on"_L1, ImportValue::Day, QT_TRANSLATE_NOOP("domain", "Left on")},
    FieldRow{"note"_L1, ImportValue::Text, QT_TRANSLATE_NOOP("domain", "Note")},
};

constexpr std::array licenseFields{
    FieldRow{"license"_L1, ImportValue::Text, QT_TRANSLATE_NOOP("domain", "Licence"), true},
    FieldRow{"vendor"_L1, ImportValue::Text, QT_TRANSLATE_NOOP("domain", "Vendor")},
    FieldRow{"product"_L1, ImportValue::Text, QT_TRANSLATE_NOOP("domain", "Product")},
    FieldRow{"metric"_L1, ImportValue::Choice, QT_TRANSLATE_NOOP("domain", "Metric")},
    FieldRow{"term"_L1, ImportValue::Choice, QT_TRANSLATE_NOOP("domain", "Term")},
    FieldRow{"state"_L1, ImportValue::Choice, QT_TRANSLATE_NOOP("domain", "State")},
    FieldRow{"owner"_L1, ImportValue::Text, QT_TRANSLATE_NOOP("domain", "Owner (number or e-mail)")},
    FieldRow{"overage_percent"_L1, ImportValue::Count, QT_TRANSLATE_NOOP("domain", "Overage in percent")},
    FieldRow{"devices_per_seat"_L1, ImportValue::Count, QT_TRANSLATE_NOOP("domain", "Devices per seat")},
    FieldRow{"floating_lease_minutes"_L1, ImportValue::Count,
             QT_TRANSLATE_NOOP("domain", "Floating lease in minutes")},
    FieldRow{"expiry_action"_L1, ImportValue::Choice, QT_TRANSLATE_NOOP("domain", "When it expires")},
    FieldRow{"low_seat_threshold"_L1, ImportValue::Count,
             QT_TRANSLATE_NOOP("domain", "Notice below free seats")},
    FieldRow{"note"_L1, ImportValue::Text, QT_TRANSLATE_NOOP("domain", "Note")},
    FieldRow{"seats"_L1, ImportValue::Count, QT_TRANSLATE_NOOP("domain", "Seats bought")},
    FieldRow{"from_day"_L1, ImportValue::Day, QT_TRANSLATE_NOOP("domain", "Bought from day")},
    FieldRow{"until_day"_L1, ImportValue::Day, QT_TRANSLATE_NOOP("domain", "Bought until day")},
    FieldRow{"price"_L1, ImportValue::Money, QT_TRANSLATE_NOOP("domain", "Price")},
    FieldRow{"currency"_L1, ImportValue::Text, QT_TRANSLATE_NOOP("domain", "Currency")},
    FieldRow{"billing"_L1, ImportValue::Choice, QT_TRANSLATE_NOOP("domain", "Billing")},
    FieldRow{"order_number"_L1, ImportValue::Text, QT_TRANSLATE_NOOP("domain", "Order number")},
    FieldRow{"supplier"_L1, ImportValue::Text, QT_TRANSLATE_NOOP("domain", "Supplier")},
    FieldRow{"entitlement_note"_L1, ImportValue::Text, QT_TRANSLATE_NOOP("domain", "Note of the purchase")},
    FieldRow{"entitlement"_L1, ImportValue::Text, QT_TRANSLATE_NOOP("domain", "Number of the purchase")},
    FieldRow{"renews"_L1, ImportValue::Text,
             QT_TRANSLATE_NOOP("domain", "Renews (number of the purchase or order)")},
    FieldRow{"cancelled_at"_L1, ImportValue::Day, QT_TRANSLATE_NOOP("domain", "Purchase called off on")},
    FieldRow{"license_key"_L1, ImportValue::Secret, QT_TRANSLATE_NOOP("domain", "Key of the licence")},
    FieldRow{"entitlement_key"_L1, ImportValue::Secret, QT_TRANSLATE_NOOP("domain", "Key of the purchase")},
    FieldRow{"pool_keys"_L1, ImportValue::Secret,
             QT_TRANSLATE_NOOP("domain", "Keys of the pool (one on each line)")},
};

constexpr std::array assignmentFields{
    FieldRow{"license"_L1, ImportValue::Text, QT_TRANSLATE_NOOP("domain", "Licence"), true},
    FieldRow{"member_number"_L1, ImportValue::Text, QT_TRANSLATE_NOOP("domain", "Member number")},
    FieldRow{"member_email"_L1, ImportValue::Text, QT_TRANSLATE_NOOP("domain", "Member e-mail")},
    FieldRow{"member_name"_L1, ImportValue::Text, QT_TRANSLATE_NOOP("domain", "Member name")},
    FieldRow{"holder"_L1, ImportValue::Text, QT_TRANSLATE_NOOP("domain", "Holder (number, e-mail or name)")},
    FieldRow{"quantity"_L1, ImportValue::Count, QT_TRANSLATE_NOOP("domain", "Seats")},
    FieldRow{"from_day"_L1, ImportValue::Day, QT_TRANSLATE_NOOP("domain", "From day")},
    FieldRow{"until_day"_L1, ImportValue::Day, QT_TRANSLATE_NOOP("domain", "Until day")},
    FieldRow{"state"_L1, ImportValue::Choice, QT_TRANSLATE_NOOP("domain", "State")},
    FieldRow{"seat_released"_L1, ImportValue::Flag, QT_TRANSLATE_NOOP("domain", "Seat released")},
    FieldRow{"suspended_until"_L1, ImportValue::Day, QT_TRANSLATE_NOOP("domain", "Suspended until")},
    FieldRow{"ended_on"_L1, ImportValue::Day, QT_TRANSLATE_NOOP("domain", "Ended on")},
    FieldRow{"end_reason"_L1, ImportValue::Text, QT_TRANSLATE_NOOP("domain", "Reason of the end")},
    FieldRow{"note"_L1, ImportValue::Text, QT_TRANSLATE_NOOP("domain", "Note")},
};

std::span<const FieldRow> fieldRows(ImportKind kind)
{
    switch (kind) {
    case ImportKind::Members:
        return memberFields;
    case ImportKind::Licenses:
        return licenseFields;
    case ImportKind::Assignments:
        break;
    }
    return assignmentFields;
}

std::vector<ImportField> made(ImportKind kind)
{
    std::vector<ImportField> fields;
    for (const FieldRow &row : fieldRows(kind))
        fields.push_back({row.name, row.value, row.isRequired});
    return fields;
}

} // namespace

const std::vector<ImportField> &importFields(ImportKind kind)
{
    static const std::array fields{made(ImportKind::Members), made(ImportKind::Licenses),
                                   made(ImportKind::Assignments)};
    return fields.at(static_cast<std::size_t>(kind));
}

const ImportField *importField(ImportKind kind, const QString &name)
{
    const std::vector<ImportField> &fields = importFields(kind);
    const auto found = std::ranges::find(fields, name, &ImportField::name);
    return found == fields.end() ? nullptr : &*found;
}

bool isSecretField(ImportKind kind, const QString &field)
{
    const ImportField *known = importField(kind, field);
    return known && known->value == ImportValue::Secret;
}

QString importFieldTitle(ImportKind kind, const QString &name)
{
    const auto rows = fieldRows(kind);
    const auto found = std::ranges::find(rows, name, &FieldRow::name);
    return found == rows.end() ? QString() : translateDomain(found->title);
}

} // namespace seatledger
