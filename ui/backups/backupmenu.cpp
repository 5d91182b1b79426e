// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/backups/backupmenu.h"

#include "ui/backups/backupsdialog.h"
#include "ui/backups/restoredialog.h"
#include "ui/shell/dialogs.h"
#include "ui/shell/mainwindow.h"

#include <QAction>
#include <QDateTime>
#include <QPointer>

#include <memory>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

/// For pictures: the tour restores nothing.
StoredBackup exampleBackup()
{
    return {.folder = BackupsDialog::usualFolder() + u"/seatledger-20261127T021500000Z"_s,
            .manifest = {.takenAt = QDateTime(QDate(2026, 11, 27), QTime(2, 15), Qt::UTC),
                         .database = u"seatledger"_s}};
}

} // namespace

BackupMenu::BackupMenu(BookAccess access, Dialogs &dialogs, MainWindow &window)
    : QObject(&window), m_book(access), m_dialogs(dialogs), m_window(window)
{
    connect(&window, &MainWindow::remade, this, &BackupMenu::install);
    install();
}

void BackupMenu::install()
{
    QAction *action = m_window.addShortcut(u"backups"_s, u"archive"_s, tr("Backups …"),
                                           {QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_B)},
                                           [this] { offer(); });
    m_book.guard(action, Action::ManageSettings);
    m_window.addToMenu(action);
}

BackupsDialog *BackupMenu::offer()
{
    auto *dialog = new BackupsDialog(m_book, m_dialogs, &m_window);
    m_dialogs.open(dialog);
    return dialog;
}

std::vector<TourStop> BackupMenu::tourStops()
{
    std::vector<TourStop> stops;
    if (!m_book.may(Action::ManageSettings))
        return stops;
    const auto shown = std::make_shared<QPointer<BackupsDialog>>();
    const auto settled = [shown] { return !*shown || (*shown)->isSettled(); };
    stops.push_back({.name = u"backups"_s,
                     .show = [this, shown]() -> QWidget * { return *shown = offer(); },
                     .isSettled = settled});
    stops.push_back({.name = u"restore"_s, .show = [this]() -> QWidget * {
                         auto *dialog = new RestoreDialog(m_book, exampleBackup(),
                                                          {.database = u"seatledger"_s}, &m_window);
                         dialog->choose(RestoreDialog::Target::Book);
                         m_dialogs.open(dialog);
                         return dialog;
                     }});
    return stops;
}

} // namespace seatledger
