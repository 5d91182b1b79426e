// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/query.h"
#include "tests/core/domain/histories.h"
#include "tests/support/testdatabase.h"

#include <QString>
#include <QStringList>

#include <rapidcheck.h>

namespace seatledger::testing {

/// One licence of a real database, read as a book of the domain. The domain's tests have a fixed day for
/// today: days are moved by the distance to the database's day in both directions.
class SeatHistory final
{
public:
    explicit SeatHistory(TestDatabase &database) : m_database(database)
    {
        static int count = 0;
        const QString tag = QString::number(++count);
        m_license = *LicenseId::fromValue(
            m_database
                .value(
                    QStringLiteral("INSERT INTO seatledger.license (product_id, name, expiry_action) "
                                   "VALUES (1, 'L%1', '%2') RETURNING id")
                        .arg(tag, QLatin1StringView(*rc::gen::element("keep", "keep", "suspend", "revoke"))))
                .toLongLong());
        for (int i = 1; i <= memberCount; ++i)
            m_members.push_back(addMember(tag + u'-' + QString::number(i)));
        readToday();
    }

    /// Gives all back, so that later histories have nothing to carry along.
    void close()
    {
        m_database.sql(
            QStringLiteral("UPDATE seatledger.license_assignment SET state = 'revoked', ended_on = "
                           "seatledger.today(), end_reason = 'over', seat_released = false, "
                           "suspended_until = NULL WHERE license_id = %1 AND state IN "
                           "('reserved', 'active', 'suspended')")
                .arg(m_license.value()));
    }

    [[nodiscard]] Book read()
    {
        Book book;
        book.overage = OveragePercent::fromStored(
            m_database
                .value(QStringLiteral("SELECT overage_percent FROM seatledger.license WHERE id = %1")
                           .arg(m_license.value()))
                .toInt());
        const QString days = QStringLiteral("lower(period) - seatledger.today(), upper(period) - "
                                            "seatledger.today() - 1");
        for (const QStringList &row :
             m_database.sql(QStringLiteral("SELECT id, %1, quantity, cancelled_at IS NULL FROM "
                                           "seatledger.entitlement WHERE license_id = %2 ORDER BY id")
                                .arg(days)
                                .arg(m_license.value()))) {
            const auto count = row[3].isNull() ? std::nullopt : std::optional(row[3].toLongLong());
            const Entitlement entitlement = bought(count, period(row[1], row[2]), row[0].toLongLong());
            book.entitlements.push_back(row[4] == u't' ? entitlement : cancelled(entitlement));
        }
        for (const QStringList &row :
             m_database.sql(QStringLiteral("SELECT id, %1, quantity, member_id, state, seat_released, "
                                           "suspended_until - seatledger.today() FROM "
                                           "seatledger.license_assignment WHERE license_id = %2 AND state IN "
                                           "('reserved', 'active', 'suspended') ORDER BY id")
                                .arg(days)
                                .arg(m_license.value()))) {
            book.holdings.push_back(
                {.id = id<AssignmentId>(row[0].toLongLong()),
                 .member = member(row[4].toLongLong()),
                 .quantity = seats(row[3].toLongLong()),
                 .period = period(row[1], row[2]),
                 .state = *fromText<AssignmentState>(row[5]),
                 .seatReleased = row[6] == u't',
                 .suspendedUntil = row[7].isNull() ? std::nullopt : std::optional(day(row[7].toInt()))});
        }
        return book;
    }

    void pass(int days)
    {
        m_database.sql(QStringLiteral("UPDATE seatledger.clock SET day_shift = day_shift + %1").arg(days));
        m_database.sql(QStringLiteral("SELECT seatledger.advance_due()"));
        readToday();
    }

    [[nodiscard]] LicenseId license() const { return m_license; }
    [[nodiscard]] const std::vector<MemberId> &members() const { return m_members; }
    [[nodiscard]] MemberId anyMember() const { return *rc::gen::elementOf(m_members); }

    /// The database's day for a day of the domain, and back.
    [[nodiscard]] QDate real(QDate domainDay) const { return m_today.addDays(today().daysTo(domainDay)); }
    [[nodiscard]] QDate domain(QDate realDay) const { return day(int(m_today.daysTo(realDay))); }
    [[nodiscard]] Period real(const Period &period) const
    {
        return *Period::create(real(period.firstDay()),
                               period.lastDay().transform([this](QDate last) { return real(last); }));
    }

    [[nodiscard]] QString quoted(std::optional<QDate> domainDay) const
    {
        return domainDay ? QStringLiteral("date '") + real(*domainDay).toString(Qt::ISODate) + u'\''
                         : QStringLiteral("NULL::date");
    }
    [[nodiscard]] QString quoted(const Period &period) const
    {
        return QStringLiteral("daterange(%1, %2)").arg(quoted(period.firstDay()), quoted(period.endDay()));
    }

    [[nodiscard]] Result<void> run(const QString &statement)
    {
        return Query(m_database.session(), statement).exec();
    }

private:
    static constexpr int memberCount = 5;

    [[nodiscard]] MemberId addMember(const QString &tag)
    {
        return member(m_database
                          .value(QStringLiteral("INSERT INTO seatledger.member (number, name, email) VALUES "
                                                "('%1', 'Member %1', 'm%1@example.org') RETURNING id")
                                     .arg(tag))
                          .toLongLong());
    }

    [[nodiscard]] static Period period(const QString &first, const QString &last)
    {
        return days(first.toInt(), last.isNull() ? std::nullopt : std::optional(last.toInt()));
    }

    void readToday()
    {
        m_today = QDate::fromString(m_database.value(QStringLiteral("SELECT seatledger.today()")),
                                    Qt::ISODate);
    }

    TestDatabase &m_database;
    LicenseId m_license = *LicenseId::fromValue(1);
    std::vector<MemberId> m_members;
    QDate m_today;
};

} // namespace seatledger::testing
