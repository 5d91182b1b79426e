// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>

#include <utility>
#include <vector>

namespace seatledger::server {

/// The header fields of a message, in their order. Names are found whatever their case. A plain value.
class Headers final
{
public:
    using Field = std::pair<QByteArray, QByteArray>;

    Headers() = default;
    Headers(std::initializer_list<Field> fields) : m_fields(fields) {}

    /// One more field, beside others of that name.
    void add(QByteArray name, QByteArray value);
    /// The only field of that name from now on.
    void set(const QByteArray &name, QByteArray value);

    [[nodiscard]] bool has(QByteArrayView name) const;
    /// The value; of several fields the values with commas between, as HTTP reads them. Null if there is
    /// none.
    [[nodiscard]] QByteArray value(QByteArrayView name) const;

    [[nodiscard]] auto begin() const { return m_fields.begin(); }
    [[nodiscard]] auto end() const { return m_fields.end(); }

private:
    std::vector<Field> m_fields;
};

} // namespace seatledger::server
