// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/domain/fieldcheck.h"

#include <QCoreApplication>

namespace seatledger {

using namespace Qt::StringLiterals;

void FieldCheck::refuse(const QString &field, const QString &message)
{
    if (m_fields.isEmpty())
        m_first = field;
    if (!m_fields.contains(field))
        m_fields.insert(field, message);
}

void FieldCheck::refuseNamed(const Error &error)
{
    refuse(error.details.value("field"_L1).toString(), error.message);
}

std::unexpected<Error> FieldCheck::error() const
{
    return failure(ErrorCode::InvalidInput, m_fields.value(m_first).toString(),
                   {{"field"_L1, m_first}, {"fields"_L1, m_fields}});
}

QString missingFieldText()
{
    return QCoreApplication::translate("domain", "This must be chosen.");
}

} // namespace seatledger
