// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/fields.h"

#include <QJsonDocument>

#include <cmath>

using namespace Qt::StringLiterals;

namespace seatledger::server {

namespace {

constexpr int deepest = 32;
constexpr double largestInteger = 9007199254740992.0; // what JSON's numbers hold exactly everywhere

/// Before anything is built of it: brackets outside of texts.
bool isTooDeep(const QByteArray &json)
{
    int depth = 0;
    bool isText = false;
    for (qsizetype i = 0; i < json.size(); ++i) {
        const char c = json[i];
        if (isText && c == '\\')
            ++i;
        else if (c == '"')
            isText = !isText;
        else if (!isText && (c == '{' || c == '['))
            ++depth;
        else if (!isText && (c == '}' || c == ']'))
            --depth;
        if (depth > deepest)
            return true;
    }
    return false;
}

bool isInteger(const QJsonValue &value)
{
    const double number = value.toDouble();
    return value.isDouble() && std::floor(number) == number && std::abs(number) <= largestInteger;
}

QDate dayOf(const QString &text)
{
    return text.size() == 10 ? QDate::fromString(text, Qt::ISODate) : QDate();
}

QString notADay()
{
    return u"A day is written as 2026-03-02."_s;
}

} // namespace

JsonFields::JsonFields(const QJsonObject &object, QString pointer)
    : m_object(object), m_pointer(std::move(pointer))
{}

void JsonFields::read(const char *name, QString &value)
{
    const QJsonValue given = take(name);
    if (given.isString() || given.isNull())
        value = given.toString();
    else if (!given.isUndefined())
        refuse(name, u"A text is expected."_s);
}

void JsonFields::read(const char *name, bool &value)
{
    const QJsonValue given = take(name);
    if (given.isBool())
        value = given.toBool();
    else if (!given.isUndefined())
        refuse(name, u"true or false is expected."_s);
}

void JsonFields::read(const char *name, qint64 &value)
{
    const QJsonValue given = take(name);
    if (isInteger(given))
        value = given.toInteger();
    else if (!given.isUndefined())
        refuse(name, u"A whole number is expected."_s);
}

void JsonFields::read(const char *name, std::optional<qint64> &value)
{
    const QJsonValue given = take(name);
    if (isInteger(given))
        value = given.toInteger();
    else if (given.isNull())
        value.reset();
    else if (!given.isUndefined())
        refuse(name, u"A whole number or null is expected."_s);
}

void JsonFields::read(const char *name, QDate &value)
{
    std::optional<QDate> day = value;
    read(name, day);
    value = day.value_or(QDate());
}

void JsonFields::read(const char *name, std::optional<QDate> &value)
{
    const QJsonValue given = take(name);
    if (given.isUndefined())
        return;
    const QDate day = dayOf(given.toString());
    value = day.isValid() ? std::optional(day) : std::nullopt;
    if (!given.isNull() && !day.isValid())
        refuse(name, notADay());
}

void JsonFields::read(const char *name, QJsonArray &value)
{
    const QJsonValue given = take(name);
    if (given.isArray())
        value = given.toArray();
    else if (!given.isUndefined())
        refuse(name, u"A list is expected."_s);
}

void JsonFields::read(const char *name, QJsonObject &value)
{
    const QJsonValue given = take(name);
    if (given.isObject() || given.isNull())
        value = given.toObject();
    else if (!given.isUndefined())
        refuse(name, u"An object is expected."_s);
}

bool JsonFields::has(const char *name) const
{
    return m_object.contains(QLatin1StringView(name));
}

void JsonFields::refuse(const QString &name, const QString &text)
{
    const QString pointer = m_pointer + u'/' + name;
    if (!m_wrong.contains(pointer))
        m_wrong.insert(pointer, text);
}

std::optional<Problem> JsonFields::problem()
{
    for (const QString &name : m_object.keys()) {
        if (!m_known.contains(name))
            refuse(name, u"There is no such field here."_s);
    }
    if (m_wrong.isEmpty())
        return std::nullopt;
    return Problem(Error{ErrorCode::InvalidInput, m_wrong.begin()->toString(), {{u"fields"_s, m_wrong}}});
}

QJsonValue JsonFields::take(const char *name)
{
    m_known.insert(QString::fromLatin1(name));
    return m_object.value(QLatin1StringView(name));
}

std::expected<QJsonObject, Problem> bodyObject(const Request &request)
{
    if (request.body.isEmpty())
        return QJsonObject();
    if (isTooDeep(request.body))
        return std::unexpected(malformed(u"The body is nested too deep."_s));
    QJsonParseError error;
    const QJsonDocument document = QJsonDocument::fromJson(request.body, &error);
    if (error.error != QJsonParseError::NoError)
        return std::unexpected(
            malformed(u"The body is no JSON: %1 at byte %2."_s.arg(error.errorString()).arg(error.offset)));
    if (!document.isObject())
        return std::unexpected(malformed(u"The body must be one JSON object."_s));
    return document.object();
}

QueryFields::QueryFields(const Request &request) : m_request(request) {}

void QueryFields::read(const char *name, QString &value)
{
    if (const auto text = take(name))
        value = *text;
}

void QueryFields::read(const char *name, bool &value)
{
    const auto text = take(name);
    if (!text)
        return;
    value = *text == "true"_L1;
    if (!value && *text != "false"_L1)
        refuse(name, u"true or false is expected."_s);
}

void QueryFields::read(const char *name, int &value, int least, int most)
{
    const auto text = take(name);
    if (!text)
        return;
    bool isNumber = false;
    const int number = text->toInt(&isNumber);
    if (isNumber && number >= least && number <= most)
        value = number;
    else
        refuse(name, u"A number from %1 to %2 is expected."_s.arg(least).arg(most));
}

void QueryFields::read(const char *name, std::optional<QDate> &value)
{
    const auto text = take(name);
    if (!text)
        return;
    const QDate day = dayOf(*text);
    if (day.isValid())
        value = day;
    else
        refuse(name, notADay());
}

void QueryFields::refuse(const char *name, const QString &text)
{
    m_wrong.append(QJsonObject{{u"parameter"_s, QString::fromLatin1(name)}, {u"detail"_s, text}});
}

std::optional<Problem> QueryFields::problem()
{
    for (const auto &[name, value] : m_request.query) {
        if (!m_known.contains(name))
            refuse(name.toUtf8().constData(), u"There is no such parameter here."_s);
    }
    if (m_wrong.isEmpty())
        return std::nullopt;
    Problem problem(400, u"invalid_parameter"_s, m_wrong.first().toObject().value("detail"_L1).toString());
    problem.details.insert(u"parameters"_s, m_wrong);
    return problem;
}

std::optional<QString> QueryFields::take(const char *name)
{
    m_known.insert(QString::fromLatin1(name));
    return m_request.parameter(QString::fromLatin1(name));
}

QStringList QueryFields::takeList(const char *name)
{
    const auto text = take(name);
    return text ? text->split(u',', Qt::SkipEmptyParts) : QStringList();
}

} // namespace seatledger::server
