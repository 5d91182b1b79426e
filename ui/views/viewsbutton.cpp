// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/views/viewsbutton.h"

#include "ui/common/style/icons.h"
#include "ui/shell/dialogs.h"
#include "ui/views/savedviewstore.h"
#include "ui/views/viewnamedialog.h"

#include <QClipboard>
#include <QDialog>
#include <QGuiApplication>
#include <QMenu>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

ViewsButton::ViewsButton(SavedViewStore &store, Dialogs &dialogs, ViewedPage page, QWidget *parent)
    : QToolButton(parent),
      m_store(store),
      m_dialogs(dialogs),
      m_page(std::move(page)),
      m_menu(new QMenu(this))
{
    setObjectName(u"viewsToolButton"_s);
    setIcon(seatledger::icon(u"bookmark"));
    setToolTip(tr("Saved views"));
    setAccessibleName(tr("Saved views"));
    setFocusPolicy(Qt::TabFocus);
    setPopupMode(InstantPopup);
    m_menu->setObjectName(u"viewsMenu"_s);
    setMenu(m_menu);
    connect(m_menu, &QMenu::aboutToShow, this, [this] {
        fill();
        m_store.reload(); // others may have shared something since
    });
}

void ViewsButton::fill()
{
    m_menu->clear();
    const std::vector<SavedView> views = m_store.of(m_page.page);
    addViews(views, true);
    addViews(views, false);
    if (views.empty())
        m_menu->addAction(tr("No views yet"))->setEnabled(false);
    m_menu->addSeparator();
    m_menu->addAction(seatledger::icon(u"plus"), tr("Save this view …"), this, [this] { saveView(); })
        ->setObjectName(u"saveViewAction"_s);
    addManagement(views);
    m_menu->addSeparator();
    m_menu->addAction(seatledger::icon(u"copy"), tr("Copy as text"), this, &ViewsButton::copyAsText)
        ->setObjectName(u"copyViewAction"_s);
    QAction *paste = m_menu->addAction(tr("Open the view on the clipboard"), this,
                                       &ViewsButton::openFromClipboard);
    paste->setObjectName(u"openViewAction"_s);
    paste->setEnabled(savedViewFromText(QGuiApplication::clipboard()->text()).has_value());
}

void ViewsButton::addViews(const std::vector<SavedView> &views, bool mine)
{
    const auto isShown = [&](const SavedView &view) { return view.isMine == mine; };
    if (std::ranges::none_of(views, isShown))
        return;
    m_menu->addSeparator();
    m_menu->addAction(mine ? tr("My views") : tr("Shared by others"))
        ->setEnabled(false); // sections show no text
    for (const SavedView &view : views) {
        if (!isShown(view))
            continue;
        QString text = QString(view.name).replace(u'&', u"&&"_s);
        if (!view.isMine)
            text += u"  ·  "_s + view.owner;
        else if (view.isShared)
            text += u"  ·  "_s + tr("shared");
        QAction *action = m_menu->addAction(seatledger::icon(u"bookmark"), text, this,
                                            [this, view] { open(view); });
        action->setObjectName(u"view:"_s + view.name);
        action->setCheckable(true);
        action->setChecked(view.name == m_shown);
    }
}

void ViewsButton::addManagement(const std::vector<SavedView> &views)
{
    QMenu *menu = m_menu->addMenu(tr("Manage views"));
    menu->setObjectName(u"manageViewsMenu"_s);
    menu->setEnabled(!views.empty());
    for (const SavedView &view : views) {
        QMenu *one = menu->addMenu(QString(view.name).replace(u'&', u"&&"_s));
        one->setObjectName(u"manage:"_s + view.name);
        if (view.isMine) {
            one->addAction(tr("Rename …"), this, [this, view] { rename(view); })->setObjectName(u"rename"_s);
            one->addAction(view.isShared ? tr("Share no longer") : tr("Share with everybody"), this,
                           [this, view] { share(view, !view.isShared); })
                ->setObjectName(u"share"_s);
        }
        one->addAction(tr("Remove …"), this, [this, view] { remove(view); })->setObjectName(u"remove"_s);
    }
}

