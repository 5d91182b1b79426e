// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/tlsdefaults.h"

#include <QDir>
#include <QFileInfo>
#include <QStringList>

#include <arpa/inet.h>
#include <libpq-fe.h>
#include <netinet/in.h>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr int firstWithSystemAuthorities = 160000; // `sslrootcert=system` came with libpq 16

bool isLoopback(const QString &address)
{
    in_addr four = {};
    in6_addr six = {};
    const QByteArray text = address.toLatin1();
    if (inet_pton(AF_INET, text.constData(), &four) == 1)
        return (ntohl(four.s_addr) >> 24) == IN_LOOPBACKNET;
    return inet_pton(AF_INET6, text.constData(), &six) == 1 && IN6_IS_ADDR_LOOPBACK(&six);
}

bool isLocal(const QString &host)
{
    if (host.isEmpty() || host.startsWith(u'/') || host.startsWith(u'@')) // libpq's own default is a socket
        return true;
    return host.compare("localhost"_L1, Qt::CaseInsensitive) == 0 || isLoopback(host);
}

bool areLocal(const QString &hosts)
{
    const QStringList all = hosts.split(u',');
    return std::ranges::all_of(all, [](const QString &host) { return isLocal(host.trimmed()); });
}

/// What was said: in the settings, or for everybody in the environment.
QString said(const ConnectionSettings &settings, const QString &option, const char *variable)
{
    return settings.options.value(option, qEnvironmentVariable(variable));
}

} // namespace

bool isOnThisMachine(const ConnectionSettings &settings)
{
    if (!said(settings, u"service"_s, "PGSERVICE").isEmpty())
        return false;
    const QString host = settings.host.isEmpty() ? qEnvironmentVariable("PGHOST") : settings.host;
    return areLocal(host) && areLocal(said(settings, u"hostaddr"_s, "PGHOSTADDR"));
}

QString systemAuthorities()
{
    if (PQlibVersion() >= firstWithSystemAuthorities)
        return u"system"_s;
    for (const QString &bundle : {u"/etc/ssl/certs/ca-certificates.crt"_s, // Debian, Ubuntu, Arch
                                  u"/etc/pki/tls/certs/ca-bundle.crt"_s,   // Fedora and its kin
                                  u"/etc/ssl/ca-bundle.pem"_s,             // openSUSE
                                  u"/etc/ssl/cert.pem"_s}) {               // Alpine, BSD, macOS
        if (QFileInfo::exists(bundle))
            return bundle;
    }
    return {};
}

ConnectionSettings withTlsDefaults(ConnectionSettings settings)
{
    if (said(settings, u"sslmode"_s, "PGSSLMODE").isEmpty())
        settings.options.insert(u"sslmode"_s, isOnThisMachine(settings) ? u"prefer"_s : u"verify-full"_s);
    const bool verifies = said(settings, u"sslmode"_s, "PGSSLMODE") == "verify-full"_L1;
    const bool hasOwn = !said(settings, u"sslrootcert"_s, "PGSSLROOTCERT").isEmpty()
                        || QFileInfo::exists(QDir::homePath() + u"/.postgresql/root.crt"_s);
    if (const QString authorities = systemAuthorities(); verifies && !hasOwn && !authorities.isEmpty())
        settings.options.insert(u"sslrootcert"_s, authorities);
    return settings;
}

} // namespace seatledger
