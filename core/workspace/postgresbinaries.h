// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QString>

#include <vector>

namespace seatledger {

/// One installed PostgreSQL server: where its programs are. A plain value.
class PostgresBinaries final
{
public:
    /// The oldest PostgreSQL that the schema works with.
    static constexpr int oldestMajor = 15;

    /// All installed, newest first: those in the places where distributions put them, and the one in `PATH`.
    [[nodiscard]] static std::vector<PostgresBinaries> installed();

    /// The programs of exactly this major version. NotFound says which to install.
    [[nodiscard]] static Result<PostgresBinaries> ofMajor(int major);

    /// The newest installed, `oldestMajor` at least. NotFound says what to install.
    [[nodiscard]] static Result<PostgresBinaries> newest();

    /// Those for dumping a server of the major version `server`, the oldest that can; a server of its own
    /// need not be installed beside them. NotFound says what to install.
    [[nodiscard]] static Result<PostgresBinaries> clientsFor(int server);

    [[nodiscard]] int majorVersion() const;

    /// The path of `initdb`, `pg_ctl`, `pg_dump`, ...
    [[nodiscard]] QString program(const QString &name) const;

private:
    PostgresBinaries(int major, QString folder);

    int m_major;
    QString m_folder;
};

} // namespace seatledger
