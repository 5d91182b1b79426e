// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QJsonObject>
#include <QLatin1StringView>

#include <optional>

namespace seatledger {

/// Collects what is wrong with the fields of a form, all of them and not only the first. A draft's `create()`
/// feeds it and returns its error().
class FieldCheck final
{
public:
    /// The value, or none after noting its error for `field`.
    template <typename T>
    std::optional<T> take(QLatin1StringView field, Result<T> value)
    {
        if (value)
            return std::move(*value);
        refuse(field, value.error().message);
        return std::nullopt;
    }

    /// As take(), for a value made of several fields: its error's details name the `field`.
    template <typename T>
    std::optional<T> takeNamed(Result<T> value)
    {
        if (value)
            return std::move(*value);
        refuseNamed(value.error());
        return std::nullopt;
    }

    /// The first error of a field counts, later ones are consequences of it.
    void refuse(const QString &field, const QString &message);

    [[nodiscard]] bool failed() const { return !m_fields.isEmpty(); }

    /// InvalidInput with the sentence of the first field. Details: `field`, the first one's name, and
    /// `fields`, an object of field name to sentence with all of them. Call it only if failed().
    [[nodiscard]] std::unexpected<Error> error() const;

private:
    void refuseNamed(const Error &error);

    QString m_first;
    QJsonObject m_fields;
};

/// The sentence for a field that must be filled in.
[[nodiscard]] QString missingFieldText();

} // namespace seatledger
