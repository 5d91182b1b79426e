// SPDX-License-Identifier: GPL-3.0-or-later
#include "tests/walk/wholewindow.h"

#include "app/desktop/pages.h"
#include "core/db/nostatements.h"
#include "ui/shell/page.h"
#include "ui/signin/signintour.h"

#include <QApplication>
#include <QDialog>
#include <QPointer>
#include <QSettings>
#include <QTest>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {
constexpr int longestWaitMs = 30'000;
constexpr int calmTurns = 3; ///< one answer may bring up the next question
} // namespace

WholeWindow::WholeWindow() : m_look(QDBusConnection(u"there is none"_s))
{
    QSettings::setPath(QSettings::NativeFormat, QSettings::UserScope, m_settings.path());
    m_database.setNow(QDateTime::currentDateTimeUtc());
    const auto filled = m_services.sample.fill(
        m_database.session(), {.members = 40, .licenses = 14, .assignments = 160, .seed = 7});
    if (!filled)
        qFatal("No sample: %s", qPrintable(filled.error().message));
    m_executor = std::make_unique<Executor>(m_database.settings(),
                                            Actor{u"tester"_s, OperationSource::Window});
    m_day = std::make_unique<BookDay>(*m_executor, m_services);
    m_preferences = std::make_unique<Preferences>(m_look);
}

WholeWindow::~WholeWindow()
{
    m_window.reset();
}

MainWindow &WholeWindow::open(QSize size)
{
    m_window = std::make_unique<MainWindow>(desktop::makePages(
        {.executor = *m_executor, .services = m_services, .day = m_day.get()}, m_dialogs, *m_preferences));
    m_window->setStatus(
        {.place = u"2026"_s, .person = u"2026"_s, .connection = ShellStatus::Connection::Online});
    m_window->resize(size);
    m_window->show();
    [&] { QVERIFY(QTest::qWaitForWindowActive(m_window.get())); }();
    return *m_window;
}

void WholeWindow::walk(const Look &look)
{
    const NoStatementsHere whileItWalks;
    for (const PageEntry &entry : m_window->pages()) {
        m_window->showPage(entry.id);
        settle(entry.id, {});
        look(entry.id, *m_window);
        for (const TourStop &stop : m_window->currentPage()->tourStops())
            visit(entry.id + u'-' + stop.name, stop, look);
    }
    std::vector<TourStop> stops = m_window->tourStops();
    for (TourStop &stop : signInTourStops(m_window.get()))
        stops.push_back(std::move(stop));
    for (const TourStop &stop : stops)
        visit(stop.name, stop, look);
}

void WholeWindow::visit(const QString &name, const TourStop &stop, const Look &look)
{
    QPointer<QWidget> dialog = stop.show();
    settle(name, stop.isSettled);
    if (!dialog) // one that had to be read first has come by itself
        dialog = qobject_cast<QDialog *>(QApplication::activeModalWidget());
    look(name, dialog ? *dialog : *m_window);
    if (dialog)
        dialog->close();
    m_window->activateWindow();
    if (!stop.leave)
        return;
    stop.leave();
    settle(name, {});
}

void WholeWindow::settle(const QString &name, const std::function<bool()> &isSettled)
{
    int calm = 0;
    const bool settled = QTest::qWaitFor(
        [&] {
            const Page *page = m_window->currentPage();
            const bool there = isSettled ? isSettled() : !page || page->isSettled();
            calm = there ? calm + 1 : 0;
            return calm >= calmTurns;
        },
        longestWaitMs);
    [&] { QVERIFY2(settled, qPrintable(name + u" does not settle"_s)); }();
}

QList<QWidget *> visibleWidgets(QWidget &top)
{
    QList<QWidget *> widgets{&top};
    for (QWidget *widget : top.findChildren<QWidget *>()) {
        if (widget->isVisible() && widget->window() == top.window())
            widgets += widget;
    }
    return widgets;
}

QString pathOf(const QWidget &widget)
{
    QStringList names;
    for (const QWidget *each = &widget; each; each = each->parentWidget()) {
        if (!each->objectName().isEmpty() && !each->objectName().startsWith(u"qt_"_s))
            names.prepend(each->objectName());
    }
    return u"%1 (%2)"_s.arg(names.mid(names.size() - 3).join(u" > "_s),
                            QString::fromLatin1(widget.metaObject()->className()));
}

void tell(const QStringList &findings)
{
    for (const QString &finding : findings)
        qWarning().noquote() << finding;
    QCOMPARE(findings.size(), 0);
}

} // namespace seatledger
