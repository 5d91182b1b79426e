// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QProcess>
#include <QString>
#include <QStringList>

#include <sys/types.h>

#include <chrono>
#include <optional>

namespace seatledger {

/// What a finished program said.
struct ProgramOutput {
    int exitCode = 0;
    QString output; ///< both streams, as text
};

/// The account that the cluster's processes run as and that owns its files: the user's own, or `postgres`
/// when the program runs as root, which PostgreSQL refuses.
class ServerAccount final
{
public:
    /// NotFound when the program runs as root and there is no account `postgres`.
    [[nodiscard]] static Result<ServerAccount> current();

    /// Whether the account is another one than that of this process.
    [[nodiscard]] bool isDropped() const;

    /// The name by which the system knows the user of this process: whom the cluster has to let in.
    [[nodiscard]] const QString &personName() const;

    /// The name of the account itself.
    [[nodiscard]] const QString &name() const;

    /// Makes the folder if it is missing, owned by the account and closed to others (0700).
    [[nodiscard]] Result<void> makeFolder(const QString &folder) const;

    /// Whether the account may walk down to `folder`; Forbidden names the first folder it cannot enter.
    [[nodiscard]] Result<void> checkReach(const QString &folder) const;

    /// Runs a program as the account and waits for it. An exit code other than 0 is not an error here; not
    /// being able to start it, or `patience` running out, is Internal. Nothing secret may be in `arguments`.
    [[nodiscard]] Result<ProgramOutput> run(const QString &program, const QStringList &arguments,
                                            std::chrono::milliseconds patience) const;

private:
    ServerAccount(QString personName, QString name, std::optional<uid_t> user, gid_t group);

    QString m_personName;
    QString m_name;
    std::optional<uid_t> m_user; // set when dropped
    gid_t m_group;
};

} // namespace seatledger
