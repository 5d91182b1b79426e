// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QDate>
#include <QDateTime>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QString>
#include <QStringList>
#include <QStringView>

#include <concepts>
#include <optional>
#include <utility>

namespace seatledger {

/// A type that wraps a number of the database, such as the ids and quantities of core/domain.
template <typename T>
concept WrapsInteger = requires(const T &wrapper) {
    { wrapper.value() } -> std::convertible_to<qint64>;
} && !requires(const T &wrapper) { wrapper.has_value(); };

/// A value on its way into a statement, in PostgreSQL's text form. Made from any type that has a plain
/// counterpart there; whatever has none does not compile.
///
/// A null QString, an invalid QDate or QDateTime and an empty optional become NULL; an empty text does not.
/// Instants are sent in UTC, lists as arrays (`= ANY ($1)`), JSON as JSON, bytes as bytea.
class SqlValue final
{
public:
    SqlValue(std::nullopt_t) {}
    SqlValue(bool value);
    template <std::integral T>
        requires(!std::same_as<T, bool> && !std::same_as<T, char> && !std::same_as<T, char16_t>)
    SqlValue(T value) : m_text(QByteArray::number(value)), m_isNull(false)
    {}
    SqlValue(double value);
    SqlValue(const QString &value);
    SqlValue(QStringView value);
    SqlValue(QLatin1StringView value);
    SqlValue(QDate value);
    SqlValue(const QDateTime &value);
    SqlValue(const QByteArray &bytes);
    SqlValue(const QJsonObject &value);
    SqlValue(const QJsonArray &value);
    SqlValue(const QList<qint64> &values);
    SqlValue(const QList<int> &values);
    SqlValue(const QStringList &values); ///< a null text inside becomes NULL inside the array
    SqlValue(const QList<QDate> &values);
    template <WrapsInteger T>
    SqlValue(const T &value) : SqlValue(static_cast<qint64>(value.value()))
    {}
    template <WrapsInteger T>
    SqlValue(const QList<T> &values) : SqlValue(integersOf(values))
    {}
    template <typename T>
    SqlValue(const std::optional<T> &value) : SqlValue(value ? SqlValue(*value) : SqlValue(std::nullopt))
    {}
    template <typename T>
    SqlValue(const T *) = delete; // a bare "text" would otherwise become a boolean

    [[nodiscard]] bool isNull() const { return m_isNull; }

    /// The text form, UTF-8; meaningless when null.
    [[nodiscard]] const QByteArray &text() const { return m_text; }

private:
    template <typename T>
    static QList<qint64> integersOf(const QList<T> &values)
    {
        QList<qint64> integers;
        integers.reserve(values.size());
        for (const T &value : values)
            integers.append(static_cast<qint64>(value.value()));
        return integers;
    }

    QByteArray m_text;
    bool m_isNull = true;
};

} // namespace seatledger
