// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/session.h"
#include "core/repositories/importrepository.h"
#include "core/services/importrequest.h"

#include <QStringList>

namespace seatledger {

/// Writes the rows of a file that have problems, with the problems: while ImportRepository's tables are
/// there.
class ImportProblemFile final
{
public:
    ImportProblemFile(Session &session, const ImportRepository &repository, const ImportMapping &mapping,
                      const QStringList &headings)
        : m_session(session), m_repository(repository), m_mapping(mapping), m_headings(headings)
    {}

    /// CSV with the file's own columns, `import_row`, `import_column` and `import_reason`, as a WholeFile.
    /// Answers the number of rows. Keys are masked.
    [[nodiscard]] Result<qint64> write(const ImportRequest &request, const QString &path) const;

private:
    [[nodiscard]] std::vector<bool> secretColumns() const;

    Session &m_session;
    const ImportRepository &m_repository;
    const ImportMapping &m_mapping;
    const QStringList &m_headings;
};

} // namespace seatledger
