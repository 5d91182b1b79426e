// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/book/bookaccess.h"

#include <QObject>

class QComboBox;

namespace seatledger {

/// Two boxes, vendor and product, to choose from the catalogue or to type new names into. Loads itself.
class ProductChoice final : public QObject
{
    Q_OBJECT

public:
    ProductChoice(BookAccess access, QWidget *parent);

    [[nodiscard]] QComboBox *vendorBox() const { return m_vendor; }
    [[nodiscard]] QComboBox *productBox() const { return m_product; }
    /// Chooses a product of the catalogue.
    void setProduct(ProductId product);
    /// The names as typed.
    [[nodiscard]] QString vendor() const;
    [[nodiscard]] QString product() const;
    /// What a product is called together with its vendor; empty while it is not loaded.
    [[nodiscard]] QString nameOf(ProductId product) const;

private:
    struct Catalogue {
        std::vector<Vendor> vendors;
        std::vector<Product> products;
    };

    void take(Catalogue catalogue);
    void offerProducts();
    void showWanted();

    QComboBox *m_vendor;
    QComboBox *m_product;
    Catalogue m_catalogue;
    std::optional<ProductId> m_wanted;
};

} // namespace seatledger
