// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/operation.h"
#include "core/repositories/operationlistrepository.h"

#include <QString>
#include <QTimeZone>

#include <map>
#include <vector>

namespace seatledger {

// What the audit holds, in the words of the field: tables, columns and values as people read them.

/// What reading the values of the audit takes beside the values: what the rows were called that they refer
/// to, and the zone in which moments are told.
struct ChangeContext {
    std::map<AuditedRow, QString> names = {};
    QTimeZone zone = QTimeZone::utc();
};

/// One field of a changed row; empty is no value.
struct FieldChange {
    QString key; ///< the column
    QString label;
    QString before;
    QString after;
    bool isUpdate = true; ///< otherwise the row came or went

    /// "draft → active", or the one value of a row that came or went.
    [[nodiscard]] QString text() const;

    friend bool operator==(const FieldChange &, const FieldChange &) = default;
};

/// The fields of a change that say something to people, in the order in which forms have them.
[[nodiscard]] std::vector<FieldChange> fieldChanges(const AuditEntry &entry, const ChangeContext &context);

/// The rows that changes are about and that their values refer to, each once.
[[nodiscard]] std::vector<AuditedRow> rowsNamedIn(const std::vector<AuditEntry> &entries);

/// What the changed row is called: "Ana Sousa", "CAD Team · Ana Sousa"; its number where it has no name.
[[nodiscard]] QString objectText(const AuditEntry &entry, const ChangeContext &context);

/// What kind of thing a table holds: "Member"; the table's name for one that is not known.
[[nodiscard]] QString entityText(const QString &entity);
/// As for icon().
[[nodiscard]] QString entityIcon(const QString &entity);
/// The tables that people know, in the order of importance.
[[nodiscard]] QStringList knownEntities();

/// "Assignments added: 120"; for the plan of an undo and the summary of a long operation.
[[nodiscard]] QString partText(const OperationPart &part);

/// What an operation of this kind does: "Assign seats"; the kind itself for one that is not known.
[[nodiscard]] QString kindText(const QString &kind);
/// What an operation is called: what the book wrote by itself in the person's language, other words as they
/// were written.
[[nodiscard]] QString summaryText(const QString &kind, const QString &summary);
/// As for icon().
[[nodiscard]] QString kindIcon(const QString &kind);

/// A moment in a zone, in ISO form: "2026-11-24 16:40:14".
[[nodiscard]] QString zonedText(const QDateTime &moment, const QTimeZone &zone);

} // namespace seatledger
