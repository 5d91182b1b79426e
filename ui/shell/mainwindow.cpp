// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "ui/common/manualsubject.h"
#include "ui/common/permits.h"
#include "ui/common/style/icons.h"
#include "ui/common/style/ledgerstyle.h"
#include "ui/common/widgets/banner.h"
#include "ui/common/widgets/emptystate.h"
#include "ui/common/widgets/searchfield.h"
#include "ui/shell/connectionwatch.h"
#include "ui/shell/finderbutton.h"
#include "ui/shell/navigationbutton.h"
#include "ui/shell/page.h"
#include "ui/shell/pageheader.h"
#include "ui/shell/shortcutsdialog.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/statusstrip.h"
#include "ui/shell/toastbar.h"

#include <QAction>
#include <QActionGroup>
#include <QApplication>
#include <QDialog>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QMouseEvent>
#include <QPushButton>
#include <QSettings>
#include <QStackedWidget>
#include <QToolButton>
#include <QVBoxLayout>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {
constexpr int arrivalMs = 600;
}

MainWindow::MainWindow(PageRegistry pages, const Permits *permits, QWidget *parent)
    : QMainWindow(parent), m_pages(std::move(pages)), m_permits(permits)
{
    setObjectName(u"mainWindow"_s);
    setWindowTitle(u"Seatledger"_s);
    setMinimumSize(880, 560);
    resize(1280, 800);
    m_remakeTimer.setSingleShot(true);
    connect(&m_remakeTimer, &QTimer::timeout, this, &MainWindow::remake);
    m_placeTimer.setSingleShot(true);
    connect(&m_placeTimer, &QTimer::timeout, this, &MainWindow::notePlace);
    qApp->installEventFilter(this);
    build();
    if (permits)
        connect(permits, &Permits::changed, this, &MainWindow::applyPermits);
    applyPermits();
}

void MainWindow::build()
{
    m_font = QApplication::font();
    m_sidebar = new Sidebar(this);
    m_header = new PageHeader(this);
    m_banner = new Banner(this);
    m_stack = new QStackedWidget(this);
    m_nothing = new EmptyState(this);
    m_strip = new StatusStrip(this);
    connect(m_header, &PageHeader::backRequested, this, &MainWindow::goBack);
    connect(m_header, &PageHeader::forwardRequested, this, &MainWindow::goForward);
    buildLayout();
    buildSidebar();
    buildNoticesButton();
    buildConnectionButton();
    buildAppearanceMenu();
    buildShortcuts();
    setStatus(m_status);
}

void MainWindow::buildLayout()
{
    auto *contents = new QWidget(this);
    m_banner->setObjectName(u"windowBanner"_s);
    connect(m_banner, &Banner::actionTriggered, this, &MainWindow::retryRequested);
    m_stack->setObjectName(u"pageStack"_s);
    m_nothing->setObjectName(u"noPage"_s);
    m_stack->addWidget(m_nothing);
    auto *bannerRow = new QVBoxLayout;
    bannerRow->setContentsMargins(space(Space::L), 0, space(Space::L), 0);
    bannerRow->addWidget(m_banner);
    auto *column = new QVBoxLayout(contents);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addLayout(bannerRow);
    column->addWidget(m_stack, 1);
    m_toast = new ToastBar(contents);

    auto *central = new QWidget(this);
    auto *row = new QHBoxLayout(central);
    row->setContentsMargins(0, 0, 0, 0);
    row->setSpacing(0);
    row->addWidget(m_sidebar);
    row->addWidget(contents, 1);
    setCentralWidget(central);
    setStatusBar(m_strip);
}

void MainWindow::buildSidebar()
{
    int number = 0;
    for (const PageEntry &entry : m_pages) {
        const QKeySequence keys = entry.isAtFoot
                                      ? entry.keys
                                      : QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + number++));
        m_sidebar->addPage(entry.id, entry.iconName, entry.label(), keys.toString(QKeySequence::NativeText),
                           entry.isAtFoot);
        addShortcut(entry.id, entry.iconName, tr("Go to %1").arg(entry.label()), {keys},
                    [this, entry] { choosePage(entry); });
    }
    connect(m_sidebar, &Sidebar::pageChosen, this, &MainWindow::showPage);
}

