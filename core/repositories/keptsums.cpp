// SPDX-License-Identifier: GPL-3.0-or-later
#include "core/repositories/keptsums.h"

#include "core/db/query.h"

#include <QLoggingCategory>

#include <algorithm>

using namespace Qt::StringLiterals;

namespace seatledger {

Q_LOGGING_CATEGORY(lcKeptSums, "seatledger.keptsums", QtWarningMsg)

namespace {

constexpr qint64 settledAtOnce = 2'000; // below a second of waiting for whoever changes one

} // namespace

Result<qint64> KeptSums::behind(Session &session) const
{
    return Query(session, u"SELECT count(*) AS licenses FROM seatledger.stale_license"_s)
        .one([](const Row &row) { return row.integer("licenses"); });
}

Result<qint64> KeptSums::countSome(Session &session, qint64 atMost) const
{
    return Query(session, u"SELECT seatledger.keep_seat_days(:licenses) AS counted"_s)
        .bind("licenses", atMost)
        .one([](const Row &row) { return row.integer("counted"); });
}

Result<qint64> KeptSums::catchUp(Session &session, qint64 atOnce, const Progress &progress) const
{
    const auto all = behind(session);
    if (!all)
        return all;
    qint64 counted = 0;
    while (true) {
        const auto more = countSome(session, atOnce);
        if (!more)
            return more;
        if (*more == 0)
            return counted;
        counted += *more;
        if (progress)
            progress(std::min(counted, *all), *all);
    }
}

Result<void> KeptSums::learnSizes(Session &session, bool ofEveryTable) const
{
    return Query(session, u"SELECT seatledger.learn_sizes(:every)"_s).bind("every", ofEveryTable).exec();
}

void KeptSums::settle(Session &session, const Progress &progress) const
{
    const auto settled = [&]() -> Result<void> {
        const auto licenses = behind(session);
        if (!licenses || *licenses < many)
            return licenses ? Result<void>() : std::unexpected(licenses.error());
        // First: counting has better plans then.
        if (auto learned = learnSizes(session); !learned)
            return learned;
        if (auto counted = catchUp(session, settledAtOnce, progress); !counted)
            return std::unexpected(std::move(counted).error());
        return learnSizes(session);
    }();
    if (!settled && settled.error().code != ErrorCode::Cancelled)
        qCWarning(lcKeptSums) << "What reports keep was not counted:" << settled.error().message;
}

} // namespace seatledger
