// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/entitlement.h"
#include "core/domain/exchangerate.h"
#include "core/domain/holding.h"
#include "core/services/services.h"
#include "tests/support/testdatabase.h"

#include <QDateTime>
#include <QMap>
#include <QSet>
#include <QTimeZone>

#include <map>
#include <optional>
#include <vector>

namespace seatledger {

/// A book read row by row, for reports to be counted again from. Everything is there; nothing is joined.
struct BookFacts {
    struct LicenseFact {
        qint64 id = 0;
        QString name;
        QString vendor;
        QString product;
        bool isInUse = false;
        int overage = 0;
        qint64 threshold = 1;
        std::vector<Entitlement> entitlements;

        /// Seats bought for the day; none is unlimited.
        [[nodiscard]] std::optional<qint64> bought(QDate day) const;
    };
    struct MemberFact {
        QString name;
        QString number;
        QString email;
        qint64 department = 0; ///< 0 is none
    };
    struct AssignmentFact {
        Holding holding;
        LicenseId license;
        std::optional<QDate> endedOn;
        QDateTime assignedAt;
        QDateTime revokedAt;

        [[nodiscard]] bool holds(QDate day) const;
    };
    struct ActivationFact {
        qint64 assignment = 0;
        qint64 license = 0;
        QDateTime activatedAt;
        QDateTime lastUse;
    };

    QDate today;
    QTimeZone zone;
    std::map<qint64, LicenseFact> licenses;
    std::map<qint64, MemberFact> members;
    std::map<qint64, QString> names; ///< of departments
    std::map<qint64, qint64> parents; ///< of departments
    std::vector<AssignmentFact> assignments;
    std::vector<ActivationFact> activations;
    std::optional<Currency> reportCurrency;
    std::vector<ExchangeRate> rates; ///< in order of days

    [[nodiscard]] static BookFacts read(TestDatabase &database, const Services &services);

    /// "Research / Optics".
    [[nodiscard]] QString path(qint64 department) const;

    /// The department with all below it.
    [[nodiscard]] QSet<qint64> below(qint64 department) const;

    /// Seats of a licence that are held on the day, whoever holds them.
    [[nodiscard]] qint64 held(qint64 license, QDate day) const;

    /// In the currency of reports, if there is a rate for it.
    [[nodiscard]] Money converted(const Money &amount, QDate day) const;
};

} // namespace seatledger
