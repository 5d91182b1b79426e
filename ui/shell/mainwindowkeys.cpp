// SPDX-License-Identifier: GPL-3.0-or-later
// The window's own keys, and the help about them.
#include "ui/common/style/icons.h"
#include "ui/common/widgets/searchfield.h"
#include "ui/shell/finderbutton.h"
#include "ui/shell/keymap.h"
#include "ui/shell/mainwindow.h"
#include "ui/shell/page.h"
#include "ui/shell/pageheader.h"
#include "ui/shell/shortcutsdialog.h"
#include "ui/shell/sidebar.h"
#include "ui/shell/statusstrip.h"
#include "ui/shell/toastbar.h"

#include <QAction>
#include <QMenu>
#include <QToolButton>

namespace seatledger {

using namespace Qt::StringLiterals;

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
    // people bring the one or the other from elsewhere
    QList<QKeySequence> redo = standard(QKeySequence::Redo);
    if (const QKeySequence other(Qt::CTRL | Qt::Key_Y); !redo.contains(other))
        redo.append(other);
    addShortcut(u"redo"_s, u"arrow-forward-up"_s, tr("Do again"), redo, [this] { emit redoRequested(); });
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
    m_menu = new QMenu(button);
    QMenu *menu = m_menu;
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

void MainWindow::addToMenu(QAction *action)
{
    m_menu->insertAction(m_menu->actions().value(0), action);
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
    keymap::assign(action, u"window/"_s + name, keys);
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

std::vector<ShortcutGroup> MainWindow::allActions()
{
    std::vector<ShortcutGroup> groups{{tr("Everywhere"), actions()}};
    for (const PageEntry &entry : m_pages) {
        if (!refusalOf(entry).isEmpty())
            continue;
        const Page *page = m_made.contains(entry.id) ? m_made.value(entry.id) : makePage(entry);
        groups.push_back({entry.label(), page->actions()});
    }
    for (ShortcutGroup &group : groups)
        group.actions.removeIf([](const QAction *action) { return keymap::idOf(action).isEmpty(); });
    return groups;
}

void MainWindow::applyKeys()
{
    keymap::applyTo(this);
    for (const QAction *action : actions())
        m_sidebar->setShortcut(keymap::idOf(action).section(u'/', 1),
                               action->shortcut().toString(QKeySequence::NativeText));
}

} // namespace seatledger
