// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/changetext.h"
#include "ui/common/wording.h"

#include <QCoreApplication>
#include <QLocale>

#include <algorithm>
#include <array>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

struct KnownEntity {
    QLatin1StringView name;
    const char *one;
    QLatin1StringView icon;
    const char *added; ///< "Assignments added: %1"
    const char *changed;
    const char *removed;
};

// The numbers are written before the words, so that no language needs forms for them.
constexpr std::array entityTable{
    KnownEntity{"license_assignment"_L1, QT_TRANSLATE_NOOP("Audit", "Assignment"), "armchair"_L1,
                QT_TRANSLATE_NOOP("Audit", "Assignments added: %1"),
                QT_TRANSLATE_NOOP("Audit", "Assignments changed: %1"),
                QT_TRANSLATE_NOOP("Audit", "Assignments removed: %1")},
    KnownEntity{"waiting_entry"_L1, QT_TRANSLATE_NOOP("Audit", "Waiting list"), "hourglass"_L1,
                QT_TRANSLATE_NOOP("Audit", "Put on the waiting list: %1"),
                QT_TRANSLATE_NOOP("Audit", "Entries of the waiting list changed: %1"),
                QT_TRANSLATE_NOOP("Audit", "Entries of the waiting list removed: %1")},
    KnownEntity{"access_review"_L1, QT_TRANSLATE_NOOP("Audit", "Access review"), "clipboard-list"_L1,
                QT_TRANSLATE_NOOP("Audit", "Access reviews added: %1"),
                QT_TRANSLATE_NOOP("Audit", "Access reviews changed: %1"),
                QT_TRANSLATE_NOOP("Audit", "Access reviews removed: %1")},
    KnownEntity{"access_review_item"_L1, QT_TRANSLATE_NOOP("Audit", "Seat in a review"), "clipboard-list"_L1,
                QT_TRANSLATE_NOOP("Audit", "Seats in reviews added: %1"),
                QT_TRANSLATE_NOOP("Audit", "Seats in reviews changed: %1"),
                QT_TRANSLATE_NOOP("Audit", "Seats in reviews removed: %1")},
    KnownEntity{"member"_L1, QT_TRANSLATE_NOOP("Audit", "Member"), "user"_L1,
                QT_TRANSLATE_NOOP("Audit", "Members added: %1"),
                QT_TRANSLATE_NOOP("Audit", "Members changed: %1"),
                QT_TRANSLATE_NOOP("Audit", "Members removed: %1")},
    KnownEntity{"license"_L1, QT_TRANSLATE_NOOP("Audit", "Licence"), "certificate"_L1,
                QT_TRANSLATE_NOOP("Audit", "Licences added: %1"),
                QT_TRANSLATE_NOOP("Audit", "Licences changed: %1"),
                QT_TRANSLATE_NOOP("Audit", "Licences removed: %1")},
    KnownEntity{"entitlement"_L1, QT_TRANSLATE_NOOP("Audit", "Entitlement"), "receipt"_L1,
                QT_TRANSLATE_NOOP("Audit", "Entitlements added: %1"),
                QT_TRANSLATE_NOOP("Audit", "Entitlements changed: %1"),
                QT_TRANSLATE_NOOP("Audit", "Entitlements removed: %1")},
    KnownEntity{"license_key"_L1, QT_TRANSLATE_NOOP("Audit", "Licence key"), "key"_L1,
                QT_TRANSLATE_NOOP("Audit", "Licence keys added: %1"),
                QT_TRANSLATE_NOOP("Audit", "Licence keys changed: %1"),
                QT_TRANSLATE_NOOP("Audit", "Licence keys removed: %1")},
    KnownEntity{"license_key_reading"_L1, QT_TRANSLATE_NOOP("Audit", "Reading of a key"), "eye"_L1,
                QT_TRANSLATE_NOOP("Audit", "Keys read: %1"),
                QT_TRANSLATE_NOOP("Audit", "Readings changed: %1"),
                QT_TRANSLATE_NOOP("Audit", "Readings removed: %1")},
    KnownEntity{"department"_L1, QT_TRANSLATE_NOOP("Audit", "Department"), "sitemap"_L1,
                QT_TRANSLATE_NOOP("Audit", "Departments added: %1"),
                QT_TRANSLATE_NOOP("Audit", "Departments changed: %1"),
                QT_TRANSLATE_NOOP("Audit", "Departments removed: %1")},
    KnownEntity{"vendor"_L1, QT_TRANSLATE_NOOP("Audit", "Vendor"), "certificate"_L1,
                QT_TRANSLATE_NOOP("Audit", "Vendors added: %1"),
                QT_TRANSLATE_NOOP("Audit", "Vendors changed: %1"),
                QT_TRANSLATE_NOOP("Audit", "Vendors removed: %1")},
    KnownEntity{"product"_L1, QT_TRANSLATE_NOOP("Audit", "Product"), "certificate"_L1,
                QT_TRANSLATE_NOOP("Audit", "Products added: %1"),
                QT_TRANSLATE_NOOP("Audit", "Products changed: %1"),
                QT_TRANSLATE_NOOP("Audit", "Products removed: %1")},
    KnownEntity{"operator"_L1, QT_TRANSLATE_NOOP("Audit", "Operator"), "user-shield"_L1,
                QT_TRANSLATE_NOOP("Audit", "Operators added: %1"),
                QT_TRANSLATE_NOOP("Audit", "Operators changed: %1"),
                QT_TRANSLATE_NOOP("Audit", "Operators removed: %1")},
    KnownEntity{"operator_department"_L1, QT_TRANSLATE_NOOP("Audit", "Department of an operator"),
                "sitemap"_L1, QT_TRANSLATE_NOOP("Audit", "Departments of operators added: %1"),
                QT_TRANSLATE_NOOP("Audit", "Departments of operators changed: %1"),
                QT_TRANSLATE_NOOP("Audit", "Departments of operators removed: %1")},
    KnownEntity{"operator_password_change"_L1, QT_TRANSLATE_NOOP("Audit", "Password"), "key"_L1,
                QT_TRANSLATE_NOOP("Audit", "Passwords set: %1"),
                QT_TRANSLATE_NOOP("Audit", "Passwords changed: %1"),
                QT_TRANSLATE_NOOP("Audit", "Passwords removed: %1")},
    KnownEntity{"device"_L1, QT_TRANSLATE_NOOP("Audit", "Device"), "devices"_L1,
                QT_TRANSLATE_NOOP("Audit", "Devices added: %1"),
                QT_TRANSLATE_NOOP("Audit", "Devices changed: %1"),
                QT_TRANSLATE_NOOP("Audit", "Devices removed: %1")},
    KnownEntity{"activation"_L1, QT_TRANSLATE_NOOP("Audit", "Activation"), "device-desktop"_L1,
                QT_TRANSLATE_NOOP("Audit", "Activations added: %1"),
                QT_TRANSLATE_NOOP("Audit", "Activations changed: %1"),
                QT_TRANSLATE_NOOP("Audit", "Activations removed: %1")},
    KnownEntity{"license_file"_L1, QT_TRANSLATE_NOOP("Audit", "Licence file"), "device-desktop"_L1,
                QT_TRANSLATE_NOOP("Audit", "Licence files given out: %1"),
                QT_TRANSLATE_NOOP("Audit", "Licence files changed: %1"),
                QT_TRANSLATE_NOOP("Audit", "Licence files removed: %1")},
    KnownEntity{"api_token"_L1, QT_TRANSLATE_NOOP("Audit", "Token"), "key"_L1,
                QT_TRANSLATE_NOOP("Audit", "Tokens added: %1"),
                QT_TRANSLATE_NOOP("Audit", "Tokens changed: %1"),
                QT_TRANSLATE_NOOP("Audit", "Tokens removed: %1")},
    KnownEntity{"feature_switch"_L1, QT_TRANSLATE_NOOP("Audit", "Feature switch"), "server"_L1,
                QT_TRANSLATE_NOOP("Audit", "Feature switches added: %1"),
                QT_TRANSLATE_NOOP("Audit", "Feature switches changed: %1"),
                QT_TRANSLATE_NOOP("Audit", "Feature switches removed: %1")},
    KnownEntity{"backup_record"_L1, QT_TRANSLATE_NOOP("Audit", "Backup"), "database"_L1,
                QT_TRANSLATE_NOOP("Audit", "Backups noted: %1"),
                QT_TRANSLATE_NOOP("Audit", "Backups changed: %1"),
                QT_TRANSLATE_NOOP("Audit", "Backups removed: %1")},
    KnownEntity{"setting"_L1, QT_TRANSLATE_NOOP("Audit", "Setting"), "server"_L1,
                QT_TRANSLATE_NOOP("Audit", "Settings added: %1"),
                QT_TRANSLATE_NOOP("Audit", "Settings changed: %1"),
                QT_TRANSLATE_NOOP("Audit", "Settings removed: %1")},
    KnownEntity{"exchange_rate"_L1, QT_TRANSLATE_NOOP("Audit", "Exchange rate"), "receipt"_L1,
                QT_TRANSLATE_NOOP("Audit", "Exchange rates added: %1"),
                QT_TRANSLATE_NOOP("Audit", "Exchange rates changed: %1"),
                QT_TRANSLATE_NOOP("Audit", "Exchange rates removed: %1")},
    KnownEntity{"import_mapping"_L1, QT_TRANSLATE_NOOP("Audit", "Import mapping"), "database"_L1,
                QT_TRANSLATE_NOOP("Audit", "Import mappings added: %1"),
                QT_TRANSLATE_NOOP("Audit", "Import mappings changed: %1"),
                QT_TRANSLATE_NOOP("Audit", "Import mappings removed: %1")},
};

