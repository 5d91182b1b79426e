// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/bookpage.h"

#include "ui/book/asofbar.h"
#include "ui/book/editdialog.h"
#include "ui/book/exporter.h"
#include "ui/book/pagesearch.h"
#include "ui/book/planrequest.h"
#include "ui/book/selectionpanel.h"
#include "ui/common/models/pagedtablemodelbase.h"
#include "ui/common/models/rowselection.h"
#include "ui/common/style/icons.h"
#include "ui/common/style/tokens.h"
#include "ui/common/viewmemory.h"
#include "ui/common/widgets/headerlayout.h"
#include "ui/common/widgets/segmentedfilter.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QPointer>
#include <QScrollBar>
#include <QSplitter>
#include <QToolButton>
#include <QVBoxLayout>

#include <memory>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int selectionDelayMs = 60; ///< while the arrow keys run, the panel waits
constexpr int panelWidth = 320;
const QString panelKey = u"panel"_s;

} // namespace

BookPage::BookPage(BookAccess access, Dialogs &dialogs, const QString &name, QWidget *parent)
    : Page(parent),
      m_book(access),
      m_dialogs(dialogs),
      m_view(new PagedTableView(this)),
      m_filter(new SegmentedFilter(tr("Show"), this)),
      m_filterLine(new QHBoxLayout),
      m_toolLine(new QHBoxLayout),
      m_subjectLine(new QHBoxLayout),
      m_splitter(new QSplitter(Qt::Horizontal, this)),
      m_memory(new ViewMemory(name, this)),
      m_exporter(new Exporter(access, dialogs, this)),
      m_search(new PageSearch(access, this)),
      m_chips(new FilterChips(this))
{
    setObjectName(name + u"Page"_s);
    m_view->setObjectName(name + u"Table"_s);
    m_filter->setObjectName(name + u"Filter"_s);
    connect(m_exporter, &Exporter::written, this,
            [this](const QString &sentence) { emit toastRequested({.text = sentence}); });
    m_selectionTimer.setSingleShot(true);
    m_selectionTimer.setInterval(selectionDelayMs);
    connect(&m_selectionTimer, &QTimer::timeout, this, &BookPage::showSelection);
}

void BookPage::build(PagedTableModelBase *table, SelectionPanel *panel)
{
    m_panel = panel;
    m_search->setGrammar(makeGrammar());
    connect(m_search, &PageSearch::learnt, this, [this] {
        if (!searchText().isEmpty())
            search(searchText());
    });
    buildLayout(panel);
    m_view->setAccessibleName(title());
    m_view->setTable(table);
    rememberView();
    connect(m_view, &PagedTableView::menuRequested, this, &BookPage::showMenu);
    connect(m_view, &PagedTableView::rowActivated, this, &BookPage::activate);
    connect(m_view, &PagedTableView::searchTyped, this, &Page::searchStarted);
    connect(m_view, &PagedTableView::emptyActionTriggered, this, &BookPage::useEmptyButton);
    connect(m_view->rows(), &RowSelection::changed, this, [this] {
        followActions();
        m_selectionTimer.start();
        emit placeChanged();
    });
    connect(panel, &SelectionPanel::operationActivated, this, &BookPage::showOperation);
    connect(table, &PagedTableModelBase::countChanged, this, &BookPage::updateCount);
    connect(table, &PagedTableModelBase::refreshed, this, [this] { followActions(); });
    connect(table, &QAbstractItemModel::dataChanged, this, [this] { followActions(); });
    followPermits();
    // not before: another query gives the selection up
    connect(table, &PagedTableModelBase::busyChanged, this, [this](bool busy) {
        if (!busy)
            selectRevealed();
    });
    followActions();
    showSelection();
    table->reset();
}

/// Other departments are other rows, too.
void BookPage::followPermits()
{
    if (!m_book.permits)
        return;
    connect(m_book.permits, &Permits::changed, this, [this] {
        followActions();
        updateEmptyText();
        takeChange({});
    });
}

