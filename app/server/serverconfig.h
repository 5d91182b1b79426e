// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/server/cachesettings.h"
#include "app/server/http/httpserver.h"
#include "app/server/workers.h"
#include "core/domain/result.h"

#include <QList>
#include <QProcessEnvironment>
#include <QString>

namespace seatledger::server {

/// The bounds of what is asked, beside those of HttpSettings.
struct RequestLimits {
    qint64 bodyBytes = 1024 * 1024;
    int requestsPerToken = 6'000;    ///< a minute; 0: any number
    int requestsPerAddress = 12'000; ///< a minute; 0: any number
    int statementSeconds = 10; ///< for one statement in the database
    int exportMinutes = 30; ///< for one statement of an export
    int housekeepingSeconds = 60; ///< between two looks at what is due
    int eventStreams = 500; ///< clients that listen to /events at once
};

/// All that an operator can choose. Each setting is `section/name` in an INI file and
/// SEATLEDGERD_SECTION_NAME in the environment, which goes before the file.
struct ServerConfig {
    HttpSettings http = {.port = 8080};
    HttpSettings metrics = {.port = 0, .threads = 1, .maximumConnections = 64};
    bool hasMetrics = false;
    QString databaseUri = {};
    QString reportsUri = {};   ///< a replica of it that reports and exports are read from; empty: none
    QString passwordFile = {}; ///< of the database; a file or a credential of systemd
    QString workspace = {};    ///< a private workspace in place of a database
    WorkerSettings workers = {};
    WorkerSettings streamWorkers = {.threads = 2, .waiting = 8};
    int reportThreads = 4; ///< connections to the replica for reports
    RequestLimits limits = {};
    qint64 cacheBytes = 64LL * 1024 * 1024;
    QString redis = {};             ///< see RedisAddress; empty: none
    QString redisPasswordFile = {}; ///< a file or a credential of systemd
    QString keyFile = {}; ///< of licence files; see licenseKeyFile()
    int drainSeconds = 30;

    /// InvalidInput, details naming the `field`, for a setting that is not known or cannot be so; NotFound if
    /// there is no such file. An empty path: the environment alone.
    [[nodiscard]] static Result<ServerConfig> load(const QString &path,
                                                   const QProcessEnvironment &environment);

    /// The database's password: what is in `passwordFile`, or in the credential `database-password`. Empty if
    /// there is neither.
    [[nodiscard]] Result<QString> password(const QProcessEnvironment &environment) const;

    /// The file of the private key that licence files are signed with: `keyFile`, or the credential
    /// `license-file-key`. Empty if there is neither: then it is that of the account.
    [[nodiscard]] QString licenseKeyFile(const QProcessEnvironment &environment) const;

    /// Where answers are kept, with the password of Redis: what is in `redisPasswordFile`, or in the
    /// credential `redis-password`.
    [[nodiscard]] Result<CacheSettings> cache(const QProcessEnvironment &environment) const;
};

/// One setting as `seatledgerd --settings` and the manual list it.
struct SettingText {
    QString name; ///< "http/port"
    QString usual;
    QString meaning;
};

[[nodiscard]] QList<SettingText> settingTexts();

} // namespace seatledger::server
