// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include <QString>
#include <QVariant>

#include <optional>
#include <vector>

namespace seatledger {

/// Somewhere in the window: a page, and what it showed, as Page::place() tells it.
struct VisitedPlace {
    QString page;
    QVariant place;

    friend bool operator==(const VisitedPlace &, const VisitedPlace &) = default;
};

/// Where somebody was, as a browser has it: going elsewhere forgets what was ahead. A plain value.
class PlaceHistory final
{
public:
    static constexpr std::size_t longest = 100;

    /// Somebody is here now. Another object of the same list, or further down in it, takes the place of the
    /// one before: a walk down a list is no journey, and what is ahead stays there.
    void visit(const VisitedPlace &place);
    [[nodiscard]] bool canGoBack() const { return m_at > 0; }
    [[nodiscard]] bool canGoForward() const
    {
        return m_at + 1 < static_cast<std::ptrdiff_t>(m_places.size());
    }
    /// The place before, which is now the one that somebody is at.
    [[nodiscard]] std::optional<VisitedPlace> back() { return canGoBack() ? at(--m_at) : std::nullopt; }
    [[nodiscard]] std::optional<VisitedPlace> forward() { return canGoForward() ? at(++m_at) : std::nullopt; }

private:
    [[nodiscard]] std::optional<VisitedPlace> at(std::ptrdiff_t index) const
    {
        return m_places[static_cast<std::size_t>(index)];
    }

    std::vector<VisitedPlace> m_places;
    std::ptrdiff_t m_at = -1;
};

} // namespace seatledger
