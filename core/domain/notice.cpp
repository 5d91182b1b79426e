// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/notice.h"

#include "core/domain/email.h"

#include <QCoreApplication>

#include <algorithm>
#include <array>
#include <functional>

namespace seatledger {

using namespace Qt::StringLiterals;

template <>
std::span<const EnumEntry<NoticeKind>> enumEntries()
{
    static constexpr std::array entries{
        EnumEntry{NoticeKind::Expiry, "expiry"_L1, QT_TRANSLATE_NOOP("domain", "Expiry")},
        EnumEntry{NoticeKind::LowSeats, "low_seats"_L1, QT_TRANSLATE_NOOP("domain", "Few seats left")},
        EnumEntry{NoticeKind::Shortage, "shortage"_L1, QT_TRANSLATE_NOOP("domain", "Shortage ahead")},
    };
    return entries;
}

template <>
std::span<const EnumEntry<MailSecurity>> enumEntries()
{
    static constexpr std::array entries{
        EnumEntry{MailSecurity::StartTls, "starttls"_L1, "STARTTLS"},
        EnumEntry{MailSecurity::Tls, "tls"_L1, "TLS"},
        EnumEntry{MailSecurity::None, "none"_L1, QT_TRANSLATE_NOOP("domain", "Not encrypted")},
    };
    return entries;
}

namespace {

std::unexpected<Error> wrongField(const QString &field, const char *message)
{
    return failure(ErrorCode::InvalidInput, translateDomain(message), {{u"field"_s, field}});
}

QString onOff(bool isOn)
{
    return isOn ? u"on"_s : u"off"_s;
}

QDate dayOf(const QJsonObject &facts, QLatin1StringView name)
{
    return QDate::fromString(facts.value(name).toString(), Qt::ISODate);
}

bool isThisMachine(const QString &host)
{
    return host.compare("localhost"_L1, Qt::CaseInsensitive) == 0 || host.startsWith("127."_L1)
           || host == "::1"_L1;
}

Result<void> checkMail(const MailSettings &mail)
{
    if (mail.port < 1 || mail.port > 65535)
        return wrongField(u"mail_port"_s, QT_TRANSLATE_NOOP("domain", "A port is between 1 and 65535."));
    if (mail.host.contains(u' ') || mail.host.contains(u'/'))
        return wrongField(u"mail_host"_s,
                          QT_TRANSLATE_NOOP("domain", "Write the name of the server only, such as "
                                                      "mail.example.org."));
    if (mail.isOn && mail.host.isEmpty())
        return wrongField(u"mail_host"_s, QT_TRANSLATE_NOOP("domain", "Say which server sends the mail."));
    if (mail.isOn && mail.sender.isEmpty())
        return wrongField(u"mail_sender"_s,
                          QT_TRANSLATE_NOOP("domain", "Say which address messages are from."));
    if (mail.security == MailSecurity::None && !mail.user.isEmpty() && !isThisMachine(mail.host))
        return wrongField(u"mail_security"_s,
                          QT_TRANSLATE_NOOP("domain", "A password is sent over an encrypted connection only: "
                                                      "choose STARTTLS or TLS, or no user."));
    return {};
}

Result<void> checkAddress(const QString &field, const QString &address)
{
    if (address.isEmpty())
        return {};
    auto email = Email::create(address);
    if (email && !address.contains(u'<') && !address.contains(u'>'))
        return {};
    if (email)
        return wrongField(field, QT_TRANSLATE_NOOP("domain", "Write the address only, without a name."));
    email.error().details.insert(u"field"_s, field);
    return std::unexpected(email.error());
}

bool isLead(int days)
{
    return days >= 0 && days <= NoticeSettings::longestLead;
}

} // namespace

void takeFacts(Notice &notice, const QJsonObject &facts)
{
    notice.day = dayOf(facts, notice.kind == NoticeKind::Shortage ? "first_day"_L1 : "last_day"_L1);
    if (notice.kind == NoticeKind::Shortage) {
        if (const QDate until = dayOf(facts, "last_day"_L1); until.isValid())
            notice.until = until;
    }
    notice.lead = facts.value("lead"_L1).toInt();
    notice.threshold = facts.value("threshold"_L1).toInteger();
    const QJsonValue seats = facts.value(notice.kind == NoticeKind::LowSeats ? "free"_L1 : "seats"_L1);
    if (seats.isDouble())
        notice.seats = seats.toInteger();
}

QMap<QString, QString> settingValues(const NoticeSettings &settings)
{
    QStringList days;
    for (const int lead : settings.leadDays)
        days.append(QString::number(lead));
    const MailSettings &mail = settings.mail;
    return {{u"notices"_s, onOff(settings.areFound)},
            {u"notice_lead_days"_s, days.join(u',')},
            {u"notice_low_seats"_s, settings.lowSeats ? QString::number(*settings.lowSeats) : QString(u""_s)},
            {u"notice_shortage_days"_s, QString::number(settings.shortageDays)},
            {u"notice_language"_s, settings.language},
            {u"notice_fallback"_s, settings.fallback},
            {u"mail"_s, onOff(mail.isOn)},
            {u"mail_host"_s, mail.host},
            {u"mail_port"_s, QString::number(mail.port)},
            {u"mail_security"_s, toText(mail.security)},
            {u"mail_user"_s, mail.user},
            {u"mail_sender"_s, mail.sender}};
}

NoticeSettings noticeSettingsFrom(const QMap<QString, QString> &values)
{
    NoticeSettings settings{.areFound = values.value(u"notices"_s) != "off"_L1, .leadDays = {}};
    for (const QString &days : values.value(u"notice_lead_days"_s).split(u',', Qt::SkipEmptyParts))
        settings.leadDays.append(days.toInt());
    if (const QString low = values.value(u"notice_low_seats"_s); !low.isEmpty())
        settings.lowSeats = low.toInt();
    settings.shortageDays = values.value(u"notice_shortage_days"_s).toInt();
    settings.language = values.value(u"notice_language"_s);
    settings.fallback = values.value(u"notice_fallback"_s);
    settings.mail = {
        .isOn = values.value(u"mail"_s) == "on"_L1,
        .host = values.value(u"mail_host"_s),
        .port = values.value(u"mail_port"_s).toInt(),
        .security = fromText<MailSecurity>(values.value(u"mail_security"_s)).value_or(MailSecurity::StartTls),
        .user = values.value(u"mail_user"_s),
        .sender = values.value(u"mail_sender"_s)};
    return settings;
}

Result<void> checkNoticeSettings(const NoticeSettings &settings)
{
    if (auto checked = checkLeadDays(settings.leadDays); !checked)
        return checked;
    if (!isLead(settings.shortageDays))
        return wrongField(u"notice_shortage_days"_s,
                          QT_TRANSLATE_NOOP("domain", "Shortages are told 0 to 3650 days ahead."));
    if (settings.lowSeats && (*settings.lowSeats < 0 || *settings.lowSeats > 9'999'999))
        return wrongField(u"notice_low_seats"_s,
                          QT_TRANSLATE_NOOP("domain", "The threshold is a number of seats, or nothing."));
    for (const auto &[field, address] : {std::pair{u"notice_fallback"_s, settings.fallback},
                                         std::pair{u"mail_sender"_s, settings.mail.sender}}) {
        if (auto checked = checkAddress(field, address); !checked)
            return checked;
    }
    return checkMail(settings.mail);
}

Result<void> checkLeadDays(const QList<int> &days)
{
    constexpr qsizetype mostLeads = 10;
    if (days.size() <= mostLeads && std::ranges::all_of(days, isLead))
        return {};
    return wrongField(
        u"notice_lead_days"_s,
        QT_TRANSLATE_NOOP("domain", "Up to ten lead times of 0 to 3650 days, such as 90, 30, 7."));
}

QString leadDaysText(const QList<int> &days)
{
    QStringList texts;
    for (const int lead : days)
        texts.append(QString::number(lead));
    return texts.join(u", "_s);
}

Result<QList<int>> leadDaysFrom(const QString &text)
{
    QList<int> days;
    QString typed = text;
    // the comma of Chinese, and what somebody types instead of one
    for (const QChar separator : {u'，', u'、', u';', u' '})
        typed.replace(separator, u',');
    for (const QString &part : typed.split(u',', Qt::SkipEmptyParts)) {
        bool isNumber = false;
        const int number = part.toInt(&isNumber);
        if (!isNumber)
            return wrongField(
                u"notice_lead_days"_s,
                QT_TRANSLATE_NOOP("domain", "Write days with commas between them, such as 90, 30, 7."));
        if (!days.contains(number))
            days.append(number);
    }
    std::ranges::sort(days, std::greater());
    return days;
}

} // namespace seatledger
