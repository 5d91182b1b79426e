// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/otherpostgres.h"

#include "core/workspace/postgresbinaries.h"

#include <QDir>
#include <QFile>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr QFile::Permissions forAll(0x7777);
constexpr QFile::Permissions executable(0x7055);

void write(const QString &path, const QByteArray &contents)
{
    QFile file(path);
    if (!file.open(QIODevice::WriteOnly) || file.write(contents) != contents.size())
        qFatal("%s cannot be written.", qPrintable(path));
    file.setPermissions(executable);
}

/// The number in PG_VERSION is the real one while the server starts, and the other one at any other time.
QByteArray script(const PostgresBinaries &real, const QString &program, int major)
{
    static const QByteArray numbered = R"(set_version() { printf '%s\n' "$1" > "$data/PG_VERSION"; }
data=; next=
for argument; do [ "$next" = --pgdata ] && data=$argument; next=$argument; done
)";
    const QByteArray run = '\'' + QFile::encodeName(real.program(program)) + "' \"$@\"\n";
    const QByteArray other = QByteArray::number(major);
    QByteArray text = "#!/bin/sh\n[ \"$1\" = --version ] && echo '" + program.toLatin1() + " (PostgreSQL) "
                      + other + "' && exit\n[ -e \"$0.trouble\" ] && . \"$0.trouble\"\n";
    if (program == "initdb"_L1)
        return text + numbered + run + "code=$?\n[ $code = 0 ] && set_version " + other + "\nexit $code\n";
    if (program == "pg_ctl"_L1)
        return text + numbered + "[ \"$1\" = start ] || exec " + run + "set_version "
               + QByteArray::number(real.majorVersion()) + '\n' + run + "code=$?\nset_version " + other
               + "\nexit $code\n";
    return text + "exec " + run;
}

} // namespace

OtherPostgres::OtherPostgres(int major)
    : m_folder(QDir::tempPath() + u"/seatledger-pg-XXXXXX"_s), m_pathBefore(qgetenv("PATH"))
{
    const auto real = PostgresBinaries::newest();
    if (!real)
        qFatal("%s", qPrintable(real.error().message));
    QFile::setPermissions(m_folder.path(), forAll);
    for (const QString &program :
         {u"initdb"_s, u"pg_ctl"_s, u"postgres"_s, u"pg_dump"_s, u"pg_dumpall"_s, u"pg_restore"_s, u"psql"_s})
        write(m_folder.filePath(program), script(*real, program, major));
    qputenv("PATH", searchPath().toLocal8Bit());
}

OtherPostgres::~OtherPostgres()
{
    qputenv("PATH", m_pathBefore);
}

void OtherPostgres::setTrouble(const QString &program, const QByteArray &lines) const
{
    const QString path = m_folder.filePath(program + u".trouble"_s);
    QFile::remove(path);
    if (!lines.isEmpty())
        write(path, lines + '\n');
}

QString OtherPostgres::searchPath() const
{
    return m_folder.path() + u':' + QString::fromLocal8Bit(m_pathBefore);
}

} // namespace seatledger
