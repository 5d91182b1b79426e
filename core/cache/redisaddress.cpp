// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/cache/redisaddress.h"

#include <QCoreApplication>
#include <QUrl>
#include <QUrlQuery>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

struct Text {
    Q_DECLARE_TR_FUNCTIONS(seatledger::RedisAddress)
};

std::unexpected<Error> refuse(const QString &why)
{
    return failure(ErrorCode::InvalidInput, why, {{u"field"_s, u"redis"_s}});
}

} // namespace

Result<RedisAddress> RedisAddress::fromText(const QString &text)
{
    const QUrl url(text, QUrl::StrictMode);
    const bool isSocket = url.scheme() == "unix"_L1;
    if (!url.isValid() || (!isSocket && url.scheme() != "redis"_L1))
        return refuse(
            Text::tr("This is no address of a Redis: write redis://host:6379/0 or unix:/path/of.sock."));
    if (!url.password().isEmpty())
        return refuse(Text::tr("A password does not belong into the address of a Redis: give it by a file."));
    RedisAddress address;
    QString database = isSocket ? QUrlQuery(url).queryItemValue(u"db"_s) : url.path().mid(1);
    if (isSocket)
        address.socket = url.path();
    else
        address.host = url.host();
    if (address.socket.isEmpty() && address.host.isEmpty())
        return refuse(Text::tr("The address of a Redis names no host and no socket: write "
                               "redis://host:6379/0 or unix:/path/of.sock."));
    bool isNumber = true;
    address.database = database.isEmpty() ? 0 : database.toInt(&isNumber);
    if (!isNumber || address.database < 0)
        return refuse(Text::tr("“%1” is no number of a database of Redis: write 0 to 15.").arg(database));
    address.port = quint16(url.port(address.port));
    address.user = url.userName();
    return address;
}

QString RedisAddress::text() const
{
    if (!socket.isEmpty())
        return u"unix:%1?db=%2"_s.arg(socket).arg(database);
    const QString who = user.isEmpty() ? QString() : user + u'@';
    return u"redis://%1%2:%3/%4"_s.arg(who, host).arg(port).arg(database);
}

} // namespace seatledger
