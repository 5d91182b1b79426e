// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/server/apidescription.h"
#include "app/server/daemon.h"
#include "app/server/requestlog.h"
#include "app/server/routes/routes.h"
#include "app/server/serverconfig.h"
#include "app/server/stopsignal.h"
#include "core/services/language.h"

#include <QCommandLineParser>
#include <QCoreApplication>
#include <QJsonDocument>
#include <QProcessEnvironment>
#include <QTextStream>

using namespace Qt::StringLiterals;
using namespace seatledger;
using namespace seatledger::server;

namespace {

enum ExitCode { Done = 0, WrongUsage = 2, Unavailable = 3 };

void printSettings()
{
    QTextStream out(stdout);
    for (const SettingText &setting : settingTexts())
        out << setting.name << " = " << setting.usual << "\n    " << setting.meaning << '\n';
}

/// What there is, as `METHOD PATTERN SCOPE`, and `deprecated` behind it where that is so: compared with the
/// description by a test.
void printRoutes()
{
    Router router;
    addAllRoutes(router);
    QTextStream out(stdout);
    for (const Route &route : router.routes())
        out << methodName(route.method) << ' ' << route.pattern << ' '
            << (route.scope ? toText(*route.scope) : u"-"_s) << (route.deprecation ? " deprecated" : "")
            << '\n';
}

int serve(const ServerConfig &config)
{
    const StopSignal stop;
    takeOverQtLog();
    Daemon daemon(config);
    if (auto started = daemon.start(); !started) {
        writeLog("error"_L1, started.error().message, {{u"code"_s, errorCodeName(started.error().code)}});
        return Unavailable;
    }
    QObject::connect(&stop, &StopSignal::received, &daemon, &Daemon::stop);
    QObject::connect(&daemon, &Daemon::stopped, qApp, &QCoreApplication::quit);
    return QCoreApplication::exec();
}

} // namespace

int main(int argc, char *argv[])
{
    QCoreApplication application(argc, argv);
    QCoreApplication::setApplicationName(u"seatledgerd"_s);
    QCoreApplication::setApplicationVersion(QStringLiteral(SEATLEDGER_VERSION));
    useLanguage(QLocale::c()); // programs read what it says

    QCommandLineParser parser;
    parser.setApplicationDescription(u"Serves the book of an organisation's software licences over HTTP."_s);
    parser.addHelpOption();
    parser.addVersionOption();
    const QCommandLineOption config(u"config"_s, u"The file with the settings."_s, u"file"_s);
    const QCommandLineOption settings(u"settings"_s, u"Print all settings with their usual values."_s);
    const QCommandLineOption routes(u"routes"_s, u"Print all routes."_s);
    const QCommandLineOption openapi(u"openapi"_s, u"Print the description of the API, OpenAPI 3.1."_s);
    parser.addOptions({config, settings, routes, openapi});
    parser.process(application);

    if (parser.isSet(settings)) {
        printSettings();
        return Done;
    }
    if (parser.isSet(routes)) {
        printRoutes();
        return Done;
    }
    if (parser.isSet(openapi)) {
        QTextStream(stdout) << QJsonDocument(apiDescription()).toJson();
        return Done;
    }
    const auto loaded = ServerConfig::load(parser.value(config), QProcessEnvironment::systemEnvironment());
    if (!loaded) {
        QTextStream(stderr) << loaded.error().message << '\n';
        return WrongUsage;
    }
    return serve(*loaded);
}
