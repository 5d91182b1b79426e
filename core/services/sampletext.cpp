// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/sampletext.h"

#include <QFile>

using namespace Qt::StringLiterals;

namespace seatledger {

QStringList sampleLines(const QString &name)
{
    QFile file(u":/sample/"_s + name);
    const bool opened = file.open(QIODevice::ReadOnly);
    Q_ASSERT_X(opened, "sampleLines", "the texts of the sample are compiled in");
    QStringList lines;
    if (!opened)
        return lines;
    for (const QString &line : QString::fromUtf8(file.readAll()).split(u'\n')) {
        if (const QString trimmed = line.trimmed(); !trimmed.isEmpty() && !trimmed.startsWith(u'#'))
            lines.append(trimmed);
    }
    return lines;
}

} // namespace seatledger
