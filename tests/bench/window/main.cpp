// SPDX-License-Identifier: GPL-3.0-or-later
// How long the window takes until it can be used, and for how long it holds still at most in each thing
// people do: bench-window WORKSPACE
#include "app/desktop/openedbook.h"
#include "app/desktop/pages.h"
#include "app/desktop/runningbook.h"
#include "core/connections/connectionprofile.h"
#include "core/services/language.h"
#include "tests/support/guiwatch.h"
#include "ui/common/widgets/pagedtableview.h"
#include "ui/settings/preferences.h"
#include "ui/shell/page.h"
#include "ui/shell/toursettings.h"
#include "ui/shell/windowdialogs.h"

#include <QDialog>
#include <QElapsedTimer>
#include <QHeaderView>
#include <QScrollBar>
#include <QTest>
#include <QTextStream>
#include <QTimer>

#include <functional>

using namespace Qt::StringLiterals;

namespace seatledger {

namespace {

constexpr int longestWaitMs = 120'000;
constexpr int scrollSteps = 60;

class Flows final
{
public:
    Flows(GuiWatch &watch, MainWindow &window) : m_watch(watch), m_window(window) {}

    /// Does it as an event of its own, and waits until the page has all that it asked for.
    void measure(const QString &name, const std::function<void()> &act)
    {
        (void)m_watch.takeLongest(); // what came before
        QElapsedTimer clock;
        clock.start();
        bool done = false;
        QTimer::singleShot(0, &m_window, [&] {
            act();
            done = true;
        });
        const bool settled = QTest::qWaitFor([&] { return done && isSettled(); }, longestWaitMs);
        const qint64 took = clock.elapsed();
        QTest::qWait(50); // what comes after, such as painting
        const GuiWatch::Block block = m_watch.takeLongest();
        m_out << name.leftJustified(34) << QString::number(block.wallMs, 'f', 1).rightJustified(8) << " ms "
              << QString::number(block.processorMs, 'f', 1).rightJustified(8) << " ms "
              << QString::number(took).rightJustified(7) << " ms  " << block.what
              << (settled ? "" : "  NOT SETTLED") << Qt::endl;
    }

    void listFlows(const QString &id)
    {
        const auto view = [this] {
            return qobject_cast<PagedTableView *>(m_window.currentPage()->mainView());
        };
        if (!view())
            return;
        measure(id + u": scroll by wheel"_s, [&] { scroll(view()->verticalScrollBar(), 3); });
        measure(id + u": jump to the end"_s,
                [&] { view()->verticalScrollBar()->setValue(view()->verticalScrollBar()->maximum()); });
        measure(id + u": jump to the middle"_s,
                [&] { view()->verticalScrollBar()->setValue(view()->verticalScrollBar()->maximum() / 2); });
        measure(id + u": sort by the second column"_s, [&] { view()->sortByColumn(1, Qt::DescendingOrder); });
        measure(id + u": select a row"_s, [&] { view()->selectRow(view()->rowAt(5)); });
        measure(id + u": search"_s, [&] { m_window.showPageSearching(id, u"an"_s); });
        measure(id + u": select all"_s, [&] { view()->selectAll(); });
        measure(id + u": show all again"_s, [&] { m_window.showPageSearching(id, {}); });
    }

    void heading()
    {
        m_out << u"what"_s.leftJustified(34) << "   longest    of it work    settled  by" << Qt::endl;
    }

private:
    [[nodiscard]] bool isSettled() const
    {
        return m_window.currentPage() && m_window.currentPage()->isSettled();
    }

    void scroll(QScrollBar *bar, int step)
    {
        for (int turn = 1; turn <= scrollSteps; ++turn)
            QTimer::singleShot(turn * 16, bar, [bar, step] { bar->setValue(bar->value() + step); });
    }

    GuiWatch &m_watch;
    MainWindow &m_window;
    QTextStream m_out{stdout};
};

int measureAll(GuiWatch &watch, const QString &workspace, QElapsedTimer &sinceStart)
{
    QTextStream out(stdout);
    const TourSettings settings; // nothing of this is the person's
    DesktopLook look;
    Preferences preferences(look);
    preferences.apply();
    Result<desktop::OpenedBook> book = desktop::openBook(ConnectionProfile::ofWorkspace(workspace), {});
    if (!book) {
        QTextStream(stderr) << book.error().message << Qt::endl;
        return 3;
    }
    const qint64 opened = sinceStart.elapsed();
    Services services;
    WindowDialogs dialogs;
    auto running = std::make_unique<desktop::RunningBook>(std::move(*book), services, nullptr);
    running->showWindow(
        [&] {
            return std::make_unique<MainWindow>(desktop::makePages(running->access(), dialogs, preferences),
                                                &running->permits());
        },
        u"members"_s);
    MainWindow &window = *running->window();
    const bool usable = QTest::qWaitFor(
        [&] { return window.currentPage() && window.currentPage()->isSettled(); }, longestWaitMs);
    out << "book open after " << opened << " ms, first page usable after " << sinceStart.elapsed() << " ms"
        << (usable ? "" : ", NOT SETTLED") << Qt::endl;
    Flows flows(watch, window);
    flows.heading();
    for (const PageEntry &entry : window.pages()) {
        flows.measure(entry.id + u": open"_s, [&] { window.showPage(entry.id); });
        flows.measure(entry.id + u": open again"_s, [&] { window.showPage(entry.id); });
        flows.listFlows(entry.id);
    }
    flows.measure(u"reload of everything"_s, [&] { window.takeChange({}); });
    flows.measure(u"another language"_s, [&] { useLanguage(QLocale(QLocale::Chinese, QLocale::China)); });
    flows.measure(u"another look"_s, [&] { preferences.setScheme(SchemeChoice::Dark); });
    desktop::OpenedBook left = desktop::RunningBook::end(std::move(running));
    desktop::closeBook(left);
    return 0;
}

} // namespace

} // namespace seatledger

int main(int argc, char *argv[])
{
    QElapsedTimer sinceStart;
    sinceStart.start();
    if (!qEnvironmentVariableIsSet("QT_QPA_PLATFORM"))
        qputenv("QT_QPA_PLATFORM", "offscreen");
    seatledger::GuiWatch application(argc, argv);
    QApplication::setApplicationName(u"seatledger"_s);
    QApplication::setOrganizationName(u"seatledger"_s);
    const QStringList arguments = QApplication::arguments();
    if (arguments.size() != 2) {
        QTextStream(stderr) << "bench-window WORKSPACE" << Qt::endl;
        return 2;
    }
    return seatledger::measureAll(application, arguments[1], sinceStart);
}
