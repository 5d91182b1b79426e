// SPDX-License-Identifier: GPL-3.0-or-later
#include "app/desktop/desktop.h"

#include "app/desktop/bookwindow.h"
#include "core/services/language.h"
#include "ui/common/asyncresult.h"
#include "ui/manual/manualwindow.h"
#include "ui/shell/toastbar.h"
#include "ui/signin/signintour.h"

#include <QApplication>
#include <QPromise>
#include <QTextStream>
#include <QTimer>
#include <QtConcurrentRun>

#include <utility>

namespace seatledger::desktop {

using namespace Qt::StringLiterals;

namespace {

constexpr int progressDelayMs = 400; ///< a workspace that runs already is open sooner than this

void closeInBackground(OpenedBook book)
{
    // Qt's threads are waited for at the end of the program
    (void)QtConcurrent::run([book = std::move(book)]() mutable { closeBook(book); });
}

/// For the tour, which closes what it pictured.
QWidget *openedManual(const QString &page)
{
    auto *manual = new ManualWindow;
    manual->setAttribute(Qt::WA_DeleteOnClose);
    manual->openPage(page);
    manual->show();
    return manual;
}

} // namespace

Desktop::Desktop(Options options, Preferences &preferences, QObject *parent)
    : QObject(parent),
      m_options(std::move(options)),
      m_preferences(preferences),
      m_recent(m_settings),
      m_memory(m_recent, m_vault)
{
    connect(&m_memory, &SignInMemory::passwordNotKept, this, &Desktop::tellPasswordNotKept);
}

Desktop::~Desktop()
{
    m_filling.cancel();
    delete m_signIn;
    if (m_opened)
        closeBook(*m_opened);
    if (m_running) {
        OpenedBook book = RunningBook::end(std::move(m_running));
        closeBook(book);
    }
}

void Desktop::start()
{
    const bool isAsked = m_options.tour || !m_options.workspace.isEmpty();
    if (!m_options.tour && !m_options.database.isEmpty())
        openAddress();
    else if (isAsked)
        openAsked();
    else if (const auto next = m_recent.opensNext())
        openUnseen(*next, {}, true);
    else
        askWhere(SignInWindow::Purpose::FirstStart);
}

/// What the command line names; there is nothing to ask, only to try again.
void Desktop::openAsked()
{
    showProgress(m_options.database.isEmpty() ? tr("Starting your workspace …")
                                              : tr("Connecting to the server …"));
    using Named = Result<std::pair<ConnectionProfile, QString>>;
    Named named = m_options.database.isEmpty()
                      ? Named(std::in_place, ConnectionProfile::ofWorkspace(m_options.workspace), QString())
                      : profileOfAddress(m_options.database);
    if (!named)
        return takeAsked(std::unexpected(std::move(named.error())));
    whenDone(QtConcurrent::run(&openBook, named->first, named->second), this,
             [this](Result<OpenedBook> book) { takeAsked(std::move(book)); });
}

void Desktop::takeAsked(Result<OpenedBook> book)
{
    if (book) {
        m_opened = std::move(*book);
        return run();
    }
    if (m_options.tour) {
        QTextStream(stderr) << book.error().message << Qt::endl;
        return QApplication::exit(1);
    }
    m_startWindow->showFailure(book.error());
    m_startWindow->show();
}

void Desktop::openAddress()
{
    const auto named = profileOfAddress(m_options.database);
    if (named)
        return openUnseen(named->first, named->second, false);
    askWhere(SignInWindow::Purpose::FirstStart);
    m_signIn->showRefusal(named.error());
}

/// Opens it without a question if that is possible, and comes up with the question if it is not.
void Desktop::openUnseen(const ConnectionProfile &profile, const QString &password, bool remembers)
{
    showProgress(tr("Opening %1 …").arg(profile.title()));
    makeSignIn(SignInWindow::Purpose::FirstStart);
    m_signIn->openDirectly(profile, password, remembers);
}

void Desktop::askWhere(SignInWindow::Purpose purpose)
{
    if (!m_signIn)
        makeSignIn(purpose, m_running ? m_running->window() : nullptr);
    m_dialogs.open(m_signIn);
}

void Desktop::makeSignIn(SignInWindow::Purpose purpose, QWidget *parent)
{
    m_signIn = new SignInWindow(
        {.memory = m_memory,
         .dialogs = m_dialogs,
         .open = [this](const ConnectionProfile &profile,
                        const QString &password) { return open(profile, password); },
         .cancelOpen = [this] { dropOpened(); },
         .openSample = [this](const ConnectionProfile &profile) { return openWithSample(profile); }},
        purpose, parent);
    connect(m_signIn, &SignInWindow::attentionNeeded, this, [this] {
        m_signIn->show();
        m_startWindow.reset();
    });
    connect(m_signIn, &QDialog::rejected, this, [this] {
        if (!m_running)
            QApplication::quit();
    });
    // not within the signal: the window that shows it goes with the book it belongs to
    connect(m_signIn, &SignInWindow::opened, this, &Desktop::run, Qt::QueuedConnection);
}

QFuture<Result<void>> Desktop::open(const ConnectionProfile &profile, const QString &password)
{
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    whenDone(QtConcurrent::run(&openBook, profile, password), this,
             [this, promise, round = ++m_round](Result<OpenedBook> book) {
                 promise->addResult(takeOpened(std::move(book), round));
                 promise->finish();
             });
    return promise->future();
}

QFuture<Result<void>> Desktop::openWithSample(const ConnectionProfile &profile)
{
    auto promise = std::make_shared<QPromise<Result<void>>>();
    promise->start();
    m_filling = CancelToken::create();
    const auto make = [profile, promise, token = m_filling] {
        return openSample(profile, token, [&promise](qint64 done, qint64 total) {
            promise->setProgressRange(0, static_cast<int>(total));
            promise->setProgressValue(static_cast<int>(done));
        });
    };
    whenDone(QtConcurrent::run(make), this, [this, promise, round = ++m_round](Result<OpenedBook> book) {
        promise->addResult(takeOpened(std::move(book), round));
        promise->finish();
    });
    return promise->future();
}

Result<void> Desktop::takeOpened(Result<OpenedBook> book, int round)
{
    if (!book)
        return std::unexpected(std::move(book.error()));
    if (round != m_round) {
        closeInBackground(std::move(*book));
        return failure(ErrorCode::Cancelled, {});
    }
    m_opened = std::move(*book);
    return {};
}

/// Whoever asked for a book does not wait for it any more.
void Desktop::dropOpened()
{
    ++m_round;
    m_filling.cancel();
    if (m_opened)
        closeInBackground(*std::exchange(m_opened, std::nullopt));
}

/// Works with the book that was opened, instead of the one before.
void Desktop::run()
{
    std::unique_ptr<RunningBook> before = std::move(m_running);
    m_running = std::make_unique<RunningBook>(std::move(*m_opened), m_services, &m_vault);
    m_opened.reset();
    if (m_options.tour)
        return startTour();
    m_running->showWindow([this] { return makeWindow(); }, m_preferences.startPage());
    keepDrafts();
    m_startWindow.reset();
    if (before)
        closeInBackground(RunningBook::end(std::move(before)));
}

void Desktop::keepDrafts()
{
    m_drafts = std::make_unique<Drafts>(Drafts::usualFolder(), m_running->book().settings.toUri());
    m_dialogs.setOpening([this](QDialog *dialog) { m_drafts->attach(dialog); });
    const QList<Drafts::Left> left = m_drafts->left();
    if (left.isEmpty())
        return;
    const Drafts::Left &first = left.first();
    m_running->window()->showToast(
        {.text = tr("What you had typed in “%1” when the program ended is still there.").arg(first.title),
         .actionText = tr("Open"),
         .action = [this, first] { m_running->window()->showPlace(first.mark.page, first.place()); },
         .kind = Toast::Kind::Told});
    m_running->window()->toastBar()->hold();
}

void Desktop::showProgress(const QString &text)
{
    if (!m_startWindow) {
        m_startWindow = std::make_unique<StartWindow>();
        connect(m_startWindow.get(), &StartWindow::retryRequested, this, &Desktop::openAsked);
        connect(m_startWindow.get(), &StartWindow::quitRequested, qApp, [] { QApplication::exit(1); });
        if (!m_options.tour)
            QTimer::singleShot(progressDelayMs, m_startWindow.get(), &QWidget::show);
    }
    m_startWindow->showOpening(text);
}

std::unique_ptr<MainWindow> Desktop::makeWindow()
{
    auto window = makeBookWindow(*m_running, m_dialogs, m_preferences);
    connect(window.get(), &MainWindow::switchConnectionRequested, this,
            [this] { askWhere(SignInWindow::Purpose::Switch); });
    connect(window.get(), &MainWindow::manualRequested, this,
            [this, about = window.get()] { m_manual.openAbout(about); });
    return window;
}

void Desktop::startTour()
{
    m_options.tour->windowStops = [](MainWindow &window) {
        std::vector<TourStop> stops = windowTourStops(window);
        for (TourStop &stop : signInTourStops(&window))
            stops.push_back(std::move(stop));
        stops.push_back({.name = u"manual"_s, .show = [] { return openedManual(u"licenses"_s); }});
        return stops;
    };
    const auto make = [this] {
        auto window = makeWindow();
        ShellStatus status = m_running->status();
        status.connection = ShellStatus::Connection::Online;
        window->setStatus(status);
        return window;
    };
    auto *tour = new Tour(*m_options.tour, make, &useLanguage, this);
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

void Desktop::tellPasswordNotKept()
{
    if (m_running && m_running->window())
        m_running->window()->showToast(
            {.text = tr("The keychain did not take the password. It will be asked for next time."),
             .kind = Toast::Kind::Warning});
}

} // namespace seatledger::desktop
