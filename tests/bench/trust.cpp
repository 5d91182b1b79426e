// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/figures.h"
#include "tests/bench/measures.h"

#include <algorithm>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

QString secondsText(const Series &seconds)
{
    return u"%1 s (%2 to %3)"_s.arg(seconds.median(), 0, 'f', 2)
        .arg(seconds.minimum(), 0, 'f', 2)
        .arg(seconds.maximum(), 0, 'f', 2);
}

} // namespace

void measureTrust(const BenchBook &book)
{
    Series verify;
    Series doctor;
    qint64 events = 0;
    for (int turn = 0; turn < std::min(3, book.plan.repeats); ++turn) {
        verify.add(secondsOf([&]() -> Result<void> {
            const auto verdict = book.services.audit.verify(book.session());
            if (!verdict)
                return std::unexpected(verdict.error());
            events = verdict->events;
            return verdict->isIntact() ? Result<void>() : failure(ErrorCode::Internal, verdict->problem);
        }));
        doctor.add(secondsOf([&]() -> Result<void> {
            const auto report = book.services.doctor.examine(book.session());
            if (!report)
                return std::unexpected(report.error());
            return report->isClean() ? Result<void>()
                                     : failure(ErrorCode::Internal, report->findings.front().check);
        }));
    }
    printHeading(u"Trust, with %1 events on record"_s.arg(events));
    printLine(u"audit verified whole"_s, secondsText(verify));
    printLine(u"doctor: every counter and rule recounted"_s, secondsText(doctor));
}

} // namespace seatledger
