// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/copy.h"
#include "core/db/session.h"
#include "core/db/sqlvalue.h"
#include "core/domain/dayrange.h"
#include "core/domain/result.h"

#include <QString>

#include <functional>
#include <initializer_list>
#include <optional>

namespace seatledger {

/// Counts what is done of a sample and says so now and then.
class SampleProgress final
{
public:
    explicit SampleProgress(std::function<void(qint64, qint64)> tell) : m_tell(std::move(tell)) {}

    void setTotal(qint64 total) { m_total = total; }
    void rowDone();
    /// So many more are done than so far.
    void doneBeyond(qint64 before, qint64 more);
    [[nodiscard]] qint64 done() const { return m_done; }
    void allDone() const;

private:
    std::function<void(qint64, qint64)> m_tell;
    qint64 m_done = 0;
    qint64 m_total = 0;
};

/// Fills one table by COPY, a statement for so many rows, so that what the triggers keep of a statement stays
/// small. Rows of one group, which must come in one statement, are written between two breathe().
class SampleTable final
{
public:
    SampleTable(Session &session, QString target, SampleProgress &progress);

    [[nodiscard]] Result<void> row(std::initializer_list<SqlValue> values);

    /// Ends the statement if it has grown large.
    [[nodiscard]] Result<void> breathe();

    /// Whether breathe() would end the statement.
    [[nodiscard]] bool isFull() const;

    /// Ends the last statement.
    [[nodiscard]] Result<void> finish();

    /// The rows written by the statements that have ended.
    [[nodiscard]] qint64 rows() const { return m_rows; }

private:
    Session &m_session;
    QString m_target;
    SampleProgress &m_progress;
    std::optional<CopyIn> m_copy;
    qint64 m_inStatement = 0;
    qint64 m_rows = 0;
};

/// Days as PostgreSQL reads them.
[[nodiscard]] QString sampleDay(DayNumber day);
[[nodiscard]] SqlValue sampleDay(std::optional<DayNumber> day);
[[nodiscard]] QString samplePeriod(const DayRange &days);

} // namespace seatledger
