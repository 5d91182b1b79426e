// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/connectionsettings.h"

#include <QByteArray>
#include <QCoreApplication>
#include <QUrl>

#include <libpq-fe.h>

#include <memory>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

struct OptionsDeleter {
    void operator()(PQconninfoOption *options) const { PQconninfoFree(options); }
};
using Options = std::unique_ptr<PQconninfoOption, OptionsDeleter>;

Error notUnderstood(char *reason)
{
    const QString why = reason ? QString::fromLocal8Bit(reason).trimmed() : QString();
    PQfreemem(reason);
    return {ErrorCode::InvalidInput,
            QCoreApplication::translate("Database", "The address of the database was not understood: %1")
                .arg(why),
            {{u"field"_s, u"database"_s}}};
}

Error notANumber(const QString &option, const QString &value)
{
    return {ErrorCode::InvalidInput,
            QCoreApplication::translate("Database", "%1 in the address of the database is not a number: %2")
                .arg(option, value),
            {{u"field"_s, option}}};
}

/// Puts one option in its place; false when a number was expected.
bool apply(ConnectionSettings &settings, const QString &key, const QString &value)
{
    bool isValid = true;
    if (key == "host"_L1)
        settings.host = value;
    else if (key == "port"_L1)
        settings.port = value.toInt(&isValid);
    else if (key == "dbname"_L1)
        settings.database = value;
    else if (key == "user"_L1)
        settings.user = value;
    else if (key == "password"_L1)
        settings.password = value;
    else if (key == "application_name"_L1)
        settings.applicationName = value;
    else if (key == "connect_timeout"_L1)
        settings.connectTimeoutSeconds = value.toInt(&isValid);
    else
        settings.options.insert(key, value);
    return isValid;
}

QString encoded(const QString &text)
{
    return QString::fromLatin1(QUrl::toPercentEncoding(text));
}

} // namespace

Result<ConnectionSettings> ConnectionSettings::fromUri(const QString &uri)
{
    char *reason = nullptr;
    const Options options(PQconninfoParse(uri.toUtf8().constData(), &reason));
    if (!options)
        return std::unexpected(notUnderstood(reason));

    ConnectionSettings settings;
    for (const PQconninfoOption *option = options.get(); option->keyword; ++option) {
        if (!option->val)
            continue;
        const QString key = QString::fromUtf8(option->keyword);
        const QString value = QString::fromUtf8(option->val);
        if (!apply(settings, key, value))
            return std::unexpected(notANumber(key, value));
    }
    return settings;
}

QString ConnectionSettings::toUri() const
{
    // a socket folder cannot stand in the authority part, so any host goes where both kinds can
    QString uri = u"postgresql://"_s;
    if (!user.isEmpty())
        uri += encoded(user) + u'@';
    uri += u'/' + encoded(database) + u"?host="_s + encoded(host) + u"&port="_s + QString::number(port);
    for (auto option = options.cbegin(); option != options.cend(); ++option)
        uri += u'&' + encoded(option.key()) + u'=' + encoded(option.value());
    return uri;
}

} // namespace seatledger
