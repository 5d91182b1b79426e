// SPDX-License-Identifier: GPL-3.0-or-later
// How long the window takes until it can be used, and for how long it holds still at most in each thing
// people do: bench-window WORKSPACE-OR-ADDRESS [PAGE...]
#include "app/desktop/bookwindow.h"
#include "app/desktop/openedbook.h"
#include "app/desktop/runningbook.h"
#include "core/db/nostatements.h"
#include "tests/walk/windowflows.h"
#include "ui/common/remembered.h"
#include "ui/settings/preferences.h"
#include "ui/shell/page.h"
#include "ui/shell/toursettings.h"

#include <QElapsedTimer>
#include <QTest>
#include <QTextStream>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr int longestWaitMs = 120'000;

QTextStream &out()
{
    static QTextStream stream(stdout);
    return stream;
}

void print(const WindowFlows::Figure &figure)
{
    const auto number = [](double value, int digits) {
        return QString::number(value, 'f', digits).rightJustified(8);
    };
    out() << figure.name.leftJustified(46) << number(figure.longest.wallMs, 1)
          << number(figure.longest.processorMs, 1) << QString::number(figure.tookMs).rightJustified(8)
          << u"  %1  "_s.arg(figure.longest.beganAt, 0, 'f', 3) << figure.longest.what
          << (figure.isSettled ? "" : "  NOT SETTLED") << Qt::endl;
}

Result<desktop::OpenedBook> open(const QString &place)
{
    if (!place.contains(u"://"_s))
        return desktop::openBook(ConnectionProfile::ofWorkspace(place), {});
    const auto named = desktop::profileOfAddress(place);
    if (!named)
        return std::unexpected(named.error());
    return desktop::openBook(named->first, named->second);
}

int measureAll(GuiWatch &watch, const QStringList &arguments, const QElapsedTimer &sinceStart)
{
    const TourSettings settings; // nothing of this is the person's
    const RememberInBackground settingsWriter;
    DesktopLook look;
    Preferences preferences(look);
    preferences.apply();
    const qint64 dressed = sinceStart.elapsed();
    auto book = open(arguments[1]);
    if (!book) {
        QTextStream(stderr) << book.error().message << Qt::endl;
        return 3;
    }
    const qint64 opened = sinceStart.elapsed();
    const Services services;
    FlowDialogs dialogs;
    auto running = std::make_unique<desktop::RunningBook>(std::move(*book), services, nullptr);
    {
        const NoStatementsHere whileItLives;
        running->showWindow([&] { return desktop::makeBookWindow(*running, dialogs, preferences); },
                            u"members"_s);
        MainWindow &window = *running->window();
        const qint64 shown = sinceStart.elapsed();
        const bool usable = QTest::qWaitFor(
            [&] { return window.currentPage() && window.currentPage()->isSettled(); }, longestWaitMs);
        out() << "dressed after " << dressed << " ms, book open after " << opened << " ms, window made after "
              << shown << " ms, first page usable after " << sinceStart.elapsed() << " ms"
              << (usable ? "" : ", NOT SETTLED") << Qt::endl;
        if (!arguments.contains(u"--start"_s)) {
            out() << u"what"_s.leftJustified(46) << "  longest  worked settled  began at  by" << Qt::endl;
            WindowFlows(watch, window, preferences, print).run(arguments.mid(2));
        }
        for (const QString &error : dialogs.errors())
            out() << "error: " << error << Qt::endl;
    }
    desktop::OpenedBook left = desktop::RunningBook::end(std::move(running));
    desktop::closeBook(left);
    return 0;
}

} // namespace

} // namespace seatledger

int main(int argc, char *argv[])
{
    QElapsedTimer sinceStart;
    sinceStart.start();
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    seatledger::GuiWatch application(argc, argv);
    QApplication::setApplicationName(u"seatledger"_s);
    QApplication::setOrganizationName(u"seatledger"_s);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() < 2) {
        QTextStream(stderr) << "bench-window WORKSPACE-OR-ADDRESS [--start | PAGE...]" << Qt::endl;
        return 2;
    }
    return seatledger::measureAll(application, arguments, sinceStart);
}
