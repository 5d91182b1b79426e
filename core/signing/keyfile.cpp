// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/signing/keyfile.h"

#include <QCoreApplication>
#include <QDir>
#include <QFile>
#include <QFileInfo>
#include <QStandardPaths>
#include <QTemporaryFile>

#include <sys/stat.h>
#include <unistd.h>

#include <cerrno>
#include <cstdio>
#include <system_error>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr QByteArrayView firstLine = "seatledger signing key 1";
constexpr qint64 longestFile = 1000;
constexpr mode_t forOthers = 077;

std::unexpected<Error> fileFailure(int errnoValue, const QString &path)
{
    const ErrorCode code = errnoValue == ENOENT                           ? ErrorCode::NotFound
                           : errnoValue == ENOSPC || errnoValue == EDQUOT ? ErrorCode::StorageFull
                                                                          : ErrorCode::Forbidden;
    return failure(code,
                   QCoreApplication::translate("signing", "The key file %1 cannot be used: %2.")
                       .arg(path, QString::fromLocal8Bit(std::generic_category().message(errnoValue))),
                   {{u"path"_s, path}});
}

std::unexpected<Error> noKey(const QString &path)
{
    return failure(ErrorCode::InvalidInput,
                   QCoreApplication::translate("signing", "%1 is not a key file of Seatledger.").arg(path),
                   {{u"path"_s, path}});
}

Result<void> checkMode(const QFile &file)
{
    struct stat status = {};
    if (fstat(file.handle(), &status) != 0)
        return fileFailure(errno, file.fileName());
    if ((status.st_mode & forOthers) == 0)
        return {};
    return failure(ErrorCode::Forbidden,
                   QCoreApplication::translate("signing",
                                               "The key file %1 could be read by others, so what it "
                                               "signs proves nothing. Close it with chmod 600, or "
                                               "move it away to get a new key.")
                       .arg(file.fileName()),
                   {{u"path"_s, file.fileName()}, {u"reason"_s, u"key_open"_s}});
}

/// QTemporaryFile makes it with mode 0600.
Result<void> writeDraft(QTemporaryFile &draft, const SigningKey &key, const QString &path)
{
    errno = 0;
    if (!draft.open())
        return fileFailure(errno, path);
    const QByteArray content = firstLine.toByteArray() + '\n' + key.seed().toBase64() + '\n';
    if (draft.write(content) != content.size() || !draft.flush() || fsync(draft.handle()) != 0)
        return fileFailure(errno, path);
    return {};
}

/// The file takes the place at once and only if nobody was faster.
Result<void> writeKey(const SigningKey &key, const QString &path)
{
    QTemporaryFile draft(path + u".XXXXXX"_s);
    if (auto written = writeDraft(draft, key, path); !written)
        return written;
    if (link(QFile::encodeName(draft.fileName()).constData(), QFile::encodeName(path).constData()) != 0
        && errno != EEXIST)
        return fileFailure(errno, path);
    return {};
}

} // namespace

QString defaultKeyFile()
{
    const QString home = qEnvironmentVariable("SEATLEDGER_HOME");
    const QString folder = home.isEmpty()
                               ? QStandardPaths::writableLocation(QStandardPaths::GenericConfigLocation)
                                     + u"/seatledger"_s
                               : QDir::cleanPath(QDir(home).absolutePath());
    return folder + u"/anchor.key"_s;
}

Result<SigningKey> readKeyFile(const QString &path)
{
    QFile file(path);
    errno = 0;
    if (!file.open(QIODevice::ReadOnly))
        return fileFailure(errno, path);
    if (auto closed = checkMode(file); !closed)
        return std::unexpected(std::move(closed).error());
    const QList<QByteArray> lines = file.read(longestFile).split('\n');
    if (lines.size() != 3 || lines[0] != firstLine || !lines[2].isEmpty())
        return noKey(path);
    const auto seed = QByteArray::fromBase64Encoding(lines[1], QByteArray::AbortOnBase64DecodingErrors);
    auto key = SigningKey::fromSeed(seed ? *seed : QByteArray());
    if (!key)
        return noKey(path);
    return key;
}

Result<SigningKey> readOrMakeKeyFile(const QString &path)
{
    auto found = readKeyFile(path);
    if (found || found.error().code != ErrorCode::NotFound)
        return found;
    const QString folder = QFileInfo(path).absolutePath();
    errno = 0;
    if (!QDir().mkpath(folder))
        return fileFailure(errno, path);
    auto key = SigningKey::generate();
    if (!key)
        return key;
    if (auto written = writeKey(*key, path); !written)
        return std::unexpected(std::move(written).error());
    return readKeyFile(path); // that of whoever was faster, if somebody was
}

Result<ChangedKey> changeKeyFile(const QString &path)
{
    const auto before = readKeyFile(path);
    if (!before && before.error().code != ErrorCode::NotFound)
        return std::unexpected(before.error());
    if (!before) {
        auto made = readOrMakeKeyFile(path);
        if (!made)
            return std::unexpected(std::move(made).error());
        return ChangedKey{*std::move(made), {}};
    }
    auto key = SigningKey::generate();
    if (!key)
        return std::unexpected(std::move(key).error());
    QTemporaryFile draft(path + u".XXXXXX"_s);
    if (auto written = writeDraft(draft, *key, path); !written)
        return std::unexpected(std::move(written).error());
    const QString kept = path + u'.' + QString::fromLatin1(before->publicKey().first(4).toHex());
    const QByteArray place = QFile::encodeName(path);
    if (link(place.constData(), QFile::encodeName(kept).constData()) != 0 && errno != EEXIST)
        return fileFailure(errno, kept);
    if (std::rename(QFile::encodeName(draft.fileName()).constData(), place.constData()) != 0)
        return fileFailure(errno, path);
    draft.setAutoRemove(false);
    return ChangedKey{*std::move(key), kept};
}

} // namespace seatledger
