// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/waiting/waitingpage.h"

#include "ui/assignments/assignmentcommands.h"
#include "ui/common/models/rowselection.h"
#include "ui/common/widgets/segmentedfilter.h"
#include "ui/waiting/waitingpanel.h"
#include "ui/waiting/withdrawdialog.h"

#include <QAction>
#include <QDialog>

namespace seatledger {

using namespace Qt::StringLiterals;

WaitingPage::WaitingPage(BookAccess access, Dialogs &dialogs, QWidget *parent)
    : BookPage(access, dialogs, u"waiting"_s, parent),
      m_source(makeWaitingSource(access, {.states = {WaitingState::Waiting}}, nullptr)),
      m_table(new WaitingTable(m_source, waitingColumns(), this)),
      m_seats(new AssignmentCommands(access, dialogs, this))
{
    m_table->setObjectName(u"waitingModel"_s);
    buildFilter();
    buildActions();
    auto *panel = new WaitingPanel(access, this);
    panel->setActions({m_show, m_withdraw});
    build(m_table, panel);
    connect(this, &BookPage::firstStepWanted, m_new, &QAction::trigger);
    connect(m_seats, &AssignmentCommands::applied, this, &WaitingPage::tellDone);
    connect(m_seats, &AssignmentCommands::undone, this, &WaitingPage::tellUndone);
}

void WaitingPage::buildFilter()
{
    for (const auto &entry : enumEntries<WaitingState>())
        filter()->addSegment(entry.name, translateDomain(entry.display));
    filter()->addSegment(u"all"_s, tr("All"));
    connect(filter(), &SegmentedFilter::currentChanged, this, &WaitingPage::applyFilter);
}

void WaitingPage::buildActions()
{
    m_new = makeAction(u"new"_s, tr("Ask for seats"), u"plus"_s, QKeySequence::New, Action::Assign, [this] {
        const WaitingRow *row = selected();
        m_seats->assignOrWait(row ? std::optional(row->license) : std::nullopt);
    });
    markPrimary(m_new);
    m_show = makeAction(u"license"_s, tr("Show licence"), u"certificate"_s, {}, [this] {
        if (const WaitingRow *row = selected())
            emit pageRequested(u"licenses"_s, row->licenseName);
    });
    m_withdraw = makeAction(u"withdraw"_s, tr("Take off the list …"), u"ban"_s, QKeySequence::Delete,
                            Action::Assign, [this] { offerWithdraw(); });
    setHeaderActions({exportAction(), m_new});
    setMenuActions({m_show, nullptr, m_withdraw});
}

void WaitingPage::applyFilter()
{
    WaitingFilter wanted{.search = searchText()};
    if (const auto state = fromText<WaitingState>(filter()->current()))
        wanted.states = {*state};
    m_source->setFilter(wanted);
}

void WaitingPage::reveal(qint64 object)
{
    BookPage::reveal(object);
    filter()->setCurrent(u"all"_s);
}

EmptyText WaitingPage::firstSteps() const
{
    return {
        .iconName = u"hourglass"_s,
        .title = tr("Nobody waits for a seat"),
        .text = tr("Who gets no seat when you assign can be put on the list. As soon as a seat comes free, "
                   "whoever asked first gets it."),
        .actionText = tr("Ask for seats")};
}

QStringList WaitingPage::entities() const
{
    return {u"waiting_entry"_s, u"member"_s, u"license"_s};
}

QString WaitingPage::countText(qint64 count) const
{
    return tr("%Ln entries", nullptr, static_cast<int>(count));
}

const WaitingRow *WaitingPage::selected() const
{
    const auto row = m_table->rowOf(view()->rows()->single());
    return row ? m_table->rowAt(*row) : nullptr;
}

void WaitingPage::updateActions()
{
    m_show->setEnabled(selected());
    const WaitingRow *row = selected();
    const bool any = view()->rows()->count() > 0 && view()->rows()->isComplete();
    m_withdraw->setEnabled(any && (!row || row->state == WaitingState::Waiting));
}

void WaitingPage::activate(qint64)
{
    m_show->trigger();
}

QDialog *WaitingPage::offerWithdraw()
{
    QList<WaitingEntryId> entries;
    for (const qint64 id : selectedIds())
        entries.append(*WaitingEntryId::fromValue(id));
    if (entries.isEmpty())
        return nullptr;
    auto *dialog = new WithdrawDialog(book(), entries, this);
    connect(dialog, &OperationDialog::applied, this, &WaitingPage::tellDone);
    dialogs().open(dialog);
    return dialog;
}

ExportRequest WaitingPage::exportRequest() const
{
    const SortSpec sort = m_source->sort();
    return WaitingExport{m_source->filter(), {waitingSort(sort.column), sort.order == Qt::DescendingOrder}};
}

QStringList WaitingPage::exportColumns(const QString &key) const
{
    static const QHash<QString, QStringList> names{{u"member"_s, {u"member_name"_s}},
                                                   {u"first_day"_s, {u"from_day"_s}},
                                                   {u"last_day"_s, {u"until_day"_s}},
                                                   {u"asked"_s, {u"asked_at"_s}}};
    return names.value(key, {key});
}

std::vector<TourStop> WaitingPage::dialogStops()
{
    std::vector<TourStop> stops;
    stops.push_back(
        {.name = u"ask"_s, .show = [this]() -> QWidget * { return m_seats->assignOrWait(std::nullopt); }});
    stops.push_back(dialogStop(u"withdraw"_s, [this]() -> QWidget * { return offerWithdraw(); }));
    return stops;
}

} // namespace seatledger
