// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/openedbook.h"
#include "core/db/executor.h"
#include "core/db/notificationlistener.h"
#include "core/services/services.h"
#include "ui/book/bookaccess.h"
#include "ui/book/bookday.h"
#include "ui/notices/noticeboard.h"
#include "ui/shell/connectionwatch.h"
#include "ui/shell/mainwindow.h"
#include "ui/views/savedviewstore.h"

#include <QObject>

#include <functional>
#include <memory>

namespace seatledger::desktop {

/// An open book and all that works with it: threads, notices, what the person may do there, what is due every
/// minute, the window. Ends it in the right order when it goes; the book itself is then still to be closed.
class RunningBook final : public QObject
{
    Q_OBJECT

public:
    /// `services` and `vault`, which knows the password of the mail server, must outlive it. Without a vault
    /// mail goes only where no password is asked for, or a file has it.
    RunningBook(OpenedBook book, const Services &services, PasswordVault *vault);
    ~RunningBook() override;

    using MakeWindow = std::function<std::unique_ptr<MainWindow>()>;
    /// Makes and shows the window, with this page if it is named, else with the one of last time.
    void showWindow(const MakeWindow &make, const QString &startPage);

    /// For the window's pages.
    [[nodiscard]] BookAccess access()
    {
        return {.executor = m_executor,
                .services = m_services,
                .permits = &m_permits,
                .day = &m_day,
                .connection = &m_connection,
                .views = &m_views};
    }
    [[nodiscard]] const SavedViewStore &views() const { return m_views; }
    [[nodiscard]] const Permits &permits() const { return m_permits; }
    [[nodiscard]] NoticeBoard &notices() { return m_notices; }
    [[nodiscard]] MainWindow *window() const { return m_window.get(); }
    /// In the language of the moment.
    [[nodiscard]] ShellStatus status() const;
    [[nodiscard]] const OpenedBook &book() const { return m_book; }

    /// Ends everything and hands out the book, to be closed.
    [[nodiscard]] static OpenedBook end(std::unique_ptr<RunningBook> running);

private:
    [[nodiscard]] BookAccess backgroundAccess();
    void tellStatus();

    OpenedBook m_book;
    const Services &m_services;
    Executor m_executor;
    Executor m_background; ///< for what nobody waits for, so that pages never wait for it
    Permits m_permits;
    NotificationListener m_listener;
    ConnectionWatch m_connection;
    BookDay m_day;
    SavedViewStore m_views;
    NoticeBoard m_notices;
    std::unique_ptr<MainWindow> m_window;
};

} // namespace seatledger::desktop
