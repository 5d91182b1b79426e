// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/connectattempt.h"
#include "core/db/sqlerror.h"
#include "core/db/tlsdefaults.h"

#include <QCoreApplication>
#include <QRegularExpression>

#include <algorithm>
#include <array>
#include <optional>

using namespace Qt::StringLiterals;

namespace seatledger::detail {

namespace {

QString tr(const char *text)
{
    return QCoreApplication::translate("seatledger::detail", text);
}

/// A reason, and what tells it: a SQLSTATE, or words of libpq or OpenSSL in English.
struct Sign {
    QLatin1StringView mark;
    QLatin1StringView reason;
};

constexpr std::array stateSigns = {
    Sign{"28P01"_L1, "password_wrong"_L1},       Sign{"28000"_L1, "login_refused"_L1},
    Sign{"3D000"_L1, "no_such_database"_L1},     Sign{"42501"_L1, "database_forbidden"_L1},
    Sign{"53300"_L1, "too_many_connections"_L1}, Sign{"57P03"_L1, "starting"_L1},
};

// libpq has no codes for what happens before the server speaks. The first that occurs counts, so what is more
// special stands before what is more general.
constexpr std::array wordSigns = {
    Sign{"does not match host name"_L1, "certificate_host"_L1},
    Sign{"certificate verify failed"_L1, "certificate_untrusted"_L1},
    Sign{"root certificate file"_L1, "ca_file_unreadable"_L1}, // "does not exist" is asked for before
    Sign{"does not support SSL"_L1, "tls_missing"_L1},
    Sign{"response to SSL negotiation"_L1, "not_postgresql"_L1},
    Sign{"expected authentication request"_L1, "not_postgresql"_L1},
    Sign{"could not translate host name"_L1, "host_unknown"_L1},
    Sign{"could not look up"_L1, "host_unknown"_L1},
    Sign{"Connection refused"_L1, "refused"_L1},
    Sign{"No such file or directory"_L1, "refused"_L1},
    Sign{"imeout expired"_L1, "timed_out"_L1},
    Sign{"Connection timed out"_L1, "timed_out"_L1},
    Sign{"SSL error"_L1, "tls_failed"_L1},
    Sign{"SSL"_L1, "tls_failed"_L1},
};

template <std::size_t N>
QString firstOf(const std::array<Sign, N> &signs, const QString &text)
{
    const auto found = std::ranges::find_if(signs,
                                            [&](const Sign &sign) { return text.contains(sign.mark); });
    return found == signs.end() ? QString() : QString(found->reason);
}

QString reasonOf(const ConnectAttempt &attempt)
{
    if (!attempt.sqlState.isEmpty())
        return firstOf(stateSigns, attempt.sqlState);
    if (attempt.needsPassword)
        return u"password_needed"_s;
    if (attempt.timedOut)
        return u"timed_out"_s;
    if (attempt.text.startsWith("invalid "_L1))
        return u"invalid_option"_s;
    if (attempt.text.contains("root certificate file"_L1) && attempt.text.contains("does not exist"_L1))
        return u"ca_file_missing"_s;
    const QString reason = firstOf(wordSigns, attempt.text);
    return reason.isEmpty() ? u"unreachable"_s : reason;
}

/// What the sentences name.
struct Place {
    explicit Place(const ConnectionSettings &given)
        : settings(withTlsDefaults(given)),
          isSocket(settings.host.isEmpty() || settings.host.startsWith(u'/')),
          address(isSocket ? settings.host : settings.host + u':' + QString::number(settings.port)),
          authorities(settings.options.value(u"sslrootcert"_s))
    {}

