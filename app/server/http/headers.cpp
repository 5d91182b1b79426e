// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/http/headers.h"

#include <algorithm>

namespace seatledger::server {

namespace {

auto named(QByteArrayView name)
{
    return
        [name](const Headers::Field &field) { return field.first.compare(name, Qt::CaseInsensitive) == 0; };
}

} // namespace

void Headers::add(QByteArray name, QByteArray value)
{
    m_fields.emplace_back(std::move(name), std::move(value));
}

void Headers::set(const QByteArray &name, QByteArray value)
{
    std::erase_if(m_fields, named(name));
    m_fields.emplace_back(name, std::move(value));
}

bool Headers::has(QByteArrayView name) const
{
    return std::ranges::any_of(m_fields, named(name));
}

QByteArray Headers::value(QByteArrayView name) const
{
    QByteArray found;
    for (const Field &field : m_fields) {
        if (!named(name)(field))
            continue;
        if (!found.isNull())
            found += ", ";
        found += field.second.isNull() ? QByteArray("") : field.second;
    }
    return found;
}

} // namespace seatledger::server
