// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connections/connectionprofile.h"
#include "core/connections/signincheck.h"
#include "ui/common/widgets/dialogframe.h"
#include "ui/signin/serverform.h"
#include "ui/signin/signinhelp.h"

#include <QFuture>

#include <chrono>
#include <functional>

class QButtonGroup;
class QCheckBox;
class QStackedWidget;

namespace seatledger {

class Dialogs;
class RecentList;
class SignInMemory;
class WorkspaceForm;

/// What the sign-in window works with.
struct SignInAccess {
    SignInMemory &memory;
    Dialogs &dialogs;
    /// Opens the book for good. The window keeps the connection only when it says that it is open.
    std::function<QFuture<Result<void>>(const ConnectionProfile &, const QString &password)> open;
    /// Whoever asked does not wait any more: what is opened after all is to be closed again.
    std::function<void()> cancelOpen;
    /// How long a keychain may take before the person is asked for the password instead.
    std::chrono::milliseconds keychainPatience = std::chrono::seconds(8);
    /// Opens a workspace for good that has sample data, filled in if it is empty; the future's progress is
    /// that of the filling. Without it none is offered.
    std::function<QFuture<Result<void>>(const ConnectionProfile &)> openSample = {};
};

/// Where the program asks which book to open: a private workspace on this computer or a database on a server,
/// with what was used lately beside it. Tests a connection before it keeps it, says what is wrong and what to
/// do about it, and asks for the password each time where there is no keychain.
///
/// It can also open a known connection by itself, without being shown: whoever made it shows it when
/// `attentionNeeded` says that the person has to do something.
class SignInWindow final : public DialogFrame
{
    Q_OBJECT

public:
    enum class Purpose { FirstStart, Switch };

    SignInWindow(SignInAccess access, Purpose purpose, QWidget *parent = nullptr);

    /// Fills in a connection and fetches its password from the keychain.
    void showProfile(const ConnectionProfile &profile);

    /// Fills it in and opens it, with the password given or the one in the keychain. `remembers` false: what
    /// comes of it is not kept, since somebody asked for it on the command line.
    void openDirectly(const ConnectionProfile &profile, const QString &password = {}, bool remembers = true);

    /// Shows why a book could not be opened, at the field that has to do with it.
    void showRefusal(const Error &error);
    /// Shows what a test found.
    void showReport(const SignInReport &report);

    /// Nothing is on its way; for the picture tour and tests.
    [[nodiscard]] bool isSettled() const { return m_pending == 0; }

    void reject() override;

signals:
    /// The book is open and what was to be kept of it is kept. The window has closed.
    void opened();
    /// It cannot go on without the person.
    void attentionNeeded();

protected:
    void showEvent(QShowEvent *event) override;

private:
    void buildCards(QWidget *content);
    void buildRecent();
    void buildFooter();
    void chooseKind(ConnectionProfile::Kind kind);
    [[nodiscard]] ConnectionProfile::Kind kind() const;
    [[nodiscard]] ConnectionProfile profile() const;
    [[nodiscard]] class Form *form() const;
    void relabel();

    void askForKeychain();
    void fetchPassword(std::function<void()> then = {});
    [[nodiscard]] QString passwordFor(const ConnectionProfile &profile) const;
    void submit();
    void trySample();
    void watch(const QFuture<Result<void>> &filling);
    void openProfile(const ConnectionProfile &profile, const QString &password);
    void finishOpening(const ConnectionProfile &profile, const QString &password, const Result<void> &result);
    void test();
    void runOffer();
    void makeOrUpdateBook(bool isNew);
    void reviveWorkspace();
    void remove(const ConnectionProfile &profile);

    template <typename T, typename Handler>
    void await(const QFuture<Result<T>> &future, Handler handler);
    void begin(const QString &text);
    void end();
    void stopWaiting();

    SignInAccess m_access;
    Purpose m_purpose;
    RecentList *m_recent;
    QButtonGroup *m_kinds;
    QStackedWidget *m_forms;
    WorkspaceForm *m_workspace;
    ServerForm *m_server;
    QCheckBox *m_opensNext;
    QPushButton *m_test = nullptr;
    QPushButton *m_open = nullptr;
    SignInHelp::Offer m_offer = SignInHelp::Offer::None;
    QJsonObject m_refused; ///< the facts behind the offer
    QString m_kept; ///< the password from the keychain ...
    QString m_keptFor; ///< ... and the key of the connection it belongs to, which alone gets it
    bool m_remembers = true;
    int m_round = 0; ///< answers to earlier rounds come too late
    int m_pending = 0;
};

} // namespace seatledger
