// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/services/importproblemfile.h"

#include "core/formats/csvwriter.h"
#include "core/formats/wholefile.h"
#include "core/services/importreasons.h"
#include "core/services/importrun.h"
#include "core/services/importsecrets.h"

#include <algorithm>
#include <deque>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

const QStringList &ownHeadings()
{
    static const QStringList headings{u"import_row"_s, u"import_column"_s, u"import_reason"_s};
    return headings;
}

/// The problems in the order of the file, some at a time.
class ProblemsInOrder final
{
public:
    ProblemsInOrder(Session &session, const ImportRepository &repository)
        : m_session(session), m_repository(repository)
    {}

    /// Those of this row, which comes after those asked for before.
    Result<std::vector<StagedProblem>> of(qint64 row)
    {
        if (auto ready = fill(); !ready)
            return std::unexpected(std::move(ready).error());
        std::vector<StagedProblem> found;
        while (!m_next.empty() && m_next.front().row == row) {
            found.push_back(std::move(m_next.front()));
            m_next.pop_front();
        }
        return found;
    }

private:
    Result<void> fill()
    {
        constexpr qint64 some = 5'000;
        if (!m_next.empty() || m_isAtEnd)
            return {};
        auto problems = m_repository.problems(m_session, m_last, some);
        if (!problems)
            return std::unexpected(std::move(problems).error());
        m_isAtEnd = problems->empty();
        if (!m_isAtEnd)
            m_last = problems->back().row;
        m_next.assign(problems->begin(), problems->end());
        return {};
    }

    Session &m_session;
    const ImportRepository &m_repository;
    std::deque<StagedProblem> m_next;
    qint64 m_last = 0;
    bool m_isAtEnd = false;
};

} // namespace

/// Keys go into the book, and into no file.
std::vector<bool> ImportProblemFile::secretColumns() const
{
    std::vector<bool> secret;
    for (const QString &heading : m_headings) {
        const auto column = std::ranges::find(m_mapping.columns, heading, &ColumnMatch::heading);
        secret.push_back(
            isSecretHeading(heading)
            || (column != m_mapping.columns.end() && isSecretField(m_mapping.kind, column->field)));
    }
    return secret;
}

Result<qint64> ImportProblemFile::write(const ImportRequest &request, const QString &path) const
{
    if (auto indexed = m_repository.run(m_session, request.kind, "index_problems"_L1, {}); !indexed)
        return indexed;
    WholeFile file(path);
    if (auto opened = file.open(); !opened)
        return std::unexpected(std::move(opened).error());
    CsvWriter writer(file.device());
    const auto secret = secretColumns();
    const QByteArray mask = maskedSecret().toUtf8();
    std::vector<std::size_t> kept; // an errors file that has errors again keeps its columns once
    QStringList headings;
    for (qsizetype i = 0; i < m_headings.size(); ++i) {
        if (ownHeadings().contains(m_headings[i]))
            continue;
        kept.push_back(static_cast<std::size_t>(i));
        headings.append(m_headings[i]);
    }
    if (auto written = writer.row(headings + ownHeadings()); !written)
        return std::unexpected(std::move(written).error());

    ProblemsInOrder problems(m_session, m_repository);
    qint64 rows = 0;
    const auto copy = [&](const TableRow &row) -> Result<void> {
        const auto found = problems.of(row.row);
        if (!found || found->empty())
            return found ? Result<void>() : std::unexpected(found.error());
        ++rows;
        for (const std::size_t column : kept) {
            const QByteArrayView cell = column < row.cells.size() ? row.cells[column] : QByteArrayView();
            writer.cell(secret[column] && !cell.isEmpty() ? QByteArrayView(mask) : cell, CsvCell::Text);
        }
        QStringList columns;
        QStringList reasons;
        for (const StagedProblem &problem : *found) {
            columns.append(headingOf(m_mapping, problem.field));
            reasons.append(importReason(problem));
        }
        writer.cell(QByteArray::number(row.row), CsvCell::Value);
        writer.cell(columns.join(u"; "_s).toUtf8(), CsvCell::Text);
        writer.cell(reasons.join(u" "_s).toUtf8(), CsvCell::Text);
        return writer.endRow();
    };
    if (auto read = TableFile::read(request.path, request.format, copy); !read)
        return read;
    if (auto finished = writer.finish(); !finished)
        return std::unexpected(std::move(finished).error());
    if (auto finished = file.finish(); !finished)
        return std::unexpected(std::move(finished).error());
    return rows;
}

} // namespace seatledger
