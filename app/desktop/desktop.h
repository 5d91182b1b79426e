// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/openedbook.h"
#include "app/desktop/options.h"
#include "core/db/executor.h"
#include "core/db/notificationlistener.h"
#include "core/services/services.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/startwindow.h"
#include "ui/shell/windowdialogs.h"

#include <QObject>
#include <QTimer>

#include <memory>
#include <optional>

namespace seatledger::desktop {

/// The composition root of the window: opens the book without holding up the screen, puts executor, services,
/// notices and pages together, books what is due every minute, and gives everything back in the right order.
class Desktop final : public QObject
{
    Q_OBJECT

public:
    explicit Desktop(Options options, QObject *parent = nullptr);
    /// Closes the window's connections, keeps a dump if one is due, leaves the workspace.
    ~Desktop() override;

    void start();

private:
    void open();
    void takeBook(Result<OpenedBook> book);
    void compose();
    [[nodiscard]] std::unique_ptr<MainWindow> makeWindow();
    void showWindow();
    void startTour();
    void endTour(int pictures, const QStringList &problems);
    void setConnection(ShellStatus::Connection connection);
    void advance();
    void chooseScheme(SchemeChoice choice);

    Options m_options;
    Services m_services;
    WindowDialogs m_dialogs;
    std::optional<OpenedBook> m_book;
    std::unique_ptr<Executor> m_executor;
    std::unique_ptr<NotificationListener> m_listener;
    std::unique_ptr<StartWindow> m_startWindow;
    std::unique_ptr<MainWindow> m_window;
    ShellStatus m_status;
    QTimer m_minute;
};

/// The scheme chosen in an earlier session.
[[nodiscard]] SchemeChoice savedScheme();

} // namespace seatledger::desktop
