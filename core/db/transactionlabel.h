// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>

namespace seatledger {

/// While it lives, the transactions that this thread begins carry a label: `application_name` in
/// `pg_stat_activity` and in the server's log. It costs no round trip and ends with each transaction. A label
/// inside the life of another one replaces it for good.
class TransactionLabel final
{
public:
    /// At most 63 characters; anything but letters, digits and `.:_- ` becomes `_`.
    explicit TransactionLabel(const QByteArray &label);
    ~TransactionLabel();
    TransactionLabel(const TransactionLabel &) = delete;
    TransactionLabel &operator=(const TransactionLabel &) = delete;

    /// What begins a transaction on this thread.
    [[nodiscard]] static QByteArray beginStatement();

    /// The label itself; empty where there is none.
    [[nodiscard]] static QByteArray label();
};

} // namespace seatledger
