// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/context.h"

#include "app/ctl/passwordinput.h"
#include "core/db/migrator.h"
#include "core/domain/enums.h"

#include <pwd.h>
#include <unistd.h>

#include <algorithm>
#include <csignal>
#include <cstdlib>
#include <thread>

using namespace Qt::StringLiterals;

namespace seatledger::ctl {

namespace {

QString accountName()
{
    const passwd *account = getpwuid(getuid());
    return account ? QString::fromLocal8Bit(account->pw_name) : u"unknown"_s;
}

/// Turns the first Ctrl+C into a cancellation; the signal itself is taken by a thread that waits for it.
void cancelOnInterrupt(const CancelToken &token)
{
    sigset_t mask;
    sigemptyset(&mask);
    sigaddset(&mask, SIGINT);
    sigaddset(&mask, SIGTERM);
    pthread_sigmask(SIG_BLOCK, &mask, nullptr);
    std::signal(SIGPIPE, SIG_IGN); // a closed pipe is an error of writing, see Output::finish()
    std::thread([mask, token] {
        int received = 0;
        sigwait(&mask, &received);
        token.cancel();
        // Whoever asks twice does not want to wait; the database takes back what is not committed.
        sigwait(&mask, &received);
        std::_Exit(Interrupted);
    }).detach();
}

/// Opens it; if the server wants a password that is neither in the environment nor in a file, whoever sits at
/// the terminal is asked for it.
Result<std::unique_ptr<Connection>> openAsking(ConnectionSettings where, const CancelToken &token)
{
    auto opened = Connection::open(where);
    if (opened || opened.error().details.value("reason"_L1).toString() != "password_needed"_L1)
        return opened;
    auto password = signInPasswordFromTerminal(where.user, token);
    if (!password && password.error().code == ErrorCode::Cancelled)
        return std::unexpected(std::move(password).error());
    if (!password)
        return opened;
    where.password = *std::move(password);
    return Connection::open(where);
}

} // namespace

Context::Context(const GlobalOptions &options)
    : m_options(options), m_output(options.json), m_cancel(CancelToken::create())
{
    cancelOnInterrupt(m_cancel);
}

Context::~Context()
{
    m_session.reset();
    m_connection.reset();
    // A failure to stop leaves the cluster running, which hurts nobody.
    if (m_workspace && m_stopAtEnd)
        (void)m_workspace->leave();
}

Result<WorkspaceLocation> Context::location() const
{
    if (!m_options.database.empty())
        return failure(ErrorCode::InvalidInput,
                       u"--database names a server; this command is about a private workspace."_s);
    return WorkspaceLocation::resolve(QString::fromStdString(m_options.workspace));
}

Result<Workspace *> Context::workspace()
{
    if (auto place = location(); !place)
        return std::unexpected(std::move(place).error());
    if (!m_workspace) {
        auto opened = Workspace::openOrCreate(QString::fromStdString(m_options.workspace));
        if (!opened)
            return std::unexpected(std::move(opened).error());
        m_workspace.emplace(*std::move(opened));
    }
    return &*m_workspace;
}

Result<ConnectionSettings> Context::settings()
{
    if (!m_options.database.empty())
        return ConnectionSettings::fromUri(QString::fromStdString(m_options.database));
    auto opened = workspace();
    if (!opened)
        return std::unexpected(std::move(opened).error());
    const auto status = (*opened)->status();
    if (!status)
        return std::unexpected(status.error());
    m_stopAtEnd = status->state != ClusterState::Running;
    if (auto started = (*opened)->start(); !started)
        return std::unexpected(std::move(started).error());
    return (*opened)->settings();
}

Result<Connection *> Context::connection()
{
    if (m_connection)
        return m_connection.get();
    auto where = settings();
    if (!where)
        return std::unexpected(std::move(where).error());
    where->applicationName = u"seatledgerctl"_s;
    auto opened = openAsking(*std::move(where), m_cancel);
    if (!opened)
        return std::unexpected(std::move(opened).error());
    m_connection = *std::move(opened);
    m_connection->setCancelToken(m_cancel);
    return m_connection.get();
}

Result<void> Context::requireSchema()
{
    Migrator migrator(*m_connection);
    const auto states = migrator.status();
    if (!states)
        return std::unexpected(states.error());
    const bool isNew = std::ranges::none_of(
        *states, [](const MigrationState &state) { return state.appliedAt.has_value(); });
    if (isNew && m_options.database.empty()) {
        if (auto migrated = migrator.up(); !migrated)
            return std::unexpected(std::move(migrated).error());
    }
    return migrator.requireCurrent();
}

Result<Session *> Context::session()
{
    if (m_session)
        return m_session.get();
    if (auto connected = connection(); !connected)
        return std::unexpected(std::move(connected).error());
    if (auto ready = requireSchema(); !ready)
        return std::unexpected(std::move(ready).error());
    m_session = std::make_unique<Session>(*m_connection, Actor{actorName(), OperationSource::Command});
    const auto advanced = m_services.operations.advanceDue(*m_session);
    if (!advanced)
        return std::unexpected(advanced.error());
    m_advanced = *advanced;
    if (auto acts = takeOnActor(); !acts) {
        m_session.reset();
        return std::unexpected(std::move(acts).error());
    }
    return m_session.get();
}

QString Context::actorName() const
{
    return m_options.actor.empty() ? accountName() : QString::fromStdString(m_options.actor);
}

Result<void> Context::takeOnActor()
{
    if (m_options.actor.empty())
        return {};
    auto acts = m_services.access.actAs(*m_session, QString::fromStdString(m_options.actor));
    return acts ? Result<void>() : std::unexpected(std::move(acts).error());
}

Result<OpenBook> Context::book()
{
    auto opened = session();
    if (!opened)
        return std::unexpected(std::move(opened).error());
    return OpenBook{**opened, m_services, m_output};
}

} // namespace seatledger::ctl
