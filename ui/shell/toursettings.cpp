// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/toursettings.h"

#include <QSettings>

namespace seatledger {

TourSettings::TourSettings()
{
    for (const QSettings::Format format : {QSettings::NativeFormat, QSettings::IniFormat}) {
        for (const QSettings::Scope scope : {QSettings::UserScope, QSettings::SystemScope})
            QSettings::setPath(format, scope, m_folder.path());
    }
}

} // namespace seatledger
