// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/bench/figures.h"
#include "tests/bench/measures.h"

#include <QProcess>
#include <QThread>

using namespace Qt::StringLiterals;

namespace seatledger {

void measureWindow(const BenchBook &book)
{
    if (book.plan.window.isEmpty())
        return;
    QProcess window;
    QProcessEnvironment environment = QProcessEnvironment::systemEnvironment();
    environment.insert(u"QT_QPA_PLATFORM"_s, u"offscreen"_s);
    window.setProcessEnvironment(environment);
    window.start(book.plan.window, {u"--database"_s, book.address()});
    if (!window.waitForStarted())
        giveUp({ErrorCode::NotFound, book.plan.window + u": "_s + window.errorString(), {}});
    // Nobody tells when the pages have been filled; memory that stands still for five seconds does.
    double last = -1;
    int still = 0;
    for (int second = 0; second < 120 && still < 5 && window.state() == QProcess::Running; ++second) {
        QThread::sleep(1);
        const double now = residentMegabytes(window.processId());
        still = qAbs(now - last) < 0.5 ? still + 1 : 0;
        last = now;
    }
    if (window.state() != QProcess::Running)
        giveUp({ErrorCode::Internal,
                u"the window ended: "_s + QString::fromUtf8(window.readAllStandardError()),
                {}});
    printHeading(u"The window with the book open"_s);
    printLine(u"resident memory"_s, u"%1 MB"_s.arg(last, 0, 'f', 1));
    printLine(u"at its peak"_s, u"%1 MB"_s.arg(peakMegabytes(window.processId()), 0, 'f', 1));
    window.terminate();
    if (!window.waitForFinished(5'000))
        window.kill();
    window.waitForFinished();
}

} // namespace seatledger
