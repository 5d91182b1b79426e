// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/signin/signintour.h"

#include "core/connections/signincheck.h"
#include "ui/shell/windowdialogs.h"
#include "ui/signin/signinmemory.h"
#include "ui/signin/signinwindow.h"

#include <QPointer>
#include <QPromise>
#include <QSettings>
#include <QTemporaryDir>
#include <QtConcurrentRun>

#include <memory>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

template <typename T>
QFuture<Result<T>> ready(Result<T> result)
{
    QPromise<Result<T>> promise;
    promise.start();
    promise.addResult(std::move(result));
    promise.finish();
    return promise.future();
}

/// A keychain without passwords, or none.
class EmptyVault final : public PasswordVault
{
public:
    explicit EmptyVault(bool isThere) : m_isThere(isThere) {}

    QFuture<Result<bool>> isAvailable() override { return ready<bool>(m_isThere); }
    QFuture<Result<std::optional<QString>>> read(const QString &) override
    {
        return ready<std::optional<QString>>(std::nullopt);
    }
    QFuture<Result<void>> write(const QString &, const QString &) override { return ready<void>({}); }
    QFuture<Result<void>> remove(const QString &) override { return ready<void>({}); }

private:
    bool m_isThere;
};

ConnectionProfile team()
{
    ConnectionSettings settings{
        .host = u"db.example.org"_s, .database = u"seatledger"_s, .user = u"ana.kovac"_s};
    settings.options = {{u"sslmode"_s, u"verify-full"_s}};
    return ConnectionProfile::ofServer(settings);
}

/// A server that is not there: nothing listens on this port.
ConnectionProfile silent()
{
    ConnectionProfile profile = team();
    profile.server.host = u"localhost"_s;
    profile.server.port = 1;
    return profile;
}

/// A window with all that it needs, which goes when the window goes.
class Scene final : public QObject
{
public:
    Scene(bool hasKeychain, const std::vector<ConnectionProfile> &recent)
        : m_settings(m_folder.filePath(u"settings.ini"_s), QSettings::IniFormat),
          m_recent(m_settings),
          m_vault(hasKeychain),
          m_memory(m_recent, m_vault)
    {
        for (const ConnectionProfile &profile : recent)
            m_recent.remember(profile);
    }

    SignInWindow *window(SignInWindow::Purpose purpose, QWidget *parent)
    {
        const auto open = [](const ConnectionProfile &profile, const QString &) {
            return QtConcurrent::run([settings = profile.server]() -> Result<void> {
                if (auto report = checkSignIn(settings); !report)
                    return std::unexpected(std::move(report).error());
                return {};
            });
        };
        const auto openSample = [](const ConnectionProfile &) { return ready<void>({}); };
        auto *window = new SignInWindow({.memory = m_memory,
                                         .dialogs = m_dialogs,
                                         .open = open,
                                         .cancelOpen = [] {},
                                         .openSample = openSample},
                                        purpose, parent);
        connect(window, &QObject::destroyed, this, &QObject::deleteLater);
        window->open();
        return window;
    }

private:
    QTemporaryDir m_folder;
    QSettings m_settings;
    RecentConnections m_recent;
    EmptyVault m_vault;
    SignInMemory m_memory;
    WindowDialogs m_dialogs;
};

using Show = std::function<SignInWindow *(QWidget *parent)>;

TourStop stop(const QString &name, QWidget *parent, const Show &show)
{
    auto shown = std::make_shared<QPointer<SignInWindow>>();
    return {.name = name,
            .show = [=]() -> QWidget * { return *shown = show(parent); },
            .isSettled = [shown] { return *shown && (*shown)->isSettled(); }};
}

} // namespace

std::vector<TourStop> signInTourStops(QWidget *parent)
{
    using Purpose = SignInWindow::Purpose;
    return {stop(u"sign-in"_s, parent,
                 [](QWidget *window) { return (new Scene(true, {}))->window(Purpose::FirstStart, window); }),
            stop(u"sign-in-server"_s, parent,
                 [](QWidget *window) {
                     SignInWindow *shown = (new Scene(true, {}))->window(Purpose::FirstStart, window);
                     shown->showProfile(team());
                     return shown;
                 }),
            stop(u"sign-in-refused"_s, parent,
                 [](QWidget *window) {
                     SignInWindow *shown = (new Scene(true, {}))->window(Purpose::FirstStart, window);
                     shown->openDirectly(silent());
                     return shown;
                 }),
            stop(u"sign-in-recent"_s, parent, [](QWidget *window) {
                const std::vector recent = {ConnectionProfile::ofWorkspace({}), silent(), team()};
                SignInWindow *shown = (new Scene(false, recent))->window(Purpose::Switch, window);
                shown->showProfile(team());
                shown->showReport({u"15.14"_s, u"TLSv1.3"_s, u"ana.kovac"_s, 1});
                return shown;
            })};
}

} // namespace seatledger
