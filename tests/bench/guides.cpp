// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/figures.h"
#include "tests/bench/measures.h"

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr int daysAhead = 90; // as the window asks

} // namespace

void measureGuides(const BenchBook &book)
{
    Series due;
    std::size_t renewals = 0;
    for (int turn = 0; turn < book.plan.repeats; ++turn) {
        due.add(secondsOf([&]() -> Result<void> {
            const auto answer = book.services.renewals.due(book.session(), daysAhead);
            renewals = answer ? answer->size() : 0;
            return outcome(answer);
        }));
    }
    const auto look = [&] { return outcome(book.services.noticeService.find(book.session())); };
    Series first;
    first.add(secondsOf(look));
    Series again;
    for (int turn = 0; turn < book.plan.repeats; ++turn) {
        book.run(u"UPDATE seatledger.notice_look SET position = 0"_s); // as if something had been committed
        again.add(secondsOf(look));
    }
    printHeading(u"What is looked for ahead"_s);
    printLatency(u"%1 renewals due within %2 days"_s.arg(renewals).arg(daysAhead), due);
    printLatency(u"%1 notices, found for the first time"_s.arg(
                     book.number(u"SELECT count(*) FROM seatledger.notification"_s)),
                 first);
    printLatency(u"looked for again after a commit"_s, again);
}

} // namespace seatledger
