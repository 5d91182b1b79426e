// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/toolprocess.h"

#include <QLoggingCategory>
#include <QProcess>
#include <QProcessEnvironment>

#include <sys/prctl.h>
#include <unistd.h>

#include <csignal>

using namespace Qt::StringLiterals;

namespace seatledger {

Q_LOGGING_CATEGORY(toolLog, "seatledger.workspace.tool", QtWarningMsg)

namespace {

constexpr int pause = 100;              // ms, between two looks
constexpr int patience = 10'000;        // ms, for one that was told to end
constexpr qsizetype longestTail = 4096; // of what it says

QProcessEnvironment environmentFor(const ToolRun &run)
{
    // what else of PostgreSQL's is there (PGPASSFILE, PGSSLROOTCERT, ...) led this program to the database,
    // too
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"LC_ALL"_s, u"C.UTF-8"_s);
    environment.insert(u"PGAPPNAME"_s, u"seatledger backup"_s);
    if (!run.password.isEmpty())
        environment.insert(u"PGPASSWORD"_s, run.password);
    return environment;
}

/// In the child: signals that a front end blocks for itself would keep it from ending when told to.
void readySignals(pid_t parent)
{
    sigset_t none;
    sigemptyset(&none);
    sigprocmask(SIG_SETMASK, &none, nullptr);
    setpgid(0, 0);
    prctl(PR_SET_PDEATHSIG, SIGTERM);
    if (getppid() != parent)
        _exit(126);
}

/// Takes what was said so far, line by line, and keeps its end.
class Listener final
{
public:
    explicit Listener(const ToolRun &run) : m_run(run) {}

    void hear(const QByteArray &text)
    {
        m_tail = (m_tail + text).right(longestTail);
        m_line += text;
        for (qsizetype end = m_line.indexOf('\n'); end >= 0; end = m_line.indexOf('\n')) {
            if (m_run.heard)
                m_run.heard(QString::fromUtf8(m_line.left(end)));
            m_line.remove(0, end + 1);
        }
    }
    [[nodiscard]] QString tail() const { return QString::fromUtf8(m_tail).trimmed(); }

private:
    const ToolRun &m_run;
    QByteArray m_line;
    QByteArray m_tail;
};

void end(QProcess &process)
{
    process.terminate();
    if (!process.waitForFinished(patience)) {
        process.kill();
        process.waitForFinished(patience);
    }
}

} // namespace

Result<ProgramOutput> runTool(const ToolRun &run)
{
    QProcess process;
    process.setProgram(run.program);
    process.setArguments(run.arguments);
    process.setProcessEnvironment(environmentFor(run));
    process.setProcessChannelMode(QProcess::MergedChannels);
    process.setStandardInputFile(QProcess::nullDevice());
    process.setChildProcessModifier([parent = getpid()] { readySignals(parent); });
    qCDebug(toolLog) << "Run" << run.program << run.arguments;
    process.start();
    if (!process.waitForStarted())
        return failure(ErrorCode::Internal, u"%1: %2"_s.arg(run.program, process.errorString()));

    Listener listener(run);
    while (!process.waitForFinished(pause)) {
        listener.hear(process.readAll());
        if (run.cancel.isCancelled()) {
            end(process);
            return failure(ErrorCode::Cancelled, {});
        }
        if (run.waiting)
            run.waiting();
        if (process.state() == QProcess::NotRunning)
            break;
    }
    listener.hear(process.readAll());
    if (run.cancel.isCancelled())
        return failure(ErrorCode::Cancelled, {});
    return ProgramOutput{process.exitStatus() == QProcess::NormalExit ? process.exitCode() : 128,
                         listener.tail()};
}

} // namespace seatledger
