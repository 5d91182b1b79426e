// SPDX-License-Identifier: GPL-3.0-or-later
#pragma once

#include "core/domain/importfield.h"
#include "core/services/exportrequest.h"
#include "ui/book/bookaccess.h"
#include "ui/book/filterchips.h"
#include "ui/book/rowsedit.h"
#include "ui/common/widgets/pagedtableview.h"
#include "ui/shell/dialogs.h"
#include "ui/shell/page.h"

#include <QDate>
#include <QHash>
#include <QTimer>
#include <QVariantMap>

#include <functional>
#include <initializer_list>
#include <optional>

class QHBoxLayout;
class QMenu;
class QSplitter;
class QToolButton;

namespace seatledger {

class AsOfBar;
class BulkEditDialog;
class CellEditing;
class EditDialog;
class Exporter;
class ImportDialog;
class OperationDialog;
class PagedTableModelBase;
class PageSearch;
class SegmentedFilter;
class SelectionPanel;
class ViewMemory;
class ViewsButton;

/// What the pages of the book have in common: a quick filter above a table of any length, what narrows it as
/// chips, views of it by name, beside it a panel with what belongs to the selection, actions on the selection
/// in the header, the context menu and by keyboard, export of what is shown, and Undo of what was done.
/// Columns, sort and panel are remembered. An empty list says what to do first, or offers to show everything
/// again. Refreshes by itself, keeping scroll and selection; a page that is not in sight does so when it is
/// shown again. What the person may not do is there but off: pages make such actions with makeAction() and an
/// Action.
class BookPage : public Page
{
    Q_OBJECT

public:
    [[nodiscard]] QWidget *mainView() const override;
    void takeChange(const ChangeNotice &notice) override;
    [[nodiscard]] bool isSettled() const override;
    [[nodiscard]] QList<QAction *> headerActions() const override { return m_headerActions; }
    [[nodiscard]] std::vector<TourStop> tourStops() override;
    [[nodiscard]] SearchGrammar searchGrammar() const override;
    void search(const QString &text) override;
    void reveal(qint64 object) override;
    /// Search, filters and selection: a QVariantMap. showPlace() takes also the columns
    /// and the sort that viewState() adds; what a place does not have is as at first.
    [[nodiscard]] QVariant place() const override;
    void showPlace(const QVariant &place) override;
    /// What a saved view is made of: the place without the selection, with the columns and the sort.
    [[nodiscard]] QVariantMap viewState() const;

    /// Asks for format, columns and file, and writes the list as it is filtered and sorted. Answers the
    /// dialog it begins with; null if it is not permitted.
    QDialog *exportShown();

protected:
    /// `name` names objects and settings: `members`.
    BookPage(BookAccess access, Dialogs &dialogs, const QString &name, QWidget *parent);

    /// Loads again what is shown.
    void reload();

    /// Completes the page; call once, at the end of the constructor.
    void build(PagedTableModelBase *table, SelectionPanel *panel);

    [[nodiscard]] const BookAccess &book() const { return m_book; }
    [[nodiscard]] Dialogs &dialogs() const { return m_dialogs; }
    [[nodiscard]] PagedTableView *view() const { return m_view; }
    [[nodiscard]] SegmentedFilter *filter() const { return m_filter; }
    [[nodiscard]] QHBoxLayout *filterLine() const { return m_filterLine; }
    /// Above the filters: what the list as a whole is of, where that is chosen.
    [[nodiscard]] QHBoxLayout *subjectLine() const { return m_subjectLine; }
    /// Gives the line above the filters its room, or takes it while everything in it is hidden.
    void setSubjectShown(bool shown);
    /// The ids of the selected rows.
    [[nodiscard]] QList<qint64> selectedIds() const;
    /// Lets the list be as of any day: a button in the bar, and a strip with the day and `explanation`. While
    /// it is as of a day what changes the book is off. Call it before build(); applyFilter() then heeds
    /// asOf().
    void offerDay(const QString &explanation);
    /// The day that the list is as of; none is now.
    [[nodiscard]] std::optional<QDate> asOf() const;
    void setAsOf(std::optional<QDate> day);
    /// Another day, or now again: for filters that make no sense then; applyFilter() follows.
    virtual void dayChanged() {}
    /// What is searched for, as it was typed.
    [[nodiscard]] const QString &searchText() const;
    /// What that means, by makeGrammar().
    [[nodiscard]] const SearchQuery &searchQuery() const;
    /// Filters are others now: shows them as chips.
    void filtersChanged();

