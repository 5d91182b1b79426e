// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/db/migrationfiles.h"

#include <QCryptographicHash>
#include <QDir>
#include <QFile>
#include <QRegularExpression>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

Result<QByteArray> contents(const QString &path)
{
    QFile file(path);
    if (!file.open(QIODevice::ReadOnly))
        return failure(ErrorCode::Internal,
                       u"The migration %1 cannot be read: %2"_s.arg(path, file.errorString()));
    return file.readAll();
}

/// Whether the first line says a word of the script, such as `-- seatledger: no transaction, expands`.
bool says(const QByteArray &script, const char *word)
{
    const QByteArray line = script.left(script.indexOf('\n'));
    const QByteArray mark("-- seatledger:");
    if (!line.startsWith(mark))
        return false;
    return std::ranges::any_of(line.sliced(mark.size()).split(','),
                               [word](const QByteArray &said) { return said.trimmed() == word; });
}

Result<Migration> readMigration(const QDir &folder, const QString &fileName)
{
    static const QRegularExpression form(u"^([0-9]{4})_([a-z0-9_]+)\\.up\\.sql$"_s);
    const QRegularExpressionMatch match = form.match(fileName);
    if (!match.hasMatch())
        return failure(ErrorCode::Internal,
                       u"The migration %1 is not named NNNN_name.up.sql."_s.arg(fileName));

    const QString downName = match.captured(1) + u'_' + match.captured(2) + u".down.sql"_s;
    auto up = contents(folder.filePath(fileName));
    auto down = contents(folder.filePath(downName));
    if (!up || !down)
        return std::unexpected(up ? std::move(down).error() : std::move(up).error());

    Migration migration;
    migration.version = match.capturedView(1).toInt();
    migration.name = match.captured(2);
    migration.up = QString::fromUtf8(*up);
    migration.down = QString::fromUtf8(*down);
    migration.checksum = QCryptographicHash::hash(*up, QCryptographicHash::Sha256).toHex();
    migration.upInTransaction = !says(*up, "no transaction");
    migration.downInTransaction = !says(*down, "no transaction");
    migration.expands = says(*up, "expands");
    return migration;
}

} // namespace

QString Migration::title() const
{
    return u"%1_%2"_s.arg(version, 4, 10, QChar(u'0')).arg(name);
}

Result<std::vector<Migration>> readMigrations(const QString &folder)
{
    const QDir directory(folder);
    const QStringList names = directory.entryList({u"*.up.sql"_s}, QDir::Files, QDir::Name);
    std::vector<Migration> migrations;
    for (const QString &name : names) {
        auto migration = readMigration(directory, name);
        if (!migration)
            return std::unexpected(std::move(migration).error());
        if (migration->version != static_cast<int>(migrations.size()) + 1)
            return failure(ErrorCode::Internal, u"The migration %1 is not the next in number."_s.arg(name));
        migrations.push_back(*std::move(migration));
    }
    return migrations;
}

} // namespace seatledger
