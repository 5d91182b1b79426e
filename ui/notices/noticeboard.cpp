// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/notices/noticeboard.h"

#include "core/mail/mailpassword.h"

#include <QLoggingCategory>

#include <utility>

namespace seatledger {

Q_LOGGING_CATEGORY(lcNotices, "seatledger.notices")

using namespace Qt::StringLiterals;

namespace {

constexpr int minuteMs = 60'000;
/// Whoever of all windows comes first in a minute looks for all.
constexpr std::chrono::seconds oneForAll{50};

void warn(const char *what, const Error &error)
{
    if (error.code != ErrorCode::Cancelled)
        qCWarning(lcNotices) << what << error.message;
}

} // namespace

QString mailPasswordKey(const MailSettings &mail)
{
    return u"smtp://%1@%2"_s.arg(mail.user, mail.host);
}

NoticeBoard::NoticeBoard(BookAccess access, PasswordVault *vault, QObject *parent)
    : QObject(parent), m_book(access), m_vault(vault)
{
    m_minute.setInterval(minuteMs);
    connect(&m_minute, &QTimer::timeout, this, &NoticeBoard::work);
}

NoticeBoard::~NoticeBoard()
{
    m_token.cancel();
}

void NoticeBoard::start()
{
    count();
    work();
    m_minute.start();
}

void NoticeBoard::takeChange(const ChangeNotice &notice)
{
    if (notice.entity.isEmpty() || notice.entity == "notification"_L1)
        count();
}

void NoticeBoard::count()
{
    m_book.ask(
        this,
        [](const Services &services, Session &session) { return services.notices.unreadCount(session); },
        [this](const Result<qint64> &unread) {
            if (unread && std::exchange(m_unread, static_cast<int>(*unread)) != m_unread)
                emit unreadChanged(m_unread);
        },
        m_token);
}

void NoticeBoard::work()
{
    if (m_isSending) // a slow server; the next minute comes
        return;
    const auto find = [](const Services &services, Session &session) -> Result<NoticeSettings> {
        if (const auto found = services.noticeService.find(session, oneForAll); !found)
            return std::unexpected(found.error());
        return services.notices.settings(session);
    };
    m_book.ask(
        this, find,
        [this](const Result<NoticeSettings> &settings) {
            if (!settings)
                warn("Notices were not looked for:", settings.error());
            else if (settings->mail.isOn && m_book.may(Action::ManageSettings))
                send(*settings);
        },
        m_token);
}

void NoticeBoard::send(const NoticeSettings &settings)
{
    const auto unattended = unattendedMailPassword();
    if (!unattended)
        return warn("No mail was sent:", unattended.error());
    if (*unattended || settings.mail.user.isEmpty() || !m_vault)
        return sendWith(*unattended);
    m_isSending = true;
    whenDone(m_vault->read(mailPasswordKey(settings.mail)), this,
             [this](const Result<std::optional<QString>> &password) {
                 m_isSending = false;
                 if (password)
                     sendWith(*password);
                 else
                     warn("The keychain has no password of the mail server:", password.error());
             });
}

void NoticeBoard::sendWith(const std::optional<QString> &password)
{
    m_isSending = true;
    const auto send = [password, token = m_token](const Services &services, Session &session) {
        return services.mail.sendWaiting(
            session, {.password = password, .isCancelled = [token] { return token.isCancelled(); }});
    };
    m_book.ask(
        this, send,
        [this](const Result<MailRun> &run) {
            m_isSending = false;
            if (!run)
                warn("No mail was sent:", run.error());
            else if (run->failed > 0)
                qCWarning(lcNotices) << "Mail was not sent:" << run->lastFailure;
        },
        m_token);
}

} // namespace seatledger
