// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/backupplace.h"

#include "core/workspace/fileerror.h"

#include <QCoreApplication>
#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QJsonObject>
#include <QStorageInfo>

#include <fcntl.h>
#include <sys/stat.h>
#include <unistd.h>

#include <algorithm>
#include <cerrno>
#include <cstdio>
#include <utility>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr qint64 smallestRoom = 8 * 1024 * 1024;
constexpr qint64 largestManifest = 4 * 1024 * 1024;
constexpr qint64 block = 1024 * 1024;

QString manifestName()
{
    return u"manifest.json"_s;
}

QString proofName()
{
    return u"verified.json"_s;
}

QString draftSuffix()
{
    return u".partial"_s;
}

std::unexpected<Error> damagedPart(const QString &file, const QString &problem, const QString &message)
{
    return failure(ErrorCode::RuleBroken, message.arg(file),
                   {{u"reason"_s, u"damaged"_s}, {u"file"_s, file}, {u"problem"_s, problem}});
}

QString text(const char *source)
{
    return QCoreApplication::translate("Backup", source);
}

Result<QByteArray> contentsOf(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly)) {
        const bool isThere = QFileInfo::exists(path);
        return failure(isThere ? ErrorCode::Forbidden : ErrorCode::NotFound,
                       u"%1: %2"_s.arg(path, file.errorString()), {{u"file"_s, path}});
    }
    return file.read(largestManifest);
}

Result<QByteArray> hashOf(const QString &path, const CancelToken &cancel,
                          const std::function<void(qint64)> &read)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly | QIODevice::Unbuffered))
        return failure(ErrorCode::Forbidden, u"%1: %2"_s.arg(path, file.errorString()), {{u"file"_s, path}});
    QCryptographicHash hash(QCryptographicHash::Sha256);
    QByteArray bytes(block, Qt::Uninitialized);
    for (;;) {
        if (cancel.isCancelled())
            return failure(ErrorCode::Cancelled, {});
        const qint64 part = file.read(bytes.data(), block);
        if (part < 0)
            return failure(ErrorCode::Forbidden, u"%1: %2"_s.arg(path, file.errorString()),
                           {{u"file"_s, path}});
        if (part == 0)
            return hash.result();
        hash.addData(QByteArrayView(bytes.constData(), part));
        if (read)
            read(part);
    }
}

Result<void> flush(const QString &path, int flags)
{
    const int descriptor = open(QFile::encodeName(path).constData(), flags | O_CLOEXEC);
    if (descriptor < 0)
        return std::unexpected(fileError(errno, path));
    const bool done = fsync(descriptor) == 0;
    const int reason = errno;
    close(descriptor);
    return done ? Result<void>() : std::unexpected(fileError(reason, path));
}

Result<void> flushFolder(const QString &folder)
{
    return flush(folder, O_RDONLY | O_DIRECTORY);
}

Result<void> move(const QString &from, const QString &to)
{
    if (std::rename(QFile::encodeName(from).constData(), QFile::encodeName(to).constData()) == 0)
        return {};
    if (errno != ENOTEMPTY && errno != EEXIST)
        return std::unexpected(fileError(errno, to));
    return failure(ErrorCode::Conflict,
                   text(QT_TRANSLATE_NOOP("Backup", "There is a backup %1 already.")).arg(to),
                   {{u"reason"_s, u"backup_exists"_s}, {u"file"_s, to}});
}

Result<void> writeWhole(const QString &path, const QByteArray &contents)
{
    QFile file(path);
    const bool written = file.open(QIODevice::WriteOnly | QIODevice::Truncate)
                         && file.write(contents) == contents.size() && file.flush();
    if (!written)
        return std::unexpected(fileError(hasNoRoom(QFileInfo(path).path()) ? ENOSPC : EACCES, path));
    file.close();
    return flush(path, O_RDONLY);
}