QString MainWindow::refusalOf(const PageEntry &entry) const
{
    const auto may = [this](Action what) { return m_permits->may(what); };
    if (!m_permits || entry.needs.isEmpty() || std::ranges::any_of(entry.needs, may))
        return {};
    return m_permits->refusalOf(entry.needs.front());
}

/// By keyboard, where no tool tip tells why nothing happens.
void MainWindow::choosePage(const PageEntry &entry)
{
    const QString refusal = refusalOf(entry);
    if (refusal.isEmpty())
        showPage(entry.id);
    else
        showToast({.text = refusal});
}

void MainWindow::applyPermits()
{
    for (const PageEntry &entry : m_pages) {
        const QString refusal = refusalOf(entry);
        m_sidebar->setRefusal(entry.id, refusal);
        if (!refusal.isEmpty())
            dropPage(entry.id);
    }
    if (m_current.isEmpty())
        showFirstPage();
}

void MainWindow::dropPage(const QString &id)
{
    if (m_current == id)
        m_current.clear();
    if (Page *page = m_made.take(id)) {
        m_stack->removeWidget(page);
        page->hide();
        page->deleteLater();
    }
}

void MainWindow::showFirstPage()
{
    const auto first = std::ranges::find_if(
        m_pages, [this](const PageEntry &entry) { return refusalOf(entry).isEmpty(); });
    if (first != m_pages.end())
        return showPage(first->id);
    m_header->hide();
    m_nothing->setContents(
        u"user"_s, tr("There is no page for you here"),
        tr("What you sign in as sees none of the pages of this window. An administrator of "
           "the book can change that."));
    m_stack->setCurrentWidget(m_nothing);
    setWindowTitle(u"Seatledger"_s);
}

void MainWindow::buildAppearanceMenu()
{
    auto *button = new QPushButton(icon(u"contrast-2"), tr("Appearance"), m_sidebar);
    button->setObjectName(u"appearanceButton"_s);
    setButtonKind(button, ButtonKind::Quiet);
    auto *menu = new QMenu(button);
    m_schemes = new QActionGroup(menu);
    const auto add = [&](const QString &iconName, const QString &text, SchemeChoice choice) {
        QAction *action = menu->addAction(icon(iconName), text);
        action->setCheckable(true);
        action->setData(static_cast<int>(choice));
        m_schemes->addAction(action);
        connect(action, &QAction::triggered, this, [this, choice] { emit schemeChosen(choice); });
    };
    add(u"device-desktop"_s, tr("Like the desktop"), SchemeChoice::System);
    add(u"sun"_s, tr("Light"), SchemeChoice::Light);
    add(u"moon"_s, tr("Dark"), SchemeChoice::Dark);
    add(u"contrast-2"_s, tr("High contrast, light"), SchemeChoice::HighContrastLight);
    add(u"contrast-2"_s, tr("High contrast, dark"), SchemeChoice::HighContrastDark);
    button->setMenu(menu);
    m_sidebar->addFooterWidget(button);
    setSchemeChoice(m_scheme);
}

void MainWindow::buildNoticesButton()
{
    m_notices = new NavigationButton(u"notices"_s, u"bell"_s, tr("Notices"), m_sidebar);
    m_notices->setCheckable(false);
    connect(m_notices, &NavigationButton::clicked, this, &MainWindow::requestNotices);
    m_sidebar->addFooterWidget(m_notices);
}

void MainWindow::setUnread(int notices)
{
    const QString count = notices > 999 ? tr("999+") : QLocale().toString(notices);
    m_notices->setBadge(notices > 0 ? count : QString());
    m_notices->setAccessibleDescription(tr("%Ln not read", nullptr, notices));
}

void MainWindow::requestNotices()
{
    emit noticesRequested(m_notices);
}

void MainWindow::buildConnectionButton()
{
    auto *button = new NavigationButton(u"switchConnection"_s, u"plug-connected"_s, tr("Switch connection …"),
                                        m_sidebar);
    button->setCheckable(false);
    connect(button, &NavigationButton::clicked, this, &MainWindow::switchConnectionRequested);
    m_sidebar->addFooterWidget(button);
}

void MainWindow::setSchemeChoice(SchemeChoice choice)
{
    m_scheme = choice;
    for (QAction *action : m_schemes->actions())
        action->setChecked(action->data().toInt() == static_cast<int>(choice));
}

