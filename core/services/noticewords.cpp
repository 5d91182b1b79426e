// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/noticewords.h"

#include <QCoreApplication>
#include <QHash>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr auto context = "notices";

/// What a message lists; the window has the others.
constexpr int longestDigest = 200;

QDate dayIn(const QJsonObject &facts, QLatin1StringView name)
{
    return QDate::fromString(facts.value(name).toString(), Qt::ISODate);
}

QDateTime instantIn(const QJsonObject &facts, QLatin1StringView name)
{
    return QDateTime::fromString(facts.value(name).toString(), Qt::ISODateWithMs);
}

/// What needs no more facts than a name.
const char *plainSentence(const QString &reason)
{
    static const QHash<QString, const char *> all{
        {u"notices_off"_s,
         QT_TRANSLATE_NOOP("notices", "Notices are switched off in the settings: nothing is looked for.")},
        {u"mail_off"_s,
         QT_TRANSLATE_NOOP("notices",
                           "Mail is switched off in the settings: notices are in the window only.")},
        {u"not_in_use"_s,
         QT_TRANSLATE_NOOP("notices", "The licence is a draft or retired: nothing is told about it.")},
        {u"to_owner"_s, QT_TRANSLATE_NOOP("notices", "Who hears of it: the owner, %1, at %2.")},
        {u"owner_departed"_s,
         QT_TRANSLATE_NOOP("notices", "The owner, %1, has departed: %2 hears of it. Choose another owner.")},
        {u"no_owner"_s, QT_TRANSLATE_NOOP("notices", "The licence has no owner: %2 hears of it.")},
        {u"departed_nobody"_s,
         QT_TRANSLATE_NOOP("notices",
                           "The owner, %1, has departed, and there is no address for such a case: no mail is "
                           "sent. Choose another owner, or write an address into the settings.")},
        {u"no_owner_nobody"_s,
         QT_TRANSLATE_NOOP("notices",
                           "The licence has no owner, and there is no address for such a case: no mail is "
                           "sent. Choose an owner, or write an address into the settings.")},
        {u"nothing_ends"_s, QT_TRANSLATE_NOOP("notices", "Expiry: nothing that was bought for it ends.")},
        {u"no_leads"_s,
         QT_TRANSLATE_NOOP("notices", "Expiry: the settings name no lead time, so nothing is told ahead.")},
        {u"own_leads"_s,
         QT_TRANSLATE_NOOP(
             "notices",
             "Expiry: this licence has lead times of its own, %3 days; those of the settings do not count.")},
        {u"no_threshold"_s,
         QT_TRANSLATE_NOOP("notices",
                           "Few seats left: neither the licence nor the settings have a threshold.")},
        {u"unlimited"_s, QT_TRANSLATE_NOOP("notices", "Few seats left: the licence is unlimited.")},
        {u"counting"_s,
         QT_TRANSLATE_NOOP("notices",
                           "Shortage: the licence has changed just now and is looked at within a minute.")},
    };
    return all.value(reason);
}

} // namespace

NoticeWords::NoticeWords(QDate today) : m_today(today), m_words(context) {}

NoticeWords::NoticeWords(QDate today, const QLocale &locale) : m_today(today), m_words(context, locale) {}

QString NoticeWords::title(const Notice &notice) const
{
    const qint64 seats = notice.seats.value_or(0);
    switch (notice.kind) {
    case NoticeKind::Expiry:
        return (notice.day < m_today ? m_words(QT_TRANSLATE_NOOP("notices", "%1 ended on %2"))
                                     : m_words(QT_TRANSLATE_NOOP("notices", "%1 ends on %2")))
            .arg(notice.licenseName, m_words.day(notice.day));
    case NoticeKind::LowSeats:
        return seats == 0 ? m_words(QT_TRANSLATE_NOOP("notices", "%1: no seats free")).arg(notice.licenseName)
                          : m_words(QT_TRANSLATE_N_NOOP("notices", "%1: only %n seat(s) free"), seats)
                                .arg(notice.licenseName);
    case NoticeKind::Shortage:
        return m_words(QT_TRANSLATE_N_NOOP("notices", "%1: %n seat(s) short from %2"), seats)
            .arg(notice.licenseName, m_words.day(notice.day));
    }
    return {};
}

