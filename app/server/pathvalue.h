// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/enumtext.h"
#include "core/domain/ids.h"

#include <QString>

#include <optional>

namespace seatledger::server {

/// Reads a value that stands in a path; none for what names nothing that could be there.
template <typename T>
struct PathValue;

template <>
struct PathValue<QString> {
    static std::optional<QString> read(const QString &text)
    {
        return text.isEmpty() ? std::nullopt : std::optional(text);
    }
};

/// Digits without a zero before them, so that a resource has one address.
template <typename Tag>
struct PathValue<Id<Tag>> {
    static std::optional<Id<Tag>> read(const QString &text)
    {
        bool isNumber = false;
        const qint64 value = text.toLongLong(&isNumber);
        return isNumber && QString::number(value) == text ? Id<Tag>::fromValue(value) : std::nullopt;
    }
};

template <NamedEnum E>
struct PathValue<E> {
    static std::optional<E> read(const QString &text) { return fromText<E>(text); }
};

} // namespace seatledger::server
