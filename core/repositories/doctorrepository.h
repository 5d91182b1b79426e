// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/domain/result.h"

#include <QString>
#include <QStringList>

#include <vector>

namespace seatledger {

/// A row whose recount differs from what is written.
struct RecountDifference {
    QString subject;
    QString expected;
    QString found;
};

/// Recounts counters and rules of the book from its rows, a statement a check. Stateless; reads only.
class DoctorRepository final
{
public:
    /// The stable names of all checks, in the order in which they are made.
    [[nodiscard]] static QStringList checks();

    /// Whether a check asks which day it is, which a book without a valid time zone cannot say.
    [[nodiscard]] static bool needsToday(const QString &check);

    /// What one of the checks finds, at most `limit` differences.
    [[nodiscard]] Result<std::vector<RecountDifference>> differences(Session &session, const QString &check,
                                                                     int limit) const;
};

} // namespace seatledger