QString NoticeWords::detail(const Notice &notice) const
{
    switch (notice.kind) {
    case NoticeKind::Expiry: {
        const qint64 days = m_today.daysTo(notice.day);
        const QString when = days < 0    ? m_words(QT_TRANSLATE_N_NOOP("notices", "%n day(s) ago"), -days)
                             : days == 0 ? m_words(QT_TRANSLATE_NOOP("notices", "today"))
                                         : m_words(QT_TRANSLATE_N_NOOP("notices", "in %n day(s)"), days);
        const QString seats = notice.seats
                                  ? m_words(QT_TRANSLATE_N_NOOP("notices", "%n seat(s), not renewed"),
                                            *notice.seats)
                                  : m_words(QT_TRANSLATE_NOOP("notices", "Unlimited seats, not renewed"));
        return m_words(QT_TRANSLATE_NOOP("notices", "%1; %2")).arg(seats, when);
    }
    case NoticeKind::LowSeats:
        return m_words(QT_TRANSLATE_N_NOOP("notices", "There should be at least %n"), notice.threshold);
    case NoticeKind::Shortage:
        return notice.until
                   ? m_words(QT_TRANSLATE_NOOP("notices", "Until %1")).arg(m_words.day(*notice.until))
                   : m_words(QT_TRANSLATE_NOOP("notices", "With no end in sight"));
    }
    return {};
}

QString NoticeWords::about(const QJsonObject &facts) const
{
    const QString kind = facts.value("about"_L1).toString();
    if (kind == "low_seats"_L1)
        return m_words(QT_TRANSLATE_N_NOOP("notices", "Few seats left (%n)"),
                       facts.value("free"_L1).toInteger());
    if (kind == "shortage"_L1)
        return m_words(QT_TRANSLATE_NOOP("notices", "Shortage from %1"))
            .arg(m_words.day(dayIn(facts, "first_day"_L1)));
    const QString last = m_words.day(dayIn(facts, "last_day"_L1));
    const qint64 lead = facts.value("lead"_L1).toInteger();
    return lead < 0
               ? m_words(QT_TRANSLATE_NOOP("notices", "Expiry on %1, afterwards")).arg(last)
               : m_words(QT_TRANSLATE_N_NOOP("notices", "Expiry on %1, %n day(s) ahead"), lead).arg(last);
}

QString NoticeWords::told(const QJsonObject &facts) const
{
    const QString found = m_words.instant(instantIn(facts, "found_at"_L1));
    const QString address = facts.value("address"_L1).toString();
    const QString mail = facts.value("mail"_L1).toString();
    const QString failure = facts.value("failure"_L1).toString();
    if (mail == "sent"_L1)
        return m_words(QT_TRANSLATE_NOOP("notices", "sent on %1 to %2."))
            .arg(m_words.instant(instantIn(facts, "sent_at"_L1)), address);
    if (mail == "failed"_L1)
        return m_words(QT_TRANSLATE_NOOP("notices", "found on %1, but the mail to %2 failed for good: %3"))
            .arg(found, address, failure);
    if (!mail.isEmpty() && !failure.isEmpty())
        return m_words(
                   QT_TRANSLATE_NOOP("notices", "found on %1; the mail to %2 failed and is tried again: %3"))
            .arg(found, address, failure);
    if (!mail.isEmpty())
        return m_words(QT_TRANSLATE_NOOP("notices", "found on %1; the mail to %2 waits to be sent."))
            .arg(found, address);
    return m_words(QT_TRANSLATE_NOOP("notices",
                                     "found on %1, in the window only: there was no mail to send then."))
        .arg(found);
}

QString NoticeWords::later(const QJsonObject &facts) const
{
    return m_words(QT_TRANSLATE_NOOP("notices", "comes on %1.")).arg(m_words.day(dayIn(facts, "on"_L1)));
}

