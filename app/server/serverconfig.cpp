// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/serverconfig.h"

#include <QFile>
#include <QSettings>

#include <functional>
#include <vector>

using namespace Qt::StringLiterals;

namespace seatledger::server {

namespace {

/// A setting: its name, what it means, and where it stands.
struct Setting {
    const char *name;
    const char *meaning;
    std::function<bool(ServerConfig &, const QString &)> read;
    std::function<QString(const ServerConfig &)> write;
};

template <typename Pick>
Setting text(const char *name, Pick pick, const char *meaning)
{
    return {name, meaning,
            [pick](ServerConfig &config, const QString &value) {
                pick(config) = value;
                return true;
            },
            [pick](const ServerConfig &config) { return pick(const_cast<ServerConfig &>(config)); }};
}

template <typename Pick>
Setting number(const char *name, Pick pick, qint64 least, qint64 most, const char *meaning)
{
    return {name, meaning,
            [pick, least, most](ServerConfig &config, const QString &value) {
                bool isNumber = false;
                const qint64 read = value.toLongLong(&isNumber);
                if (isNumber && read >= least && read <= most)
                    pick(config) = static_cast<std::decay_t<decltype(pick(config))>>(read);
                return isNumber && read >= least && read <= most;
            },
            [pick](const ServerConfig &config) {
                return QString::number(static_cast<qint64>(pick(const_cast<ServerConfig &>(config))));
            }};
}

template <typename Pick>
Setting seconds(const char *name, Pick pick, qint64 most, const char *meaning)
{
    return {name, meaning,
            [pick, most](ServerConfig &config, const QString &value) {
                bool isNumber = false;
                const qint64 read = value.toLongLong(&isNumber);
                if (isNumber && read >= 1 && read <= most)
                    pick(config) = std::chrono::seconds(read);
                return isNumber && read >= 1 && read <= most;
            },
            [pick](const ServerConfig &config) {
                return QString::number(pick(const_cast<ServerConfig &>(config)).count());
            }};
}

std::vector<Setting> placeSettings()
{
    return {
        text(
            "database/uri", [](ServerConfig &c) -> QString & { return c.databaseUri; },
            "The database, as a URI that psql takes, without the password"),
        text(
            "database/reports", [](ServerConfig &c) -> QString & { return c.reportsUri; },
            "A replica of the database: reports and exports are read from it, and from the database itself "
            "while it does not answer"),
        text(
            "database/password_file", [](ServerConfig &c) -> QString & { return c.passwordFile; },
            "A file with the password; without it the credential database-password of systemd"),
        text(
            "database/workspace", [](ServerConfig &c) -> QString & { return c.workspace; },
            "A private workspace, by name or folder, in place of a URI"),
        text(
            "http/address", [](ServerConfig &c) -> QString & { return c.http.address; }, "Where to listen"),
        number(
            "http/port", [](ServerConfig &c) -> int & { return c.http.port; }, 0, 65535,
            "0 is any that is free"),
        text(
            "http/certificate_file", [](ServerConfig &c) -> QString & { return c.http.certificateFile; },
            "PEM with its chain: with it the port speaks TLS"),
        text(
            "http/key_file", [](ServerConfig &c) -> QString & { return c.http.keyFile; },
            "PEM, the certificate's key"),
        text(
            "metrics/address", [](ServerConfig &c) -> QString & { return c.metrics.address; },
            "Where Prometheus asks for /metrics"),
        number(
            "metrics/port", [](ServerConfig &c) -> int & { return c.metrics.port; }, 0, 65535,
            "Unless it is set there are no metrics"),
        text(
            "licensefiles/key_file", [](ServerConfig &c) -> QString & { return c.keyFile; },
            "The private key that licence files are signed with; without it the credential license-file-key "
            "of "
            "systemd, or that of the account, which is made with its first use"),
    };
}

std::vector<Setting> cacheSettings()
{
    return {
        number(
            "cache/bytes", [](ServerConfig &c) -> qint64 & { return c.cacheBytes; }, 0, 1LL << 40,
            "Memory for answers that are kept until something changes; 0 keeps none"),
        text(
            "cache/redis", [](ServerConfig &c) -> QString & { return c.redis; },
            "A Redis that servers share: redis://host:6379/0 or unix:/path/of.sock, without the password"),
        text(
            "cache/redis_password_file", [](ServerConfig &c) -> QString & { return c.redisPasswordFile; },
            "A file with its password; without it the credential redis-password of systemd"),
    };
}

std::vector<Setting> httpSettings()
{
    return {
        number(
            "http/threads", [](ServerConfig &c) -> int & { return c.http.threads; }, 1, 64,
            "Threads that read and write"),
        number(
            "http/connections", [](ServerConfig &c) -> int & { return c.http.maximumConnections; }, 1,
            100'000, "Connections at once; further ones are closed"),
        number(
            "http/header_bytes", [](ServerConfig &c) -> int & { return c.http.headerLimit; }, 1024, 1 << 20,
            "The head of a request; 431 above it"),
        seconds(
            "http/header_seconds",
            [](ServerConfig &c) -> std::chrono::seconds & { return c.http.headerTimeout; }, 600,
            "From the first byte of a head to its last"),
        seconds(
            "http/body_seconds", [](ServerConfig &c) -> std::chrono::seconds & { return c.http.bodyTimeout; },
            3600, "For the body of a request"),
        seconds(
            "http/write_seconds",
            [](ServerConfig &c) -> std::chrono::seconds & { return c.http.writeTimeout; }, 3600,
            "For each piece of an answer of 64 KiB"),
        seconds(
            "http/idle_seconds", [](ServerConfig &c) -> std::chrono::seconds & { return c.http.idleTimeout; },
            3600, "Between two requests of a connection"),
        number(
            "http/drain_seconds", [](ServerConfig &c) -> int & { return c.drainSeconds; }, 0, 3600,
            "How long SIGTERM waits for what is under way"),
    };
}

std::vector<Setting> limitSettings()
{
    return {
        number(
            "limits/body_bytes", [](ServerConfig &c) -> qint64 & { return c.limits.bodyBytes; }, 1024,
            1 << 28, "The body of a request; 413 above it"),
        number(
            "limits/requests_per_token", [](ServerConfig &c) -> int & { return c.limits.requestsPerToken; },
            0, 100'000'000, "A minute, 0 is any number; 429 above it"),
        number(
            "limits/requests_per_address",
            [](ServerConfig &c) -> int & { return c.limits.requestsPerAddress; }, 0, 100'000'000,
            "A minute, 0 is any number; 429 above it"),
        number(
            "limits/statement_seconds", [](ServerConfig &c) -> int & { return c.limits.statementSeconds; }, 1,
            3600, "For one statement in the database; 503 above it"),
        number(
            "limits/export_minutes", [](ServerConfig &c) -> int & { return c.limits.exportMinutes; }, 1, 1440,
            "For the statement behind an export"),
        number(
            "limits/housekeeping_seconds",
            [](ServerConfig &c) -> int & { return c.limits.housekeepingSeconds; }, 1, 3600,
            "Between two looks at what is due: leases that ran out, days that begin"),
        number(
            "limits/event_streams", [](ServerConfig &c) -> int & { return c.limits.eventStreams; }, 0,
            100'000, "Clients that listen to /api/v1/events at once"),
        number(
            "workers/threads", [](ServerConfig &c) -> int & { return c.workers.threads; }, 1, 256,
            "Connections to the database for what is short"),
        number(
            "workers/waiting", [](ServerConfig &c) -> int & { return c.workers.waiting; }, 1, 1'000'000,
            "Requests that may wait for one; 503 above it"),
        seconds(
            "workers/patience_seconds",
            [](ServerConfig &c) -> std::chrono::seconds & { return c.workers.patience; }, 600,
            "What waited longer is answered by 503"),
        number(
            "workers/exports", [](ServerConfig &c) -> int & { return c.streamWorkers.threads; }, 1, 64,
            "Exports at once, each with a connection of its own"),
        number(
            "workers/reports", [](ServerConfig &c) -> int & { return c.reportThreads; }, 1, 256,
            "Connections to database/reports for what is short"),
    };
}

const std::vector<Setting> &settings()
{
    static const std::vector<Setting> all = [] {
        std::vector<Setting> found = placeSettings();
        for (const auto &part : {cacheSettings(), httpSettings(), limitSettings()})
            found.insert(found.end(), part.begin(), part.end());
        return found;
    }();
    return all;
}

QString environmentName(const Setting &setting)
{
    return u"SEATLEDGERD_"_s + QString::fromLatin1(setting.name).replace(u'/', u'_').toUpper();
}

Result<void> take(ServerConfig &config, const Setting &setting, const QString &value)
{
    if (setting.read(config, value))
        return {};
    const QString name = QString::fromLatin1(setting.name);
    return failure(ErrorCode::InvalidInput, u"The setting %1 cannot be \"%2\"."_s.arg(name, value),
                   {{u"field"_s, name}});
}

Result<void> refuseUnknown(const QSettings &file)
{
    for (const QString &key : file.allKeys()) {
        const bool isKnown = std::ranges::any_of(
            settings(), [&key](const Setting &setting) { return key == QLatin1StringView(setting.name); });
        if (!isKnown)
            return failure(ErrorCode::InvalidInput, u"There is no setting %1."_s.arg(key),
                           {{u"field"_s, key}});
    }
    return {};
}

Result<void> readFile(ServerConfig &config, const QString &path)
{
    if (!QFile::exists(path))
        return failure(ErrorCode::NotFound, u"There is no file %1."_s.arg(path));
    const QSettings file(path, QSettings::IniFormat);
    if (auto known = refuseUnknown(file); !known)
        return known;
    for (const Setting &setting : settings()) {
        const QString name = QString::fromLatin1(setting.name);
        if (!file.contains(name))
            continue;
        // a comma makes a list of a value
        if (auto taken = take(config, setting, file.value(name).toStringList().join(u", "_s)); !taken)
            return taken;
    }
    return {};
}

Result<void> readEnvironment(ServerConfig &config, const QProcessEnvironment &environment)
{
    for (const Setting &setting : settings()) {
        const QString name = environmentName(setting);
        if (!environment.contains(name))
            continue;
        if (auto taken = take(config, setting, environment.value(name)); !taken)
            return taken;
    }
    return {};
}

/// The file, or that of systemd's credential of this name; empty if there is neither.
QString secretFile(const QString &path, const QString &credential, const QProcessEnvironment &environment)
{
    const QString folder = environment.value(u"CREDENTIALS_DIRECTORY"_s);
    if (!path.isEmpty() || folder.isEmpty() || !QFile::exists(folder + u'/' + credential))
        return path;
    return folder + u'/' + credential;
}

/// What stands in the file or credential; empty if there is neither.
Result<QString> secret(const QString &named, const QString &credential,
                       const QProcessEnvironment &environment)
{
    const QString path = secretFile(named, credential, environment);
    if (path.isEmpty())
        return QString();
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::NotFound,
                       u"The password file %1 cannot be read: %2."_s.arg(path, file.errorString()));
    return QString::fromUtf8(file.readAll()).trimmed();
}

} // namespace

Result<ServerConfig> ServerConfig::load(const QString &path, const QProcessEnvironment &environment)
{
    ServerConfig config;
    config.metrics.port = -1;
    if (!path.isEmpty()) {
        if (auto read = readFile(config, path); !read)
            return std::unexpected(std::move(read).error());
    }
    if (auto read = readEnvironment(config, environment); !read)
        return std::unexpected(std::move(read).error());
    config.hasMetrics = config.metrics.port >= 0;
    return config;
}

Result<QString> ServerConfig::password(const QProcessEnvironment &environment) const
{
    return secret(passwordFile, u"database-password"_s, environment);
}

QString ServerConfig::licenseKeyFile(const QProcessEnvironment &environment) const
{
    return secretFile(keyFile, u"license-file-key"_s, environment);
}

Result<CacheSettings> ServerConfig::cache(const QProcessEnvironment &environment) const
{
    CacheSettings settings{.bytes = cacheBytes};
    if (redis.isEmpty())
        return settings;
    auto address = RedisAddress::fromText(redis);
    if (!address)
        return std::unexpected(std::move(address).error());
    auto password = secret(redisPasswordFile, u"redis-password"_s, environment);
    if (!password)
        return std::unexpected(std::move(password).error());
    address->password = *password;
    settings.redis = *address;
    return settings;
}

QList<SettingText> settingTexts()
{
    QList<SettingText> texts;
    for (const Setting &setting : settings())
        texts.append(
            {QString::fromLatin1(setting.name), setting.write({}), QString::fromLatin1(setting.meaning)});
    return texts;
}

} // namespace seatledger::server
