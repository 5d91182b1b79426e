// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/dayfield.h"

namespace seatledger {

DateField *makeDayField(const BookAccess &access, const QString &objectName, const QString &openText,
                        QWidget *parent)
{
    auto *field = new DateField(openText, parent);
    field->setObjectName(objectName);
    field->setDate(access.today());
    if (!openText.isEmpty())
        field->setDate(std::nullopt);
    return field;
}

} // namespace seatledger
