// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/sqlvalue.h"

#include <QJsonDocument>

#include <limits>

namespace seatledger {

namespace {

QByteArray arrayElement(const QString &text)
{
    if (text.isNull())
        return "NULL";
    QByteArray escaped = text.toUtf8();
    escaped.replace('\\', "\\\\").replace('"', "\\\"");
    return '"' + escaped + '"';
}

template <typename List, typename ToText>
QByteArray arrayOf(const List &values, ToText toText)
{
    QByteArray text("{");
    for (const auto &value : values) {
        if (text.size() > 1)
            text += ',';
        text += toText(value);
    }
    return text + '}';
}

QByteArray dayText(QDate day)
{
    return day.toString(Qt::ISODate).toLatin1();
}

} // namespace

SqlValue::SqlValue(bool value) : m_text(value ? "t" : "f"), m_isNull(false) {}

SqlValue::SqlValue(double value)
    : m_text(QByteArray::number(value, 'g', std::numeric_limits<double>::max_digits10)), m_isNull(false)
{}

SqlValue::SqlValue(const QString &value) : m_text(value.toUtf8()), m_isNull(value.isNull()) {}

SqlValue::SqlValue(QStringView value) : m_text(value.toUtf8()), m_isNull(value.isNull()) {}

SqlValue::SqlValue(QLatin1StringView value) : SqlValue(QString(value)) {}

SqlValue::SqlValue(QDate value) : m_text(dayText(value)), m_isNull(!value.isValid()) {}

SqlValue::SqlValue(const QDateTime &value)
    : m_text(value.toUTC().toString(Qt::ISODateWithMs).toLatin1()), m_isNull(!value.isValid())
{}

SqlValue::SqlValue(const QByteArray &bytes) : m_text("\\x" + bytes.toHex()), m_isNull(bytes.isNull()) {}

SqlValue::SqlValue(const QJsonObject &value)
    : m_text(QJsonDocument(value).toJson(QJsonDocument::Compact)), m_isNull(false)
{}

SqlValue::SqlValue(const QJsonArray &value)
    : m_text(QJsonDocument(value).toJson(QJsonDocument::Compact)), m_isNull(false)
{}

SqlValue::SqlValue(const QList<qint64> &values)
    : m_text(arrayOf(values, [](qint64 value) { return QByteArray::number(value); })), m_isNull(false)
{}

SqlValue::SqlValue(const QList<int> &values)
    : m_text(arrayOf(values, [](int value) { return QByteArray::number(value); })), m_isNull(false)
{}

SqlValue::SqlValue(const QStringList &values) : m_text(arrayOf(values, arrayElement)), m_isNull(false) {}

SqlValue::SqlValue(const QList<QDate> &values)
    : m_text(arrayOf(values, [](QDate day) { return day.isValid() ? dayText(day) : QByteArray("NULL"); })),
      m_isNull(false)
{}

} // namespace seatledger
