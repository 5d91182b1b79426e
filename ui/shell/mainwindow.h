// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/notificationlistener.h"
#include "ui/common/style/theme.h"
#include "ui/shell/pageregistry.h"
#include "ui/shell/shellstatus.h"
#include "ui/shell/toast.h"

#include <QHash>
#include <QMainWindow>

class QStackedWidget;

namespace seatledger {

class Banner;
class Page;
class PageHeader;
class Sidebar;
class StatusStrip;
class ToastBar;

/// The shell: sidebar, header, pages, status, toasts. Knows nothing of what the pages do. Makes a page when
/// it is first shown. GUI thread.
class MainWindow final : public QMainWindow
{
    Q_OBJECT

public:
    explicit MainWindow(PageRegistry pages, QWidget *parent = nullptr);

    void setStatus(const ShellStatus &status);
    [[nodiscard]] const ShellStatus &status() const { return m_status; }
    void setSchemeChoice(SchemeChoice choice);

    /// Shows a page; an unknown id does nothing.
    void showPage(const QString &id);
    /// Shows a page and searches there.
    void showPageSearching(const QString &id, const QString &text);
    [[nodiscard]] QString currentPageId() const { return m_current; }
    [[nodiscard]] Page *currentPage() const { return m_made.value(m_current); }
    [[nodiscard]] const PageRegistry &pages() const { return m_pages; }

    void showToast(const Toast &toast);
    [[nodiscard]] ToastBar *toastBar() const { return m_toast; }

    /// Place, size and page of the last session.
    void restorePlacement();

public slots:
    /// Tells every page that was made.
    void takeChange(const seatledger::ChangeNotice &notice);

signals:
    void schemeChosen(seatledger::SchemeChoice choice);
    /// The person wants to work with another book.
    void switchConnectionRequested();

protected:
    void closeEvent(QCloseEvent *event) override;

private:
    void buildLayout();
    void buildSidebar();
    void buildAppearanceMenu();
    void buildConnectionButton();
    void buildShortcuts();
    Page *makePage(const PageEntry &entry);
    void addShortcut(const QKeySequence &keys, std::function<void()> action);

    PageRegistry m_pages;
    QHash<QString, Page *> m_made;
    QString m_current;
    ShellStatus m_status;
    Sidebar *m_sidebar;
    PageHeader *m_header;
    Banner *m_banner;
    QStackedWidget *m_stack;
    StatusStrip *m_strip;
    ToastBar *m_toast = nullptr;
    class QActionGroup *m_schemes = nullptr;
};

} // namespace seatledger
