// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QList>
#include <QString>

namespace seatledger {

/// The server processes at work in a cluster's data folder, as the system sees them (`/proc`): the postmaster
/// and its children, also those that outlived a postmaster that was killed. Each works with the data folder
/// as its working folder. A process that is over but not collected by its parent (a zombie) is not at work.
///
/// `pg_ctl` asks only whether some process has the number in `postmaster.pid`, and so takes a zombie, or
/// another program that got the number after a power cut, for the server. Where the system tells nothing, its
/// word stands: nothing is listed, and every number counts as at work.
class ServerProcesses final
{
public:
    explicit ServerProcesses(QString dataFolder);

    /// The numbers of all of them, in order.
    [[nodiscard]] QList<qint64> atWork() const;

    [[nodiscard]] bool isAtWork(qint64 process) const;

private:
    [[nodiscard]] bool worksHere(const QString &process) const;

    QString m_dataFolder;
};

} // namespace seatledger
