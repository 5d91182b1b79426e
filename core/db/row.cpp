// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/row.h"

#include "core/db/arraytext.h"

#include <QJsonArray>
#include <QJsonDocument>
#include <QTimeZone>

#include <libpq-fe.h>

#include <charconv>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

template <typename Number>
bool parse(QByteArrayView text, Number &number)
{
    const char *end = text.data() + text.size();
    const auto [stopped, error] = std::from_chars(text.data(), end, number);
    return error == std::errc() && stopped == end;
}

QDate dayOf(QByteArrayView text)
{
    return QDate::fromString(QString::fromLatin1(text), Qt::ISODate);
}

/// `2026-11-24 08:23:01.123456+00`; the session speaks UTC, so the offset is always that.
QDateTime instantOf(QByteArrayView text)
{
    if (text.endsWith("+00"))
        text.chop(3);
    const QDate day = dayOf(text.first(qMin<qsizetype>(10, text.size())));
    const QTime time = QTime::fromString(QString::fromLatin1(text.sliced(qMin<qsizetype>(11, text.size()))),
                                         Qt::ISODateWithMs);
    return day.isValid() && time.isValid() ? QDateTime(day, time, Qt::UTC) : QDateTime();
}

QJsonValue jsonOf(QByteArrayView text)
{
    // QJsonDocument takes only objects and arrays at the top, the database also bare values
    const QByteArray wrapped = '[' + text.toByteArray() + ']';
    const QJsonDocument document = QJsonDocument::fromJson(wrapped);
    return document.isArray() ? document.array().at(0) : QJsonValue(QJsonValue::Undefined);
}

QByteArray bytesOf(QByteArrayView text)
{
    if (text.startsWith("\\x"))
        return QByteArray("") + QByteArray::fromHex(text.sliced(2).toByteArray()); // empty is not null
    std::size_t size = 0;
    unsigned char *bytes = PQunescapeBytea(reinterpret_cast<const unsigned char *>(text.data()), &size);
    QByteArray copy(reinterpret_cast<const char *>(bytes), static_cast<qsizetype>(size));
    PQfreemem(bytes);
    return copy;
}

} // namespace

Row::Row(const pg_result *result, int index, QString &readError)
    : m_result(result), m_index(index), m_readError(readError)
{}

bool Row::isNull(const char *column) const
{
    return !value(column);
}

QString Row::text(const char *column) const
{
    const auto text = value(column);
    return text ? QString::fromUtf8(*text) : QString();
}

qint64 Row::integer(const char *column) const
{
    qint64 number = 0;
    if (!parse(needed(column), number))
        fail(column, "a whole number");
    return number;
}

double Row::real(const char *column) const
{
    double number = 0;
    if (!parse(needed(column), number))
        fail(column, "a number");
    return number;
}

bool Row::boolean(const char *column) const
{
    const QByteArrayView text = needed(column);
    if (text != QByteArrayView("t") && text != QByteArrayView("f"))
        fail(column, "true or false");
    return text == QByteArrayView("t");
}

QDate Row::date(const char *column) const
{
    return optionalDate(column).value_or(QDate());
}

QDateTime Row::dateTime(const char *column) const
{
    return optionalDateTime(column).value_or(QDateTime());
}

QByteArray Row::bytes(const char *column) const
{
    const auto text = value(column);
    return text ? bytesOf(*text) : QByteArray();
}

QJsonValue Row::json(const char *column) const
{
    const auto text = value(column);
    if (!text)
        return QJsonValue::Undefined;
    const QJsonValue json = jsonOf(*text);
    if (json.isUndefined())
        fail(column, "JSON");
    return json;
}

QJsonObject Row::jsonObject(const char *column) const
{
    const QJsonValue value = json(column);
    if (!value.isObject() && !value.isUndefined())
        fail(column, "a JSON object");
    return value.toObject();
}

QList<qint64> Row::integers(const char *column) const
{
    QList<qint64> numbers;
    for (const QString &text : texts(column)) {
        bool isNumber = false;
        numbers.append(text.toLongLong(&isNumber));
        if (!isNumber)
            fail(column, "an array of whole numbers");
    }
    return numbers;
}

QStringList Row::texts(const char *column) const
{
    const auto text = value(column);
    if (!text)
        return {};
    const auto elements = detail::readArray(*text);
    if (!elements)
        fail(column, "an array");
    return elements.value_or(QStringList());
}

std::optional<qint64> Row::optionalInteger(const char *column) const
{
    return isNull(column) ? std::nullopt : std::optional(integer(column));
}

std::optional<double> Row::optionalReal(const char *column) const
{
    return isNull(column) ? std::nullopt : std::optional(real(column));
}

std::optional<bool> Row::optionalBoolean(const char *column) const
{
    return isNull(column) ? std::nullopt : std::optional(boolean(column));
}

std::optional<QDate> Row::optionalDate(const char *column) const
{
    const auto text = value(column);
    if (!text)
        return {};
    const QDate day = dayOf(*text);
    if (!day.isValid())
        fail(column, "a day");
    return day;
}

std::optional<QDateTime> Row::optionalDateTime(const char *column) const
{
    const auto text = value(column);
    if (!text)
        return {};
    QDateTime instant = instantOf(*text);
    if (!instant.isValid())
        fail(column, "an instant");
    return instant;
}

std::optional<QString> Row::optionalText(const char *column) const
{
    const auto text = value(column);
    return text ? std::optional(QString::fromUtf8(*text)) : std::nullopt;
}

std::optional<QByteArrayView> Row::value(const char *column) const
{
    const int index = PQfnumber(m_result, column);
    if (index < 0) {
        fail(column, "part of the answer");
        return {};
    }
    if (PQgetisnull(m_result, m_index, index))
        return {};
    return QByteArrayView(PQgetvalue(m_result, m_index, index), PQgetlength(m_result, m_index, index));
}

QByteArrayView Row::needed(const char *column) const
{
    return value(column).value_or(QByteArrayView());
}

void Row::fail(const char *column, const char *what) const
{
    if (m_readError.isEmpty())
        m_readError = u"The column %1 is not %2."_s.arg(QString::fromUtf8(column), QString::fromUtf8(what));
}

} // namespace seatledger
