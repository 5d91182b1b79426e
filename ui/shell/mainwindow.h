// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/notificationlistener.h"
#include "ui/common/style/theme.h"
#include "ui/shell/pageregistry.h"
#include "ui/shell/placehistory.h"
#include "ui/shell/shellstatus.h"
#include "ui/shell/shortcutsdialog.h"
#include "ui/shell/toast.h"
#include "ui/shell/tourstop.h"

#include <QHash>
#include <QMainWindow>
#include <QTimer>

class QAction;
class QActionGroup;
class QDialog;
class QMenu;
class QStackedWidget;

namespace seatledger {

class Banner;
class ConnectionWatch;
class EmptyState;
class Page;
class PageHeader;
class Permits;
class Sidebar;
class StatusStrip;
class ToastBar;

/// The shell: sidebar, header, pages, status, toasts. Knows nothing of what the pages do. Makes a page when
/// it is first shown. Pages that the person may not see are in the sidebar but off, with the reason; a page
/// that is not permitted any more goes, with all that it showed.
///
/// When the language or the size of text changes everything in the window is made anew, each page as it was
/// left: what it searched for, its filters and selection. Dialogs keep what was typed into them: while one is
/// open the window waits. GUI thread.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    /// Without `permits`, which must outlive it, every page is offered.
    explicit MainWindow(PageRegistry pages, const Permits *permits = nullptr, QWidget *parent = nullptr);

    void setStatus(const ShellStatus &status);
    /// Shows whether the book can be reached as `watch` knows it, and lets the person try again at once.
    void follow(ConnectionWatch &watch);
    [[nodiscard]] const ShellStatus &status() const { return m_status; }
    void setSchemeChoice(SchemeChoice choice);
    /// How many notices the person has not read; stands in the sidebar.
    void setUnread(int notices);
    /// As if the person had asked for them.
    void requestNotices();

    /// Shows a page; one that is unknown or not permitted does nothing.
    void showPage(const QString &id);
    /// Shows a page and searches there; with an object, selects it among what is found.
    void showPageSearching(const QString &id, const QString &text, qint64 object = 0);
    /// The same for words as they are, whatever signs they have in them.
    void showPageWithWords(const QString &id, const QString &words, qint64 object = 0);
    /// Shows a page, and there what its showPlace() understands.
    void showPlace(const QString &id, const QVariant &place);
    [[nodiscard]] QString currentPageId() const { return m_current; }
    [[nodiscard]] Page *currentPage() const { return m_made.value(m_current); }
    [[nodiscard]] const PageRegistry &pages() const { return m_pages; }
    /// Why a page is not offered; empty if it is.
    [[nodiscard]] QString refusalOf(const PageEntry &entry) const;

    /// To where one was before, and again: page, search, filters, selection.
    void goBack();
    void goForward();
    [[nodiscard]] const PlaceHistory &history() const { return m_history; }

    void showToast(const Toast &toast);
    [[nodiscard]] ToastBar *toastBar() const { return m_toast; }

    /// What can be done with the keyboard in the window and on the page in sight. Opens it.
    QDialog *showShortcuts();

    /// What the picture tour shows of the window itself.
    [[nodiscard]] std::vector<TourStop> tourStops();

    /// Adds an action with keys that work everywhere in the window; it is among the shortcuts shown and the
    /// actions of the window. `name` makes its object name.
    QAction *addShortcut(const QString &name, const QString &iconName, const QString &text,
                         const QList<QKeySequence> &keys, std::function<void()> run);
    /// Puts an action into the menu of the help button, which has what is seldom needed and about the book as
    /// a whole. Anew after remade().
    void addToMenu(QAction *action);
    /// A button above the pages, for finding whatever there is.
    void setFinder(const QString &text, const QString &keys, std::function<void()> run);

    /// What can be given keys on each page that is permitted, and in the window itself. Makes the pages.
    [[nodiscard]] std::vector<ShortcutGroup> allActions();
    /// Shows the keys that were chosen since, see keymap.
    void applyKeys();

    /// Place, size and page of the last session, and on each page what was in sight; after setStatus().
    /// Begins with `startPage` instead, if there is such a page.
    void restorePlacement(const QString &startPage = {});

public slots:
    /// Tells every page that was made.
    void takeChange(const seatledger::ChangeNotice &notice);

signals:
    void schemeChosen(seatledger::SchemeChoice choice);
    /// The person wants to work with another book.
    void switchConnectionRequested();
    /// The last thing that was done is to be taken back, with no message in sight that offers it.
    void undoRequested();
    /// What was taken back last is to be done again.
    void redoRequested();
    /// The person wants to see the notices; they come up beside `anchor`.
    void noticesRequested(QWidget *anchor);
    /// The person wants to read about the page in sight.
    void manualRequested();
    /// The person does not want to wait for the next attempt to connect.
    void retryRequested();
    /// Everything was made anew, in another language perhaps: setStatus() is due.
    void remade();

protected:
    void closeEvent(QCloseEvent *event) override;
    bool eventFilter(QObject *watched, QEvent *event) override;
    void changeEvent(QEvent *event) override;

private:
    /// How a page was left, until it is made anew.
    struct Left {
        QString search;
        QVariant place;
    };

    void notePlace();
    void travel(const std::optional<VisitedPlace> &place);
    void build();
    void remakeSoon();
    void remake();
    [[nodiscard]] bool waitsForDialog();
    void clear();
    void putBack(const QString &id);
    [[nodiscard]] QString placeKey(const QString &id) const;
    void keepPlace(const QString &id, const QVariant &place) const;
    void buildLayout();
    void buildSidebar();
    void buildAppearanceMenu();
    void buildNoticesButton();
    void buildConnectionButton();
    void buildShortcuts();
    void showConnection();
    Page *makePage(const PageEntry &entry);
    void choosePage(const PageEntry &entry);
    void applyPermits();
    void showFirstPage();
    void dropPage(const QString &id);
    void buildHelpButton();

    PageRegistry m_pages;
    const Permits *m_permits;
    QHash<QString, Page *> m_made;
    QHash<QString, Left> m_left;
    QString m_current;
    ShellStatus m_status;
    SchemeChoice m_scheme = SchemeChoice::System;
    QFont m_font; ///< everything was laid out for it
    QTimer m_remakeTimer;
    PlaceHistory m_history;
    bool m_isTravelling = false;
    bool m_keepsPlaces = false; ///< not before it is known how the pages were left
    QTimer m_placeTimer; ///< somebody who types or walks is not there yet
    Sidebar *m_sidebar = nullptr;
    class NavigationButton *m_notices = nullptr;
    QMenu *m_menu = nullptr; ///< of the help button
    PageHeader *m_header = nullptr;
    Banner *m_banner = nullptr;
    QStackedWidget *m_stack = nullptr;
    EmptyState *m_nothing = nullptr; ///< in the place of a page where none is permitted
    StatusStrip *m_strip = nullptr;
    ToastBar *m_toast = nullptr;
    QActionGroup *m_schemes = nullptr;
};

} // namespace seatledger
