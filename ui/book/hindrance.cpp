// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/hindrance.h"

#include "ui/common/widgets/dialogframe.h"

#include <QCoreApplication>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

void show(DialogFrame *dialog, const ConnectionWatch &connection)
{
    if (!connection.isLost())
        return dialog->setHindrance({});
    const QString reason = QCoreApplication::translate(
        "Hindrance", "There is no connection to the database. What you typed stays; you can go on once the "
                     "connection is back.");
    const bool waits = connection.state() == ConnectionWatch::State::Waiting;
    dialog->setHindrance(reason + u' ' + nextTryText(connection.secondsToNextTry()),
                         waits ? QCoreApplication::translate("Hindrance", "Try now") : QString());
}

} // namespace

void waitForConnection(DialogFrame *dialog, const BookAccess &access)
{
    ConnectionWatch *connection = access.connection;
    if (!connection)
        return;
    QObject::connect(connection, &ConnectionWatch::changed, dialog,
                     [dialog, connection] { show(dialog, *connection); });
    QObject::connect(dialog, &DialogFrame::hindranceActionTriggered, connection, &ConnectionWatch::retryNow);
    show(dialog, *connection);
}

} // namespace seatledger
