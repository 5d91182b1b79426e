// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/db/notificationlistener.h"
#include "core/domain/searchquery.h"
#include "ui/shell/toast.h"
#include "ui/shell/tourstop.h"

#include <QList>
#include <QVariant>
#include <QWidget>

class QAction;

namespace seatledger {

/// One page of the window. The shell draws its header (title, count, search, actions) from what it answers
/// here; everything below the header is the page's own. Pages are made when they are first shown, stay, and
/// are told of changes made elsewhere.
class Page : public QWidget
{
    Q_OBJECT

public:
    using QWidget::QWidget;

    [[nodiscard]] virtual QString title() const = 0;
    /// What the search field says while empty; an empty text leaves the field out.
    [[nodiscard]] virtual QString searchHint() const { return {}; }
    /// The fields that a search may name; without any it is words.
    [[nodiscard]] virtual SearchGrammar searchGrammar() const { return {}; }
    /// The text searched for is another now. Answers with searchTaken() or searchRefused(), at once, if there
    /// is a grammar.
    virtual void search(const QString &text) { Q_UNUSED(text) }
    /// Somebody was sent here to see this object: filters that might hide it are taken off, and it is
    /// selected. Comes before the search for it.
    virtual void reveal(qint64 object) { Q_UNUSED(object) }
    /// Somebody was sent here to see this, in the page's own words: a report with filters.
    virtual void showPlace(const QVariant &place) { Q_UNUSED(place) }
    /// What showPlace() takes to bring somebody back to what is in sight now: search, filters, selection.
    /// Invalid: nothing but the page itself.
    [[nodiscard]] virtual QVariant place() const { return {}; }
    /// The buttons of the header, from left to right; markPrimary() sets off the most wanted one. An action
    /// with a menu opens it. Owned by the page.
    [[nodiscard]] virtual QList<QAction *> headerActions() const { return {}; }
    /// What takes the keyboard when the page is shown or left by Down from the search field.
    [[nodiscard]] virtual QWidget *mainView() const { return nullptr; }
    /// Something was changed, here or elsewhere: load again what is shown of it.
    virtual void takeChange(const ChangeNotice &notice) { Q_UNUSED(notice) }
    /// Nothing is on its way; for the picture tour and tests.
    [[nodiscard]] virtual bool isSettled() const { return true; }
    /// What the picture tour shows of this page beside its first look.
    [[nodiscard]] virtual std::vector<TourStop> tourStops() { return {}; }

    /// Sets an action's icon so that it has the right colour also on the primary button.
    static void setIconName(QAction *action, const QString &iconName);
    /// What was set; empty: none.
    [[nodiscard]] static QString iconName(const QAction *action);
    /// Says in a sentence when an action that is off can be used: "Select one member."
    static void setNeeds(QAction *action, const QString &sentence);
    /// What was set; empty: nothing.
    [[nodiscard]] static QString needs(const QAction *action);
    static void markPrimary(QAction *action);
    [[nodiscard]] static bool isPrimary(const QAction *action);

protected:
    /// Makes an action the page's: `name` makes its object name, its shortcut works while the keyboard is in
    /// the page.
    QAction *adopt(QAction *action, const QString &name, const QString &iconName,
                   const QKeySequence &shortcut);

signals:
    /// Beside the title: "10,000 members", "3 of 120".
    void countTextChanged(const QString &text);
    /// A few characters in the sidebar, such as the number of shortages; empty: none.
    void badgeChanged(const QString &text);
    /// The page shows everything again: the search field is empty now.
    void searchCleared();
    /// A search was begun on the page itself with these letters.
    void searchStarted(const QString &typed);
    void toastRequested(const seatledger::Toast &toast);
    /// Show another page, searching for a text there; and of what is found, this object.
    void pageRequested(const QString &pageId, const QString &searchText, qint64 object = 0);
    /// Show another page, and there what showPlace() understands.
    void placeRequested(const QString &pageId, const QVariant &place);
    /// What is searched for on this page is another now; it is shown in the search field.
    void searchTextChanged(const QString &text);
    /// The search was understood, and is what the page shows.
    void searchTaken();
    /// The search cannot be understood, see parseSearch(); the page shows what it showed.
    void searchRefused(const seatledger::Error &error);
    /// place() is another now.
    void placeChanged();
};

} // namespace seatledger
