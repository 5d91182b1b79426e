// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/error.h"

#include <QByteArray>

namespace seatledger {

/// By what one piece of the window's work is found again: in PostgreSQL's log and list of connections, as
/// `application_name` of its transactions, and in the details of the error that it ended with. It proves
/// nothing and is on no record. A plain value.
class WorkId final
{
public:
    /// Another one each time.
    WorkId();

    /// What stands in `application_name`: "seatledger 4f1c09ab".
    [[nodiscard]] QByteArray label() const { return "seatledger " + m_id; }

    /// The error with the id in its details, as `request`, and when it happened, as `at`; a cancellation as
    /// it is.
    [[nodiscard]] Error addedTo(Error error) const;

private:
    QByteArray m_id;
};

} // namespace seatledger
