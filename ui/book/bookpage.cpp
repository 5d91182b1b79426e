// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/book/bookpage.h"

#include "ui/book/exportdialog.h"
#include "ui/book/selectionpanel.h"
#include "ui/common/models/pagedtablemodelbase.h"
#include "ui/common/models/rowselection.h"
#include "ui/common/style/tokens.h"
#include "ui/common/widgets/pagedtableview.h"
#include "ui/common/widgets/segmentedfilter.h"

#include <QAction>
#include <QHBoxLayout>
#include <QLocale>
#include <QMenu>
#include <QSplitter>
#include <QVBoxLayout>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr int selectionDelayMs = 60; ///< while the arrow keys run, the panel waits

} // namespace

BookPage::BookPage(BookAccess access, Dialogs &dialogs, const QString &name, QWidget *parent)
    : Page(parent),
      m_book(access),
      m_dialogs(dialogs),
      m_view(new PagedTableView(this)),
      m_filter(new SegmentedFilter(tr("Show"), this)),
      m_filterLine(new QHBoxLayout)
{
    setObjectName(name + u"Page"_s);
    m_view->setObjectName(name + u"Table"_s);
    m_filter->setObjectName(name + u"Filter"_s);
    m_selectionTimer.setSingleShot(true);
    m_selectionTimer.setInterval(selectionDelayMs);
    connect(&m_selectionTimer, &QTimer::timeout, this, &BookPage::showSelection);
}

void BookPage::build(PagedTableModelBase *table, SelectionPanel *panel)
{
    m_panel = panel;
    buildLayout(panel);
    m_view->setAccessibleName(title());
    m_view->setTable(table);
    m_view->setContextMenuPolicy(Qt::CustomContextMenu);
    connect(m_view, &QWidget::customContextMenuRequested, this, &BookPage::showMenu);
    connect(m_view, &PagedTableView::rowActivated, this, &BookPage::activate);
    connect(m_view->rows(), &RowSelection::changed, this, [this] {
        updateActions();
        m_selectionTimer.start();
    });
    connect(table, &PagedTableModelBase::countChanged, this, &BookPage::updateCount);
    connect(table, &PagedTableModelBase::refreshed, this, [this] { updateActions(); });
    connect(table, &QAbstractItemModel::dataChanged, this, [this] { updateActions(); });
    updateActions();
    showSelection();
    table->reset();
}

void BookPage::buildLayout(SelectionPanel *panel)
{
    auto *lists = new QWidget(this);
    m_filterLine->setContentsMargins(space(Space::L), space(Space::S), space(Space::L), space(Space::S));
    m_filterLine->setSpacing(space(Space::M));
    m_filterLine->insertWidget(0, m_filter);
    m_filterLine->addStretch();
    auto *column = new QVBoxLayout(lists);
    column->setContentsMargins(0, 0, 0, 0);
    column->setSpacing(0);
    column->addLayout(m_filterLine);
    column->addWidget(m_view, 1);
    auto *splitter = new QSplitter(Qt::Horizontal, this);
    splitter->setObjectName(objectName() + u"Splitter"_s);
    splitter->setHandleWidth(1);
    splitter->addWidget(lists);
    splitter->addWidget(panel);
    splitter->setStretchFactor(0, 1);
    splitter->setStretchFactor(1, 0);
    splitter->setCollapsible(0, false);
    splitter->setSizes({900, 340});
    auto *layout = new QVBoxLayout(this);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(splitter);
}

QAction *BookPage::adopt(QAction *action, const QString &name, const QString &iconName,
                         const QKeySequence &shortcut)
{
    action->setObjectName(name + u"Action"_s);
    setIconName(action, iconName);
    action->setShortcut(shortcut);
    action->setShortcutContext(Qt::WidgetWithChildrenShortcut);
    addAction(action);
    return action;
}

QAction *BookPage::exportAction()
{
    QAction *action = makeAction(u"export"_s, tr("Export …"), u"table-export"_s,
                                 QKeySequence(Qt::CTRL | Qt::Key_E), [this] { exportShown(); });
    action->setToolTip(tr("Write the list as it is shown to a CSV file"));
    return action;
}

QAction *BookPage::makeMoreAction(const QList<QAction *> &actions)
{
    auto *more = new QAction(tr("More"), this);
    more->setObjectName(u"moreAction"_s);
    setIconName(more, u"dots"_s);
    auto *menu = new QMenu(this);
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

void BookPage::showMenu(const QPoint &position)
{
    auto *menu = new QMenu(this);
    menu->setObjectName(u"selectionMenu"_s);
    menu->setAttribute(Qt::WA_DeleteOnClose);
    for (QAction *action : std::as_const(m_menuActions)) {
        if (action)
            menu->addAction(action);
        else
            menu->addSeparator();
    }
    menu->popup(m_view->viewport()->mapToGlobal(position));
}

void BookPage::updateCount()
{
    const PagedTableModelBase *table = m_view->table();
    emit countTextChanged(table->isCountKnown() ? countText(table->count()) : QString());
}

void BookPage::showSelection()
{
    QList<qint64> ids = selectedIds();
    std::ranges::sort(ids);
    m_panel->showSelection(ids);
}

void BookPage::takeChange(const ChangeNotice &notice)
{
    if (!notice.entity.isEmpty() && !entities().contains(notice.entity))
        return;
    if (isVisible())
        reload();
    else
        m_stale = true;
}

void BookPage::showEvent(QShowEvent *event)
{
    Page::showEvent(event);
    if (std::exchange(m_stale, false))
        reload();
}

void BookPage::reload()
{
    m_view->table()->refresh();
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
    emit toastRequested(
        {.text = summary, .actionText = tr("Undo"), .action = [this, operation] { undo(operation); }});
    reload();
}

void BookPage::tellUndone()
{
    tellSaved(tr("It was taken back."));
}

void BookPage::undo(qint64 operation)
{
    load(
        tr("It could not be undone"),
        [id = *OperationId::fromValue(operation)](const Services &services, Session &session) {
            return services.management.undo(session, id);
        },
        [this](const OperationId &) { tellUndone(); });
}

void BookPage::exportShown()
{
    const QString name = objectName().chopped(4) + u'-' + QDate::currentDate().toString(Qt::ISODate)
                         + u".csv"_s;
    m_dialogs.saveFile(this, {.title = tr("Export"), .suggestedName = name, .filter = tr("CSV (*.csv)")},
                       [this](const QString &path) { startExport(path); });
}

void BookPage::startExport(const QString &path)
{
    auto *dialog = new ExportDialog(m_book, exportRequest(), path, this);
    connect(dialog, &ExportDialog::exported, this, [this, path](qint64 rows) {
        emit toastRequested(
            {.text = tr("%Ln rows were written to %1.", nullptr, static_cast<int>(rows)).arg(path)});
    });
    connect(dialog, &ExportDialog::failed, this, [this](const Error &error) {
        m_dialogs.showError(this, tr("The list could not be exported"), error);
    });
    m_dialogs.open(dialog);
    dialog->start();
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
                         m_view->selectionModel()->select(
                             QItemSelection(m_view->model()->index(1, 0), m_view->model()->index(6, 0)),
                             QItemSelectionModel::Select | QItemSelectionModel::Rows);
                         return nullptr;
                     },
                     .leave = [this] { m_view->selectRow(0); }});
    for (TourStop &stop : dialogStops())
        stops.push_back(std::move(stop));
    return stops;
}

} // namespace seatledger
