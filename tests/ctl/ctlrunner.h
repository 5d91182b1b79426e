// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QCoreApplication>
#include <QDir>
#include <QJsonArray>
#include <QJsonDocument>
#include <QJsonObject>
#include <QProcess>
#include <QProcessEnvironment>
#include <QStringList>

namespace seatledger {

/// What one run of the command gave.
struct CtlRun {
    int exitCode = -1;
    QByteArray out;
    QByteArray err;

    [[nodiscard]] QJsonObject object() const { return QJsonDocument::fromJson(out).object(); }
    [[nodiscard]] QJsonArray array() const { return QJsonDocument::fromJson(out).array(); }
    [[nodiscard]] QJsonObject error() const { return QJsonDocument::fromJson(err).object(); }
};

/// Runs the built `seatledgerctl` as people do, on a workspace of its own that is gone with it.
class CtlRunner final
{
public:
    CtlRunner();
    ~CtlRunner();
    CtlRunner(const CtlRunner &) = delete;
    CtlRunner &operator=(const CtlRunner &) = delete;

    [[nodiscard]] CtlRun run(const QStringList &arguments, const QByteArray &input = {}) const;
    [[nodiscard]] CtlRun json(const QStringList &arguments) const
    {
        return run(QStringList{QStringLiteral("--json")} + arguments);
    }

    /// Starts the workspace and fills it. Whether that was done.
    [[nodiscard]] bool startWithSample(int members, int licenses, int assignments) const
    {
        return run({QStringLiteral("workspace"), QStringLiteral("start")}).exitCode == 0
               && run({QStringLiteral("sample"), QStringLiteral("--members"), QString::number(members),
                       QStringLiteral("--licenses"), QString::number(licenses),
                       QStringLiteral("--assignments"), QString::number(assignments),
                       QStringLiteral("--seed"), QStringLiteral("7")})
                          .exitCode
                      == 0;
    }

    /// A line of shell, with the command as `$CTL`.
    [[nodiscard]] CtlRun shell(const QString &line) const;

    [[nodiscard]] const QString &home() const { return m_home; }

    [[nodiscard]] static QString program();

private:
    [[nodiscard]] CtlRun finished(QProcess &process, const QByteArray &input) const;
    void prepare(QProcess &process) const;

    // Filling and migrating a book on a busy machine takes its time.
    static constexpr int longestRun = 240'000;

    QString m_home;
};

// Short, because a socket's path must be; not closed to the account that the cluster runs as.
inline CtlRunner::CtlRunner()
    : m_home(QStringLiteral("/tmp/slctl-%1").arg(QCoreApplication::applicationPid()))
{
    QDir(m_home).removeRecursively();
    QDir().mkpath(m_home);
}

inline CtlRunner::~CtlRunner()
{
    for (const QString &name : QDir(m_home).entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        if (name != QStringLiteral("run"))
            (void)run(
                {QStringLiteral("--workspace"), name, QStringLiteral("workspace"), QStringLiteral("stop")});
    }
    QDir(m_home).removeRecursively();
}

inline QString CtlRunner::program()
{
    return QDir::cleanPath(QCoreApplication::applicationDirPath()
                           + QStringLiteral("/../../bin/seatledgerctl"));
}

inline void CtlRunner::prepare(QProcess &process) const
{
    auto environment = QProcessEnvironment::systemEnvironment();
    environment.insert(QStringLiteral("SEATLEDGER_HOME"), m_home);
    environment.insert(QStringLiteral("CTL"), program());
    process.setProcessEnvironment(environment);
}

inline CtlRun CtlRunner::finished(QProcess &process, const QByteArray &input) const
{
    process.write(input);
    process.closeWriteChannel();
    if (!process.waitForFinished(longestRun)) {
        process.kill();
        process.waitForFinished();
        return {};
    }
    const int code = process.exitStatus() == QProcess::NormalExit ? process.exitCode() : -1;
    return {code, process.readAllStandardOutput(), process.readAllStandardError()};
}

inline CtlRun CtlRunner::run(const QStringList &arguments, const QByteArray &input) const
{
    QProcess process;
    prepare(process);
    process.start(program(), arguments);
    return finished(process, input);
}

inline CtlRun CtlRunner::shell(const QString &line) const
{
    QProcess process;
    prepare(process);
    process.start(QStringLiteral("/bin/bash"), {QStringLiteral("-c"), line});
    return finished(process, {});
}

} // namespace seatledger
