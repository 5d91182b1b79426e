// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/bookwindow.h"
#include "app/desktop/runningbook.h"
#include "core/db/nostatements.h"
#include "core/services/services.h"
#include "tests/support/testdatabase.h"
#include "tests/walk/windowflows.h"
#include "ui/common/remembered.h"
#include "ui/settings/preferences.h"
#include "ui/shell/page.h"
#include "ui/shell/toursettings.h"

#include <QTest>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

QStringList statementsRefused;

/// What the book says about statements on the window's thread, wherever its error went.
void noteStatements(QtMsgType type, const QMessageLogContext &context, const QString &text)
{
    if (qstrcmp(context.category, "seatledger.db.statements") == 0)
        statementsRefused += text;
    else
        fprintf(stderr, "%d %s\n", static_cast<int>(type), qPrintable(text));
}

} // namespace

/// Everything that people do in the window, with an eye on its thread. How long it holds still is told and
/// not judged: the machine has other things to do.
class WatchdogTest final : public QObject
{
    Q_OBJECT

private slots:
    void refusesStatementsWhereNothingMayWait()
    {
        TestDatabase database;
        const auto before = qInstallMessageHandler(noteStatements);
        {
            const NoStatementsHere here;
            const auto refused = database.connection().execScript(u"SELECT 1"_s);
            QVERIFY(!refused);
            QCOMPARE(refused.error().code, ErrorCode::Internal);
            QCOMPARE(Connection::open(database.settings()).error().code, ErrorCode::Internal);
        }
        qInstallMessageHandler(before);
        QCOMPARE(statementsRefused.size(), 2);
        statementsRefused.clear();
        VERIFY_RESULT(database.connection().execScript(u"SELECT 1"_s));
    }

    void nothingWaitsForTheDatabase()
    {
        TestDatabase database;
        database.setNow(QDateTime::currentDateTimeUtc());
        const Services services;
        VERIFY_RESULT(services.sample.fill(database.session(),
                                           {.members = 40, .licenses = 14, .assignments = 160, .seed = 7}));
        const Actor actor{u"tester"_s, OperationSource::Window};
        const auto access = services.access.load(database.session());
        VERIFY_RESULT(access);
        const TourSettings settings;
        const RememberInBackground settingsWriter;
        DesktopLook look(QDBusConnection(u"there is none"_s));
        Preferences preferences(look);
        preferences.apply();
        FlowDialogs dialogs;
        desktop::RunningBook running({nullptr, database.settings(), actor, u"Sample"_s, *access}, services,
                                     nullptr);
        const auto before = qInstallMessageHandler(noteStatements);
        QStringList unsettled;
        {
            const NoStatementsHere here;
            running.showWindow([&] { return desktop::makeBookWindow(running, dialogs, preferences); },
                               u"members"_s);
            WindowFlows(*static_cast<GuiWatch *>(qApp), *running.window(), preferences,
                        [&](const WindowFlows::Figure &figure) {
                            qInfo().noquote()
                                << figure.name << "held the window still for" << figure.longest.wallMs
                                << "ms, working" << figure.longest.processorMs << "ms:" << figure.longest.what
                                << "settled after" << figure.tookMs << "ms";
                            if (!figure.isSettled)
                                unsettled += figure.name;
                        })
                .run({}, false); // the other walks visit the stops
        }
        qInstallMessageHandler(before);
        QCOMPARE(unsettled, QStringList());
        QCOMPARE(statementsRefused, QStringList());
        QCOMPARE(dialogs.errors(), QStringList());
    }
};

} // namespace seatledger

int main(int argc, char *argv[])
{
    seatledger::GuiWatch application(argc, argv);
    seatledger::WatchdogTest test;
    return QTest::qExec(&test, argc, argv);
}
#include "watchdogtest.moc"
