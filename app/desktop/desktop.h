// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/desktop/openedbook.h"
#include "app/desktop/options.h"
#include "app/desktop/runningbook.h"
#include "core/connections/keychainvault.h"
#include "core/connections/recentconnections.h"
#include "core/services/services.h"
#include "ui/book/drafts.h"
#include "ui/manual/manualkey.h"
#include "ui/settings/preferences.h"
#include "ui/shell/startwindow.h"
#include "ui/shell/windowdialogs.h"
#include "ui/signin/signinmemory.h"
#include "ui/signin/signinwindow.h"

#include <QObject>
#include <QPointer>
#include <QSettings>

#include <memory>
#include <optional>

namespace seatledger::desktop {

/// The composition root of the window: finds out which book is meant, from the command line, from the last
/// session or by asking, opens it without holding up the screen, and puts everything together; the same again
/// when the person switches to another book.
class Desktop final : public QObject
{
    Q_OBJECT

public:
    /// `preferences` must outlive it.
    Desktop(Options options, Preferences &preferences, QObject *parent = nullptr);
    /// Closes the window's connections, keeps a dump if one is due, leaves the workspace.
    ~Desktop() override;

    void start();

private:
    void openAsked();
    void takeAsked(Result<OpenedBook> book);
    void openAddress();
    void openUnseen(const ConnectionProfile &profile, const QString &password, bool remembers);
    void askWhere(SignInWindow::Purpose purpose);
    void makeSignIn(SignInWindow::Purpose purpose, QWidget *parent = nullptr);
    [[nodiscard]] QFuture<Result<void>> open(const ConnectionProfile &profile, const QString &password);
    [[nodiscard]] QFuture<Result<void>> openWithSample(const ConnectionProfile &profile);
    [[nodiscard]] Result<void> takeOpened(Result<OpenedBook> book, int round);
    void dropOpened();
    void run();
    void showProgress(const QString &text);
    [[nodiscard]] std::unique_ptr<MainWindow> makeWindow();
    void keepDrafts();
    void startTour();
    void endTour(int pictures, const QStringList &problems);
    void tellPasswordNotKept();

    Options m_options;
    Preferences &m_preferences;
    Services m_services;
    WindowDialogs m_dialogs;
    ManualKey m_manual;
    QSettings m_settings;
    RecentConnections m_recent;
    KeychainVault m_vault;
    SignInMemory m_memory;
    std::unique_ptr<StartWindow> m_startWindow;
    QPointer<SignInWindow> m_signIn;
    std::optional<OpenedBook> m_opened; ///< not yet running
    std::unique_ptr<RunningBook> m_running;
    std::unique_ptr<Drafts> m_drafts; ///< of the running book
    CancelToken m_filling;
    int m_round = 0; ///< what was opened for an earlier one is closed again
};

} // namespace seatledger::desktop
