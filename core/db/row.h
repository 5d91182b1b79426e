// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QByteArrayView>
#include <QDate>
#include <QDateTime>
#include <QJsonObject>
#include <QJsonValue>
#include <QList>
#include <QString>
#include <QStringList>

#include <optional>

struct pg_result;

namespace seatledger {

/// One row of an answer; values by column name. A view: it lives no longer than its Query's answer.
///
/// Asking for a column that is not there, for a number where there is NULL, or for a type the text cannot be
/// read as is a defect of the program: the row then gives an empty value and its Query fails with Internal.
class Row final
{
public:
    /// Made by Query; `readError` takes the first defect.
    Row(const pg_result *result, int index, QString &readError);

    [[nodiscard]] bool isNull(const char *column) const;

    [[nodiscard]] QString text(const char *column) const;         ///< NULL is a null QString
    [[nodiscard]] qint64 integer(const char *column) const;
    [[nodiscard]] double real(const char *column) const;
    [[nodiscard]] bool boolean(const char *column) const;
    [[nodiscard]] QDate date(const char *column) const;           ///< NULL is an invalid QDate
    [[nodiscard]] QDateTime dateTime(const char *column) const; ///< UTC, to the millisecond; NULL is invalid
    [[nodiscard]] QByteArray bytes(const char *column) const; ///< a bytea; NULL is a null QByteArray
    [[nodiscard]] QJsonValue json(const char *column) const; ///< NULL is QJsonValue::Undefined
    [[nodiscard]] QJsonObject jsonObject(const char *column) const; ///< NULL is an empty object
    [[nodiscard]] QList<qint64> integers(const char *column) const; ///< an array of numbers; NULL is empty
    [[nodiscard]] QStringList texts(const char *column) const; ///< an array of texts; NULL is empty

    [[nodiscard]] std::optional<qint64> optionalInteger(const char *column) const;
    [[nodiscard]] std::optional<double> optionalReal(const char *column) const;
    [[nodiscard]] std::optional<bool> optionalBoolean(const char *column) const;
    [[nodiscard]] std::optional<QDate> optionalDate(const char *column) const;
    [[nodiscard]] std::optional<QDateTime> optionalDateTime(const char *column) const;
    [[nodiscard]] std::optional<QString> optionalText(const char *column) const;

private:
    [[nodiscard]] std::optional<QByteArrayView> value(const char *column) const;
    [[nodiscard]] QByteArrayView needed(const char *column) const;
    void fail(const char *column, const char *what) const;

    const pg_result *m_result;
    int m_index;
    QString &m_readError;
};

} // namespace seatledger
