// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/historyentries.h"

#include "core/domain/enums.h"
#include "core/domain/enumtext.h"
#include "core/domain/period.h"

#include <QCoreApplication>
#include <QHash>
#include <QLocale>
#include <QSet>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int historyShown = 40; ///< changes, in a panel

struct KnownValue {
    QLatin1StringView key;
    const char *label;
};

/// The columns worth a word in a history, in the order they are told.
constexpr KnownValue knownValues[] = {
    {"name"_L1, QT_TRANSLATE_NOOP("History", "name")},
    {"number"_L1, QT_TRANSLATE_NOOP("History", "number")},
    {"email"_L1, QT_TRANSLATE_NOOP("History", "e-mail")},
    {"status"_L1, QT_TRANSLATE_NOOP("History", "status")},
    {"state"_L1, QT_TRANSLATE_NOOP("History", "state")},
    {"quantity"_L1, QT_TRANSLATE_NOOP("History", "seats")},
    {"period"_L1, QT_TRANSLATE_NOOP("History", "days")},
    {"suspended_until"_L1, QT_TRANSLATE_NOOP("History", "suspended until")},
    {"price_minor"_L1, QT_TRANSLATE_NOOP("History", "price")},
    {"overage_percent"_L1, QT_TRANSLATE_NOOP("History", "overage")},
    {"metric"_L1, QT_TRANSLATE_NOOP("History", "metric")},
    {"term"_L1, QT_TRANSLATE_NOOP("History", "term")},
    {"joined_on"_L1, QT_TRANSLATE_NOOP("History", "joined on")},
    {"left_on"_L1, QT_TRANSLATE_NOOP("History", "left on")},
    {"note"_L1, QT_TRANSLATE_NOOP("History", "note")},
};

QString iconOf(const AuditEntry &entry)
{
    static const QHash<QString, QString> icons{
        {u"assign"_s, u"user-plus"_s},
        {u"revoke"_s, u"ban"_s},
        {u"suspend"_s, u"player-pause"_s},
        {u"resume"_s, u"player-play"_s},
        {u"transfer"_s, u"arrows-exchange"_s},
        {u"undo"_s, u"arrow-back-up"_s},
        {u"depart"_s, u"logout"_s},
        {u"renew"_s, u"refresh"_s},
    };
    return icons.value(entry.operationKind, entry.action == "insert"_L1 ? u"plus"_s : u"pencil"_s);
}

/// A daterange as the audit spells it, `[2026-01-01,2027-01-01)`, in words.
QString rangeText(const QString &range)
{
    const QStringList bounds = range.mid(1, range.size() - 2).split(u',');
    if (bounds.size() != 2)
        return range;
    const QDate first = QDate::fromString(bounds[0], Qt::ISODate);
    const QDate end = QDate::fromString(bounds[1], Qt::ISODate);
    return first.isValid()
               ? Period::fromStored(first, end.isValid() ? std::optional(end) : std::nullopt).displayText()
               : range;
}

QString wordOf(QLatin1StringView key, const QJsonValue &value)
{
    if (value.isNull() || value.isUndefined())
        return u"–"_s;
    const QString text = value.toVariant().toString();
    if (key == "period"_L1)
        return rangeText(text);
    if (const auto state = fromText<AssignmentState>(text))
        return displayText(*state);
    if (const auto state = fromText<LicenseState>(text))
        return displayText(*state);
    if (const auto status = fromText<MemberStatus>(text))
        return displayText(*status);
    return text.size() > 60 ? QString(text.left(60) + u'…') : text;
}

QString detailOf(const AuditEntry &entry)
{
    const QString who = QCoreApplication::translate("History", "by %1").arg(entry.actor);
    return entry.reason.isEmpty() ? who : QString(who + u" · “"_s + entry.reason + u"”"_s);
}

Entry entryOf(const AuditEntry &audit)
{
    Entry entry{.id = audit.operation.value(),
                .title = audit.summary,
                .trailing = momentText(audit.at, QDateTime::currentDateTimeUtc()),
                .iconName = iconOf(audit)};
    const QString changes = changeText(audit);
    entry.detail = changes.isEmpty() ? detailOf(audit) : QString(changes + u" · "_s + detailOf(audit));
    return entry;
}

} // namespace

QString changeText(const AuditEntry &entry)
{
    if (entry.action != "update"_L1)
        return {};
    QStringList changes;
    for (const KnownValue &known : knownValues) {
        if (!entry.after.contains(known.key))
            continue;
        changes += u"%1: %2 → %3"_s.arg(QCoreApplication::translate("History", known.label),
                                        wordOf(known.key, entry.before.value(known.key)),
                                        wordOf(known.key, entry.after.value(known.key)));
    }
    return changes.join(u", "_s);
}

QString momentText(const QDateTime &moment, const QDateTime &now)
{
    const QDateTime local = moment.toLocalTime();
    const qint64 days = local.date().daysTo(now.toLocalTime().date());
    const QString time = local.time().toString(u"HH:mm"_s);
    if (days == 0)
        return QCoreApplication::translate("History", "today %1").arg(time);
    if (days == 1)
        return QCoreApplication::translate("History", "yesterday %1").arg(time);
    return displayDay(local.date());
}

Result<History> readHistory(const Services &services, Session &session, const AuditFilter &filter,
                            bool isPermitted)
{
    if (!isPermitted)
        return History();
    auto entries = services.audit.list(session, filter, historyShown);
    if (entries)
        return History(std::move(*entries));
    // the permission may have gone since the window was told of it
    if (entries.error().code == ErrorCode::Forbidden)
        return History();
    return std::unexpected(std::move(entries).error());
}

void showHistory(EntryList *list, const History &history)
{
    list->setEmptyText(history
                           ? QCoreApplication::translate("History", "Nothing yet.")
                           : QCoreApplication::translate("History", "Seen by administrators and auditors."));
    list->setEntries(history ? historyEntries(*history) : std::vector<Entry>());
}

std::vector<Entry> historyEntries(const std::vector<AuditEntry> &audit)
{
    std::vector<Entry> entries;
    QSet<qint64> told;
    for (const AuditEntry &change : audit) {
        if (told.contains(change.operation.value()))
            continue;
        told.insert(change.operation.value());
        entries.push_back(entryOf(change));
    }
    return entries;
}

} // namespace seatledger