void MainWindow::buildShortcuts()
{
    const auto standard = [](QKeySequence::StandardKey key) { return QKeySequence::keyBindings(key); };
    addShortcut(u"search"_s, u"search"_s, tr("Search"), standard(QKeySequence::Find), [this] {
        if (m_header->searchField()->isVisible()) {
            m_header->searchField()->setFocus(Qt::ShortcutFocusReason);
            m_header->searchField()->selectAll();
        }
    });
    addShortcut(u"reload"_s, u"refresh"_s, tr("Load again"), standard(QKeySequence::Refresh),
                [this] { takeChange({}); });
    addShortcut(u"back"_s, u"chevron-left"_s, tr("Back"), {QKeySequence(Qt::ALT | Qt::Key_Left)},
                [this] { goBack(); });
    addShortcut(u"forward"_s, u"chevron-right"_s, tr("Forward"), {QKeySequence(Qt::ALT | Qt::Key_Right)},
                [this] { goForward(); });
    addShortcut(u"undo"_s, u"arrow-back-up"_s, tr("Undo"), standard(QKeySequence::Undo), [this] {
        if (!m_toast->triggerAction())
            emit undoRequested();
    });
    addShortcut(u"redo"_s, u"arrow-forward-up"_s, tr("Do again"), standard(QKeySequence::Redo),
                [this] { emit redoRequested(); });
    addShortcut(u"notices"_s, u"bell"_s, tr("Notices"), {QKeySequence(Qt::CTRL | Qt::Key_B)},
                [this] { requestNotices(); });
    addShortcut(u"shortcuts"_s, u"info-circle"_s, tr("Keyboard shortcuts"),
                {QKeySequence(Qt::CTRL | Qt::Key_F1)}, [this] { showShortcuts(); });
    addShortcut(u"quit"_s, u"logout"_s, tr("Quit"), {QKeySequence(Qt::CTRL | Qt::Key_Q)},
                [this] { close(); });
    buildHelpButton();
}

void MainWindow::buildHelpButton()
{
    auto *button = new QToolButton(m_strip);
    button->setObjectName(u"helpToolButton"_s);
    button->setText(u"?"_s);
    button->setToolTip(tr("Help"));
    button->setAccessibleName(tr("Help"));
    button->setAutoRaise(true);
    auto *menu = new QMenu(button);
    // F1 itself is ManualKey's, in every window
    QAction *manual = menu->addAction(icon(u"book"), tr("Manual") + u"\tF1"_s);
    connect(manual, &QAction::triggered, this, &MainWindow::manualRequested);
    menu->addAction(findChild<QAction *>(u"shortcutsWindowAction"_s));
    connect(button, &QToolButton::clicked, menu, [button, menu] {
        menu->popup(button->mapToGlobal(
            QPoint(button->width() - menu->sizeHint().width(), -menu->sizeHint().height())));
    });
    m_strip->addPermanentWidget(button);
}

void MainWindow::setFinder(const QString &text, const QString &keys, std::function<void()> run)
{
    auto *button = new FinderButton(text, keys, m_sidebar);
    connect(button, &FinderButton::clicked, this, std::move(run));
    m_sidebar->setTopWidget(button);
}

QAction *MainWindow::addShortcut(const QString &name, const QString &iconName, const QString &text,
                                 const QList<QKeySequence> &keys, std::function<void()> run)
{
    auto *action = new QAction(text, this);
    action->setObjectName(name + u"WindowAction"_s);
    Page::setIconName(action, iconName);
    action->setShortcuts(keys);
    connect(action, &QAction::triggered, this, std::move(run));
    addAction(action);
    return action;
}

QDialog *MainWindow::showShortcuts()
{
    std::vector<ShortcutGroup> groups;
    if (Page *page = currentPage())
        groups.push_back({page->title(), actionsWithShortcuts(page)});
    QList<QAction *> own;
    for (QAction *action : actions()) {
        if (!action->shortcuts().isEmpty())
            own.append(action);
    }
    groups.push_back({tr("Everywhere"), own});
    auto *dialog = new ShortcutsDialog(groups, this);
    dialog->open();
    return dialog;
}

