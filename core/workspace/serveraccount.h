// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QByteArray>
#include <QString>
#include <QStringList>

#include <sys/types.h>

#include <chrono>

namespace seatledger {

/// What a finished program said.
struct ProgramOutput {
    int exitCode = 0;
    QString output; ///< both streams, as text
};

/// The account that the cluster's processes run as and that owns its files: the user's own, or `postgres`
/// when the program runs as root, which PostgreSQL refuses. A plain value.
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

    /// Makes the folder, and those above it, if they are missing; it belongs to the account and is closed to
    /// others (0700). Forbidden when it is somebody else's, is not a folder, or the account cannot enter one
    /// of those above.
    [[nodiscard]] Result<void> makeFolder(const QString &folder) const;

    /// Puts `contents` in the place of the file, wholly or not at all, readable by the account only.
    [[nodiscard]] Result<void> writeFile(const QString &file, const QByteArray &contents) const;

    /// Runs a program as the account and waits for it; PostgreSQL's environment variables do not reach it. An
    /// exit code other than 0 is not an error here; not being able to start it is, and so is `patience`
    /// running out (Busy), after which it is ended. Nothing secret may stand in `arguments`.
    [[nodiscard]] Result<ProgramOutput> run(const QString &program, const QStringList &arguments,
                                            std::chrono::milliseconds patience) const;

private:
    ServerAccount(QString personName, QString name, uid_t user, gid_t group);

    [[nodiscard]] Result<void> takeOver(const QString &folder) const;
    [[nodiscard]] Result<void> checkReach(const QString &folder) const;
    [[nodiscard]] bool canEnter(const QString &folder) const;

    QString m_personName;
    QString m_name;
    uid_t m_user;
    gid_t m_group;
};

} // namespace seatledger