void ViewsButton::tell(const Result<void> &done, const QString &failed, const QString &sentence)
{
    if (done)
        emit toastRequested({.text = sentence});
    else
        m_dialogs.showError(this, failed, done.error());
}

void ViewsButton::open(const SavedView &view)
{
    m_shown = view.name;
    m_page.show(view.place.toVariantMap());
}

QDialog *ViewsButton::saveView()
{
    QStringList names;
    bool isShared = false;
    for (const SavedView &view : m_store.of(m_page.page)) {
        if (view.isMine)
            names.append(view.name);
        isShared = isShared || (view.isMine && view.name == m_shown && view.isShared);
    }
    auto *dialog = new ViewNameDialog(tr("Save view"), m_shown, names, true, this);
    dialog->setSubtitle(tr("Search, filters, columns and order of this list."));
    dialog->offerSharing(isShared);
    connect(dialog, &ViewNameDialog::chosen, this, [this, dialog](const QString &name) {
        m_shown = name;
        m_store.save({.page = m_page.page,
                      .name = name,
                      .owner = {},
                      .isShared = dialog->isShared(),
                      .place = QJsonObject::fromVariantMap(m_page.state())},
                     [this, name](const Result<void> &done) {
                         tell(done, tr("The view could not be saved"),
                              tr("The view “%1” was saved.").arg(name));
                     });
    });
    m_dialogs.open(dialog);
    return dialog;
}

void ViewsButton::rename(const SavedView &view)
{
    QStringList others;
    for (const SavedView &other : m_store.of(m_page.page)) {
        if (other.isMine && other.id != view.id)
            others.append(other.name);
    }
    auto *dialog = new ViewNameDialog(tr("Rename view"), view.name, others, false, this);
    connect(dialog, &ViewNameDialog::chosen, this, [this, view](const QString &name) {
        SavedView renamed = view;
        renamed.name = name;
        m_store.update(renamed, [this, name](const Result<void> &done) {
            tell(done, tr("The view could not be renamed"), tr("The view is called “%1” now.").arg(name));
        });
    });
    m_dialogs.open(dialog);
}

void ViewsButton::share(SavedView view, bool shared)
{
    view.isShared = shared;
    m_store.update(view, [this, name = view.name, shared](const Result<void> &done) {
        tell(done, tr("The view could not be shared"),
             shared ? tr("Everybody sees the view “%1” now.").arg(name)
                    : tr("Only you see the view “%1” now.").arg(name));
    });
}

void ViewsButton::remove(const SavedView &view)
{
    m_dialogs.confirm(this,
                      {.title = tr("Remove the view “%1”?").arg(view.name),
                       .text = view.isShared ? tr("Nobody will see it any more. Nothing in the book goes.")
                                             : tr("Only the view goes, nothing in the book."),
                       .confirmText = tr("Remove"),
                       .kind = ButtonKind::Danger},
                      [this, view] {
                          m_store.remove(view.id, [this, name = view.name](const Result<void> &done) {
                              tell(done, tr("The view could not be removed"),
                                   tr("The view “%1” was removed.").arg(name));
                          });
                      });
}

void ViewsButton::copyAsText()
{
    QGuiApplication::clipboard()->setText(
        savedViewText(m_page.page, QJsonObject::fromVariantMap(m_page.state())));
    emit toastRequested({.text = tr("The view is on the clipboard. Who opens it sees what they may see.")});
}

void ViewsButton::openFromClipboard()
{
    const auto view = savedViewFromText(QGuiApplication::clipboard()->text());
    if (!view)
        return emit toastRequested(
            {.text = tr("There is no view on the clipboard."), .kind = Toast::Kind::Told});
    if (view->page == m_page.page)
        m_page.show(view->place.toVariantMap());
    else
        emit elsewhereRequested(view->page, view->place.toVariantMap());
}

} // namespace seatledger
