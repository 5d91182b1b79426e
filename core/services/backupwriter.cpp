// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/backupwriter.h"

#include "core/repositories/snapshot.h"
#include "core/services/backuptools.h"
#include "core/workspace/postgresbinaries.h"
#include "core/workspace/toolprocess.h"

#include <QFileInfo>
#include <QRegularExpression>
#include <QUuid>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

QString folderName(const QString &database, const QDateTime &now)
{
    static const QRegularExpression other(u"[^A-Za-z0-9_-]"_s);
    return QString(database).replace(other, u"_"_s) + u'-'
           + now.toUTC().toString(u"yyyyMMdd'T'HHmmsszzz'Z'"_s);
}

/// Tells how far a dump is by the sizes of the tables that it has begun.
class DumpProgress final
{
public:
    DumpProgress(QMap<QString, qint64> sizes, const BackupRun &run) : m_sizes(std::move(sizes)), m_run(run)
    {
        for (const qint64 size : std::as_const(m_sizes))
            m_all += size;
        m_run.tell(BackupStep::Dump, 0, m_all);
    }

    void hear(const QString &line)
    {
        static const QRegularExpression table(u"dumping contents of table \"seatledger\\.([^\"]+)\""_s);
        const auto match = table.match(line);
        if (!match.hasMatch())
            return;
        m_done += std::exchange(m_current, m_sizes.value(match.captured(1)));
        m_run.tell(BackupStep::Dump, m_done, m_all);
    }

private:
    QMap<QString, qint64> m_sizes;
    const BackupRun &m_run;
    qint64 m_all = 0;
    qint64 m_done = 0;
    qint64 m_current = 0;
};

} // namespace

Result<StoredBackup> BackupWriter::write(Session &session, const QString &folder) const
{
    if (auto owns = m_backups.requireOwner(session); !owns)
        return std::unexpected(std::move(owns).error());
    const QString path = QFileInfo(folder).absoluteFilePath();
    const QString name = folderName(session.connection().settings().database, session.now());
    return readSnapshot(session, u"backup", [&](Session &inside) -> Result<StoredBackup> {
        auto draft = BackupDraft::begin(path, name);
        if (!draft)
            return std::unexpected(std::move(draft).error());
        const auto facts = m_backups.facts(inside);
        if (!facts)
            return std::unexpected(facts.error());
        const auto logins = m_backups.logins(inside);
        if (!logins)
            return std::unexpected(logins.error());
        if (auto written = draft->write(backupLoginsName(), logins->document); !written)
            return std::unexpected(std::move(written).error());
        int tools = 0;
        if (auto dumped = dump(inside, *facts, tools, *draft); !dumped)
            return std::unexpected(std::move(dumped).error());
        BackupManifest manifest{
            .id = QUuid::createUuid().toString(QUuid::WithoutBraces),
            .takenAt = QDateTime::fromSecsSinceEpoch(session.now().toSecsSinceEpoch(), Qt::UTC),
            .database = facts->database,
            .databaseBytes = facts->databaseBytes,
            .product = QStringLiteral(SEATLEDGER_VERSION),
            .postgres = facts->postgres,
            .tools = tools,
            .hasPasswords = logins->hasPasswords,
            .audit = facts->audit,
            .rows = facts->rows};
        for (const QString &file : {backupArchiveName(), backupLoginsName()}) {
            auto part = draft->measure(file, m_run.cancel);
            if (!part)
                return std::unexpected(std::move(part).error());
            manifest.parts.push_back(*std::move(part));
        }
        return draft->finish(manifest);
    });
}

Result<void> BackupWriter::dump(Session &session, const BackupFacts &facts, int &tools,
                                const BackupDraft &draft) const
{
    const auto binaries = PostgresBinaries::clientsFor(facts.postgres);
    if (!binaries)
        return std::unexpected(binaries.error());
    tools = binaries->majorVersion();
    const auto snapshot = m_backups.exportSnapshot(session);
    if (!snapshot)
        return std::unexpected(snapshot.error());
    auto sizes = m_backups.tableSizes(session);
    if (!sizes)
        return std::unexpected(std::move(sizes).error());
    DumpProgress progress(*std::move(sizes), m_run);
    const ConnectionSettings &where = session.connection().settings();
    const auto said = runTool(
        {.program = binaries->program(u"pg_dump"_s),
         .arguments = {u"--format=custom"_s, u"--verbose"_s, u"--no-password"_s,
                       u"--lock-wait-timeout=60000"_s, u"--snapshot"_s, *snapshot, u"--file"_s,
                       draft.path(backupArchiveName()), u"--dbname"_s, where.toUri()},
         .password = where.password,
         .cancel = m_run.cancel,
         .heard = [&](const QString &line) { progress.hear(line); }});
    if (!said)
        return std::unexpected(said.error());
    if (said->exitCode == 0)
        return {};
    return toolFailed(u"pg_dump"_s, *said, QFileInfo(draft.path(backupArchiveName())).path());
}

} // namespace seatledger
