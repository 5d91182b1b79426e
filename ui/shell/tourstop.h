// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>

#include <functional>

class QWidget;

namespace seatledger {

/// One picture of the tour beside a page's first look.
struct TourStop {
    QString name; ///< part of the file's name: letters, digits, `-`
    /// Brings it about. Answers the dialog to picture in front of the window, or null for the window alone
    /// or with the dialog that is open by the time all is settled.
    std::function<QWidget *()> show;
    /// Whether all that it shows has arrived; empty: when the page is settled.
    std::function<bool()> isSettled = nullptr;
    /// Puts things back; a dialog is closed by the tour itself.
    std::function<void()> leave = nullptr;
};

} // namespace seatledger
