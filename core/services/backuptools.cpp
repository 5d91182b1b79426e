// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/backuptools.h"

#include "core/workspace/backupplace.h"

#include <QCoreApplication>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

/// What matters of a long report: the lines about errors, else its end.
QString complaintsIn(const QString &output)
{
    QStringList complaints;
    const QStringList lines = output.split(u'\n');
    for (const QString &line : lines) {
        if (line.contains(u"error:"_s) || line.contains(u"detail:"_s, Qt::CaseInsensitive))
            complaints.append(line.trimmed());
    }
    return complaints.isEmpty() ? lines.mid(qMax(0, lines.size() - 3)).join(u'\n') : complaints.join(u'\n');
}

} // namespace

QString backupArchiveName()
{
    return u"book.dump"_s;
}

QString backupLoginsName()
{
    return u"logins.json"_s;
}

std::unexpected<Error> toolFailed(const QString &tool, const ProgramOutput &said, const QString &roomOf)
{
    if (!roomOf.isEmpty() && hasNoRoom(roomOf))
        return failure(ErrorCode::StorageFull,
                       QCoreApplication::translate("Backup", "The disk of %1 is full. Make room on it, or "
                                                             "choose another folder.")
                           .arg(roomOf),
                       {{u"file"_s, roomOf}});
    const bool isDump = tool == "pg_dump"_L1;
    return failure(
        ErrorCode::RuleBroken,
        QCoreApplication::translate("Backup", "%1 failed: %2").arg(tool, complaintsIn(said.output)),
        {{u"reason"_s, isDump ? u"dump_failed"_s : u"restore_failed"_s}, {u"exit_code"_s, said.exitCode}});
}

} // namespace seatledger
