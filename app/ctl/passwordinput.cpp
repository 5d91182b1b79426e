// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/passwordinput.h"

#include <QByteArray>
#include <QFile>

#include <fcntl.h>
#include <poll.h>
#include <termios.h>
#include <unistd.h>

#include <cstdio>
#include <optional>

using namespace Qt::StringLiterals;

namespace seatledger::ctl {

namespace {

constexpr int longestLine = 4096;

/// The terminal of the process, whatever standard input is, showing nothing of what is typed while it lives.
class SilentTerminal final
{
public:
    SilentTerminal() : m_file(open("/dev/tty", O_RDWR | O_CLOEXEC))
    {
        if (m_file < 0 || tcgetattr(m_file, &m_before) != 0)
            return;
        termios silent = m_before;
        silent.c_lflag &= ~static_cast<tcflag_t>(ECHO);
        m_silent = tcsetattr(m_file, TCSAFLUSH, &silent) == 0;
    }

    ~SilentTerminal()
    {
        if (m_silent)
            tcsetattr(m_file, TCSAFLUSH, &m_before);
        if (m_file >= 0)
            close(m_file);
    }

    SilentTerminal(const SilentTerminal &) = delete;
    SilentTerminal &operator=(const SilentTerminal &) = delete;

    [[nodiscard]] bool isThere() const { return m_silent; }

    [[nodiscard]] Result<QString> ask(const QString &question, const CancelToken &token) const
    {
        write(question);
        auto answer = line(token);
        write(u"\n"_s);
        return answer;
    }

private:
    void write(const QString &text) const
    {
        const QByteArray bytes = text.toUtf8();
        // a question that cannot be shown is answered or not all the same
        (void)!::write(m_file, bytes.constData(), static_cast<std::size_t>(bytes.size()));
    }

    [[nodiscard]] Result<QString> line(const CancelToken &token) const
    {
        QByteArray typed;
        while (typed.size() < longestLine) {
            if (token.isCancelled())
                return failure(ErrorCode::Cancelled, {});
            pollfd input{.fd = m_file, .events = POLLIN, .revents = 0};
            if (poll(&input, 1, 100) <= 0)
                continue;
            char character = 0;
            if (read(m_file, &character, 1) <= 0 || character == '\n')
                break;
            typed.append(character);
        }
        return QString::fromUtf8(typed);
    }

    int m_file;
    termios m_before{};
    bool m_silent = false;
};

std::unexpected<Error> noPassword(const QString &message)
{
    return failure(ErrorCode::InvalidInput, message, {{u"field"_s, u"password"_s}});
}

} // namespace

Result<QString> passwordFromStdin()
{
    QFile input;
    if (!input.open(stdin, QIODevice::ReadOnly))
        return noPassword(u"Standard input cannot be read."_s);
    QByteArray line = input.readLine(longestLine);
    while (line.endsWith('\n') || line.endsWith('\r'))
        line.chop(1);
    if (line.isEmpty())
        return noPassword(u"There is no password on standard input."_s);
    if (!line.isValidUtf8())
        return noPassword(u"The password is not UTF-8."_s);
    return QString::fromUtf8(line);
}

Result<QString> passwordFromTerminal(const QString &login, const CancelToken &token)
{
    const SilentTerminal terminal;
    if (!terminal.isThere())
        return noPassword(
            u"There is no terminal to ask for the password; pipe it in with --password-stdin."_s);
    auto first = terminal.ask(u"New password of %1: "_s.arg(login), token);
    if (!first)
        return first;
    const auto second = terminal.ask(u"Once more: "_s, token);
    if (!second)
        return second;
    if (*first != *second)
        return noPassword(u"The two passwords differ."_s);
    return first;
}

Result<QString> signInPasswordFromTerminal(const QString &login, const CancelToken &token)
{
    const SilentTerminal terminal;
    if (!terminal.isThere())
        return noPassword(u"There is no terminal to ask for the password."_s);
    return terminal.ask(login.isEmpty() ? u"Password: "_s : u"Password of %1: "_s.arg(login), token);
}

} // namespace seatledger::ctl
