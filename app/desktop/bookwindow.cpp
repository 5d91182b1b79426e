// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/bookwindow.h"

#include "app/desktop/pages.h"
#include "app/desktop/runningbook.h"
#include "ui/audit/undohistory.h"
#include "ui/backups/backupmenu.h"
#include "ui/notices/noticebell.h"
#include "ui/palette/bookplaces.h"
#include "ui/palette/palette.h"
#include "ui/settings/preferences.h"
#include "ui/shell/mainwindow.h"

#include <utility>

namespace seatledger::desktop {

std::unique_ptr<MainWindow> makeBookWindow(RunningBook &running, Dialogs &dialogs, Preferences &preferences)
{
    auto made = std::make_unique<MainWindow>(makePages(running.access(), dialogs, preferences),
                                             &running.permits());
    MainWindow *window = made.get();
    auto *palette = new Palette(*window, running.access(), running.book().place);
    palette->addSource([views = &running.views(), window] { return hitsOf(views->all(), *window); });
    window->setSchemeChoice(preferences.scheme());
    QObject::connect(window, &MainWindow::schemeChosen, &preferences, &Preferences::setScheme);
    QObject::connect(&preferences, &Preferences::schemeChanged, window, &MainWindow::setSchemeChoice);
    new NoticeBell(running.notices(), running.access(), dialogs, *window);
    new BackupMenu(running.access(), dialogs, *window);
    auto *history = new UndoHistory(running.access(), dialogs, window);
    QObject::connect(window, &MainWindow::undoRequested, history, &UndoHistory::offerUndo);
    QObject::connect(window, &MainWindow::redoRequested, history, &UndoHistory::offerRedo);
    QObject::connect(history, &UndoHistory::told, window, &MainWindow::showToast);
    return made;
}

std::vector<TourStop> windowTourStops(MainWindow &window)
{
    std::vector<TourStop> stops = window.tourStops();
    for (TourStop &stop : window.findChild<NoticeBell *>()->tourStops())
        stops.push_back(std::move(stop));
    for (TourStop &stop : window.findChild<BackupMenu *>()->tourStops())
        stops.push_back(std::move(stop));
    for (TourStop &stop : window.findChild<Palette *>()->tourStops())
        stops.push_back(std::move(stop));
    return stops;
}

} // namespace seatledger::desktop
