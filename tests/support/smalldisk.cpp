// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/smalldisk.h"

#include <QFile>

#include <sys/mount.h>

namespace seatledger {

SmallDisk::SmallDisk(int kilobytes)
{
    const QByteArray size = "size=" + QByteArray::number(kilobytes) + 'k';
    m_mounted = mount("seatledger-test", QFile::encodeName(m_folder.path()).constData(), "tmpfs",
                      MS_NOSUID | MS_NODEV, size.constData())
                == 0;
}

SmallDisk::~SmallDisk()
{
    if (m_mounted)
        umount2(QFile::encodeName(m_folder.path()).constData(), MNT_DETACH);
}

} // namespace seatledger
