// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop.h"
#include "core/db/addresspassword.h"
#include "core/db/nostatements.h"
#include "core/services/language.h"
#include "ui/common/remembered.h"
#include "ui/common/style/icons.h"
#include "ui/shell/toursettings.h"

#include <QApplication>
#include <QTextStream>

#include <algorithm>
#include <optional>

using namespace Qt::StringLiterals;
using namespace seatledger;

namespace {

/// Pictures and help need no screen: without one they are made in memory.
void drawInMemoryIfThereIsNoScreen(int argc, char *argv[])
{
    const bool screen = qEnvironmentVariableIsSet("DISPLAY") || qEnvironmentVariableIsSet("WAYLAND_DISPLAY")
                        || qEnvironmentVariableIsSet("QT_QPA_PLATFORM");
    const auto needsNone = [](const char *argument) {
        const QByteArrayView text(argument);
        return text.startsWith("--tour") || text == "--help" || text == "-h" || text == "--version"
               || text == "-v";
    };
    if (!screen && std::any_of(argv, argv + argc, needsNone))
        qputenv("QT_QPA_PLATFORM", "offscreen");
}

} // namespace

int main(int argc, char *argv[])
{
    drawInMemoryIfThereIsNoScreen(argc, argv);
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"seatledger"_s);
    QApplication::setOrganizationName(u"seatledger"_s);
    QApplication::setApplicationDisplayName(u"Seatledger"_s);
    QApplication::setApplicationVersion(QStringLiteral(SEATLEDGER_VERSION));
    QApplication::setDesktopFileName(u"org.seatledger.Seatledger"_s);
    QApplication::setWindowIcon(icon(u"armchair", Tone::Accent));
    useLanguage(QLocale::system());

    auto options = desktop::readOptions(QApplication::arguments());
    hidePasswords(argc, argv);
    if (!options) {
        QTextStream(stderr) << options.error().message << Qt::endl;
        return 2;
    }
    std::optional<TourSettings> settings;
    if (options->tour)
        settings.emplace();
    const RememberInBackground settingsWriter;
    DesktopLook look;
    Preferences preferences(look);
    preferences.apply();
    // The start window goes before the main one comes; only the last of them ends the program.
    QApplication::setQuitOnLastWindowClosed(!options->tour);
    desktop::Desktop desktop(std::move(*options), preferences);
    desktop.start();
    const NoStatementsHere whileItLives;
    return QApplication::exec();
}
