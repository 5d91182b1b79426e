// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/lookup.h"
#include "core/mail/mailpassword.h"
#include "core/services/noticewords.h"

using namespace Qt::StringLiterals;

namespace seatledger::ctl {

namespace {

struct NotifyArguments {
    std::string about;
    std::string address;
    std::string license;
    bool onlyUnread = false;
    bool now = false;
    int limit = 100;
};

Result<MailAccess> mailAccess()
{
    auto password = unattendedMailPassword();
    if (!password)
        return std::unexpected(std::move(password).error());
    return MailAccess{.password = *std::move(password)};
}

QString mailText(const MailRun &run)
{
    if (run.lacksPassword)
        return u"no mail sent: the server wants a password, and SEATLEDGER_SMTP_PASSWORD_FILE names no file"_s;
    return u"%1 messages sent, %2 failed"_s.arg(run.sent).arg(run.failed);
}

QJsonObject toJson(const MailRun &run)
{
    return {{u"sent"_s, run.sent},
            {u"failed"_s, run.failed},
            {u"lacks_password"_s, run.lacksPassword},
            {u"failure"_s, run.lastFailure.isEmpty() ? QJsonValue() : QJsonValue(run.lastFailure)}};
}

Result<void> ended(const MailRun &run)
{
    if (run.failed > 0)
        return failure(ErrorCode::RuleBroken, run.lastFailure, {{u"failed"_s, run.failed}});
    return {};
}

Result<MailRun> send(const OpenBook &book, bool now)
{
    const auto access = mailAccess();
    return access ? book.services.mail.sendWaiting(book.session, *access, now)
                  : std::unexpected(access.error());
}

Result<void> runNotify(const OpenBook &book, const NotifyArguments &)
{
    const auto found = book.services.noticeService.find(book.session);
    if (!found)
        return std::unexpected(found.error());
    const auto run = send(book, false);
    if (!run)
        return std::unexpected(run.error());
    QJsonObject object = toJson(*run);
    object.insert(u"found"_s, *found);
    book.output.result(u"%1 new notices; %2."_s.arg(*found).arg(mailText(*run)), object);
    return ended(*run);
}

Result<void> sendMailNow(const OpenBook &book, const NotifyArguments &arguments)
{
    const auto run = send(book, arguments.now);
    if (!run)
        return std::unexpected(run.error());
    const auto standing = book.services.mail.standing(book.session);
    if (!standing)
        return std::unexpected(standing.error());
    QJsonObject object = toJson(*run);
    object.insert(u"waiting"_s, standing->waiting);
    object.insert(u"failed_for_good"_s, standing->failed);
    QString text = mailText(*run);
    text[0] = text[0].toUpper();
    book.output.result(
        u"%1; %2 wait, %3 failed for good."_s.arg(text).arg(standing->waiting).arg(standing->failed), object);
    return ended(*run);
}

Result<void> sendTest(const OpenBook &book, const NotifyArguments &arguments)
{
    const auto settings = book.services.notices.settings(book.session);
    const auto access = mailAccess();
    if (!settings || !access)
        return std::unexpected(!settings ? settings.error() : access.error());
    const QString address = typed(arguments.address);
    const auto answer = book.services.mail.sendTest(book.session, *settings, address, *access);
    if (!answer)
        return std::unexpected(answer.error());
    book.output.result(u"%1 took a message to %2: %3"_s.arg(settings->mail.host, address, *answer),
                       {{u"address"_s, address}, {u"answer"_s, *answer}});
    return {};
}

QJsonObject toJson(const Notice &notice, const NoticeWords &words)
{
    return {{u"id"_s, notice.id.value()},
            {u"kind"_s, toText(notice.kind)},
            {u"found_at"_s, notice.foundAt.toString(Qt::ISODate)},
            {u"license"_s, notice.licenseName},
            {u"text"_s, words.title(notice)},
            {u"recipient"_s, notice.recipient},
            {u"sent_at"_s, notice.sentAt ? QJsonValue(notice.sentAt->toString(Qt::ISODate)) : QJsonValue()},
            {u"read"_s, notice.isRead},
            {u"failure"_s, notice.failure}};
}

Result<void> listNotices(const OpenBook &book, const NotifyArguments &arguments)
{
    NoticeFilter filter{.onlyUnread = arguments.onlyUnread, .limit = arguments.limit};
    if (!arguments.license.empty()) {
        const auto license = licenseOf(book, arguments.license);
        if (!license)
            return std::unexpected(license.error());
        filter.license = license->id;
    }
    const auto notices = book.services.notices.list(book.session, filter);
    const auto today = book.services.operations.today(book.session);
    if (!notices || !today)
        return std::unexpected(!notices ? notices.error() : today.error());
    const NoticeWords words(*today);
    QList<QJsonObject> rows;
    for (const Notice &notice : *notices)
        rows.append(toJson(notice, words));
    book.output.table(
        {u"id"_s, u"kind"_s, u"found_at"_s, u"text"_s, u"recipient"_s, u"sent_at"_s, u"failure"_s}, rows);
    return {};
}

Result<std::vector<NoticeExplanation>> explained(const OpenBook &book, const std::string &about)
{
    const auto license = licenseOf(book, about);
    if (license) {
        auto one = book.services.noticeService.explain(book.session, license->id);
        return one ? Result<std::vector<NoticeExplanation>>({*std::move(one)}) : std::unexpected(one.error());
    }
    const auto member = memberOf(book, about);
    if (!member && member.error().code == ErrorCode::NotFound && license.error().code == ErrorCode::NotFound)
        return failure(ErrorCode::NotFound,
                       u"There is neither a licence nor a member \"%1\"."_s.arg(typed(about)));
    return member ? book.services.noticeService.explain(book.session, member->id)
                  : std::unexpected(member.error());
}

Result<void> tellWhy(const OpenBook &book, const NotifyArguments &arguments)
{
    const auto explanations = explained(book, arguments.about);
    if (!explanations)
        return std::unexpected(explanations.error());
    QStringList lines;
    QJsonArray all;
    for (const NoticeExplanation &one : *explanations) {
        lines.append(one.licenseName);
        QJsonArray reasons;
        for (std::size_t i = 0; i < one.reasons.size(); ++i) {
            const QString &sentence = one.sentences[static_cast<qsizetype>(i)];
            lines.append(u"  "_s + sentence);
            reasons.append(QJsonObject{{u"reason"_s, one.reasons[i].reason},
                                       {u"text"_s, sentence},
                                       {u"facts"_s, one.reasons[i].facts}});
        }
        all.append(QJsonObject{
            {u"license"_s, one.licenseName}, {u"id"_s, one.license.value()}, {u"reasons"_s, reasons}});
    }
    if (lines.isEmpty())
        lines.append(u"%1 owns no licence: nothing is told."_s.arg(typed(arguments.about)));
    book.output.result(lines.join(u'\n'), {{u"licenses"_s, all}});
    return {};
}

} // namespace

void addNotifyCommands(CommandLine &line)
{
    const Group<NotifyArguments> group(line);
    NotifyArguments &arguments = group.arguments();
    CLI::App &family = addFamily(
        line, "notify", "Notices of what ends, of few seats and of shortages, and the mail about them",
        "notify run");
    group.add(family, "run", "Find what there is to tell, and send the mail that waits; for a timer",
              "notify run", runNotify);
    CLI::App &list = group.add(family, "list", "Notices, the newest first", "notify list --unread",
                               listNotices);
    list.add_flag("--unread", arguments.onlyUnread, "Those that you have not read in the window");
    list.add_option("--license", arguments.license, "About this licence, by name or #id");
    addLimit(list, arguments.limit);
    CLI::App &send = group.add(family, "send", "Send the mail that waits", "notify send --now", sendMailNow);
    send.add_flag("--now", arguments.now, "Also what waits after a failure");
    CLI::App &test = group.add(family, "test", "Send a test message and say what the mail server answered",
                               "notify test ana@example.org", sendTest);
    test.add_option("address", arguments.address, "To whom")->required();
    CLI::App &why = group.add(family, "why", "Why there was a notice, or none", "notify why \"Forge IDE\"",
                              tellWhy);
    why.add_option("about", arguments.about,
                   "A licence by name or #id, or its owner: a member by number, e-mail or #id")
        ->required();
    addNotifySettings(line, family);
}

} // namespace seatledger::ctl
