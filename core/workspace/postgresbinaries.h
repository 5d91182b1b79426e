// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QString>

#include <vector>

namespace seatledger {

/// One installed PostgreSQL server: where its programs are.
class PostgresBinaries final
{
public:
    /// The programs of exactly this major version. NotFound says which package to install.
    [[nodiscard]] static Result<PostgresBinaries> ofMajor(int major);

    /// The newest installed, 15 at least.
    [[nodiscard]] static Result<PostgresBinaries> newest();

    [[nodiscard]] int major() const;

    /// The path of `initdb`, `pg_ctl`, `pg_dump`, ...
    [[nodiscard]] QString program(const QString &name) const;

private:
    PostgresBinaries(int major, QString folder);
    [[nodiscard]] static std::vector<PostgresBinaries> installed();

    int m_major;
    QString m_folder;
};

} // namespace seatledger
