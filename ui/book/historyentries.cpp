// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/historyentries.h"

#include "core/domain/period.h"
#include "ui/book/changetext.h"
#include "ui/common/wording.h"

#include <QCoreApplication>
#include <QSet>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int historyShown = 40; ///< changes, in a panel

QString iconOf(const AuditEntry &entry)
{
    const QString icon = kindIcon(entry.operationKind);
    return icon == "pencil"_L1 && entry.action == "insert"_L1 ? u"plus"_s : icon;
}

QString detailOf(const AuditEntry &entry)
{
    const QString who = QCoreApplication::translate("History", "by %1").arg(entry.actor);
    return entry.reason.isEmpty() ? who : QString(who + u" · “"_s + entry.reason + u"”"_s);
}

Entry entryOf(const AuditEntry &audit)
{
    Entry entry{.id = audit.operation.value(),
                .title = summaryText(audit.operationKind, audit.summary),
                .trailing = momentText(audit.at, QDateTime::currentDateTimeUtc()),
                .iconName = iconOf(audit)};
    const QString changes = changeText(audit);
    entry.detail = changes.isEmpty() ? detailOf(audit) : QString(changes + u" · "_s + detailOf(audit));
    return entry;
}

} // namespace

QString changeText(const AuditEntry &entry)
{
    constexpr qsizetype longest = 60;
    if (entry.action != "update"_L1)
        return {};
    QStringList changes;
    for (const FieldChange &field : fieldChanges(entry, {.zone = QTimeZone::systemTimeZone()})) {
        if (field.key.endsWith("_id"_L1)) // here is nobody who knows what it was called
            continue;
        const QString text = field.text();
        changes += labelled(field.label,
                            text.size() > 2 * longest ? QString(text.left(2 * longest) + u'…') : text);
    }
    return listed(changes);
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
