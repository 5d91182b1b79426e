// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QByteArray>
#include <QString>
#include <QTemporaryDir>

namespace seatledger {

/// Programs that say they are another major version of PostgreSQL: those that are installed, under another
/// number, first in `PATH` as long as this lives. So moving from one version to another is tried where only
/// one is installed; a data folder of theirs has the other number in its PG_VERSION.
class OtherPostgres final
{
public:
    explicit OtherPostgres(int major);
    ~OtherPostgres();
    OtherPostgres(const OtherPostgres &) = delete;
    OtherPostgres &operator=(const OtherPostgres &) = delete;

    /// Lines of shell that the program runs before its work, such as `exit 1`; empty takes them away.
    void setTrouble(const QString &program, const QByteArray &lines) const;

    /// A file that those lines may write.
    [[nodiscard]] QString file(const QString &name) const { return m_folder.filePath(name); }

    /// For the environment of programs that are to find them.
    [[nodiscard]] QString searchPath() const;

private:
    QTemporaryDir m_folder;
    QByteArray m_pathBefore;
};

} // namespace seatledger