struct KnownKind {
    QLatin1StringView name;
    const char *text;
    QLatin1StringView icon;
};

constexpr std::array kindTable{
    KnownKind{"assign"_L1, QT_TRANSLATE_NOOP("Audit", "Assign seats"), "user-plus"_L1},
    KnownKind{"review"_L1, QT_TRANSLATE_NOOP("Audit", "Begin an access review"), "clipboard-list"_L1},
    KnownKind{"review_decide"_L1, QT_TRANSLATE_NOOP("Audit", "Decide in an access review"),
              "clipboard-list"_L1},
    KnownKind{"review_execute"_L1, QT_TRANSLATE_NOOP("Audit", "Carry out an access review"),
              "clipboard-list"_L1},
    KnownKind{"review_cancel"_L1, QT_TRANSLATE_NOOP("Audit", "Give up an access review"),
              "clipboard-list"_L1},
    KnownKind{"wait"_L1, QT_TRANSLATE_NOOP("Audit", "Ask for seats"), "hourglass"_L1},
    KnownKind{"withdraw"_L1, QT_TRANSLATE_NOOP("Audit", "Take off the waiting list"), "hourglass"_L1},
    KnownKind{"revoke"_L1, QT_TRANSLATE_NOOP("Audit", "Revoke seats"), "ban"_L1},
    KnownKind{"suspend"_L1, QT_TRANSLATE_NOOP("Audit", "Suspend seats"), "player-pause"_L1},
    KnownKind{"resume"_L1, QT_TRANSLATE_NOOP("Audit", "Resume seats"), "player-play"_L1},
    KnownKind{"transfer"_L1, QT_TRANSLATE_NOOP("Audit", "Transfer seats"), "arrows-exchange"_L1},
    KnownKind{"reschedule"_L1, QT_TRANSLATE_NOOP("Audit", "Change days"), "calendar-event"_L1},
    KnownKind{"requantify"_L1, QT_TRANSLATE_NOOP("Audit", "Change number of seats"), "armchair"_L1},
    KnownKind{"edit_assignment"_L1, QT_TRANSLATE_NOOP("Audit", "Edit assignment"), "pencil"_L1},
    KnownKind{"renew"_L1, QT_TRANSLATE_NOOP("Audit", "Renew"), "refresh"_L1},
    KnownKind{"depart"_L1, QT_TRANSLATE_NOOP("Audit", "Departure"), "logout"_L1},
    KnownKind{"add_member"_L1, QT_TRANSLATE_NOOP("Audit", "Add member"), "plus"_L1},
    KnownKind{"edit_member"_L1, QT_TRANSLATE_NOOP("Audit", "Edit member"), "pencil"_L1},
    KnownKind{"add_department"_L1, QT_TRANSLATE_NOOP("Audit", "Add department"), "plus"_L1},
    KnownKind{"edit_department"_L1, QT_TRANSLATE_NOOP("Audit", "Edit department"), "pencil"_L1},
    KnownKind{"add_license"_L1, QT_TRANSLATE_NOOP("Audit", "Add licence"), "plus"_L1},
    KnownKind{"edit_license"_L1, QT_TRANSLATE_NOOP("Audit", "Edit licence"), "pencil"_L1},
    KnownKind{"add_entitlement"_L1, QT_TRANSLATE_NOOP("Audit", "Add entitlement"), "receipt"_L1},
    KnownKind{"edit_entitlement"_L1, QT_TRANSLATE_NOOP("Audit", "Edit entitlement"), "pencil"_L1},
    KnownKind{"cancel_entitlement"_L1, QT_TRANSLATE_NOOP("Audit", "Cancel entitlement"), "ban"_L1},
    KnownKind{"add_keys"_L1, QT_TRANSLATE_NOOP("Audit", "Add keys"), "key"_L1},
    KnownKind{"read_key"_L1, QT_TRANSLATE_NOOP("Audit", "Read a key"), "eye"_L1},
    KnownKind{"create_token"_L1, QT_TRANSLATE_NOOP("Audit", "Create token"), "key"_L1},
    KnownKind{"revoke_token"_L1, QT_TRANSLATE_NOOP("Audit", "Revoke token"), "key"_L1},
    KnownKind{"activate_license"_L1, QT_TRANSLATE_NOOP("Audit", "Activate on a device"), "device-desktop"_L1},
    KnownKind{"release_license"_L1, QT_TRANSLATE_NOOP("Audit", "Release a device"), "device-desktop"_L1},
    KnownKind{"rename_device"_L1, QT_TRANSLATE_NOOP("Audit", "Rename device"), "devices"_L1},
    KnownKind{"retire_device"_L1, QT_TRANSLATE_NOOP("Audit", "Take device out of use"), "devices"_L1},
    KnownKind{"issue_license_file"_L1, QT_TRANSLATE_NOOP("Audit", "Give out a licence file"),
              "device-desktop"_L1},
    KnownKind{"set_feature"_L1, QT_TRANSLATE_NOOP("Audit", "Switch a feature"), "server"_L1},
    KnownKind{"verify_backup"_L1, QT_TRANSLATE_NOOP("Audit", "Verify a backup"), "database"_L1},
    KnownKind{"restore_backup"_L1, QT_TRANSLATE_NOOP("Audit", "Restore a backup"), "database"_L1},
    KnownKind{"add_operator"_L1, QT_TRANSLATE_NOOP("Audit", "Add operator"), "user-shield"_L1},
    KnownKind{"edit_operator"_L1, QT_TRANSLATE_NOOP("Audit", "Edit operator"), "user-shield"_L1},
    KnownKind{"disable_operator"_L1, QT_TRANSLATE_NOOP("Audit", "Disable operator"), "user-off"_L1},
    KnownKind{"enable_operator"_L1, QT_TRANSLATE_NOOP("Audit", "Enable operator"), "user-check"_L1},
    KnownKind{"set_password"_L1, QT_TRANSLATE_NOOP("Audit", "Set password"), "key"_L1},
    KnownKind{"set_rates"_L1, QT_TRANSLATE_NOOP("Audit", "Set rates"), "receipt"_L1},
    KnownKind{"set_notices"_L1, QT_TRANSLATE_NOOP("Audit", "Set notices"), "bell"_L1},
    KnownKind{"archive_audit"_L1, QT_TRANSLATE_NOOP("Audit", "Archive the audit"), "archive"_L1},
    KnownKind{"set_audit_months"_L1, QT_TRANSLATE_NOOP("Audit", "Set how long the audit is kept"),
              "archive"_L1},
    KnownKind{"import"_L1, QT_TRANSLATE_NOOP("Audit", "Import"), "database"_L1},
    KnownKind{"edit_mapping"_L1, QT_TRANSLATE_NOOP("Audit", "Edit import mapping"), "database"_L1},
    KnownKind{"undo"_L1, QT_TRANSLATE_NOOP("Audit", "Undo"), "arrow-back-up"_L1},
    KnownKind{"advance"_L1, QT_TRANSLATE_NOOP("Audit", "What was due"), "clock"_L1},
    KnownKind{"install"_L1, QT_TRANSLATE_NOOP("Audit", "Opening of the book"), "database"_L1},
    KnownKind{"sample"_L1, QT_TRANSLATE_NOOP("Audit", "Sample data"), "database"_L1},
    KnownKind{"direct"_L1, QT_TRANSLATE_NOOP("Audit", "Changed by SQL"), "database"_L1},
};

