// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop.h"
#include "core/services/language.h"
#include "ui/common/style/icons.h"

#include <QApplication>
#include <QTextStream>

using namespace Qt::StringLiterals;
using namespace seatledger;

int main(int argc, char *argv[])
{
    QApplication application(argc, argv);
    QApplication::setApplicationName(u"seatledger"_s);
    QApplication::setOrganizationName(u"seatledger"_s);
    QApplication::setApplicationDisplayName(u"Seatledger"_s);
    QApplication::setApplicationVersion(QStringLiteral(SEATLEDGER_VERSION));
    QApplication::setDesktopFileName(u"seatledger"_s);
    QApplication::setWindowIcon(icon(u"armchair", Tone::Accent));
    useLanguage(QLocale::system());

    auto options = desktop::readOptions(QApplication::arguments());
    if (!options) {
        QTextStream(stderr) << options.error().message << Qt::endl;
        return 2;
    }
    applyTheme(application, desktop::savedScheme());
    // The start window goes before the main one comes; only the last of them ends the program.
    QApplication::setQuitOnLastWindowClosed(!options->tour);
    desktop::Desktop desktop(std::move(*options));
    desktop.start();
    return QApplication::exec();
}
