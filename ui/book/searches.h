// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/book/bookaccess.h"
#include "ui/common/widgets/pickerfield.h"

namespace seatledger {

/// For a PickerField: members by name, number or address; the departed are shown but cannot be picked.
[[nodiscard]] PickerField::Search memberSearch(BookAccess access);

/// For a PickerField: licences by their own, their product's or their vendor's name, with what is free.
[[nodiscard]] PickerField::Search licenseSearch(BookAccess access);

[[nodiscard]] PickerItem pickerItem(const MemberRow &member);
[[nodiscard]] PickerItem pickerItem(const LicenseRow &license);

} // namespace seatledger