QString NoticeWords::sentence(const NoticeReason &reason) const
{
    const QJsonObject &facts = reason.facts;
    if (const char *plain = plainSentence(reason.reason)) {
        QString words = m_words(plain);
        return words.replace("%1"_L1, facts.value("name"_L1).toString())
            .replace("%2"_L1, facts.value("address"_L1).toString())
            .replace("%3"_L1, facts.value("days"_L1).toString());
    }
    if (reason.reason == "enough"_L1)
        return m_words(QT_TRANSLATE_N_NOOP("notices",
                                           "Few seats left: %n seat(s) are free, the threshold is %1."),
                       facts.value("free"_L1).toInteger())
            .arg(m_words.locale().toString(facts.value("threshold"_L1).toInteger()));
    if (reason.reason == "no_shortage"_L1)
        return m_words(QT_TRANSLATE_N_NOOP("notices", "Shortage: none is to be seen in the next %n day(s)."),
                       facts.value("days"_L1).toInteger());
    const char *rest = reason.reason == "renewed"_L1
                           ? QT_TRANSLATE_NOOP("notices", "not told, for it was renewed.")
                       : reason.reason == "passed"_L1
                           ? QT_TRANSLATE_NOOP("notices", "not told: nobody looked then, or it was "
                                                          "entered later; a shorter lead time counts.")
                           : QT_TRANSLATE_NOOP("notices", "is found within a minute.");
    const QString what = reason.reason == "told"_L1    ? told(facts)
                         : reason.reason == "later"_L1 ? later(facts)
                                                       : m_words(rest);
    return m_words(QT_TRANSLATE_NOOP("notices", "%1: %2")).arg(about(facts), what);
}

QString NoticeWords::subject(const std::vector<Notice> &notices) const
{
    if (notices.size() == 1)
        return title(notices.front());
    return m_words(QT_TRANSLATE_N_NOOP("notices", "%n licence notice(s)"), std::ssize(notices));
}

QString NoticeWords::group(NoticeKind kind, const std::vector<Notice> &notices) const
{
    QString lines;
    for (const Notice &notice : notices) {
        if (notice.kind == kind)
            lines += u"\n  • "_s + title(notice) + u"\n    "_s + detail(notice) + u'\n';
    }
    if (lines.isEmpty())
        return {};
    const char *heading = kind == NoticeKind::Shortage   ? QT_TRANSLATE_NOOP("notices", "Shortages ahead")
                          : kind == NoticeKind::LowSeats ? QT_TRANSLATE_NOOP("notices", "Few seats left")
                                                         : QT_TRANSLATE_NOOP("notices", "Ending");
    return m_words(heading) + u'\n' + lines + u'\n';
}

QString NoticeWords::body(const QString &name, const std::vector<Notice> &notices) const
{
    QString text = name.isEmpty() ? m_words(QT_TRANSLATE_NOOP("notices", "Hello,"))
                                  : m_words(QT_TRANSLATE_NOOP("notices", "Hello %1,")).arg(name);
    text += u"\n\n"_s;
    const std::vector<Notice> listed(
        notices.begin(), notices.begin() + std::min<std::ptrdiff_t>(std::ssize(notices), longestDigest));
    for (const NoticeKind kind : {NoticeKind::Shortage, NoticeKind::LowSeats, NoticeKind::Expiry})
        text += group(kind, listed);
    if (const auto more = std::ssize(notices) - std::ssize(listed); more > 0)
        text += m_words(QT_TRANSLATE_N_NOOP("notices", "And %n more, which Seatledger's window lists."), more)
                + u"\n\n"_s;
    return text + u"-- \n"_s
           + m_words(QT_TRANSLATE_NOOP("notices",
                                       "Seatledger wrote this because you look after these licences. Each "
                                       "occasion is told once."))
           + u'\n';
}

QString NoticeWords::testSubject() const
{
    return m_words(QT_TRANSLATE_NOOP("notices", "Test message from Seatledger"));
}

QString NoticeWords::testBody() const
{
    return m_words(QT_TRANSLATE_NOOP("notices", "If you can read this, Seatledger's mail arrives.")) + u'\n';
}

QString NoticeWords::senderName(const QString &organisation) const
{
    return organisation.isEmpty() ? u"Seatledger"_s : u"Seatledger, "_s + organisation;
}

} // namespace seatledger
