// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/product.h"

#include "core/domain/fieldcheck.h"

namespace seatledger {

using namespace Qt::StringLiterals;

VendorDraft VendorDraft::of(const VendorFields &fields)
{
    return {.name = fields.name.text(), .website = fields.website.text()};
}

Result<VendorFields> VendorDraft::create() const
{
    FieldCheck check;
    auto validName = check.take("name"_L1, Name::create(name));
    auto validWebsite = check.take("website"_L1, Website::create(website));
    if (check.failed())
        return check.error();
    return VendorFields{.name = *validName, .website = *validWebsite};
}

ProductDraft ProductDraft::of(const ProductFields &fields)
{
    return {.vendor = fields.vendor, .name = fields.name.text()};
}

Result<ProductFields> ProductDraft::create() const
{
    FieldCheck check;
    if (!vendor)
        check.refuse("vendor"_L1, missingFieldText());
    auto validName = check.take("name"_L1, Name::create(name));
    if (check.failed())
        return check.error();
    return ProductFields{.vendor = *vendor, .name = *validName};
}

} // namespace seatledger
