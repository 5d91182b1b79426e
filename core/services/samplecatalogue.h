// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>
#include <QStringList>

namespace seatledger {

struct SampleVendor {
    QString name;
    QString website;
};

struct SampleProduct {
    qsizetype vendor = 0; ///< index into the vendors
    QString name;
    QString metric; ///< stable name of a LicenseMetric
    qint64 yearlyPrice = 0; ///< of a seat, in whole units of currency
    QStringList editions = {};
};

struct SampleDepartment {
    QString name;
    QStringList parts;
};

/// The invented market and organisation that the sample is taken from. Fixed once read.
struct SampleCatalogue {
    QList<SampleVendor> vendors;
    QList<SampleProduct> products;
    QList<SampleDepartment> departments;
    QStringList places;
    QStringList suppliers;
    QStringList endReasons;

    [[nodiscard]] static SampleCatalogue read();

    /// A name for the `index`-th licence, each different: edition, then place, then a number tell apart
    /// licences of one product. `index` 0 to 2^40.
    [[nodiscard]] QString licenseName(qint64 index) const;
    [[nodiscard]] const SampleProduct &productOf(qint64 index) const;
    [[nodiscard]] qint64 editionOf(qint64 index) const;
};

} // namespace seatledger
