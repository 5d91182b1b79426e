// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QString>

namespace seatledger {

/// An advisory lock on a folder itself, which needs no file in it. Given back when destroyed, and by the
/// system when the process ends however it ends; so a folder whose lock is free was left by somebody who is
/// gone.
class FolderLock final
{
public:
    /// Holds nothing.
    FolderLock() = default;
    ~FolderLock();
    FolderLock(FolderLock &&other) noexcept;
    FolderLock &operator=(FolderLock &&other) noexcept;
    FolderLock(const FolderLock &) = delete;
    FolderLock &operator=(const FolderLock &) = delete;

    enum class IfHeld {
        Wait,
        Refuse, ///< Busy at once
    };

    /// NotFound or Forbidden if the folder cannot be opened; a link to one is not followed.
    [[nodiscard]] static Result<FolderLock> acquire(const QString &folder, IfHeld ifHeld);

private:
    explicit FolderLock(int descriptor) : m_descriptor(descriptor) {}

    int m_descriptor = -1;
};

} // namespace seatledger