/// What a program that was killed left half written.
void sweep(const QString &folder)
{
    const QDir directory(folder);
    for (const QString &name : directory.entryList({u'*' + draftSuffix()}, QDir::Dirs | QDir::Hidden)) {
        const QString left = directory.filePath(name);
        const auto lock = FileLock::ofFolder(left, FileLock::IfHeld::Refuse);
        if (name.startsWith(u'.') && lock)
            QDir(left).removeRecursively();
    }
}

bool isNewer(const ListedBackup &one, const ListedBackup &other)
{
    if (!one.backup || !other.backup)
        return one.backup.has_value() > other.backup.has_value();
    return one.backup->manifest.takenAt > other.backup->manifest.takenAt;
}

Result<void> checkSize(const BackupPart &part, const QString &path)
{
    const QFileInfo found(path);
    if (!found.isFile())
        return damagedPart(path, u"missing"_s,
                           text(QT_TRANSLATE_NOOP("Backup", "The backup is damaged: %1 is missing. Use "
                                                            "another backup.")));
    if (found.size() < part.bytes)
        return damagedPart(path, u"truncated"_s,
                           text(QT_TRANSLATE_NOOP("Backup", "The backup is damaged: of %2 bytes of %1 the "
                                                            "last %3 are missing. Use another backup."))
                               .arg(u"%1"_s)
                               .arg(part.bytes)
                               .arg(part.bytes - found.size()));
    if (found.size() > part.bytes)
        return damagedPart(path, u"longer"_s,
                           text(QT_TRANSLATE_NOOP("Backup", "The backup is damaged: %1 is longer than it "
                                                            "was written. Use another backup.")));
    return {};
}

} // namespace

Result<StoredBackup> openBackup(const QString &folder)
{
    const QString path = QDir::cleanPath(folder);
    if (!QFileInfo::exists(path))
        return failure(ErrorCode::NotFound,
                       text(QT_TRANSLATE_NOOP("Backup", "There is no backup %1.")).arg(path),
                       {{u"file"_s, path}});
    StoredBackup backup{path};
    auto document = contentsOf(backup.path(manifestName()));
    if (!document && document.error().code == ErrorCode::Forbidden)
        return std::unexpected(std::move(document).error());
    auto manifest = BackupManifest::fromDocument(document ? *document : QByteArray());
    if (!manifest) {
        manifest.error().details.insert(u"file"_s, path);
        return std::unexpected(std::move(manifest).error());
    }
    backup.manifest = *std::move(manifest);
    if (const auto proof = contentsOf(backup.path(proofName())))
        backup.proof = BackupProof::fromDocument(*proof, backup.manifest.id);
    return backup;
}

Result<void> checkParts(const StoredBackup &backup, const CancelToken &cancel,
                        const std::function<void(qint64, qint64)> &progress)
{
    for (const BackupPart &part : backup.manifest.parts) {
        if (auto fits = checkSize(part, backup.path(part.name)); !fits)
            return fits;
    }
    qint64 done = 0;
    for (const BackupPart &part : backup.manifest.parts) {
        const QString path = backup.path(part.name);
        auto hash = hashOf(path, cancel, [&](qint64 bytes) {
            done += bytes;
            if (progress)
                progress(done, backup.manifest.bytes());
        });
        if (!hash)
            return std::unexpected(std::move(hash).error());
        if (*hash != part.sha256)
            return damagedPart(path, u"changed"_s,
                               text(QT_TRANSLATE_NOOP("Backup", "The backup is damaged: %1 is not as it was "
                                                                "written. Use another backup.")));
    }
    return {};
}

Result<void> writeProof(StoredBackup &backup, const BackupProof &proof)
{
    const QString draft = backup.path(u'.' + proofName());
    if (auto written = writeWhole(draft, proof.document()); !written)
        return written;
    if (auto moved = move(draft, backup.path(proofName())); !moved)
        return moved;
    backup.proof = proof;
    return flushFolder(backup.folder);
}