std::vector<TourStop> MainWindow::tourStops()
{
    std::vector<TourStop> stops;
    stops.push_back({.name = u"shortcuts"_s, .show = [this]() -> QWidget * { return showShortcuts(); }});
    stops.push_back({.name = u"lost-connection"_s,
                     .show = [this]() -> QWidget * {
                         ShellStatus lost = m_status;
                         lost.connection = ShellStatus::Connection::Offline;
                         lost.nextTry = 12;
                         setStatus(lost);
                         return nullptr;
                     },
                     .leave =
                         [this] {
                             ShellStatus there = m_status;
                             there.connection = ShellStatus::Connection::Online;
                             setStatus(there);
                         }});
    return stops;
}

void MainWindow::setStatus(const ShellStatus &status)
{
    m_status = status;
    m_strip->setStatus(status);
    showConnection();
}

void MainWindow::showConnection()
{
    if (m_status.connection != ShellStatus::Connection::Offline)
        return m_banner->dismiss();
    const QString text =
        tr("The connection to the database is lost. What you see may be out of date; what you "
           "typed is still there.")
        + u' ' + nextTryText(m_status.nextTry);
    const QString action = m_status.nextTry > 0 ? tr("Try now") : QString();
    if (m_banner->isHidden())
        m_banner->present(Banner::Kind::Warning, text, action);
    else
        m_banner->reword(text, action);
}

void MainWindow::follow(ConnectionWatch &watch)
{
    const auto show = [this, &watch] { setStatus(watch.addedTo(m_status)); };
    connect(&watch, &ConnectionWatch::changed, this, show);
    connect(this, &MainWindow::retryRequested, &watch, &ConnectionWatch::retryNow);
    show();
}

Page *MainWindow::makePage(const PageEntry &entry)
{
    Page *page = entry.create(m_stack);
    page->setObjectName(entry.id + u"Page"_s);
    page->setAutoFillBackground(true);
    page->setBackgroundRole(QPalette::Base);
    m_made.insert(entry.id, page);
    m_stack->addWidget(page);
    connect(page, &Page::toastRequested, this, &MainWindow::showToast);
    connect(page, &Page::pageRequested, this, &MainWindow::showPageWithWords);
    connect(page, &Page::placeChanged, this, [this, page] {
        if (page == currentPage())
            m_placeTimer.start(arrivalMs);
    });
    connect(page, &Page::placeRequested, this, &MainWindow::showPlace);
    connect(page, &Page::badgeChanged, this,
            [this, id = entry.id](const QString &text) { m_sidebar->setBadge(id, text); });
    return page;
}

void MainWindow::showPage(const QString &id)
{
    const auto entry = std::ranges::find(m_pages, id, &PageEntry::id);
    if (entry == m_pages.end() || !refusalOf(*entry).isEmpty())
        return;
    if (!m_isTravelling && currentPage() && m_current != id)
        notePlace();
    Page *page = m_made.contains(id) ? m_made.value(id) : makePage(*entry);
    m_current = id;
    setManualSubject(this, id);
    m_sidebar->setCurrent(id);
    m_header->showPage(page);
    m_header->show();
    m_stack->setCurrentWidget(page);
    setWindowTitle(page->title() + u" – Seatledger"_s);
    putBack(id);
    if (QWidget *view = page->mainView())
        view->setFocus(Qt::OtherFocusReason);
    m_placeTimer.start(0); // once the search or the place there is set, too
}

void MainWindow::showPageSearching(const QString &id, const QString &text, qint64 object)
{
    showPage(id);
    if (m_current != id)
        return;
    if (object > 0)
        m_made.value(id)->reveal(object);
    m_header->searchFor(text);
}

void MainWindow::showPageWithWords(const QString &id, const QString &words, qint64 object)
{
    showPage(id);
    if (m_current != id)
        return;
    const bool hasSigns = !currentPage()->searchGrammar().fields.isEmpty();
    showPageSearching(id, hasSigns ? searchWordsText(words) : words, object);
}

void MainWindow::notePlace()
{
    m_placeTimer.stop();
    if (!currentPage())
        return;
    m_history.visit({m_current, currentPage()->place()});
    m_header->setWays(m_history.canGoBack(), m_history.canGoForward());
}

void MainWindow::travel(const std::optional<VisitedPlace> &place)
{
    if (!place)
        return;
    showPage(place->page);
    if (m_current == place->page && place->place.isValid())
        currentPage()->showPlace(place->place);
    m_placeTimer.stop();
    m_header->setWays(m_history.canGoBack(), m_history.canGoForward());
}

