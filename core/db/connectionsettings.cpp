// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/connectionsettings.h"

#include "core/db/addresspassword.h"

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

/// What libpq makes of an address, or why it makes nothing of it.
struct Parsed {
    explicit Parsed(const QString &address)
    {
        char *text = nullptr;
        options.reset(PQconninfoParse(address.toUtf8().constData(), &text));
        reason = QString::fromLocal8Bit(text).trimmed();
        PQfreemem(text);
    }

    Options options;
    QString reason;
};

Error malformed(const QString &message)
{
    return {ErrorCode::InvalidInput, message, {{u"field"_s, u"database"_s}}};
}

Error malformedPassword()
{
    return malformed(QCoreApplication::translate(
        "Database", "The password in the address of the database was not understood: in an address, "
                    "characters such as @ / ? % are written as %40 %2F %3F %25. Better leave it out; it will "
                    "be asked for."));
}

/// libpq quotes what it does not understand, so it only gets to see an address without the password.
Error notUnderstood(const QString &address)
{
    const Parsed again(withoutPassword(address));
    if (again.options)
        return malformedPassword();
    return malformed(
        QCoreApplication::translate("Database", "The address of the database was not understood: %1")
            .arg(again.reason));
}

/// Not quoting the value: in an address without `@`, what was meant as the password stands in its place.
Error notANumber(const QString &option)
{
    return {ErrorCode::InvalidInput,
            QCoreApplication::translate("Database", "%1 in the address of the database is not a number.")
                .arg(option),
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
    const Parsed parsed(uri);
    if (!parsed.options)
        return std::unexpected(notUnderstood(uri));

    ConnectionSettings settings;
    for (const PQconninfoOption *option = parsed.options.get(); option->keyword; ++option) {
        if (!option->val)
            continue;
        const QString key = QString::fromUtf8(option->keyword);
        const QString value = QString::fromUtf8(option->val);
        if (!apply(settings, key, value))
            return std::unexpected(notANumber(key));
    }
    if (settings.host.contains(u'@') && !settings.host.startsWith(u'@')) // the rest of a password with an @
        return std::unexpected(malformedPassword());
    return settings;
}

QString ConnectionSettings::toUri() const
{
    // a socket folder cannot stand in the authority part, so any host goes where both kinds can
    QString uri = u"postgresql://"_s;
    if (!user.isEmpty())
        uri += encoded(user) + u'@';
    uri += u'/' + encoded(database) + u"?host="_s + encoded(host) + u"&port="_s + QString::number(port);
    for (auto option = options.cbegin(); option != options.cend(); ++option) {
        if (option.key() != "sslpassword"_L1)
            uri += u'&' + encoded(option.key()) + u'=' + encoded(option.value());
    }
    return uri;
}

QDebug operator<<(QDebug debug, const ConnectionSettings &settings)
{
    return debug << settings.toUri();
}

} // namespace seatledger
