// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/changetext.h"

#include "core/domain/accessreview.h"
#include "core/domain/enums.h"
#include "core/domain/enumtext.h"
#include "core/domain/money.h"
#include "core/domain/period.h"
#include "core/domain/permissions.h"
#include "core/domain/waitingentry.h"
#include "ui/common/wording.h"

#include <QCoreApplication>
#include <QJsonArray>
#include <QLocale>

#include <algorithm>
#include <array>
#include <set>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

/// How the values of a column are read.
enum class Reading {
    Text,
    Word, ///< one of an enumeration's
    Words,
    Number,
    Percent,
    Minutes,
    Price,
    Day,
    Days,
    Moment,
    YesNo,
    Row, ///< the key of another row
};

struct KnownColumn {
    QLatin1StringView key;
    const char *label;
    Reading reading = Reading::Text;
    QLatin1StringView refersTo = {}; ///< for Row: its table
};

/// The columns worth a word, in the order they are told.
constexpr std::array knownColumns{
    KnownColumn{"name"_L1, QT_TRANSLATE_NOOP("History", "name")},
    KnownColumn{"value"_L1, QT_TRANSLATE_NOOP("History", "value")},
    KnownColumn{"login"_L1, QT_TRANSLATE_NOOP("History", "login")},
    KnownColumn{"display_name"_L1, QT_TRANSLATE_NOOP("History", "name")},
    KnownColumn{"number"_L1, QT_TRANSLATE_NOOP("History", "number")},
    KnownColumn{"email"_L1, QT_TRANSLATE_NOOP("History", "e-mail")},
    KnownColumn{"vendor_id"_L1, QT_TRANSLATE_NOOP("History", "vendor"), Reading::Row, "vendor"_L1},
    KnownColumn{"product_id"_L1, QT_TRANSLATE_NOOP("History", "product"), Reading::Row, "product"_L1},
    KnownColumn{"license_id"_L1, QT_TRANSLATE_NOOP("History", "licence"), Reading::Row, "license"_L1},
    KnownColumn{"operator_id"_L1, QT_TRANSLATE_NOOP("History", "operator"), Reading::Row, "operator"_L1},
    KnownColumn{"member_id"_L1, QT_TRANSLATE_NOOP("History", "member"), Reading::Row, "member"_L1},
    KnownColumn{"owner_member_id"_L1, QT_TRANSLATE_NOOP("History", "owner"), Reading::Row, "member"_L1},
    KnownColumn{"department_id"_L1, QT_TRANSLATE_NOOP("History", "department"), Reading::Row,
                "department"_L1},
    KnownColumn{"parent_id"_L1, QT_TRANSLATE_NOOP("History", "part of"), Reading::Row, "department"_L1},
    KnownColumn{"device_id"_L1, QT_TRANSLATE_NOOP("History", "device"), Reading::Row, "device"_L1},
    KnownColumn{"role"_L1, QT_TRANSLATE_NOOP("History", "role"), Reading::Word},
    KnownColumn{"rights"_L1, QT_TRANSLATE_NOOP("History", "rights"), Reading::Words},
    KnownColumn{"status"_L1, QT_TRANSLATE_NOOP("History", "status"), Reading::Word},
    KnownColumn{"state"_L1, QT_TRANSLATE_NOOP("History", "state"), Reading::Word},
    KnownColumn{"decision"_L1, QT_TRANSLATE_NOOP("History", "decision"), Reading::Word},
    KnownColumn{"reviewer"_L1, QT_TRANSLATE_NOOP("History", "decided by")},
    KnownColumn{"due_on"_L1, QT_TRANSLATE_NOOP("History", "due on"), Reading::Day},
    KnownColumn{"leaves_on"_L1, QT_TRANSLATE_NOOP("History", "leaves on"), Reading::Day},
    KnownColumn{"metric"_L1, QT_TRANSLATE_NOOP("History", "metric"), Reading::Word},
    KnownColumn{"term"_L1, QT_TRANSLATE_NOOP("History", "term"), Reading::Word},
    KnownColumn{"quantity"_L1, QT_TRANSLATE_NOOP("History", "seats"), Reading::Number},
    KnownColumn{"period"_L1, QT_TRANSLATE_NOOP("History", "days"), Reading::Days},
    KnownColumn{"suspended_until"_L1, QT_TRANSLATE_NOOP("History", "suspended until"), Reading::Day},
    KnownColumn{"seat_released"_L1, QT_TRANSLATE_NOOP("History", "seat released"), Reading::YesNo},
    KnownColumn{"ended_on"_L1, QT_TRANSLATE_NOOP("History", "ended on"), Reading::Day},
    KnownColumn{"end_reason"_L1, QT_TRANSLATE_NOOP("History", "reason")},
    KnownColumn{"price_minor"_L1, QT_TRANSLATE_NOOP("History", "price"), Reading::Price},
    KnownColumn{"billing"_L1, QT_TRANSLATE_NOOP("History", "billing"), Reading::Word},
    KnownColumn{"order_number"_L1, QT_TRANSLATE_NOOP("History", "order number")},
    KnownColumn{"supplier"_L1, QT_TRANSLATE_NOOP("History", "supplier")},
    KnownColumn{"cancelled_at"_L1, QT_TRANSLATE_NOOP("History", "cancelled"), Reading::Moment},
    KnownColumn{"overage_percent"_L1, QT_TRANSLATE_NOOP("History", "overage"), Reading::Percent},
    KnownColumn{"devices_per_seat"_L1, QT_TRANSLATE_NOOP("History", "devices per seat"), Reading::Number},
    KnownColumn{"floating_lease_minutes"_L1, QT_TRANSLATE_NOOP("History", "lease"), Reading::Minutes},
    KnownColumn{"expiry_action"_L1, QT_TRANSLATE_NOOP("History", "when it expires"), Reading::Word},
    KnownColumn{"low_seat_threshold"_L1, QT_TRANSLATE_NOOP("History", "warn below"), Reading::Number},
    KnownColumn{"notice_lead_days"_L1, QT_TRANSLATE_NOOP("History", "lead times"), Reading::Words},
    KnownColumn{"joined_on"_L1, QT_TRANSLATE_NOOP("History", "joined on"), Reading::Day},
    KnownColumn{"left_on"_L1, QT_TRANSLATE_NOOP("History", "left on"), Reading::Day},
    KnownColumn{"website"_L1, QT_TRANSLATE_NOOP("History", "website")},
    KnownColumn{"fingerprint"_L1, QT_TRANSLATE_NOOP("History", "fingerprint")},
    KnownColumn{"platform"_L1, QT_TRANSLATE_NOOP("History", "platform")},
    KnownColumn{"retired_on"_L1, QT_TRANSLATE_NOOP("History", "retired on"), Reading::Day},
    KnownColumn{"activated_at"_L1, QT_TRANSLATE_NOOP("History", "activated"), Reading::Moment},
    KnownColumn{"released_at"_L1, QT_TRANSLATE_NOOP("History", "released"), Reading::Moment},
    KnownColumn{"release_reason"_L1, QT_TRANSLATE_NOOP("History", "why released")},
    KnownColumn{"disabled_at"_L1, QT_TRANSLATE_NOOP("History", "disabled since"), Reading::Moment},
    KnownColumn{"ended_at"_L1, QT_TRANSLATE_NOOP("History", "ended"), Reading::Moment},
    KnownColumn{"valid_until"_L1, QT_TRANSLATE_NOOP("History", "valid until"), Reading::Moment},
    KnownColumn{"kind"_L1, QT_TRANSLATE_NOOP("History", "kind")},
    KnownColumn{"mode"_L1, QT_TRANSLATE_NOOP("History", "mode")},
    KnownColumn{"roles"_L1, QT_TRANSLATE_NOOP("History", "roles"), Reading::Words},
    KnownColumn{"percent"_L1, QT_TRANSLATE_NOOP("History", "percent"), Reading::Percent},
    KnownColumn{"scopes"_L1, QT_TRANSLATE_NOOP("History", "scopes"), Reading::Words},
    KnownColumn{"created_at"_L1, QT_TRANSLATE_NOOP("History", "created"), Reading::Moment},
    KnownColumn{"expires_at"_L1, QT_TRANSLATE_NOOP("History", "expires"), Reading::Moment},
    KnownColumn{"revoked_at"_L1, QT_TRANSLATE_NOOP("History", "revoked"), Reading::Moment},
    KnownColumn{"note"_L1, QT_TRANSLATE_NOOP("History", "note")},
};

