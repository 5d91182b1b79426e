// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/licenses/productchoice.h"

#include <QComboBox>
#include <QCompleter>
#include <QSignalBlocker>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

QComboBox *makeBox(const QString &objectName, QWidget *parent)
{
    auto *box = new QComboBox(parent);
    box->setObjectName(objectName);
    box->setEditable(true);
    box->setInsertPolicy(QComboBox::NoInsert);
    box->setMaxVisibleItems(16);
    box->setSizeAdjustPolicy(QComboBox::AdjustToMinimumContentsLengthWithIcon);
    box->setMinimumContentsLength(16);
    box->completer()->setFilterMode(Qt::MatchContains);
    box->completer()->setCompletionMode(QCompleter::PopupCompletion);
    return box;
}

} // namespace

ProductChoice::ProductChoice(BookAccess access, QWidget *parent)
    : QObject(parent),
      m_vendor(makeBox(u"vendorComboBox"_s, parent)),
      m_product(makeBox(u"productComboBox"_s, parent))
{
    connect(m_vendor, &QComboBox::currentTextChanged, this, &ProductChoice::offerProducts);
    connect(m_product, &QComboBox::currentTextChanged, this, [this] { m_wanted.reset(); });
    access.ask(this, &loadCatalogue, [this](Result<Catalogue> catalogue) {
        if (catalogue)
            take(std::move(*catalogue));
    });
}

ProductChoice::Names ProductChoice::namesOf(ProductId id, const Catalogue &catalogue)
{
    const auto product = std::ranges::find(catalogue.products, id, &Product::id);
    if (product == catalogue.products.end())
        return {};
    const auto vendor = std::ranges::find(catalogue.vendors, product->vendor, &Vendor::id);
    return {vendor == catalogue.vendors.end() ? QString() : vendor->name.text(), product->name.text()};
}

void ProductChoice::take(Catalogue catalogue)
{
    m_catalogue = std::move(catalogue);
    const QString typed = m_vendor->currentText();
    {
        const QSignalBlocker quiet(m_vendor);
        for (const Vendor &vendor : m_catalogue.vendors)
            m_vendor->addItem(vendor.name.text(), vendor.id.value());
        m_vendor->setCurrentText(typed);
    }
    offerProducts();
    showWanted();
}

void ProductChoice::offerProducts()
{
    const QString typed = m_product->currentText();
    const auto vendor = std::ranges::find_if(m_catalogue.vendors, [this](const Vendor &one) {
        return one.name.text().compare(this->vendor(), Qt::CaseInsensitive) == 0;
    });
    const QSignalBlocker quiet(m_product);
    m_product->clear();
    for (const Product &product : m_catalogue.products) {
        if (vendor != m_catalogue.vendors.end() && product.vendor == vendor->id)
            m_product->addItem(product.name.text(), product.id.value());
    }
    m_product->setCurrentText(typed);
}

void ProductChoice::setProduct(ProductId product)
{
    m_wanted = product;
    showWanted();
}

void ProductChoice::showWanted()
{
    if (!m_wanted)
        return;
    const Names names = namesOf(*m_wanted, m_catalogue);
    if (names.product.isEmpty())
        return;
    m_vendor->setCurrentText(names.vendor);
    m_product->setCurrentText(names.product);
}

QString ProductChoice::vendor() const
{
    return m_vendor->currentText().trimmed();
}

QString ProductChoice::product() const
{
    return m_product->currentText().trimmed();
}

void ProductChoice::setNames(const QString &vendor, const QString &product)
{
    m_wanted.reset();
    m_vendor->setCurrentText(vendor);
    m_product->setCurrentText(product);
}

} // namespace seatledger