    ConnectionSettings settings;
    bool isSocket;
    QString address;
    QString authorities;
};

QString certificateName(const QString &text)
{
    static const QRegularExpression name(u"server certificate for \"([^\"]*)\""_s);
    return name.match(text).captured(1);
}

QString wayThere(const QString &reason, const Place &place, const ConnectAttempt &attempt)
{
    if (reason == "host_unknown"_L1)
        return tr("Nobody here knows a server named “%1”. Check the spelling, and the network.")
            .arg(place.settings.host);
    if (reason == "refused"_L1 && place.isSocket)
        return tr("No PostgreSQL server answers in the folder %1.").arg(place.address);
    if (reason == "refused"_L1)
        return tr("No server answers at %1. Is PostgreSQL running there, and is the port right?")
            .arg(place.address);
    if (reason == "timed_out"_L1)
        return tr("%1 did not answer within %2 seconds. Check the address; a firewall may be in between.")
            .arg(place.address)
            .arg(place.settings.connectTimeoutSeconds);
    if (reason == "not_postgresql"_L1)
        return tr("Something answers at %1, but it is not PostgreSQL. Check the port.").arg(place.address);
    if (reason == "starting"_L1)
        return tr("The server is starting or stopping. Try again in a moment.");
    if (reason == "too_many_connections"_L1)
        return tr("The server takes no more connections at the moment. Try again later, or ask its "
                  "administrator to allow more.");
    return tr("The server %1 cannot be reached: %2").arg(place.address, attempt.text);
}

QString untrusted(const Place &place)
{
    if (place.authorities.isEmpty() || place.authorities == systemAuthorities())
        return tr("The certificate of %1 is not of an authority that this computer trusts, or it has "
                  "expired. If "
                  "your organisation has an authority of its own, name the file with its certificate; your "
                  "administrator has it.")
            .arg(place.settings.host);
    return tr("The certificate of %1 is not of an authority in %2, or it has expired. Ask your administrator "
              "for "
              "the right file.")
        .arg(place.settings.host, place.authorities);
}

QString aboutTls(const QString &reason, const Place &place, const ConnectAttempt &attempt)
{
    if (reason == "tls_missing"_L1)
        return tr("The server %1 does not encrypt, so passwords and data could be read on the way. Ask its "
                  "administrator to switch TLS on.")
            .arg(place.address);
    if (reason == "certificate_host"_L1)
        return tr("The server's certificate is for “%1”, not for “%2”. Use the name in the certificate. If "
                  "that is "
                  "not your server's name, ask your administrator: somebody may be in between.")
            .arg(certificateName(attempt.text), place.settings.host);
    if (reason == "certificate_untrusted"_L1)
        return untrusted(place);
    if (reason == "ca_file_missing"_L1)
        return tr("There is no file with the certificates of authorities at %1.")
            .arg(place.authorities.isEmpty() ? u"~/.postgresql/root.crt"_s : place.authorities);
    if (reason == "ca_file_unreadable"_L1)
        return tr("%1 holds no certificates that can be read: they have to be in PEM form.")
            .arg(place.authorities);
    if (reason == "tls_failed"_L1)
        return tr("No encrypted connection to %1 could be made: %2").arg(place.address, attempt.text);
    return {};
}

QString aboutLogin(const QString &reason, const Place &place, const ConnectAttempt &attempt)
{
    const QString user = place.settings.user;
    if (reason == "password_needed"_L1)
        return tr("The server asks for the password of “%1”.").arg(user);
    if (reason == "password_wrong"_L1)
        return tr("The server does not accept this password for “%1”. It may be mistyped or have expired, or "
                  "there "
                  "is no such user: PostgreSQL does not tell which.")
            .arg(user);
    if (reason == "login_refused"_L1 && attempt.usedTls)
        return tr("The server does not let “%1” in: the role may not log in, or the server's rules leave out "
                  "this "
                  "computer or database. An administrator can change that.")
            .arg(user);
    if (reason == "login_refused"_L1)
        return tr("The server does not let “%1” in: the role may not log in, or the server's rules leave out "
                  "this "
                  "computer, this database, or connections without TLS. An administrator can change that.")
            .arg(user);
    if (reason == "no_such_database"_L1)
        return tr("There is no database “%1” on this server.").arg(place.settings.database);
    if (reason == "database_forbidden"_L1)
        return tr("“%1” may not use the database “%2”.").arg(user, place.settings.database);
    if (reason == "invalid_option"_L1)
        return tr("The connection was not understood: %1").arg(attempt.text);
    return {};
}

ErrorCode codeWithoutState(const QString &reason)
{
    if (reason == "password_needed"_L1)
        return ErrorCode::Forbidden;
    return reason == "invalid_option"_L1 ? ErrorCode::InvalidInput : ErrorCode::Offline;
}

} // namespace

Error connectError(const ConnectAttempt &attempt, const ConnectionSettings &settings)
{
    const QString reason = reasonOf(attempt);
    const Place place(settings);
    QString message = aboutLogin(reason, place, attempt);
    if (message.isEmpty())
        message = aboutTls(reason, place, attempt);
    if (message.isEmpty())
        message = wayThere(reason, place, attempt);
    Error error = attempt.sqlState.isEmpty() ? Error{codeWithoutState(reason), message, {}}
                                             : errorFromSqlState(attempt.sqlState.toLatin1(), message, {});
    error.details.insert(u"host"_s, settings.host);
    error.details.insert(u"reason"_s, reason);
    error.details.insert(u"said"_s, attempt.text);
    return error;
}

} // namespace seatledger::detail