/// What a thing is called by is told above its fields.
bool standsInTitle(const AuditEntry &entry, const KnownColumn &column)
{
    const bool isOfHolder = entry.entity == "license_assignment"_L1 || entry.entity == "activation"_L1
                            || entry.entity == "waiting_entry"_L1 || entry.entity == "access_review_item"_L1;
    return (column.key == "license_id"_L1 && entry.license) || (column.key == "member_id"_L1 && isOfHolder)
           || (column.key == "operator_id"_L1 && entry.entity.startsWith("operator_"_L1));
}

/// A daterange as the audit spells it, `[2026-01-01,2027-01-01)`.
QString daysText(const QString &range)
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

template <typename E>
std::optional<QString> wordIn(const QString &name)
{
    const auto value = fromText<E>(name);
    return value ? std::optional(displayText(*value)) : std::nullopt;
}

std::optional<QString> stateWord(const QString &name)
{
    return wordIn<AssignmentState>(name)
        .or_else([&] { return wordIn<LicenseState>(name); })
        .or_else([&] { return wordIn<WaitingState>(name); })
        .or_else([&] { return wordIn<ReviewState>(name); });
}

/// Each column has its enumeration; a state is an assignment's, a licence's or the waiting list's.
QString wordText(QLatin1StringView key, const QString &name)
{
    std::optional<QString> word;
    if (key == "role"_L1 || key == "roles"_L1)
        word = wordIn<Role>(name);
    else if (key == "rights"_L1)
        word = wordIn<Right>(name);
    else if (key == "status"_L1)
        word = wordIn<MemberStatus>(name);
    else if (key == "metric"_L1)
        word = wordIn<LicenseMetric>(name);
    else if (key == "term"_L1)
        word = wordIn<LicenseTerm>(name);
    else if (key == "billing"_L1)
        word = wordIn<BillingCycle>(name);
    else if (key == "expiry_action"_L1)
        word = wordIn<ExpiryAction>(name);
    else if (key == "decision"_L1)
        word = wordIn<ReviewDecision>(name);
    else if (key == "state"_L1)
        word = stateWord(name);
    return word.value_or(name);
}