bool BookPage::isPermitted(Action what)
{
    QString refusal = m_book.refusalOf(what);
    if (refusal.isEmpty())
        refusal = whyNoChange(what);
    if (!refusal.isEmpty())
        emit toastRequested({.text = refusal, .kind = Toast::Kind::Told});
    return refusal.isEmpty();
}

void BookPage::buildLayout(SelectionPanel *panel)
{
    auto *lists = new QWidget(this);
    m_filterLine->setContentsMargins(space(Space::L), space(Space::S), space(Space::L), space(Space::S));
    m_filterLine->setSpacing(space(Space::M));
    m_filterLine->insertWidget(0, m_filter);
    m_filterLine->addStretch();
    m_toolLine->setSpacing(space(Space::Xs));
    m_filterLine->addLayout(m_toolLine);
    if (m_asOfButton)
        m_toolLine->addWidget(m_asOfButton);
    auto *column = new QVBoxLayout(lists);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    setSubjectShown(m_subjectLine->count() > 0);
    column->addLayout(m_subjectLine);
    column->addLayout(m_filterLine);
    if (m_asOf)
        column->addWidget(m_asOf);
    column->addWidget(m_chips);
    column->addWidget(m_view, 1);
    m_splitter->setObjectName(objectName() + u"Splitter"_s);
    m_splitter->setHandleWidth(1);
    m_splitter->addWidget(lists);
    m_splitter->addWidget(panel);
    m_splitter->setStretchFactor(0, 1);
    m_splitter->setStretchFactor(1, 0);
    m_splitter->setChildrenCollapsible(false);
    m_splitter->setSizes({900, panelWidth});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_splitter);
    buildChips();
    buildViews();
    buildColumnsButton();
    buildPanelButton();
}

void BookPage::setSubjectShown(bool shown)
{
    const int beside = shown ? space(Space::L) : 0;
    m_subjectLine->setContentsMargins(beside, shown ? space(Space::S) : 0, beside, 0);
}

void BookPage::buildPanelButton()
{
    m_panelAction = makeAction(u"panel"_s, tr("Details panel"), u"layout-sidebar-right"_s, Qt::Key_F9,
                               [this] { togglePanel(); });
    m_panelAction->setCheckable(true);
    auto *button = new QToolButton(this);
    button->setObjectName(u"panelToolButton"_s);
    button->setDefaultAction(m_panelAction);
    const auto tell = [this, button] { // not the action's own words, which are those of a menu
        const QString keys = m_panelAction->shortcut().toString(QKeySequence::NativeText);
        button->setToolTip(keys.isEmpty() ? tr("Show or hide the details")
                                          : tr("Show or hide the details (%1)").arg(keys));
    };
    connect(m_panelAction, &QAction::changed, button, tell, Qt::QueuedConnection); // after the button's own
    tell();
    m_toolLine->addWidget(button);
}

void BookPage::rememberView()
{
    m_memory->keep(m_view->columns());
    m_memory->keep(m_splitter);
    m_memory->keep(m_panel, panelKey);
    m_panelAction->setChecked(!m_panel->isHidden());
}

void BookPage::togglePanel()
{
    const bool shown = m_panel->isHidden();
    m_memory->setShown(m_panel, panelKey, shown);
    m_panelAction->setChecked(shown);
    if (shown)
        showSelection();
}

QAction *BookPage::exportAction()
{
    QAction *action = makeAction(u"export"_s, tr("Export …"), u"table-export"_s,
                                 QKeySequence(Qt::CTRL | Qt::Key_E), [this] { exportShown(); });
    action->setToolTip(tr("Write the list to a file: a workbook, CSV or JSON"));
    m_book.guard(action, Action::Export);
    return action;
}

QAction *BookPage::makeMoreAction(const QList<QAction *> &actions)
{
    auto *more = new QAction(tr("More"), this);
    more->setObjectName(u"moreAction"_s);
    setIconName(more, u"dots"_s);
    auto *menu = new QMenu(this);
    menu->setToolTipsVisible(true);
    for (QAction *action : actions) {
        if (action)
            menu->addAction(action);
        else
            menu->addSeparator();
    }
    more->setMenu(menu);
    return more;
}