void MainWindow::goBack()
{
    notePlace();
    m_isTravelling = true;
    travel(m_history.back());
    m_isTravelling = false;
}

void MainWindow::goForward()
{
    notePlace();
    m_isTravelling = true;
    travel(m_history.forward());
    m_isTravelling = false;
}

/// The side buttons of a mouse, wherever in the window.
bool MainWindow::eventFilter(QObject *watched, QEvent *event)
{
    if (event->type() == QEvent::MouseButtonPress && watched->isWidgetType()
        && static_cast<QWidget *>(watched)->window() == this) {
        const Qt::MouseButton button = static_cast<QMouseEvent *>(event)->button();
        if (button == Qt::BackButton || button == Qt::ForwardButton) {
            button == Qt::BackButton ? goBack() : goForward();
            return true;
        }
    }
    return QMainWindow::eventFilter(watched, event);
}

void MainWindow::showPlace(const QString &id, const QVariant &place)
{
    showPage(id);
    if (m_current == id)
        m_made.value(id)->showPlace(place);
}

void MainWindow::showToast(const Toast &toast)
{
    m_toast->present(toast);
}

void MainWindow::takeChange(const ChangeNotice &notice)
{
    for (Page *page : std::as_const(m_made))
        page->takeChange(notice);
}

void MainWindow::restorePlacement(const QString &startPage)
{
    const QSettings settings;
    restoreGeometry(settings.value(u"window/geometry"_s).toByteArray());
    showPage(startPage.isEmpty() ? settings.value(u"window/page"_s).toString() : startPage);
}

void MainWindow::changeEvent(QEvent *event)
{
    QMainWindow::changeEvent(event);
    const bool otherFont = event->type() == QEvent::FontChange && QApplication::font() != m_font;
    if (event->type() == QEvent::LanguageChange || otherFont)
        remakeSoon();
}

/// Once all that belongs to the change has been set, and whatever asked for it has returned.
void MainWindow::remakeSoon()
{
    m_remakeTimer.start(0);
}

void MainWindow::remake()
{
    if (waitsForDialog())
        return;
    const QString focused = focusWidget() ? focusWidget()->objectName() : QString();
    for (auto made = m_made.cbegin(); made != m_made.cend(); ++made)
        m_left.insert(made.key(), {m_header->searchOf(made.value()), made.value()->place()});
    const QString before = m_current;
    clear();
    build();
    setUpdatesEnabled(false);
    centralWidget()->show(); // or nothing in it could have the keyboard yet
    for (const PageEntry &entry : m_pages)
        m_sidebar->setRefusal(entry.id, refusalOf(entry));
    showPage(before);
    if (m_current.isEmpty())
        showFirstPage();
    setUpdatesEnabled(true);
    auto *again = focused.isEmpty() ? nullptr : centralWidget()->findChild<QWidget *>(focused);
    if (again && again->isVisibleTo(this))
        again->setFocus(Qt::OtherFocusReason);
    emit remade();
}

/// What was typed into a dialog must not go with the page it belongs to.
bool MainWindow::waitsForDialog()
{
    bool waits = QApplication::activePopupWidget() != nullptr;
    if (waits)
        m_remakeTimer.start(200);
    for (const QDialog *dialog : findChildren<QDialog *>()) {
        if (!dialog->isVisible())
            continue;
        connect(dialog, &QDialog::finished, this, &MainWindow::remakeSoon, Qt::UniqueConnection);
        waits = true;
    }
    return waits;
}

void MainWindow::clear()
{
    for (QAction *action : actions()) {
        removeAction(action);
        action->deleteLater();
    }
    for (Page *page : std::as_const(m_made)) {
        page->disconnect(this);
        page->hide();
    }
    m_made.clear();
    m_current.clear();
}

/// Brings a page that was made anew back to what it showed.
void MainWindow::putBack(const QString &id)
{
    if (!m_left.contains(id))
        return;
    const Left left = m_left.take(id);
    Page *page = m_made.value(id);
    if (left.place.isValid())
        page->showPlace(left.place);
    else if (!left.search.isEmpty())
        m_header->searchFor(left.search);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    QSettings settings;
    settings.setValue(u"window/geometry"_s, saveGeometry());
    settings.setValue(u"window/page"_s, m_current);
    QMainWindow::closeEvent(event);
}

} // namespace seatledger
