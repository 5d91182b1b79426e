// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "ui/book/bookaccess.h"
#include "ui/shell/tourstop.h"

#include <QObject>

#include <vector>

namespace seatledger {

class BackupsDialog;
class Dialogs;
class MainWindow;

/// "Backups …" everywhere in the window: in the menu of the help button, by its keys and in the palette. For
/// those who may change settings; for others it is there but off, and says why.
class BackupMenu final : public QObject
{
    Q_OBJECT

public:
    /// Belongs to the window.
    BackupMenu(BookAccess access, Dialogs &dialogs, MainWindow &window);

    [[nodiscard]] std::vector<TourStop> tourStops();

private:
    void install();
    BackupsDialog *offer();

    BookAccess m_book;
    Dialogs &m_dialogs;
    MainWindow &m_window;
};

} // namespace seatledger