QString translated(const char *source)
{
    return QCoreApplication::translate("Audit", source);
}

const KnownEntity *entityNamed(const QString &name)
{
    const auto known = std::ranges::find(entityTable, name, &KnownEntity::name);
    return known == entityTable.end() ? nullptr : &*known;
}

const KnownKind *kindNamed(const QString &name)
{
    const auto known = std::ranges::find(kindTable, name, &KnownKind::name);
    return known == kindTable.end() ? nullptr : &*known;
}

} // namespace

QString entityText(const QString &entity)
{
    const KnownEntity *known = entityNamed(entity);
    return known ? translated(known->one) : entity;
}

QString entityIcon(const QString &entity)
{
    const KnownEntity *known = entityNamed(entity);
    return known ? QString(known->icon) : u"database"_s;
}

QStringList knownEntities()
{
    QStringList names;
    for (const KnownEntity &entity : entityTable)
        names += entity.name;
    return names;
}

QString partText(const OperationPart &part)
{
    const QString rows = QLocale().toString(part.rows);
    const KnownEntity *known = entityNamed(part.entity);
    if (!known)
        return labelled(part.entity, rows);
    const char *source = part.action == "insert"_L1   ? known->added
                         : part.action == "delete"_L1 ? known->removed
                                                      : known->changed;
    return translated(source).arg(rows);
}

QString kindText(const QString &kind)
{
    const KnownKind *known = kindNamed(kind);
    return known ? translated(known->text) : kind;
}

QString summaryText(const QString &kind, const QString &summary)
{
    constexpr QLatin1StringView due = "What was due on "_L1;
    if (kind == "install"_L1 && summary == "The book was opened"_L1)
        return translated(QT_TRANSLATE_NOOP("Audit", "The book was opened"));
    if (kind == "advance"_L1 && summary.startsWith(due))
        return translated(QT_TRANSLATE_NOOP("Audit", "What was due on %1")).arg(summary.sliced(due.size()));
    return summary;
}

QString kindIcon(const QString &kind)
{
    const KnownKind *known = kindNamed(kind);
    return known ? QString(known->icon) : u"pencil"_s;
}

} // namespace seatledger
