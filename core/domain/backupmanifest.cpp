// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/backupmanifest.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QJsonArray>
#include <QJsonDocument>

#include <algorithm>
#include <numeric>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr auto formatName = "seatledger-backup"_L1;
constexpr auto proofName = "seatledger-backup-proof"_L1;
constexpr int formatVersion = 1;
constexpr qsizetype hashSize = 32;

std::unexpected<Error> refused(ErrorCode code, const QString &reason, const char *message)
{
    return failure(code, QCoreApplication::translate("Backup", message), {{u"reason"_s, reason}});
}

std::unexpected<Error> damaged()
{
    return refused(ErrorCode::RuleBroken, u"damaged"_s,
                   QT_TRANSLATE_NOOP("Backup", "The backup is damaged: its manifest is not as it was "
                                               "written. Take another backup."));
}

QByteArray checksumOf(QJsonObject object)
{
    object.remove(u"checksum"_s);
    return QCryptographicHash::hash(QJsonDocument(object).toJson(QJsonDocument::Compact),
                                    QCryptographicHash::Sha256)
        .toHex();
}

QByteArray sealed(QJsonObject object)
{
    object.insert(u"checksum"_s, QString::fromLatin1(checksumOf(object)));
    return QJsonDocument(object).toJson(QJsonDocument::Indented);
}

bool isSealed(const QJsonObject &object)
{
    return object.value(u"checksum"_s).toString().toLatin1() == checksumOf(object);
}

QString momentText(const QDateTime &moment)
{
    return moment.toUTC().toString(Qt::ISODate);
}

QDateTime momentOf(const QJsonValue &value)
{
    return QDateTime::fromString(value.toString(), Qt::ISODate).toUTC();
}

AuditAnchor anchorOf(const QJsonObject &object)
{
    return {.book = object.value(u"book"_s).toString(),
            .position = object.value(u"position"_s).toInteger(),
            .head = QByteArray::fromHex(object.value(u"head"_s).toString().toLatin1()),
            .takenAt = momentOf(object.value(u"taken_at"_s)),
            .schemaVersion = object.value(u"schema_version"_s).toInt(),
            .operations = object.value(u"operations"_s).toInteger(),
            .events = object.value(u"events"_s).toInteger()};
}

std::vector<BackupPart> partsOf(const QJsonArray &array)
{
    std::vector<BackupPart> parts;
    for (const QJsonValue value : array) {
        const QJsonObject part = value.toObject();
        parts.push_back({part.value(u"name"_s).toString(), part.value(u"bytes"_s).toInteger(),
                         QByteArray::fromHex(part.value(u"sha256"_s).toString().toLatin1())});
    }
    return parts;
}

/// Its parts are beside it: no name leads out of the folder.
bool isWhole(const BackupManifest &manifest)
{
    return !manifest.id.isEmpty() && manifest.takenAt.isValid() && manifest.audit.schemaVersion > 0
           && manifest.audit.head.size() == hashSize && !manifest.parts.empty()
           && std::ranges::all_of(manifest.parts, [](const BackupPart &part) {
                  return !part.name.isEmpty() && !part.name.contains(u'/') && !part.name.startsWith(u'.')
                         && part.sha256.size() == hashSize;
              });
}

} // namespace

qint64 BackupManifest::bytes() const
{
    return std::accumulate(parts.begin(), parts.end(), qint64(0),
                           [](qint64 sum, const BackupPart &part) { return sum + part.bytes; });
}

QByteArray BackupManifest::document() const
{
    QJsonObject counts;
    for (const auto &[table, count] : rows.asKeyValueRange())
        counts.insert(table, count);
    QJsonArray files;
    for (const BackupPart &part : parts)
        files.append(QJsonObject{{u"name"_s, part.name},
                                 {u"bytes"_s, part.bytes},
                                 {u"sha256"_s, QString::fromLatin1(part.sha256.toHex())}});
    return sealed({{u"format"_s, formatName},
                   {u"format_version"_s, formatVersion},
                   {u"id"_s, id},
                   {u"taken_at"_s, momentText(takenAt)},
                   {u"database"_s, database},
                   {u"database_bytes"_s, databaseBytes},
                   {u"product_version"_s, product},
                   {u"postgres"_s, postgres},
                   {u"pg_dump"_s, tools},
                   {u"passwords"_s, hasPasswords},
                   {u"audit"_s, audit.toJson()},
                   {u"rows"_s, counts},
                   {u"parts"_s, files}});
}

Result<BackupManifest> BackupManifest::fromDocument(const QByteArray &document)
{
    const QJsonObject object = QJsonDocument::fromJson(document).object();
    if (object.value(u"format"_s).toString() != formatName) {
        // one flipped bit can end all of the JSON; the name is still in its text then
        if (document.contains(QByteArray(formatName.data(), formatName.size())))
            return damaged();
        return refused(ErrorCode::InvalidInput, u"not_a_backup"_s,
                       QT_TRANSLATE_NOOP("Backup", "This is not a backup of Seatledger. Name the folder "
                                                   "that `backup create` made."));
    }
    if (!isSealed(object))
        return damaged();
    if (object.value(u"format_version"_s).toInt() > formatVersion)
        return refused(ErrorCode::VersionMismatch, u"format_newer"_s,
                       QT_TRANSLATE_NOOP("Backup", "A newer version of Seatledger made this backup, in a "
                                                   "form that this one does not know. Use that version."));
    BackupManifest manifest{.id = object.value(u"id"_s).toString(),
                            .takenAt = momentOf(object.value(u"taken_at"_s)),
                            .database = object.value(u"database"_s).toString(),
                            .databaseBytes = object.value(u"database_bytes"_s).toInteger(),
                            .product = object.value(u"product_version"_s).toString(),
                            .postgres = object.value(u"postgres"_s).toInt(),
                            .tools = object.value(u"pg_dump"_s).toInt(),
                            .hasPasswords = object.value(u"passwords"_s).toBool(),
                            .audit = anchorOf(object.value(u"audit"_s).toObject()),
                            .parts = partsOf(object.value(u"parts"_s).toArray())};
    const QJsonObject counts = object.value(u"rows"_s).toObject();
    for (auto count = counts.begin(); count != counts.end(); ++count)
        manifest.rows.insert(count.key(), count.value().toInteger());
    return isWhole(manifest) ? Result<BackupManifest>(std::move(manifest)) : damaged();
}

QByteArray BackupProof::document() const
{
    return sealed({{u"format"_s, proofName},
                   {u"backup"_s, backup},
                   {u"verified_at"_s, momentText(verifiedAt)},
                   {u"product_version"_s, product},
                   {u"checks"_s, checks}});
}

std::optional<BackupProof> BackupProof::fromDocument(const QByteArray &document, const QString &id)
{
    const QJsonObject object = QJsonDocument::fromJson(document).object();
    if (object.value(u"format"_s).toString() != proofName || !isSealed(object)
        || object.value(u"backup"_s).toString() != id)
        return std::nullopt;
    return BackupProof{id, momentOf(object.value(u"verified_at"_s)),
                       object.value(u"product_version"_s).toString(), object.value(u"checks"_s).toInt()};
}

} // namespace seatledger