QWidget *BookPage::mainView() const
{
    return m_view;
}

QList<qint64> BookPage::selectedIds() const
{
    return m_view->rows()->ids();
}

void BookPage::reveal(qint64 object)
{
    m_revealed = {object};
    widen();
}

void BookPage::showOperation(qint64 operation)
{
    if (isPermitted(Action::ReadAudit))
        emit pageRequested(u"audit"_s, u'#' + QString::number(operation), operation);
}

void BookPage::selectRevealed()
{
    if (const int scroll = std::exchange(m_scrollTo, 0); scroll > 0)
        m_view->verticalScrollBar()->setValue(scroll);
    if (const QList<qint64> objects = std::exchange(m_revealed, {}); !objects.isEmpty())
        m_view->rows()->selectIds(objects);
}

bool BookPage::isNarrowed() const
{
    return !searchText().isEmpty() || !m_filter->isAtFirst() || asOf();
}

void BookPage::widen()
{
    m_search->clear();
    m_filter->reset();
    takeDay(std::nullopt);
}

void BookPage::updateEmptyText()
{
    if (!isNarrowed())
        return m_view->setEmptyText(emptyText());
    const QString what = searchText().isEmpty() ? tr("No row goes with what the filters ask for.")
                                                : tr("Nothing matches “%1”.").arg(searchText());
    m_view->setEmptyText(
        {.iconName = u"search"_s,
         .title = tr("Nothing found"),
         .text = what,
         .actionText = m_filter->isAtFirst() && !asOf() ? tr("Clear search") : tr("Show all")});
}

EmptyText BookPage::emptyText() const
{
    EmptyText text = firstSteps();
    const std::optional<Action> step = firstStep();
    if (step && !m_book.may(*step)) {
        text.text = tr("There are none yet, or none that you may see.");
        text.actionText.clear();
    }
    return text;
}

void BookPage::useEmptyButton()
{
    if (!isNarrowed())
        return emit firstStepWanted();
    widen();
    emit searchCleared();
    emit searchTaken();
    applyFilter();
    filtersChanged();
    m_view->setFocus(Qt::OtherFocusReason);
}

void BookPage::showMenu(const QPoint &globalPosition)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"selectionMenu"_s);
    menu->setToolTipsVisible(true);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (QAction *action : std::as_const(m_menuActions)) {
        if (action)
            menu->addAction(action);
        else
            menu->addSeparator();
    }
    menu->addSeparator();
    QMenu *columns = menu->addMenu(icon(u"columns-3"), tr("Columns"));
    m_view->columns()->addActions(columns);
    menu->popup(globalPosition);
}

void BookPage::updateCount()
{
    const PagedTableModelBase *table = m_view->table();
    emit countTextChanged(table->isCountKnown() ? countText(table->count()) : QString());
    if (!table->isCountKnown() || table->count() > 0)
        return;
    updateEmptyText();
    if (!isNarrowed() && !table->lastError())
        foundEmpty();
}

void BookPage::showSelection()
{
    if (m_panel->isHidden())
        return;
    QList<qint64> ids = selectedIds();
    std::ranges::sort(ids);
    m_panel->showSelection(ids);
}

void BookPage::takeChange(const ChangeNotice &notice)
{
    if (!notice.entity.isEmpty() && !entities().contains(notice.entity))
        return;
    if (notice.entity.isEmpty() || notice.entity == "department"_L1 || notice.entity == "product"_L1
        || notice.entity == "vendor"_L1)
        m_search->forget();
    if (isVisible()) {
        reload();
        m_search->learn();
    } else {
        m_stale = true;
    }
}

void BookPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    m_search->learn();
    if (std::exchange(m_stale, false))
        reload();
}

void BookPage::reload()
{
    m_view->table()->refresh();
    if (!m_panel->isHidden())
        m_panel->reload();
}

bool BookPage::isSettled() const
{
    return !m_view->table()->isBusy() && !m_selectionTimer.isActive() && m_panel->isSettled();
}

