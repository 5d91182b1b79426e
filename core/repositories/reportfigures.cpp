// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/reportquery.h"
#include "core/repositories/reportrepository.h"
#include "core/repositories/snapshot.h"

#include <array>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr std::array figureColumns{
    "licenses",    "seats",  "held",         "held_unlimited", "held_here",    "free",   "short_licenses",
    "short_seats", "due_30", "due_seats_30", "due_60",         "due_seats_60", "due_90", "due_seats_90"};

/// Where each of `figureColumns` goes.
std::array<qint64 *, figureColumns.size()> placesIn(DashboardFigures &figures)
{
    return {&figures.licenses,
            &figures.seats,
            &figures.held,
            &figures.heldUnlimited,
            &figures.heldHere,
            &figures.free,
            &figures.shortLicenses,
            &figures.shortSeats,
            &figures.due30.entitlements,
            &figures.due30.seats,
            &figures.due60.entitlements,
            &figures.due60.seats,
            &figures.due90.entitlements,
            &figures.due90.seats};
}

Result<void> readCounts(Session &session, const ReportView &view, DashboardFigures &figures)
{
    QStringList selected;
    for (const char *column : figureColumns)
        selected.append(QLatin1StringView(column) + u"::bigint"_s);
    const QString text = reportText(u"figures"_s, selected.join(u", "_s), view);
    const auto places = placesIn(figures);
    const auto read = reportCopy(session, text, view)
                          .rows([&](std::span<const CopyField> fields) -> Result<void> {
                              for (std::size_t i = 0; i < places.size(); ++i) {
                                  const auto count = storedCount(fields[i]);
                                  if (!count)
                                      return std::unexpected(count.error());
                                  *places[i] = *count;
                              }
                              return {};
                          });
    return read ? Result<void>() : std::unexpected(read.error());
}

/// Adds an amount that is not nothing.
Result<void> append(std::vector<Money> &amounts, const CopyField &minor, const Currency &currency)
{
    const auto amount = storedCount(minor);
    if (!amount)
        return std::unexpected(amount.error());
    if (*amount != 0)
        amounts.emplace_back(*amount, currency);
    return {};
}

Result<void> readCosts(Session &session, const ReportView &view, DashboardFigures &figures)
{
    std::vector<Money> costs;
    std::vector<Money> idle;
    const QString text = reportText(u"figure-costs"_s, u"currency, cost::bigint, idle::bigint"_s, view)
                         + u" ORDER BY currency"_s;
    const auto read =
        reportCopy(session, text, view).rows([&](std::span<const CopyField> fields) -> Result<void> {
            const Currency currency = Currency::fromStored(QString::fromLatin1(fields[0].text));
            auto added = append(costs, fields[1], currency);
            return added ? append(idle, fields[2], currency) : added;
        });
    if (!read)
        return std::unexpected(read.error());
    figures.costPerMonth = std::move(costs);
    figures.idlePerMonth = std::move(idle);
    return {};
}

} // namespace

Result<DashboardFigures> ReportRepository::figures(Session &session, const ReportView &view) const
{
    return readSnapshot(session, u"figures", [&](Session &inside) -> Result<DashboardFigures> {
        const auto asked = withUncounted(inside, view);
        if (!asked)
            return std::unexpected(asked.error());
        DashboardFigures figures;
        figures.asOf = view.asOf();
        figures.uncounted = asked->uncounted;
        if (auto read = readCounts(inside, *asked, figures); !read)
            return std::unexpected(std::move(read).error());
        if (view.withCosts) {
            if (auto read = readCosts(inside, *asked, figures); !read)
                return std::unexpected(std::move(read).error());
        }
        auto currency = convertedTo(inside, view);
        if (!currency)
            return std::unexpected(std::move(currency).error());
        figures.convertedTo = *std::move(currency);
        auto head = auditHead(inside, view);
        if (!head)
            return std::unexpected(std::move(head).error());
        figures.auditHead = *std::move(head);
        return figures;
    });
}

} // namespace seatledger
