// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/support/keeper.h"

#include <QCoreApplication>
#include <QStringList>
#include <QTextStream>

#include <unistd.h>

using namespace Qt::StringLiterals;

// keep HOME PID durable|fast    what `start` leaves running
// start HOME                    ctest's fixture: a cluster that ends with ctest
// stop HOME                     its end
int main(int argc, char **argv)
{
    const QCoreApplication application(argc, argv);
    const QStringList arguments = QCoreApplication::arguments().sliced(1);
    if (arguments.size() == 4 && arguments[0] == "keep"_L1)
        return seatledger::keeper::keep(arguments[1], arguments[2].toLongLong(),
                                        arguments[3] == "durable"_L1);

    seatledger::Result<void> done;
    if (arguments.size() == 2 && arguments[0] == "start"_L1)
        done = seatledger::keeper::start(arguments[1], getppid(), false);
    else if (arguments.size() == 2 && arguments[0] == "stop"_L1)
        done = seatledger::keeper::stop(arguments[1]);
    else
        return 2;
    if (!done)
        QTextStream(stderr) << done.error().message << Qt::endl;
    return done ? 0 : 1;
}
