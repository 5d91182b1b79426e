// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/ids.h"
#include "core/domain/text.h"
#include "core/domain/website.h"

#include <optional>

namespace seatledger {

/// Who makes software. A plain value, valid by VendorDraft.
struct VendorFields {
    Name name;
    Website website = {};

    friend bool operator==(const VendorFields &, const VendorFields &) = default;
};

struct Vendor : VendorFields {
    VendorId id;
    int version = 1;

    friend bool operator==(const Vendor &, const Vendor &) = default;
};

/// A vendor as typed, not yet checked.
struct VendorDraft {
    QString name = {};
    QString website = {};

    [[nodiscard]] static VendorDraft of(const VendorFields &fields);

    /// Fails with InvalidInput; see FieldCheck::error(). Fields: `name`, `website`.
    [[nodiscard]] Result<VendorFields> create() const;
};

/// What a vendor sells. A plain value, valid by ProductDraft.
struct ProductFields {
    VendorId vendor;
    Name name;

    friend bool operator==(const ProductFields &, const ProductFields &) = default;
};

struct Product : ProductFields {
    ProductId id;
    int version = 1;

    friend bool operator==(const Product &, const Product &) = default;
};

/// A product as typed, not yet checked.
struct ProductDraft {
    std::optional<VendorId> vendor = std::nullopt;
    QString name = {};

    [[nodiscard]] static ProductDraft of(const ProductFields &fields);

    /// Fails with InvalidInput; see FieldCheck::error(). Fields: `vendor`, `name`.
    [[nodiscard]] Result<ProductFields> create() const;
};

} // namespace seatledger
