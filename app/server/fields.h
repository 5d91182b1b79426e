// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/http/request.h"
#include "app/server/problem.h"
#include "core/domain/enumtext.h"
#include "core/domain/ids.h"

#include <QDate>
#include <QJsonArray>
#include <QJsonObject>
#include <QList>
#include <QSet>
#include <QStringList>

#include <optional>

namespace seatledger::server {

/// Reads the fields of a JSON object into a draft: each `read` sets what is there and leaves what is not, so
/// one function serves POST and PUT (an empty draft) and PATCH (the draft of what there is). `null` empties
/// what may be empty. Everything that is wrong is noted with its pointer, fields that nobody asked for
/// included; `problem()` has it all in the end.
///
///     JsonFields fields(*body);
///     fields.read("name", draft.name);
///     fields.read("department_id", draft.department);
///     if (auto problem = fields.problem())
///         return std::unexpected(*std::move(problem));
class JsonFields final
{
public:
    explicit JsonFields(const QJsonObject &object, QString pointer = {});

    void read(const char *name, QString &value);
    void read(const char *name, bool &value);
    void read(const char *name, qint64 &value);
    void read(const char *name, QDate &value);
    void read(const char *name, std::optional<qint64> &value);
    void read(const char *name, std::optional<QDate> &value);
    void read(const char *name, QJsonArray &value);
    /// null is an empty one.
    void read(const char *name, QJsonObject &value);

    template <typename Tag>
    void read(const char *name, std::optional<Id<Tag>> &value)
    {
        std::optional<qint64> number;
        if (!has(name))
            return;
        read(name, number);
        value = number ? Id<Tag>::fromValue(*number) : std::nullopt;
        if (number && !value)
            refuse(name, QStringLiteral("An id is a positive number."));
    }

    template <typename Tag>
    void read(const char *name, QList<Id<Tag>> &value)
    {
        QJsonArray array;
        read(name, array);
        for (const QJsonValue entry : std::as_const(array)) {
            if (const auto id = Id<Tag>::fromValue(entry.toInteger()))
                value.append(*id);
            else
                refuse(name, QStringLiteral("Every entry is a positive number."));
        }
    }

    template <NamedEnum E>
    void read(const char *name, E &value)
    {
        QString text;
        if (!has(name))
            return;
        read(name, text);
        if (const auto known = fromText<E>(text))
            value = *known;
        else
            refuse(name, oneOf<E>());
    }

    [[nodiscard]] bool has(const char *name) const;

    /// Notes what is wrong with a field; what was noted of it first counts.
    void refuse(const QString &name, const QString &text);

    /// All that is wrong, once every field that there may be was read.
    [[nodiscard]] std::optional<Problem> problem();

private:
    template <NamedEnum E>
    [[nodiscard]] static QString oneOf()
    {
        QStringList names;
        for (const EnumEntry<E> &entry : enumEntries<E>())
            names.append(entry.name);
        return QStringLiteral("One of: ") + names.join(QStringLiteral(", ")) + u'.';
    }

    [[nodiscard]] QJsonValue take(const char *name);
    void refuse(const char *name, const QString &text) { refuse(QString::fromLatin1(name), text); }

    QJsonObject m_object;
    QString m_pointer;
    QSet<QString> m_known;
    QJsonObject m_wrong;
};

/// The body, which must be one JSON object within the bounds; an empty body is an empty object. 400 for
/// anything else.
[[nodiscard]] std::expected<QJsonObject, Problem> bodyObject(const Request &request);

/// Reads the parameters of a query in the same way; 400 for what is wrong or not known.
class QueryFields final
{
public:
    explicit QueryFields(const Request &request);

    void read(const char *name, QString &value);
    void read(const char *name, bool &value);
    void read(const char *name, int &value, int least, int most);
    void read(const char *name, std::optional<QDate> &value);

    template <typename Tag>
    void read(const char *name, std::optional<Id<Tag>> &value)
    {
        const auto text = take(name);
        if (!text)
            return;
        value = Id<Tag>::fromValue(text->toLongLong());
        if (!value)
            refuse(name, QStringLiteral("An id is a positive number."));
    }

    /// Several ones with commas between.
    template <typename Tag>
    void read(const char *name, QList<Id<Tag>> &values)
    {
        for (const QString &text : takeList(name)) {
            if (const auto id = Id<Tag>::fromValue(text.toLongLong()))
                values.append(*id);
            else
                refuse(name, QStringLiteral("An id is a positive number."));
        }
    }

    template <NamedEnum E>
    void read(const char *name, QList<E> &values)
    {
        for (const QString &text : takeList(name)) {
            if (const auto known = fromText<E>(text))
                values.append(*known);
            else
                refuse(name, QStringLiteral("There is no \"%1\".").arg(text));
        }
    }

    template <NamedEnum E>
    void read(const char *name, std::optional<E> &value)
    {
        QList<E> values;
        read(name, values);
        if (!values.isEmpty())
            value = values.first();
    }

    void refuse(const char *name, const QString &text);

    [[nodiscard]] std::optional<Problem> problem();

private:
    [[nodiscard]] std::optional<QString> take(const char *name);
    [[nodiscard]] QStringList takeList(const char *name);

    const Request &m_request;
    QSet<QString> m_known;
    QJsonArray m_wrong;
};

} // namespace seatledger::server
