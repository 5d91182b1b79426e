// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QTemporaryDir>

namespace seatledger {

/// Keeps the picture tour off the person's settings: every QSettings made while it lives reads and writes
/// files of its own, empty at first and gone with it. Make it before the first QSettings.
class TourSettings final
{
public:
    TourSettings();

private:
    QTemporaryDir m_folder;
};

} // namespace seatledger
