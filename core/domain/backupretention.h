// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QDateTime>

#include <span>
#include <vector>

namespace seatledger {

/// How many backups are kept: of the newest ones, and of the newest of each day, week (from Monday) and
/// month, in UTC. A plain value.
struct BackupRetention {
    int last = 0;
    int daily = 0;
    int weekly = 0;
    int monthly = 0;

    [[nodiscard]] bool keepsSomething() const { return last > 0 || daily > 0 || weekly > 0 || monthly > 0; }

    friend bool operator==(const BackupRetention &, const BackupRetention &) = default;
};

/// What retention asks of a backup.
struct BackupAge {
    QDateTime takenAt;
    bool isVerified = false;
};

/// Which of the backups may go, by their places in the list, in its order. The newest one never, nor the
/// newest one that was verified; and none at all if nothing says how many are kept.
[[nodiscard]] std::vector<std::size_t> superfluousBackups(std::span<const BackupAge> backups,
                                                          const BackupRetention &retention);

} // namespace seatledger
