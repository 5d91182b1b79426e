// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

namespace seatledger {

/// What the lower edge of the window says about where one is.
struct ShellStatus {
    enum class Connection { Connecting, Online, Offline };

    QString place;  ///< the workspace or server: "default", "db.example.org/seatledger"
    QString person; ///< who is signed in
    Connection connection = Connection::Connecting;
    QString role = {};     ///< as what: "Manager"; empty if that is not known
    QString roleHint = {}; ///< what that means, for a tool tip
    int nextTry = 0; ///< while offline: seconds until it is tried again; 0: it is being tried
};

} // namespace seatledger
