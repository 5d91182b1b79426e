// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/common/wording.h"

#include "core/domain/period.h"

#include <QCoreApplication>

namespace seatledger {

using namespace Qt::StringLiterals;

QString listed(const QStringList &parts)
{
    return parts.join(QCoreApplication::translate("Wording", ", ", "between the parts of a list"));
}

QString inOneLine(const QStringList &sentences)
{
    return sentences.join(u' ').replace(u"。 "_s, u"。"_s);
}

QString labelled(const QString &label, const QString &text)
{
    return QCoreApplication::translate("Wording", "%1: %2", "a name and what it is").arg(label, text);
}

QString minuteText(const QDateTime &moment)
{
    const QDateTime local = moment.toLocalTime();
    return displayDay(local.date()) + local.time().toString(u" HH:mm"_s);
}

} // namespace seatledger
