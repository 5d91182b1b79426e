// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/catalogue.h"

namespace seatledger {

Result<Catalogue> loadCatalogue(const Services &services, Session &session)
{
    auto vendors = services.catalogue.vendors(session);
    if (!vendors)
        return std::unexpected(std::move(vendors).error());
    auto products = services.catalogue.products(session);
    if (!products)
        return std::unexpected(std::move(products).error());
    return Catalogue{*std::move(vendors), *std::move(products)};
}

} // namespace seatledger
