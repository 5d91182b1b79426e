// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/ids.h"
#include "tests/support/testdatabase.h"

#include <QDate>
#include <QString>

#include <optional>

namespace seatledger {

/// Licences whose counters differ from a recount of their rows.
[[nodiscard]] qint64 wrongCounters(TestDatabase &database);

/// A small book in a test database, filled in the words of the field. Days are counted from the book's today.
///
///     Book book(db);
///     const LicenseId ide = book.license(u"IDE"_s);
///     book.entitlement(ide, 5);
///     const MemberId ana = book.member(u"Ana"_s);
///     book.pass(40); // days
class Book final
{
public:
    explicit Book(TestDatabase &database);

    MemberId member(const QString &name);
    QList<MemberId> members(int count);
    LicenseId license(const QString &name);

    /// Seats (none is unlimited) from `firstDay` to `lastDay`, both included and counted from today; no last
    /// day is perpetual.
    EntitlementId entitlement(LicenseId license, std::optional<int> seats, int firstDay = -30,
                              std::optional<int> lastDay = std::nullopt);

    /// A licence with so many perpetual seats.
    LicenseId licenseWithSeats(const QString &name, int seats);

    /// Holds from today on, by plain SQL.
    AssignmentId assignment(LicenseId license, MemberId member);

    [[nodiscard]] QDate today();

    /// Lets days go by, and books what falls due.
    void pass(int days);

    [[nodiscard]] qint64 held(LicenseId license);
    [[nodiscard]] QString state(AssignmentId assignment);

    [[nodiscard]] qint64 wrongCounters();

private:
    [[nodiscard]] qint64 idOf(const QString &insert);

    TestDatabase &m_database;
    int m_count = 0;
};

} // namespace seatledger
