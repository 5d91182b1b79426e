// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/result.h"

#include <QString>

#include <chrono>

namespace seatledger {

/// An advisory lock on a file or on a folder itself (`flock`), between processes and between holders in one
/// process. Given back when destroyed, and by the system when the process ends however it ends: what is in a
/// folder whose lock is free was left by somebody who is gone. Not inherited by children.
class FileLock final
{
public:
    enum class Kind { Shared, Exclusive };

    /// Holds nothing.
    FileLock() = default;
    ~FileLock();
    FileLock(FileLock &&other) noexcept;
    FileLock &operator=(FileLock &&other) noexcept;
    FileLock(const FileLock &) = delete;
    FileLock &operator=(const FileLock &) = delete;

    /// Waits for it, at most `patience`; then Busy. The file is made if it is missing.
    [[nodiscard]] static Result<FileLock> acquire(const QString &file, Kind kind,
                                                  std::chrono::milliseconds patience);

    enum class IfHeld {
        Wait,   ///< however long it takes
        Refuse, ///< Busy at once
    };

    /// Of a folder, which needs no file in it. NotFound or Forbidden if it cannot be opened; a link to one is
    /// not followed.
    [[nodiscard]] static Result<FileLock> ofFolder(const QString &folder, IfHeld ifHeld);

    [[nodiscard]] bool isHeld() const;
    void release();

private:
    explicit FileLock(int descriptor);

    int m_descriptor = -1;
};

} // namespace seatledger
