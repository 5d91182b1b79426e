// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "app/ctl/openbook.h"
#include "app/ctl/output.h"
#include "core/db/session.h"
#include "core/services/services.h"
#include "core/workspace/workspace.h"

#include <memory>
#include <optional>

namespace seatledger::ctl {

/// What comes before the command: which book, as whom, in which form.
struct GlobalOptions {
    std::string database;  ///< a URI; empty is the workspace
    std::string workspace; ///< a name or a folder; empty is the default one
    std::string actor;     ///< empty is the account the command runs under
    bool json = false;
};

/// What a command works with: the book, opened when it is first asked for. Main thread.
class Context final
{
public:
    explicit Context(const GlobalOptions &options);
    ~Context();
    Context(const Context &) = delete;
    Context &operator=(const Context &) = delete;

    [[nodiscard]] const Output &output() const { return m_output; }

    /// The private workspace; InvalidInput if a database was named instead.
    [[nodiscard]] Result<Workspace *> workspace();

    /// Where the book is; a private workspace is started.
    [[nodiscard]] Result<ConnectionSettings> settings();

    /// The connection, whatever the version of its schema.
    [[nodiscard]] Result<Connection *> connection();

    /// A session on a book of this program's version, with everything booked that is due. A private workspace
    /// without a schema is given one; an older one is left alone and reported. Acts as the operator asked
    /// for.
    [[nodiscard]] Result<Session *> session();

    /// The same, with everything else a command on the book needs.
    [[nodiscard]] Result<OpenBook> book();

    /// What a command exits with that did what it was to do: some answer by it.
    void endWith(ExitCode code) { m_exitCode = code; }
    [[nodiscard]] ExitCode exitCode() const { return m_exitCode; }

    /// How many rows were due when the session was opened.
    [[nodiscard]] qint64 advanced() const { return m_advanced; }

    /// Where the private workspace is or would be; makes nothing.
    [[nodiscard]] Result<WorkspaceLocation> location() const;

    /// The cluster stays as it is when the command ends.
    void keepRunning() { m_stopAtEnd = false; }

    /// Ctrl+C cancels this.
    [[nodiscard]] const CancelToken &cancelToken() const { return m_cancel; }

    /// Who acts, in the words of the audit.
    [[nodiscard]] QString actorName() const;

    [[nodiscard]] const Services &services() const { return m_services; }

private:
    [[nodiscard]] Result<void> requireSchema();
    [[nodiscard]] Result<void> takeOnActor();

    GlobalOptions m_options;
    Output m_output;
    Services m_services;
    CancelToken m_cancel;
    std::optional<Workspace> m_workspace;
    std::unique_ptr<Connection> m_connection;
    std::unique_ptr<Session> m_session;
    qint64 m_advanced = 0;
    ExitCode m_exitCode = Done;
    bool m_stopAtEnd = false;
};

} // namespace seatledger::ctl
