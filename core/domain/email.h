// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QStringView>

namespace seatledger {

/// An e-mail address as its owner writes it: one `@`, something before it, a domain with a dot after it, no
/// blanks, at most 254 characters. Addresses that differ in case only are the same address. A plain value.
class Email final
{
public:
    /// Trims. Fails with InvalidInput and says what is wrong with it.
    [[nodiscard]] static Result<Email> create(QStringView raw);

    /// An address that the database's constraint has already checked.
    [[nodiscard]] static Email fromStored(QString address) { return Email(std::move(address)); }

    [[nodiscard]] const QString &text() const { return m_address; }

    /// What identifies it: the address in lower case.
    [[nodiscard]] QString key() const { return m_address.toLower(); }

    friend bool operator==(const Email &left, const Email &right)
    {
        return left.m_address.compare(right.m_address, Qt::CaseInsensitive) == 0;
    }

private:
    explicit Email(QString address) : m_address(std::move(address)) {}

    QString m_address;
};

} // namespace seatledger
