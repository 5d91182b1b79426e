// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/openedbook.h"
#include "core/db/executor.h"
#include "core/db/notificationlistener.h"
#include "core/services/services.h"
#include "ui/shell/mainwindow.h"

#include <QObject>
#include <QTimer>

#include <functional>
#include <memory>

namespace seatledger::desktop {

/// An open book and all that works with it: threads, notices, what is due every minute, the window. Ends it
/// in the right order when it goes; the book itself is then still to be closed.
class RunningBook final : public QObject
{
    Q_OBJECT

public:
    /// `services` must outlive it.
    RunningBook(OpenedBook book, const Services &services);
    ~RunningBook() override;

    using MakeWindow = std::function<std::unique_ptr<MainWindow>(Executor &)>;
    /// Makes and shows the window.
    void showWindow(const MakeWindow &make);

    [[nodiscard]] Executor &executor() { return m_executor; }
    [[nodiscard]] MainWindow *window() const { return m_window.get(); }
    [[nodiscard]] const ShellStatus &status() const { return m_status; }
    [[nodiscard]] const OpenedBook &book() const { return m_book; }

    /// Ends everything and hands out the book, to be closed.
    [[nodiscard]] static OpenedBook end(std::unique_ptr<RunningBook> running);

private:
    void setConnection(ShellStatus::Connection connection);
    void advance();

    OpenedBook m_book;
    const Services &m_services;
    ShellStatus m_status;
    Executor m_executor;
    NotificationListener m_listener;
    QTimer m_minute;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace seatledger::desktop
