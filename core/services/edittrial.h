// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/savepoint.h"
#include "core/db/session.h"
#include "core/domain/result.h"
#include "core/services/editplan.h"
#include "core/services/refusalinwords.h"

#include <span>
#include <utility>
#include <vector>

namespace seatledger {

/// Whether it is about a row, so that other rows may still be changed.
[[nodiscard]] bool isEditRefusal(const Error &error);

/// Tries to write rows and says of each that the database refuses why; all is as before afterwards but for
/// the refused ones' items. Halves what does not go as a whole, so few refusals cost few statements.
template <typename Row, typename Write>
class EditTrial final
{
public:
    EditTrial(Session &session, const std::vector<Row> &rows, const std::vector<std::size_t> &places,
              EditPlan &plan, const Write &write)
        : m_session(session), m_rows(rows), m_places(places), m_plan(plan), m_write(write)
    {}

    Result<void> run()
    {
        auto all = Savepoint::set(m_session.connection());
        if (!all)
            return std::unexpected(std::move(all).error());
        if (auto tried = part(0, m_rows.size()); !tried)
            return tried;
        return all->goBack();
    }

private:
    Result<void> part(std::size_t first, std::size_t count)
    {
        if (count == 0)
            return {};
        auto point = Savepoint::set(m_session.connection());
        if (!point)
            return std::unexpected(std::move(point).error());
        auto written = m_write(std::span(m_rows).subspan(first, count));
        if (written)
            return point->keep();
        if (!isEditRefusal(written.error()))
            return std::unexpected(std::move(written).error());
        if (auto back = point->goBack(); !back)
            return back;
        if (count == 1) {
            m_plan.items[m_places[first]].refusal = inWords(std::move(written).error());
            return {};
        }
        const std::size_t half = count / 2;
        if (auto tried = part(first, half); !tried)
            return tried;
        return part(first + half, count - half);
    }

    Session &m_session;
    const std::vector<Row> &m_rows;
    const std::vector<std::size_t> &m_places;
    EditPlan &m_plan;
    const Write &m_write;
};

} // namespace seatledger
