// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/ctl/commands.h"
#include "app/ctl/lookup.h"

#include <algorithm>
#include <map>

using namespace Qt::StringLiterals;

namespace seatledger::ctl {

namespace {

/// By the setting's name, as typed; what was not typed stays.
using NotifySettingsArguments = std::map<std::string, std::string>;

struct Option {
    const char *flag;
    const char *setting;
    const char *help;
};

constexpr std::array options{
    Option{"--notices", "notices", "Whether anything is looked for: on, off"},
    Option{"--lead-days", "notice_lead_days", "How long before something ends it is told: 90,30,7"},
    Option{"--low-seats", "notice_low_seats", "The threshold of licences without one of their own; none"},
    Option{"--shortage-days", "notice_shortage_days", "How far ahead shortages are told"},
    Option{"--language", "notice_language", "Of messages: en, zh_CN"},
    Option{"--fallback", "notice_fallback",
           "Whom to write to about licences without an owner; none: administrators"},
    Option{"--mail", "mail", "Whether mail is sent: on, off"},
    Option{"--host", "mail_host", "The mail server"},
    Option{"--port", "mail_port", "Its port: 587, 465, 25"},
    Option{"--security", "mail_security", "starttls, tls, none"},
    Option{"--user", "mail_user",
           "Who signs in there; none. The password is never a setting: see the manual"},
    Option{"--sender", "mail_sender", "The address that messages are from"},
};

Result<NoticeSettings> changed(const NoticeSettings &before, const NotifySettingsArguments &arguments)
{
    QMap<QString, QString> values = settingValues(before);
    for (const auto &[name, value] : arguments) {
        if (!value.empty())
            values.insert(typed(name), value == "none" && name != "mail_security" ? QString() : typed(value));
    }
    const auto leads = leadDaysFrom(values.value(u"notice_lead_days"_s));
    if (!leads)
        return std::unexpected(leads.error());
    for (const QString &name : {u"notice_low_seats"_s, u"notice_shortage_days"_s, u"mail_port"_s}) {
        bool isNumber = false;
        values.value(name).toInt(&isNumber);
        if (!isNumber && !(name == "notice_low_seats"_L1 && values.value(name).isEmpty()))
            return failure(ErrorCode::InvalidInput, u"\"%1\" is not a number."_s.arg(values.value(name)),
                           {{u"field"_s, name}});
    }
    NoticeSettings wanted = noticeSettingsFrom(values);
    wanted.leadDays = *leads;
    return wanted;
}

Result<void> settings(const OpenBook &book, const NotifySettingsArguments &arguments)
{
    const auto before = book.services.notices.settings(book.session);
    if (!before)
        return std::unexpected(before.error());
    const auto wanted = changed(*before, arguments);
    if (!wanted)
        return std::unexpected(wanted.error());
    QStringList lines;
    QJsonObject object;
    for (const auto &[name, value] : settingValues(*wanted).asKeyValueRange()) {
        lines.append(u"%1 %2"_s.arg(name, -20).arg(value.isEmpty() ? u"-"_s : value));
        object.insert(name, value);
    }
    if (*wanted == *before) {
        book.output.result(lines.join(u'\n'), object);
        return {};
    }
    const auto set = book.services.noticeService.change(book.session, *wanted);
    if (!set)
        return std::unexpected(set.error());
    lines.append(u"Saved."_s);
    book.output.done(lines.join(u'\n'), object, set->operation);
    return {};
}

} // namespace

void addNotifySettings(CommandLine &line, CLI::App &family)
{
    const Group<NotifySettingsArguments> group(line);
    CLI::App &command = group.add(
        family, "settings", "Show what is told and how mail is sent, or change it",
        "notify settings --lead-days 90,30,7 --mail on --host mail.example.org --sender "
        "licences@example.org",
        settings);
    for (const Option &option : options) {
        CLI::Option *added = command.add_option(option.flag, group.arguments()[option.setting], option.help);
        if (std::string_view(option.help).find("on, off") != std::string_view::npos)
            added->check(CLI::IsMember({"on", "off"}));
    }
    command.get_option("--security")->check(CLI::IsMember({"starttls", "tls", "none"}));
    command.get_option("--language")->check(CLI::IsMember({"en", "zh_CN"}));
}

} // namespace seatledger::ctl
