// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDir>
#include <QElapsedTimer>
#include <QFile>
#include <QProcess>
#include <QProcessEnvironment>
#include <QTest>

#include <sys/prctl.h>

#include <csignal>
#include <utility>

namespace seatledger {

/// A screen of its own (Xvfb) with a window manager, where a program is used as people do: by keys, by the
/// pointer, by looking at windows' titles. It and all that runs on it end with it, or with the test however
/// that ends. A window that does not come within `patience` fails the test function; nothing more is waited
/// for before forgive().
class Screen final
{
public:
    static constexpr int patience = 20'000; ///< ms; a busy machine is slow

    Screen()
    {
        m_display = u':' + displayOf(m_server);
        m_environment.insert(QStringLiteral("DISPLAY"), m_display);
        m_environment.remove(QStringLiteral("WAYLAND_DISPLAY"));
        m_environment.insert(QStringLiteral("QT_QPA_PLATFORM"), QStringLiteral("xcb"));
        start(m_manager, QStringLiteral("openbox"), {QStringLiteral("--sm-disable")});
    }
    ~Screen()
    {
        for (QProcess *process : {&m_manager, &m_server})
            end(*process);
    }
    Screen(const Screen &) = delete;
    Screen &operator=(const Screen &) = delete;

    [[nodiscard]] QProcessEnvironment &environment() { return m_environment; }

    void start(QProcess &process, const QString &program, const QStringList &arguments) const
    {
        process.setProcessEnvironment(m_environment);
        process.setStandardErrorFile(QProcess::nullDevice());
        endWithUs(process);
        process.start(program, arguments);
        if (!process.waitForStarted())
            QTest::qFail(qPrintable(QStringLiteral("cannot start ") + program), __FILE__, __LINE__);
    }
    static void end(QProcess &process)
    {
        process.terminate();
        if (!process.waitForFinished(5'000)) {
            process.kill();
            process.waitForFinished();
        }
    }

    /// Waits until the window with the keyboard has a title that contains this.
    void await(const QString &title)
    {
        QElapsedTimer waited;
        waited.start();
        QString seen;
        while (!m_failed && waited.elapsed() < patience) {
            seen = run(QStringLiteral("xdotool"),
                       {QStringLiteral("getactivewindow"), QStringLiteral("getwindowname")});
            if (seen.contains(title))
                return;
            QTest::qWait(50);
        }
        if (!std::exchange(m_failed, true))
            QTest::qFail(qPrintable(QStringLiteral("no window “%1”, but “%2”").arg(title, seen.trimmed())),
                         __FILE__, __LINE__);
    }
    /// Forgets that something was waited for in vain.
    void forgive() { m_failed = false; }

    /// Presses keys one after the other, as xdotool names them: "ctrl+n", "Tab".
    void press(const QStringList &keys) const
    {
        run(QStringLiteral("xdotool"), QStringList{QStringLiteral("key"), QStringLiteral("--clearmodifiers"),
                                                   QStringLiteral("--delay"), QStringLiteral("40")}
                                           + keys);
    }
    void type(const QString &text) const
    {
        run(QStringLiteral("xdotool"),
            {QStringLiteral("type"), QStringLiteral("--delay"), QStringLiteral("15"), text});
    }
    void click(int x, int y) const
    {
        run(QStringLiteral("xdotool"), {QStringLiteral("mousemove"), QString::number(x), QString::number(y),
                                        QStringLiteral("click"), QStringLiteral("1")});
    }
    /// A picture of all that is to be seen.
    void shoot(const QString &path) const
    {
        run(QStringLiteral("import"), {QStringLiteral("-window"), QStringLiteral("root"), path});
    }

private:
    static void endWithUs(QProcess &process)
    {
        process.setChildProcessModifier([] { ::prctl(PR_SET_PDEATHSIG, SIGKILL); });
    }

    [[nodiscard]] static QString displayOf(QProcess &server)
    {
        endWithUs(server);
        server.start(QStringLiteral("Xvfb"),
                     {QStringLiteral("-displayfd"), QStringLiteral("1"), QStringLiteral("-screen"),
                      QStringLiteral("0"), QStringLiteral("1400x900x24"), QStringLiteral("-nolisten"),
                      QStringLiteral("tcp"), QStringLiteral("-noreset")});
        QByteArray number;
        while (!number.endsWith('\n')) {
            if (!server.waitForReadyRead(patience))
                qFatal("Xvfb does not start");
            number += server.readAllStandardOutput();
        }
        return QString::fromLatin1(number.trimmed());
    }

    QString run(const QString &program, const QStringList &arguments) const
    {
        QProcess process;
        process.setProcessEnvironment(m_environment);
        process.start(program, arguments);
        process.waitForFinished(patience);
        return QString::fromUtf8(process.readAllStandardOutput());
    }

    QProcessEnvironment m_environment = QProcessEnvironment::systemEnvironment();
    QProcess m_server;
    QProcess m_manager;
    QString m_display;
    bool m_failed = false;
};

} // namespace seatledger
