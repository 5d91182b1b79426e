// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/shell/mainwindow.h"

#include "ui/common/manualsubject.h"
#include "ui/common/permits.h"
#include "ui/common/remembered.h"
#include "ui/common/style/icons.h"
#include "ui/common/style/ledgerstyle.h"
#include "ui/common/widgets/banner.h"
#include "ui/common/widgets/emptystate.h"
#include "ui/common/widgets/searchfield.h"
#include "ui/shell/connectionwatch.h"
#include "ui/shell/keymap.h"
#include "ui/shell/navigationbutton.h"
#include "ui/shell/page.h"
#include "ui/shell/pageheader.h"
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
#include <QStackedWidget>
#include <QToolButton>
#include <QUrl>
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
    m_banner->setEdgeToEdge();
    auto *column = new QVBoxLayout(contents);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addWidget(m_header);
    column->addWidget(m_banner);
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
        const bool hasOwnKeys = entry.isAtFoot || !entry.keys.isEmpty();
        const QKeySequence keys = hasOwnKeys
                                      ? entry.keys
                                      : QKeySequence(Qt::CTRL | static_cast<Qt::Key>(Qt::Key_1 + number++));
        const QList<QKeySequence> chosen = keymap::keysOf(u"window/"_s + entry.id, {keys});
        m_sidebar->addPage(entry.id, entry.iconName, entry.label(),
                           chosen.value(0).toString(QKeySequence::NativeText), entry.isAtFoot);
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
        showToast({.text = refusal, .kind = Toast::Kind::Told});
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
    auto *button = new NavigationButton(u"appearance"_s, u"contrast-2"_s, tr("Appearance"), m_sidebar);
    button->setObjectName(u"appearanceButton"_s);
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
    for (QAction *action : page->actions()) {
        if (!action->objectName().isEmpty())
            keymap::assign(action, entry.id + u'/' + action->objectName(), action->shortcuts());
    }
    m_made.insert(entry.id, page);
    m_stack->addWidget(page);
    connect(page, &Page::toastRequested, this, &MainWindow::showToast);
    connect(page, &Page::pageRequested, this, &MainWindow::showPageWithWords);
    connect(page, &Page::placeChanged, this, [this, page] {
        // rows that come at once do not put off that somebody has come to the page
        const bool isArriving = m_placeTimer.isActive() && m_placeTimer.interval() == 0;
        if (page == currentPage() && !isArriving)
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
    const QVariant place = currentPage()->place();
    m_history.visit({m_current, place});
    // at once, not when the window closes: a program that is killed comes back where it was
    if (m_keepsPlaces) {
        remembered::set(u"window/page"_s, m_current);
        keepPlace(m_current, place);
    }
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
    restoreGeometry(remembered::value(u"window/geometry"_s).toByteArray());
    for (const PageEntry &entry : m_pages) {
        if (const QVariantMap place = remembered::value(placeKey(entry.id)).toMap(); !place.isEmpty())
            m_left.insert(entry.id, {{}, place});
    }
    if (Page *first = currentPage(); first && m_left.contains(m_current))
        putBack(m_current); // made before it was known how it was left
    showPage(startPage.isEmpty() ? remembered::value(u"window/page"_s).toString() : startPage);
    m_keepsPlaces = true;
}

/// What was in sight belongs to the book that is open.
QString MainWindow::placeKey(const QString &id) const
{
    const QByteArray book = QUrl::toPercentEncoding(m_status.place);
    return u"places/%1/%2"_s.arg(QString::fromLatin1(book), id);
}

void MainWindow::keepPlace(const QString &id, const QVariant &place) const
{
    if (place.typeId() == QMetaType::QVariantMap)
        remembered::set(placeKey(id), place);
}

void MainWindow::closeEvent(QCloseEvent *event)
{
    remembered::set(u"window/geometry"_s, saveGeometry());
    remembered::set(u"window/page"_s, m_current);
    for (auto made = m_made.cbegin(); made != m_made.cend(); ++made)
        keepPlace(made.key(), made.value()->place());
    QMainWindow::closeEvent(event);
}

} // namespace seatledger