QString wordsText(QLatin1StringView key, const QJsonValue &value)
{
    QStringList words;
    for (const auto &name : value.toArray())
        words += wordText(key, name.toVariant().toString());
    return listed(words);
}

QString priceText(const QJsonValue &minor, const QString &currency)
{
    const auto known = Currency::create(currency);
    return known ? Money(minor.toInteger(), *known).displayText() : QLocale().toString(minor.toInteger());
}

QString nameOf(const AuditedRow &row, const ChangeContext &context)
{
    const auto named = context.names.find(row);
    return named != context.names.end() ? named->second : u'#' + QString::number(row.second);
}

QString valueText(const KnownColumn &column, const QJsonValue &value, const AuditEntry &entry,
                  const ChangeContext &context)
{
    if (value.isNull() || value.isUndefined())
        return {};
    QString text = value.toVariant().toString();
    switch (column.reading) {
    case Reading::Word:
        return wordText(column.key, text);
    case Reading::Words:
        return wordsText(column.key, value);
    case Reading::Number:
        return QLocale().toString(value.toInteger());
    case Reading::Percent:
        return text + u" %"_s;
    case Reading::Minutes:
        return QCoreApplication::translate("History", "%1 min").arg(text);
    case Reading::Price:
        return priceText(value, entry.currency);
    case Reading::Days:
        return daysText(text);
    case Reading::Moment:
        return zonedText(QDateTime::fromString(text, Qt::ISODateWithMs), context.zone);
    case Reading::YesNo:
        return value.toBool() ? QCoreApplication::translate("History", "yes")
                              : QCoreApplication::translate("History", "no");
    case Reading::Row:
        return nameOf({column.refersTo, value.toInteger()}, context);
    case Reading::Text:
    case Reading::Day:
        break;
    }
    return text;
}

} // namespace

QString FieldChange::text() const
{
    const QString none = u"–"_s;
    if (!isUpdate)
        return before.isEmpty() ? after : before;
    return (before.isEmpty() ? none : before) + u" → "_s + (after.isEmpty() ? none : after);
}

std::vector<FieldChange> fieldChanges(const AuditEntry &entry, const ChangeContext &context)
{
    std::vector<FieldChange> fields;
    for (const KnownColumn &column : knownColumns) {
        const bool isThere = entry.before.contains(column.key) || entry.after.contains(column.key);
        if (!isThere || standsInTitle(entry, column))
            continue;
        FieldChange field{.key = column.key,
                          .label = QCoreApplication::translate("History", column.label),
                          .before = valueText(column, entry.before.value(column.key), entry, context),
                          .after = valueText(column, entry.after.value(column.key), entry, context),
                          .isUpdate = entry.action == "update"_L1};
        if (!field.before.isEmpty() || !field.after.isEmpty())
            fields.push_back(std::move(field));
    }
    return fields;
}

std::vector<AuditedRow> rowsNamedIn(const std::vector<AuditEntry> &entries)
{
    std::set<AuditedRow> rows;
    for (const AuditEntry &entry : entries) {
        rows.insert({entry.entity, entry.entityId});
        if (entry.license)
            rows.insert({u"license"_s, entry.license->value()});
        if (entry.member)
            rows.insert({u"member"_s, entry.member->value()});
        for (const KnownColumn &column : knownColumns) {
            for (const QJsonObject &values : {entry.before, entry.after}) {
                if (column.reading == Reading::Row && values.value(column.key).isDouble())
                    rows.insert({column.refersTo, values.value(column.key).toInteger()});
            }
        }
    }
    return {rows.begin(), rows.end()};
}

QString objectText(const AuditEntry &entry, const ChangeContext &context)
{
    const auto named = context.names.find({entry.entity, entry.entityId});
    if (named != context.names.end())
        return named->second;
    QStringList parts;
    if (entry.license)
        parts += nameOf({u"license"_s, entry.license->value()}, context);
    if (entry.member)
        parts += nameOf({u"member"_s, entry.member->value()}, context);
    const QJsonObject &values = entry.after.isEmpty() ? entry.before : entry.after;
    if (parts.isEmpty() && values.contains("operator_id"_L1))
        parts += nameOf({u"operator"_s, values.value("operator_id"_L1).toInteger()}, context);
    return parts.isEmpty() ? u'#' + QString::number(entry.entityId) : parts.join(u" · "_s);
}

QString zonedText(const QDateTime &moment, const QTimeZone &zone)
{
    return moment.isValid() ? moment.toTimeZone(zone).toString(u"yyyy-MM-dd HH:mm:ss"_s) : QString();
}

} // namespace seatledger
