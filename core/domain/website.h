// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QStringView>

namespace seatledger {

/// The address of a web site, `http` or `https` and at most 500 characters, or nothing. A plain value.
class Website final
{
public:
    static constexpr int maximumLength = 500;

    Website() = default;

    /// Trims. Fails with InvalidInput unless it is empty or a complete http(s) address with a host.
    [[nodiscard]] static Result<Website> create(QStringView raw);

    /// An address that the database's constraint has already checked.
    [[nodiscard]] static Website fromStored(QString address) { return Website(std::move(address)); }

    [[nodiscard]] const QString &text() const { return m_address; }
    [[nodiscard]] bool isEmpty() const { return m_address.isEmpty(); }

    friend bool operator==(const Website &, const Website &) = default;

private:
    explicit Website(QString address) : m_address(std::move(address)) {}

    QString m_address;
};

} // namespace seatledger