Result<std::vector<ListedBackup>> listBackups(const QString &folder)
{
    const QDir directory(folder);
    if (!directory.exists() || !QFileInfo(folder).isReadable())
        return std::unexpected(fileError(directory.exists() ? EACCES : ENOENT, folder));
    std::vector<ListedBackup> found;
    for (const QString &name : directory.entryList(QDir::Dirs | QDir::NoDotAndDotDot)) {
        const QString path = directory.filePath(name);
        auto backup = openBackup(path);
        if (backup || backup.error().code != ErrorCode::InvalidInput)
            found.push_back({path, std::move(backup)});
    }
    std::ranges::stable_sort(found, isNewer);
    return found;
}

Result<void> removeBackup(const StoredBackup &backup)
{
    const QFileInfo place(backup.folder);
    const QString left = place.path() + u"/."_s + place.fileName() + draftSuffix();
    if (auto moved = move(backup.folder, left); !moved)
        return moved;
    if (!QDir(left).removeRecursively())
        return std::unexpected(fileError(EACCES, left));
    return {};
}

bool hasNoRoom(const QString &folder)
{
    const QStorageInfo storage(folder);
    return storage.isValid() && storage.bytesAvailable() < smallestRoom;
}

Result<BackupDraft> BackupDraft::begin(const QString &folder, const QString &name)
{
    const QString place = QDir::cleanPath(folder);
    if (!QDir(place).exists() && !QDir().mkpath(place))
        return std::unexpected(fileError(errno == 0 ? EACCES : errno, place));
    // held while a draft has no lock of its own yet
    const auto held = FileLock::ofFolder(place, FileLock::IfHeld::Wait);
    if (!held)
        return std::unexpected(held.error());
    sweep(place);
    const QString draft = place + u"/."_s + name + draftSuffix();
    if (mkdir(QFile::encodeName(draft).constData(), 0700) != 0)
        return std::unexpected(fileError(errno, draft));
    auto lock = FileLock::ofFolder(draft, FileLock::IfHeld::Refuse);
    if (!lock)
        return std::unexpected(std::move(lock).error());
    return BackupDraft(draft, place + u'/' + name, *std::move(lock));
}

BackupDraft::BackupDraft(QString draft, QString place, FileLock lock)
    : m_draft(std::move(draft)), m_place(std::move(place)), m_lock(std::move(lock))
{}

BackupDraft::BackupDraft(BackupDraft &&other) noexcept
    : m_draft(std::exchange(other.m_draft, QString())),
      m_place(std::move(other.m_place)),
      m_lock(std::move(other.m_lock))
{}

BackupDraft::~BackupDraft()
{
    if (!m_draft.isEmpty())
        QDir(m_draft).removeRecursively();
}

Result<void> BackupDraft::write(const QString &part, const QByteArray &contents) const
{
    return writeWhole(path(part), contents);
}

Result<BackupPart> BackupDraft::measure(const QString &part, const CancelToken &cancel) const
{
    auto hash = hashOf(path(part), cancel, {});
    if (!hash)
        return std::unexpected(std::move(hash).error());
    return BackupPart{part, QFileInfo(path(part)).size(), *std::move(hash)};
}

Result<StoredBackup> BackupDraft::finish(const BackupManifest &manifest)
{
    for (const BackupPart &part : manifest.parts) {
        if (auto flushed = flush(path(part.name), O_RDONLY); !flushed)
            return std::unexpected(std::move(flushed).error());
    }
    if (auto written = write(manifestName(), manifest.document()); !written)
        return std::unexpected(std::move(written).error());
    if (auto flushed = flushFolder(m_draft); !flushed)
        return std::unexpected(std::move(flushed).error());
    if (auto moved = move(m_draft, m_place); !moved)
        return std::unexpected(std::move(moved).error());
    m_draft.clear();
    if (auto flushed = flushFolder(QFileInfo(m_place).path()); !flushed)
        return std::unexpected(std::move(flushed).error());
    return StoredBackup{m_place, manifest};
}

} // namespace seatledger
