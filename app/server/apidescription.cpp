// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/apidescription.h"

#include <QDir>
#include <QFile>
#include <QJsonArray>
#include <QJsonDocument>

using namespace Qt::StringLiterals;

namespace seatledger::server {

namespace {

QJsonObject readFile(const QString &name)
{
    QFile file(u":/openapi/"_s + name);
    (void)file.open(QIODevice::ReadOnly);
    return QJsonDocument::fromJson(file.readAll()).object();
}

void addProblem(QJsonObject &responses, const char *status, const char *name)
{
    const QLatin1StringView key(status);
    if (!responses.contains(key))
        responses.insert(key,
                         QJsonObject{{u"$ref"_s, u"#/components/responses/"_s + QString::fromLatin1(name)}});
}

bool takes(const QJsonObject &operation, const QString &parameter)
{
    const QJsonObject reference{{u"$ref"_s, u"#/components/parameters/"_s + parameter}};
    return operation.value("parameters"_L1).toArray().contains(reference);
}

/// The problems that any operation of this kind can have.
void addProblems(QJsonObject &operation, const QString &method, const QString &path)
{
    QJsonObject responses = operation.value("responses"_L1).toObject();
    addProblem(responses, "400", "BadRequest");
    addProblem(responses, "406", "NotAcceptable");
    addProblem(responses, "429", "TooMany");
    addProblem(responses, "503", "Unavailable");
    if (!operation.contains("security"_L1)) {
        addProblem(responses, "401", "Unauthorized");
        addProblem(responses, "403", "Forbidden");
        addProblem(responses, "422", "Invalid");
    }
    if (path.contains(u'{'))
        addProblem(responses, "404", "NotFound");
    if (method != "get"_L1)
        addProblem(responses, "409", "Conflict");
    if (operation.contains("requestBody"_L1)) {
        addProblem(responses, "413", "TooLarge");
        addProblem(responses, "415", "UnsupportedMediaType");
        addProblem(responses, "422", "Invalid");
    }
    if (takes(operation, u"IfMatch"_s)) {
        addProblem(responses, "412", "PreconditionFailed");
        addProblem(responses, "428", "PreconditionRequired");
    }
    operation.insert("responses"_L1, responses);
}

QJsonObject completed(QJsonObject item, const QString &path, const QString &tag)
{
    for (const QString &method : item.keys()) {
        if (method == "parameters"_L1)
            continue;
        QJsonObject operation = item.value(method).toObject();
        operation.insert("tags"_L1, QJsonArray{tag});
        addProblems(operation, method, path);
        item.insert(method, operation);
    }
    return item;
}

void addResource(const QJsonObject &resource, QJsonArray &tags, QJsonObject &paths, QJsonObject &schemas)
{
    const QJsonObject tag = resource.value("tag"_L1).toObject();
    tags.append(tag);
    const QJsonObject its = resource.value("paths"_L1).toObject();
    for (auto path = its.begin(); path != its.end(); ++path)
        paths.insert(path.key(), completed(path->toObject(), path.key(), tag.value("name"_L1).toString()));
    const QJsonObject kinds = resource.value("schemas"_L1).toObject();
    for (auto schema = kinds.begin(); schema != kinds.end(); ++schema)
        schemas.insert(schema.key(), *schema);
}

} // namespace

QJsonObject apiDescription()
{
    QJsonObject description = readFile(u"base.json"_s);
    QJsonObject components = description.value("components"_L1).toObject();
    QJsonObject schemas = components.value("schemas"_L1).toObject();
    QJsonObject paths;
    QJsonArray tags;
    for (const QString &name : QDir(u":/openapi"_s).entryList()) {
        if (name != "base.json"_L1)
            addResource(readFile(name), tags, paths, schemas);
    }
    components.insert("schemas"_L1, schemas);
    description.insert("components"_L1, components);
    description.insert("paths"_L1, paths);
    description.insert("tags"_L1, tags);
    return description;
}

} // namespace seatledger::server
