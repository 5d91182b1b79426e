// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/book/bookaccess.h"
#include "ui/book/catalogue.h"

#include <QObject>

class QComboBox;

namespace seatledger {

/// Two boxes, vendor and product, to choose from the catalogue or to type new names into. Loads itself.
class ProductChoice final : public QObject
{
    Q_OBJECT

public:
    struct Names {
        QString vendor;
        QString product;
    };

    /// What a product is called; empty if it is none of these.
    [[nodiscard]] static Names namesOf(ProductId id, const Catalogue &catalogue);

    ProductChoice(BookAccess access, QWidget *parent);

    [[nodiscard]] QComboBox *vendorBox() const { return m_vendor; }
    [[nodiscard]] QComboBox *productBox() const { return m_product; }
    /// Chooses a product of the catalogue.
    void setProduct(ProductId product);
    /// The names as typed.
    [[nodiscard]] QString vendor() const;
    [[nodiscard]] QString product() const;
    /// Types both.
    void setNames(const QString &vendor, const QString &product);

private:
    void take(Catalogue catalogue);
    void offerProducts();
    void showWanted();

    QComboBox *m_vendor;
    QComboBox *m_product;
    Catalogue m_catalogue;
    std::optional<ProductId> m_wanted;
};

} // namespace seatledger
