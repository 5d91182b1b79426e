// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QLatin1StringView>
#include <QString>
#include <QStringView>

#include <optional>
#include <span>
#include <type_traits>

namespace seatledger {

/// One value of an enumeration with its two spellings: the stable name that databases, files and the API
/// hold, and the English source of the word people read.
template <typename E>
struct EnumEntry {
    E value;
    QLatin1StringView name;
    const char *display;
};

/// The table of an enumeration, in the order a person expects to see it. Every enumeration of the domain
/// specialises it beside its declaration.
template <typename E>
std::span<const EnumEntry<E>> enumEntries() = delete;

template <typename E>
concept NamedEnum = std::is_enum_v<E> && requires { enumEntries<E>(); };

/// The words of the domain in the language of the window; `source` is an entry marked for translation.
[[nodiscard]] QString translateDomain(const char *source);

template <NamedEnum E>
[[nodiscard]] const EnumEntry<E> *enumEntry(E value)
{
    for (const EnumEntry<E> &entry : enumEntries<E>()) {
        if (entry.value == value)
            return &entry;
    }
    return nullptr;
}

/// The stable name, equal to the database's spelling. Empty for a number that is no value of `E`.
template <NamedEnum E>
[[nodiscard]] QString toText(E value)
{
    const EnumEntry<E> *entry = enumEntry(value);
    return entry ? QString(entry->name) : QString();
}

/// The value of a stable name; none for anything else. Names are exact: no trimming, no folding of case.
template <NamedEnum E>
[[nodiscard]] std::optional<E> fromText(QStringView name)
{
    for (const EnumEntry<E> &entry : enumEntries<E>()) {
        if (entry.name == name)
            return entry.value;
    }
    return std::nullopt;
}

/// The translated word for people.
template <NamedEnum E>
[[nodiscard]] QString displayText(E value)
{
    const EnumEntry<E> *entry = enumEntry(value);
    return entry ? translateDomain(entry->display) : QString();
}

} // namespace seatledger