    /// An action of the page, with its shortcut while the keyboard is in the page. `name` makes the object
    /// name.
    template <typename Slot>
    QAction *makeAction(const QString &name, const QString &text, const QString &iconName,
                        const QKeySequence &shortcut, Slot slot);
    /// The same for what not everybody may do: off with the reason as tool tip where it is not permitted.
    template <typename Slot>
    QAction *makeAction(const QString &name, const QString &text, const QString &iconName,
                        const QKeySequence &shortcut, Action what, Slot slot);
    /// Whether the person may do this; says why not by a toast. For what is asked for without an action, such
    /// as a double-click.
    [[nodiscard]] bool isPermitted(Action what);
    void setHeaderActions(QList<QAction *> actions) { m_headerActions = std::move(actions); }
    /// What the context menu holds; null is a separator.
    void setMenuActions(QList<QAction *> actions) { m_menuActions = std::move(actions); }
    /// The export action, the same on all pages.
    [[nodiscard]] QAction *exportAction();
    /// The import action, for pages whose rows can be imported; files can then be dropped on the page, too.
    [[nodiscard]] QAction *importAction(ImportKind kind);
    /// Opens the import of such rows, with this file if there is one.
    ImportDialog *offerImport(ImportKind kind, const QString &path = {});
    /// Opens the import with rows as a spreadsheet puts them on the clipboard, columns apart by tabs.
    ImportDialog *offerPasted(ImportKind kind, const QString &text);
    /// Tour stops of the import, which write nothing: each of its steps, with a file whose columns leave
    /// something to confirm, and with one whose rows have problems.
    [[nodiscard]] std::vector<TourStop> importStops(ImportKind kind, const QByteArray &offered,
                                                    const QByteArray &wrong);
    /// The action that edits the cell with the keyboard in place (F2), for pages with editable columns:
    /// cellEdit() says what becomes of what was typed. A double click on such a cell does the same from then
    /// on.
    [[nodiscard]] QAction *editCellAction(Action what);
    /// What is to become of a row when `typed` is put into its cell of this column; InvalidInput if it cannot
    /// be read.
    [[nodiscard]] virtual Result<RowsEdit> cellEdit(const QString &columnKey, const QString &typed) const;
    /// A stop at the editor of a cell that says what is wrong with what was typed.
    [[nodiscard]] TourStop editCellStop(const QString &columnKey, const QString &typed);
    /// A button with a menu for the header.
    [[nodiscard]] QAction *makeMoreAction(const QList<QAction *> &actions);

    /// The tables whose changes show on this page.
    [[nodiscard]] virtual QStringList entities() const = 0;
    [[nodiscard]] virtual QString countText(qint64 count) const = 0;
    /// Search or filters are others now: ask for the rows they leave.
    virtual void applyFilter() {}
    /// Whether search or filters may be why the list is empty.
    [[nodiscard]] virtual bool isNarrowed() const;
    /// Takes search and filters off; followed by applyFilter().
    virtual void widen();
    /// The fields that a search may name; without departments, products and vendors, which are added.
    [[nodiscard]] virtual SearchGrammar makeGrammar() const { return {}; }
    /// What narrows the list besides the search.
    [[nodiscard]] virtual std::vector<FilterChip> filterChips();
    /// The filters besides the search, by names of one's own; followed by applyFilter() when they are set.
    [[nodiscard]] virtual QVariantMap filterState() const;
    virtual void setFilterState(const QVariantMap &state);
    /// What to do first while there is nothing at all; the button emits firstStepWanted().
    [[nodiscard]] virtual EmptyText firstSteps() const { return {}; }
    /// What the first step is; who may not take it is told that there is nothing instead.
    [[nodiscard]] virtual std::optional<Action> firstStep() const { return {}; }
    /// The list turned out to be empty, with nothing to blame for it: for pages whose first steps depend on
    /// more.
    virtual void foundEmpty() {}
    /// Says what there is to say of an empty list.
    void updateEmptyText();
    /// Opens the dialog again in which something was typed when the program ended: `what` and `arguments` are
    /// those of its DraftMark.
    virtual void openAgain(const QString &what, const QVariantMap &arguments);
    /// A row was double-clicked, or Enter pressed on it.
    virtual void activate(qint64 id) = 0;
    /// The selection is another: enable what is possible.
    virtual void updateActions() = 0;
    [[nodiscard]] virtual ExportRequest exportRequest() const = 0;
    /// What a file has for the column of this key; none if it has nothing like it.
    [[nodiscard]] virtual QStringList exportColumns(const QString &key) const { return {key}; }
    /// One tour stop for each dialog of the page.
    [[nodiscard]] virtual std::vector<TourStop> dialogStops() { return {}; }
    /// A stop at the dialog that `show` opens, pictured once its plan is there.
    [[nodiscard]] static TourStop dialogStop(const QString &name, std::function<QWidget *()> show);
    /// The same with the first few rows selected, for a BulkEditDialog in which `fill` has ticked something.
    [[nodiscard]] TourStop editManyStop(std::function<QDialog *()> show,
                                        std::function<void(BulkEditDialog *)> fill);

