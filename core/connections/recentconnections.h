// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/connections/connectionprofile.h"

#include <optional>
#include <vector>

class QSettings;

namespace seatledger {

/// The connections that were used, newest first, and which of them the program opens by itself at its next
/// start. Kept in the person's settings, which anybody who reads their files can read: so no password comes
/// here. One thread.
class RecentConnections final
{
public:
    static constexpr std::size_t longest = 12; ///< what was not used for longest is forgotten

    /// `settings` must outlive it.
    explicit RecentConnections(QSettings &settings);

    [[nodiscard]] std::vector<ConnectionProfile> list() const;

    /// Puts it at the head, in place of one with the same key.
    void remember(const ConnectionProfile &profile);

    /// Forgets it, also as the one to open next. An unknown key is no error.
    void remove(const QString &key);

    /// The one to open without asking; none: ask.
    [[nodiscard]] std::optional<ConnectionProfile> opensNext() const;

    /// `key` of one in the list, or empty to ask next time.
    void setOpensNext(const QString &key);

private:
    void write(const std::vector<ConnectionProfile> &profiles);

    QSettings &m_settings;
};

} // namespace seatledger
