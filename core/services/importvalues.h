// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/enumtext.h"
#include "core/domain/text.h"

#include <QByteArrayView>
#include <QString>
#include <QStringList>

#include <optional>

namespace seatledger {

// Single values of a file, as people and programs write them.

/// Without blanks around it.
[[nodiscard]] inline QByteArrayView trimmed(QByteArrayView cell)
{
    return cell.trimmed();
}

/// Whether cleanText() would leave it as it is, told without making a text of it.
[[nodiscard]] bool isPlain(QByteArrayView cell, const TextLimits &limits);

/// Whether it is a day as the database writes it.
[[nodiscard]] bool isIsoDay(QByteArrayView cell);

/// Yes and no in some languages; none for anything else.
[[nodiscard]] std::optional<bool> flagOf(const QString &text);

/// Whether it says that there is no end of seats.
[[nodiscard]] bool isUnlimited(const QString &text);

/// The value of a stable name or of the words that people read, in English or their language.
template <NamedEnum E>
[[nodiscard]] std::optional<QString> chosenName(const QString &text)
{
    using namespace Qt::StringLiterals;
    const QString name = text.trimmed().toLower();
    for (const EnumEntry<E> &entry : enumEntries<E>()) {
        const bool isIt = entry.name == QString(name).replace(u' ', u'_').replace(u'-', u'_')
                          || QString::fromLatin1(entry.display).toLower() == name
                          || displayText(entry.value).toLower() == name;
        if (isIt)
            return QString(entry.name);
    }
    return std::nullopt;
}

/// All stable names, for a sentence.
template <NamedEnum E>
[[nodiscard]] QString namesOf()
{
    using namespace Qt::StringLiterals;
    QStringList names;
    for (const EnumEntry<E> &entry : enumEntries<E>())
        names.append(entry.name);
    return names.join(u", "_s);
}

} // namespace seatledger
