// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/backups/backupentries.h"

#include "core/domain/systemstatus.h"
#include "ui/common/widgets/keyvalueform.h"
#include "ui/common/wording.h"

#include <QCoreApplication>
#include <QDir>
#include <QFileInfo>
#include <QLocale>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr qsizetype digestShown = 8; ///< enough to tell heads apart at a glance

QString text(const char *source)
{
    return QCoreApplication::translate("Backups", source);
}

QString ageOf(const QDateTime &moment, const QDateTime &now)
{
    constexpr qint64 minute = 60;
    const qint64 seconds = moment.secsTo(now);
    return seconds < minute ? text(QT_TRANSLATE_NOOP("Backups", "just now"))
                            : text(QT_TRANSLATE_NOOP("Backups", "%1 ago")).arg(spanText(seconds));
}

/// The most important thing to know before it is used.
Badge badgeOf(const StoredBackup &backup, const BackupOverview &overview)
{
    const AuditAnchor &audit = backup.manifest.audit;
    if (audit.schemaVersion > overview.schemaVersion)
        return {text(QT_TRANSLATE_NOOP("Backups", "Newer than this program")), Tone::Warning,
                u"alert-triangle"_s};
    if (audit.book != overview.book)
        return {text(QT_TRANSLATE_NOOP("Backups", "Of another book")), Tone::TextMuted, u"book"_s};
    if (backup.proof)
        return {text(QT_TRANSLATE_NOOP("Backups", "Verified")), Tone::Success, u"circle-check"_s};
    return {text(QT_TRANSLATE_NOOP("Backups", "Not verified")), Tone::Warning, u"alert-triangle"_s};
}

QString headOf(const AuditAnchor &audit)
{
    return QString::fromLatin1(audit.head.toHex());
}

} // namespace

QString takenText(const BackupManifest &manifest)
{
    return minuteText(manifest.takenAt);
}

Entry entryOf(const ListedBackup &listed, const BackupOverview &overview, const QDateTime &now)
{
    if (!listed.backup)
        return {.title = QFileInfo(listed.folder).fileName(),
                .detail = listed.backup.error().message,
                .badge = {text(QT_TRANSLATE_NOOP("Backups", "Damaged")), Tone::Danger, u"alert-circle"_s},
                .iconName = u"archive"_s,
                .iconTone = Tone::Danger};
    const BackupManifest &manifest = listed.backup->manifest;
    return {.title = u"%1 · %2"_s.arg(takenText(manifest), ageOf(manifest.takenAt, now)),
            .detail = text(QT_TRANSLATE_NOOP("Backups", "%1 · schema %2 · audit %3, %4 …"))
                          .arg(bytesText(manifest.bytes()))
                          .arg(manifest.audit.schemaVersion)
                          .arg(QLocale().toString(manifest.audit.position),
                               headOf(manifest.audit).left(digestShown)),
            .badge = badgeOf(*listed.backup, overview),
            .iconName = u"archive"_s};
}

void showFacts(KeyValueForm &form, const ListedBackup &listed)
{
    const StoredBackup *backup = listed.backup ? &*listed.backup : nullptr;
    const auto fact = [&](const QString &key, const char *label, const QString &value) {
        form.setValue(key, text(label), backup ? value : QString());
    };
    const BackupManifest manifest = backup ? backup->manifest : BackupManifest();
    const QString verified = backup && backup->proof ? text(QT_TRANSLATE_NOOP("Backups", "%1, %2 checks"))
                                                           .arg(minuteText(backup->proof->verifiedAt))
                                                           .arg(backup->proof->checks)
                                                     : text(QT_TRANSLATE_NOOP("Backups", "never"));
    form.setValue(u"folder"_s, text(QT_TRANSLATE_NOOP("Backups", "Folder")),
                  QDir::toNativeSeparators(listed.folder));
    fact(u"database"_s, QT_TRANSLATE_NOOP("Backups", "Database"),
         text(QT_TRANSLATE_NOOP("Backups", "%1, there %2; by Seatledger %3, PostgreSQL %4"))
             .arg(manifest.database, bytesText(manifest.databaseBytes), manifest.product)
             .arg(manifest.postgres));
    fact(u"verified"_s, QT_TRANSLATE_NOOP("Backups", "Verified"), verified);
    fact(u"audit"_s, QT_TRANSLATE_NOOP("Backups", "Audit head"),
         u"%1 · %2"_s.arg(QLocale().toString(manifest.audit.position), headOf(manifest.audit)));
    fact(u"passwords"_s, QT_TRANSLATE_NOOP("Backups", "Passwords"),
         manifest.hasPasswords
             ? text(QT_TRANSLATE_NOOP("Backups", "of the logins, as verifiers"))
             : text(QT_TRANSLATE_NOOP("Backups", "none: logins get new ones after it was restored")));
}

} // namespace seatledger