void BookPage::tellSaved(const QString &summary)
{
    emit toastRequested({.text = summary});
    reload();
}

void BookPage::tellDone(qint64 operation, const QString &summary)
{
    if (!m_book.may(Action::Undo))
        return tellSaved(summary);
    emit toastRequested(
        {.text = summary, .actionText = tr("Undo"), .action = [this, operation] { takeBack(operation); }});
    reload();
}

void BookPage::tellUndone()
{
    tellSaved(tr("It was taken back."));
}

QDialog *BookPage::offer(EditDialog *dialog)
{
    connect(dialog, &EditDialog::saved, this, &BookPage::tellDone);
    m_dialogs.open(dialog);
    return dialog;
}

QDialog *BookPage::offerNew(EditDialog *dialog)
{
    offer(dialog);
    connect(dialog, &EditDialog::saved, this,
            [this](qint64, const QString &, qint64 id) { m_view->rows()->selectIds({id}); });
    return dialog;
}

void BookPage::takeBack(qint64 operation)
{
    load(
        tr("It could not be undone"),
        [id = *OperationId::fromValue(operation)](const Services &services, Session &session) {
            return services.management.undo(session, id);
        },
        [this](const OperationId &) { tellUndone(); });
}

QDialog *BookPage::exportShown()
{
    if (!isPermitted(Action::Export))
        return nullptr;
    const PagedTableModelBase *table = m_view->table();
    const QString day = asOf() ? u'-' + asOf()->toString(Qt::ISODate) : QString();
    return m_exporter->begin({.name = objectName().chopped(4) + day,
                              .request = exportRequest(),
                              .shownColumns = shownColumns(),
                              .rows = table->isCountKnown() && table->count() > 0 ? table->count() : 0});
}

QStringList BookPage::shownColumns() const
{
    QStringList names;
    for (const QString &key : m_view->columns()->shown()) {
        for (const QString &name : exportColumns(key)) {
            if (!names.contains(name))
                names.append(name);
        }
    }
    return names;
}

TourStop BookPage::dialogStop(const QString &name, std::function<QWidget *()> show)
{
    const auto shown = std::make_shared<QPointer<QWidget>>();
    return {.name = name,
            .show = [shown, show = std::move(show)]() -> QWidget * { return *shown = show(); },
            .isSettled =
                [shown] {
                    const auto *request = *shown ? (*shown)->findChild<PlanRequest *>() : nullptr;
                    return !request || request->isSettled();
                }};
}

std::vector<TourStop> BookPage::tourStops()
{
    std::vector<TourStop> stops;
    stops.push_back({.name = u"selected"_s, .show = [this]() -> QWidget * {
                         m_view->selectRow(0);
                         return nullptr;
                     }});
    stops.push_back({.name = u"several"_s,
                     .show = [this]() -> QWidget * {
                         m_view->clearSelection();
                         const int last = std::min(6, m_view->model()->rowCount() - 1);
                         m_view->selectionModel()->select(
                             QItemSelection(m_view->model()->index(1, 0), m_view->model()->index(last, 0)),
                             QItemSelectionModel::Select | QItemSelectionModel::Rows);
                         return nullptr;
                     },
                     .leave = [this] { m_view->selectRow(0); }});
    stops.push_back({.name = u"export"_s, .show = [this]() -> QWidget * { return exportShown(); }});
    stops.push_back(
        {.name = u"columns"_s, .show = [this]() -> QWidget * { return m_view->chooseColumns(); }});
    for (TourStop &stop : dialogStops())
        stops.push_back(std::move(stop));
    // the last one: dialogs are about what is selected, and a search selects nothing
    if (!m_search->grammar().fields.isEmpty())
        stops.push_back({.name = u"searched"_s,
                         .show = [this]() -> QWidget * {
                             changeSearch(u"a seats>=1 "_s + m_search->grammar().fields.at(3).example);
                             return nullptr;
                         },
                         .leave = [this] { useEmptyButton(); }});
    return stops;
}

} // namespace seatledger
