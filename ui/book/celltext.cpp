// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/celltext.h"

#include "core/formats/daytext.h"

#include <QCoreApplication>
#include <QLocale>

namespace seatledger {

Result<std::optional<QDate>> typedDay(const QString &text)
{
    const QString clean = text.trimmed();
    if (clean.isEmpty())
        return std::optional<QDate>();
    const auto day = dayOfText(clean, DayOrder::YearFirst);
    if (!day)
        return failure(
            ErrorCode::InvalidInput,
            QCoreApplication::translate("CellText", "“%1” is no day: write it as 2026-12-31.").arg(clean));
    return day;
}

Result<std::optional<qint64>> typedNumber(const QString &text)
{
    const QString clean = text.trimmed();
    if (clean.isEmpty())
        return std::optional<qint64>();
    bool isNumber = false;
    const qint64 number = QLocale().toLongLong(clean, &isNumber);
    if (!isNumber)
        return failure(ErrorCode::InvalidInput,
                       QCoreApplication::translate("CellText", "“%1” is no whole number.").arg(clean));
    return std::optional(number);
}

} // namespace seatledger
