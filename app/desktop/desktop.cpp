// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop.h"

#include "app/desktop/pages.h"
#include "core/services/language.h"
#include "ui/common/asyncresult.h"

#include <QApplication>
#include <QLoggingCategory>
#include <QSettings>
#include <QTextStream>
#include <QtConcurrentRun>

namespace seatledger::desktop {

using namespace Qt::StringLiterals;

Q_LOGGING_CATEGORY(lcDesktop, "seatledger.desktop")

namespace {

constexpr int startWindowDelayMs = 400; ///< a workspace that runs already is open sooner than this
constexpr int minuteMs = 60'000;
constexpr int threads = 3; ///< a page, its count, and whatever the person asked for meanwhile

} // namespace

Desktop::Desktop(Options options, QObject *parent) : QObject(parent), m_options(std::move(options))
{
    m_minute.setInterval(minuteMs);
    connect(&m_minute, &QTimer::timeout, this, &Desktop::advance);
}

Desktop::~Desktop()
{
    m_window.reset();
    m_listener.reset();
    m_executor.reset();
    if (m_book)
        closeBook(*m_book);
}

void Desktop::start()
{
    m_startWindow = std::make_unique<StartWindow>();
    connect(m_startWindow.get(), &StartWindow::retryRequested, this, &Desktop::open);
    connect(m_startWindow.get(), &StartWindow::quitRequested, qApp, [] { QApplication::exit(1); });
    if (!m_options.tour)
        QTimer::singleShot(startWindowDelayMs, m_startWindow.get(), &QWidget::show);
    open();
}

void Desktop::open()
{
    m_startWindow->showOpening(m_options.database.isEmpty() ? tr("Starting your workspace …")
                                                            : tr("Connecting to the server …"));
    whenDone(QtConcurrent::run(&openBook, m_options.workspace, m_options.database), this,
             [this](Result<OpenedBook> book) { takeBook(std::move(book)); });
}

void Desktop::takeBook(Result<OpenedBook> book)
{
    if (book) {
        m_book = std::move(*book);
        return compose();
    }
    if (m_options.tour) {
        QTextStream(stderr) << book.error().message << Qt::endl;
        return QApplication::exit(1);
    }
    m_startWindow->showFailure(book.error());
    m_startWindow->show();
}

void Desktop::compose()
{
    m_status = {m_book->place, m_book->actor.name, ShellStatus::Connection::Connecting};
    m_executor = std::make_unique<Executor>(m_book->settings, m_book->actor, systemClock(), threads);
    m_listener = std::make_unique<NotificationListener>(m_book->settings);
    connect(m_listener.get(), &NotificationListener::connected, this,
            [this] { setConnection(ShellStatus::Connection::Online); });
    connect(m_listener.get(), &NotificationListener::connectionLost, this,
            [this] { setConnection(ShellStatus::Connection::Offline); });
    connect(m_listener.get(), &NotificationListener::changed, this, [this](const ChangeNotice &notice) {
        if (m_window)
            m_window->takeChange(notice);
    });
    m_listener->start();
    advance();
    m_minute.start();
    if (m_options.tour)
        startTour();
    else
        showWindow();
}

std::unique_ptr<MainWindow> Desktop::makeWindow()
{
    auto window = std::make_unique<MainWindow>(makePages({*m_executor, m_services}, m_dialogs));
    window->setStatus(m_status);
    window->setSchemeChoice(savedScheme());
    connect(window.get(), &MainWindow::schemeChosen, this, &Desktop::chooseScheme);
    return window;
}

void Desktop::showWindow()
{
    m_window = makeWindow();
    m_window->restorePlacement();
    m_window->show();
    m_startWindow.reset();
}

void Desktop::startTour()
{
    m_status.connection = ShellStatus::Connection::Online;
    auto *tour = new Tour(*m_options.tour, [this] { return makeWindow(); }, &useLanguage, this);
    connect(tour, &Tour::finished, this, &Desktop::endTour);
    tour->start();
}

void Desktop::endTour(int pictures, const QStringList &problems)
{
    useLanguage(QLocale::system());
    QTextStream(stdout) << tr("%Ln picture(s) in %1", nullptr, pictures).arg(m_options.tour->folder)
                        << Qt::endl;
    QTextStream errors(stderr);
    for (const QString &problem : problems)
        errors << problem << Qt::endl;
    QApplication::exit(problems.isEmpty() ? 0 : 1);
}

void Desktop::setConnection(ShellStatus::Connection connection)
{
    m_status.connection = connection;
    if (m_window)
        m_window->setStatus(m_status);
}

void Desktop::advance()
{
    whenDone(m_executor->run([this](Session &session) { return m_services.operations.advanceDue(session); }),
             this, [](const Result<qint64> &advanced) {
                 if (!advanced && advanced.error().code != ErrorCode::Cancelled)
                     qCWarning(lcDesktop) << "What is due was not booked:" << advanced.error().message;
             });
}

void Desktop::chooseScheme(SchemeChoice choice)
{
    QSettings().setValue(u"window/scheme"_s, static_cast<int>(choice));
    applyTheme(*qApp, choice);
    m_window->setSchemeChoice(choice);
}

SchemeChoice savedScheme()
{
    const int saved = QSettings().value(u"window/scheme"_s, 0).toInt();
    return saved == static_cast<int>(SchemeChoice::Dark)    ? SchemeChoice::Dark
           : saved == static_cast<int>(SchemeChoice::Light) ? SchemeChoice::Light
                                                            : SchemeChoice::System;
}

} // namespace seatledger::desktop
