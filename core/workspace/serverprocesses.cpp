// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/workspace/serverprocesses.h"

#include <QDir>
#include <QFile>
#include <QFileInfo>

#include <sys/stat.h>

#include <algorithm>
#include <utility>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

QString folderOf(const QString &process)
{
    return u"/proc/"_s + process;
}

bool systemTells()
{
    return QFileInfo::exists(folderOf(u"self"_s) + u"/cwd"_s);
}

bool isSameFolder(const QString &one, const QString &other)
{
    struct stat first = {};
    struct stat second = {};
    return stat(QFile::encodeName(one).constData(), &first) == 0
           && stat(QFile::encodeName(other).constData(), &second) == 0 && first.st_ino == second.st_ino
           && first.st_dev == second.st_dev;
}

} // namespace

ServerProcesses::ServerProcesses(QString dataFolder) : m_dataFolder(std::move(dataFolder)) {}

QList<qint64> ServerProcesses::atWork() const
{
    QList<qint64> processes;
    for (const QString &entry : QDir(u"/proc"_s).entryList(QDir::Dirs)) {
        bool isNumber = false;
        const qint64 process = entry.toLongLong(&isNumber);
        if (isNumber && worksHere(entry))
            processes.append(process);
    }
    std::ranges::sort(processes);
    return processes;
}

bool ServerProcesses::isAtWork(qint64 process) const
{
    return !systemTells() || worksHere(QString::number(process));
}

bool ServerProcesses::worksHere(const QString &process) const
{
    // a shell that somebody left in the data folder is none; a zombie has no working folder any more
    QFile name(folderOf(process) + u"/comm"_s);
    return name.open(QIODevice::ReadOnly) && name.readAll().trimmed() == "postgres"
           && isSameFolder(folderOf(process) + u"/cwd"_s, m_dataFolder);
}

} // namespace seatledger
