// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/mailapplicationservice.h"

#include "core/domain/email.h"
#include "core/mail/smtpsender.h"
#include "core/services/noticewords.h"

#include <QCoreApplication>
#include <QUuid>

using namespace Qt::StringLiterals;

namespace seatledger {

/// What all messages of one go have in common.
struct MailApplicationService::Desk {
    SmtpServer server;
    QString organisation;
    QDate today;
    QLocale language;
    QUuid claimer = QUuid::createUuid();
    std::function<bool()> isCancelled = {};

    [[nodiscard]] MailMessage message(const NoticeWords &words, const QString &to) const
    {
        return {.from = server.settings.sender,
                .fromName = words.senderName(organisation),
                .to = to,
                .subject = {},
                .body = {},
                .messageId = {},
                .at = QDateTime::currentDateTimeUtc()};
    }
};

MailApplicationService::MailApplicationService(const NoticeRepository &notices,
                                               const OutboxRepository &outbox,
                                               const OperationRepository &operations,
                                               const AccessApplicationService &access)
    : m_notices(notices), m_outbox(outbox), m_operations(operations), m_access(access)
{}

Result<MailApplicationService::Desk> MailApplicationService::openDesk(Session &session,
                                                                      const NoticeSettings &settings,
                                                                      const MailAccess &access) const
{
    const auto organisation = m_outbox.organisation(session);
    const auto today = m_operations.today(session);
    if (!organisation || !today)
        return std::unexpected(!organisation ? organisation.error() : today.error());
    return Desk{.server = {.settings = settings.mail,
                           .password = access.password.value_or(QString()),
                           .authorityFile = smtpAuthorityFile()},
                .organisation = *organisation,
                .today = *today,
                .language = QLocale(settings.language),
                .isCancelled = access.isCancelled};
}

Result<MailMessage> MailApplicationService::worded(Session &session, const Desk &desk,
                                                   const ClaimedMail &mail) const
{
    const auto notices = m_outbox.noticesOf(session, mail.id);
    if (!notices)
        return std::unexpected(notices.error());
    const NoticeWords words(desk.today, desk.language);
    MailMessage message = desk.message(words, mail.address);
    message.toName = mail.name;
    message.subject = words.subject(*notices);
    message.body = words.body(mail.name, *notices);
    message.messageId = mail.messageId;
    return message;
}

/// Whether the next message is worth a try.
Result<bool> MailApplicationService::sendOne(Session &session, const Desk &desk, const ClaimedMail &mail,
                                             MailRun &run) const
{
    const auto message = worded(session, desk, mail);
    if (!message)
        return std::unexpected(message.error());
    const auto sent = sendMail(desk.server, *message, desk.isCancelled);
    if (sent) {
        ++run.sent;
        if (auto ended = m_outbox.end(session, mail.id, desk.claimer); !ended)
            return std::unexpected(std::move(ended).error());
        return true;
    }
    const bool isOver = sent.error().details.value("final"_L1).toBool();
    ++run.failed;
    run.lastFailure = sent.error().message;
    if (auto ended = m_outbox.end(session, mail.id, desk.claimer, sent.error().message, isOver); !ended)
        return std::unexpected(std::move(ended).error());
    return sent.error().code == ErrorCode::RuleBroken;
}

Result<MailRun> MailApplicationService::sendWaiting(Session &session, const MailAccess &access,
                                                    bool evenIfNotDue, int limit) const
{
    const auto acting = m_access.load(session);
    if (!acting)
        return std::unexpected(acting.error());
    const auto settings = m_notices.settings(session);
    if (!settings)
        return std::unexpected(settings.error());
    MailRun run;
    if (!settings->mail.isOn || !acting->answer(Action::ManageSettings).allowed)
        return run;
    run.lacksPassword = !settings->mail.user.isEmpty() && !access.password;
    if (run.lacksPassword)
        return run;
    const auto desk = openDesk(session, *settings, access);
    if (!desk)
        return std::unexpected(desk.error());
    for (int i = 0; i < limit; ++i) {
        const auto mail = m_outbox.claim(session, desk->claimer, evenIfNotDue && run.failed == 0);
        if (!mail)
            return std::unexpected(mail.error());
        if (!*mail)
            break;
        const auto goesOn = sendOne(session, *desk, **mail, run);
        if (!goesOn)
            return std::unexpected(goesOn.error());
        if (!*goesOn)
            break;
    }
    return run;
}

Result<QString> MailApplicationService::sendTest(Session &session, const NoticeSettings &settings,
                                                 const QString &address, const MailAccess &access) const
{
    if (auto may = m_access.require(session, Action::ManageSettings); !may)
        return std::unexpected(std::move(may).error());
    NoticeSettings wanted = settings;
    wanted.mail.isOn = true;
    if (auto checked = checkNoticeSettings(wanted); !checked)
        return std::unexpected(std::move(checked).error());
    const auto email = Email::create(address);
    if (!email)
        return std::unexpected(email.error());
    if (!wanted.mail.user.isEmpty() && !access.password)
        return failure(
            ErrorCode::InvalidInput,
            QCoreApplication::translate("services", "The server wants a password, and there is none."),
            {{u"field"_s, u"password"_s}});
    const auto desk = openDesk(session, wanted, access);
    if (!desk)
        return std::unexpected(desk.error());
    const NoticeWords words(desk->today, desk->language);
    MailMessage message = desk->message(words, email->text());
    message.subject = words.testSubject();
    message.body = words.testBody();
    message.messageId = desk->claimer.toString(QUuid::WithoutBraces) + u'@'
                        + wanted.mail.sender.section(u'@', -1);
    return sendMail(desk->server, message, access.isCancelled);
}

Result<OutboxStanding> MailApplicationService::standing(Session &session) const
{
    if (auto may = m_access.require(session, Action::ManageSettings); !may)
        return std::unexpected(std::move(may).error());
    return m_outbox.standing(session);
}

} // namespace seatledger
