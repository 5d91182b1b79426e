// SPDX-License-Identifier: GPL-3.0-or-later
// Language and size of text change: the window is made anew around what was in sight.
#include "ui/shell/mainwindow.h"
#include "ui/shell/page.h"
#include "ui/shell/pageheader.h"
#include "ui/shell/sidebar.h"

#include <QAction>
#include <QApplication>
#include <QDialog>
#include <QEvent>

namespace seatledger {

using namespace Qt::StringLiterals;

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

} // namespace seatledger
