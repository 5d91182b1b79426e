// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/savedview.h"
#include "ui/shell/toast.h"

#include <QToolButton>
#include <QVariantMap>

#include <functional>

class QDialog;
class QMenu;

namespace seatledger {

class Dialogs;
class SavedViewStore;

/// What a page has to do with its views.
struct ViewedPage {
    QString page; ///< `members`
    std::function<QVariantMap()> state; ///< how the page is looked at now
    std::function<void(const QVariantMap &state)> show;
};

/// The views of a page, in a menu: those of the person and those that others share; to save how the page is
/// looked at now, and to rename, share and remove views; to copy a view as text and to open one from the
/// clipboard.
class ViewsButton final : public QToolButton
{
    Q_OBJECT

public:
    ViewsButton(SavedViewStore &store, Dialogs &dialogs, ViewedPage page, QWidget *parent);

    /// Asks for a name and saves.
    QDialog *saveView();
    void copyAsText();
    /// What the clipboard has; says so if that is no view.
    void openFromClipboard();

signals:
    void toastRequested(const seatledger::Toast &toast);
    /// The view on the clipboard is of another page.
    void elsewhereRequested(const QString &page, const QVariant &place);

private:
    void fill();
    void addViews(const std::vector<SavedView> &views, bool mine);
    void addManagement(const std::vector<SavedView> &views);
    void open(const SavedView &view);
    void rename(const SavedView &view);
    void share(SavedView view, bool shared);
    void remove(const SavedView &view);
    void tell(const Result<void> &done, const QString &failed, const QString &sentence);

    SavedViewStore &m_store;
    Dialogs &m_dialogs;
    ViewedPage m_page;
    QMenu *m_menu;
    QString m_shown; ///< the name of the view that was opened last
};

} // namespace seatledger