    /// Something was saved or done: says so and loads again what is shown.
    void tellSaved(const QString &summary);
    /// The same for an operation, with Undo for those who may.
    void tellDone(qint64 operation, const QString &summary);
    void tellUndone();
    /// Opens the history of one thing, called `name`; its operations lead to the audit.
    QDialog *offerHistory(const AuditedThing &thing, const QString &name);
    /// Opens a form; what it saves is told with Undo.
    QDialog *offer(EditDialog *dialog);
    /// Opens a dialog that does something; what it did, or took back itself, is told.
    QDialog *offer(OperationDialog *dialog);
    /// The same for a form that adds something, which is selected then.
    QDialog *offerNew(EditDialog *dialog);
    /// Sends the person to an operation in the audit.
    void showOperation(qint64 operation);
    /// Loads `work` and calls `show` with the answer; errors are shown under the headline `what`.
    template <typename Work, typename Show>
    void load(const QString &what, Work work, Show show);

    void showEvent(QShowEvent *event) override;
    void dragEnterEvent(QDragEnterEvent *event) override;
    void dropEvent(QDropEvent *event) override;

signals:
    /// The button of firstSteps() was pressed.
    void firstStepWanted();

private:
    void buildLayout(SelectionPanel *panel);
    void buildPanelButton();
    void buildViews();
    void buildColumnsButton();
    void buildChips();
    void changeSearch(const QString &text);
    void followPermits();
    [[nodiscard]] EmptyText emptyText() const;
    void rememberView();
    void togglePanel();
    void showMenu(const QPoint &globalPosition);
    void updateCount();
    void useEmptyButton();
    void showSelection();
    void selectRevealed();
    void takeBack(qint64 operation);
    [[nodiscard]] QStringList shownColumns() const;
    void takeDay(std::optional<QDate> day);
    void changeDay();
    void noteChange(QAction *action, Action what);
    [[nodiscard]] QString whyNoChange(Action what) const;
    void followActions();
    void putDay(QVariantMap &place) const;
    void takeDayOf(const QVariantMap &place);
    bool editCell(const QModelIndex &cell);
    void pasteRows();

    BookAccess m_book;
    Dialogs &m_dialogs;
    PagedTableView *m_view;
    SegmentedFilter *m_filter;
    QHBoxLayout *m_filterLine;
    QHBoxLayout *m_toolLine; // at its end, closer together
    QHBoxLayout *m_subjectLine;
    QSplitter *m_splitter;
    ViewMemory *m_memory;
    Exporter *m_exporter;
    SelectionPanel *m_panel = nullptr;
    QAction *m_panelAction = nullptr;
    PageSearch *m_search;
    FilterChips *m_chips;
    ViewsButton *m_viewsButton = nullptr;
    AsOfBar *m_asOf = nullptr;
    QToolButton *m_asOfButton = nullptr;
    QList<QAction *> m_changes; ///< the actions that change the book
    QHash<QAction *, QString> m_ownToolTips; ///< of those that are off for the day
    QTimer m_selectionTimer;
    QList<QAction *> m_headerActions;
    QList<QAction *> m_menuActions;
    std::optional<ImportKind> m_imported;
    CellEditing *m_cells = nullptr;
    int m_scrollTo = 0; ///< once there are rows
    QList<qint64> m_revealed; ///< to be selected once the rows for them are there
    bool m_stale = false;
};

template <typename Slot>
QAction *BookPage::makeAction(const QString &name, const QString &text, const QString &iconName,
                              const QKeySequence &shortcut, Slot slot)
{
    auto *action = adopt(new QAction(text, this), name, iconName, shortcut);
    connect(action, &QAction::triggered, this, std::move(slot));
    return action;
}

template <typename Slot>
QAction *BookPage::makeAction(const QString &name, const QString &text, const QString &iconName,
                              const QKeySequence &shortcut, Action what, Slot slot)
{
    QAction *action = makeAction(name, text, iconName, shortcut, std::move(slot));
    m_book.guard(action, what);
    noteChange(action, what);
    return action;
}

template <typename Work, typename Show>
void BookPage::load(const QString &what, Work work, Show show)
{
    m_book.ask(this, std::move(work), [this, what, show = std::move(show)](auto answer) {
        if (answer)
            show(std::move(*answer));
        else
            m_dialogs.showError(this, what, answer.error());
    });
}

} // namespace seatledger
