// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/assignments/assignmentspage.h"

#include "core/domain/searchgrammars.h"
#include "ui/assignments/assignmentcommands.h"
#include "ui/assignments/assignmententries.h"
#include "ui/assignments/assignmentpanel.h"
#include "ui/assignments/departmentsdialog.h"
#include "ui/assignments/pastemembersdialog.h"
#include "ui/book/bulkeditdialog.h"
#include "ui/book/celltext.h"
#include "ui/book/drafts.h"
#include "ui/common/models/listqueries.h"
#include "ui/common/models/rowselection.h"
#include "ui/common/widgets/pagedtableview.h"
#include "ui/common/widgets/segmentedfilter.h"

#include <QAction>
#include <QDialog>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t examplesNamed = 8;

/// Takes over a value that all rows so far have in common.
template <typename T>
void agree(std::optional<T> &common, const T &value, bool first)
{
    if (first)
        common = value;
    else if (common && *common != value)
        common.reset();
}

bool isOpen(AssignmentState state)
{
    return openStates().contains(state);
}

} // namespace

AssignmentsPage::AssignmentsPage(BookAccess access, Dialogs &dialogs, QWidget *parent)
    : BookPage(access, dialogs, u"assignments"_s, parent),
      m_source(makeAssignmentSource(
          access, {.search = {}, .states = openStates(), .license = {}, .member = {}}, nullptr)),
      m_table(new AssignmentTable(m_source, assignmentColumns(), this)),
      m_commands(new AssignmentCommands(access, dialogs, this))
{
    m_table->setObjectName(u"assignmentsModel"_s);
    buildFilter();
    offerDay(tr("seats that are, were or will be held on this day. Nothing can be changed here."));
    buildActions();
    auto *panel = new AssignmentPanel(access, this);
    panel->setActions({m_transfer, m_suspend, m_resume, m_revoke});
    build(m_table, panel);
    connect(this, &BookPage::firstStepWanted, this, &AssignmentsPage::takeFirstStep);
    connect(m_commands, &AssignmentCommands::applied, this, &AssignmentsPage::tellDone);
    connect(m_commands, &AssignmentCommands::undone, this, &AssignmentsPage::tellUndone);
}

void AssignmentsPage::buildFilter()
{
    filter()->addSegment(u"open"_s, tr("Current"));
    for (const AssignmentState state : openStates())
        filter()->addSegment(toText(state), displayText(state));
    filter()->addSegment(u"ended"_s, tr("Ended"));
    filter()->addSegment(u"all"_s, tr("All"));
    connect(filter(), &SegmentedFilter::currentChanged, this, &AssignmentsPage::applyFilter);
}

QAction *AssignmentsPage::makeCommand(const QString &name, const QString &text, const QString &iconName,
                                      const QKeySequence &shortcut, Action what, Command command)
{
    return makeAction(name, text, iconName, shortcut, what,
                      [this, command] { (m_commands->*command)(choice()); });
}

void AssignmentsPage::buildActions()
{
    m_assign = makeAction(u"new"_s, tr("Assign seats"), u"user-plus"_s, QKeySequence::New, Action::Assign,
                          [this] { m_commands->assign(std::nullopt, {}); });
    markPrimary(m_assign);
    m_suspend = makeCommand(u"suspend"_s, tr("Suspend"), u"player-pause"_s,
                            QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_S), Action::Suspend,
                            &AssignmentCommands::suspend);
    m_resume = makeCommand(u"resume"_s, tr("Resume"), u"player-play"_s,
                           QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_R), Action::Suspend,
                           &AssignmentCommands::resume);
    m_transfer = makeCommand(u"transfer"_s, tr("Transfer"), u"arrows-exchange"_s,
                             QKeySequence(Qt::CTRL | Qt::Key_T), Action::Transfer,
                             &AssignmentCommands::transfer);
    QAction *period = makeCommand(u"period"_s, tr("Change days …"), u"calendar-event"_s,
                                  QKeySequence(Qt::ALT | Qt::Key_Return), Action::ChangeAssignments,
                                  &AssignmentCommands::changePeriod);
    QAction *quantity = makeCommand(u"quantity"_s, tr("Change number of seats …"), u"armchair"_s,
                                    QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_Q), Action::ChangeAssignments,
                                    &AssignmentCommands::changeQuantity);
    m_editCell = editCellAction(Action::ChangeAssignments);
    setNeeds(m_editCell, tr("Select one assignment."));
    m_edit = makeCommand(u"editMany"_s, tr("Edit selected …"), u"pencil"_s,
                         QKeySequence(Qt::SHIFT | Qt::Key_F2), Action::ChangeAssignments,
                         &AssignmentCommands::edit);
    setNeeds(m_edit, tr("Select one or more assignments."));
    m_revoke = makeCommand(u"revoke"_s, tr("Revoke"), u"ban"_s, QKeySequence::Delete, Action::Revoke,
                           &AssignmentCommands::revoke);
    m_changes = {m_transfer, period, quantity, m_revoke};
    for (QAction *action : {m_transfer, period, quantity, m_revoke, m_suspend, m_resume})
        setNeeds(action, tr("Select assignments that hold now or later."));
    const QList<QAction *> selectionActions{period,    quantity, m_editCell, m_edit,  nullptr,
                                            m_suspend, m_resume, m_transfer, nullptr, m_revoke};
    setHeaderActions(
        {makeMoreAction(selectionActions), importAction(ImportKind::Assignments), exportAction(), m_assign});
    setMenuActions(selectionActions);
}

void AssignmentsPage::applyFilter()
{
    AssignmentFilter wanted{.search = searchQuery().words, .terms = searchQuery().terms, .asOf = asOf()};
    if (filter()->current() == "open"_L1)
        wanted.states = openStates();
    else if (filter()->current() == "ended"_L1)
        wanted.states = endedStates();
    else if (const auto state = fromText<AssignmentState>(filter()->current()))
        wanted.states = {*state};
    m_source->setFilter(wanted);
}

/// On a day, what is reserved is not there yet, and what has ended is there no more.
void AssignmentsPage::dayChanged()
{
    for (const QString &key : {toText(AssignmentState::Reserved), u"ended"_s, u"all"_s})
        filter()->setSegmentEnabled(key, !asOf());
}

AssignmentChoice AssignmentsPage::choice() const
{
    AssignmentChoice choice;
    for (const qint64 id : selectedIds())
        choice.ids.append(*AssignmentId::fromValue(id));
    bool first = true;
    qint64 seen = 0;
    m_table->visitLoaded(0, m_table->rowCount() - 1, [&](int row, qint64 id) {
        if (!view()->rows()->contains(id))
            return;
        const AssignmentRow *assignment = m_table->rowAt(row);
        if (choice.examples.size() < examplesNamed)
            choice.examples.push_back(seatEntry(*assignment, SeatEntry::NameBoth));
        agree(choice.period, assignment->period, first);
        agree(choice.quantity, assignment->quantity, first);
        agree(choice.state, assignment->state, first);
        first = false;
        ++seen;
    });
    if (seen < choice.ids.size()) {
        choice.period.reset();
        choice.quantity.reset();
        choice.state.reset();
    }
    return choice;
}

void AssignmentsPage::reveal(qint64 object)
{
    BookPage::reveal(object);
    filter()->setCurrent(u"all"_s); // it may have ended
}

void AssignmentsPage::foundEmpty()
{
    book().ask(
        this,
        [](const Services &services, Session &session) -> Result<QString> {
            const auto licenses = services.lists.licenseCount(session, {});
            if (!licenses)
                return std::unexpected(licenses.error());
            const auto members = services.lists.memberCount(session, {});
            if (!members)
                return std::unexpected(members.error());
            return *licenses == 0 ? u"licenses"_s : *members == 0 ? u"members"_s : QString();
        },
        [this](const Result<QString> &missing) {
            m_missing = missing.value_or(QString());
            updateEmptyText();
        });
}

SearchGrammar AssignmentsPage::makeGrammar() const
{
    return assignmentSearchGrammar();
}

EmptyText AssignmentsPage::firstSteps() const
{
    EmptyText text{
        .iconName = u"armchair"_s,
        .title = tr("No assignments yet"),
        .text = tr("Give people seats of the licences you have, or import who holds them from a file."),
        .actionText = tr("Assign seats")};
    if (m_missing == "licenses"_L1) {
        text.text = tr("Seats come from licences. Add the first licence, then assign its seats here.");
        text.actionText = tr("Go to Licences");
    } else if (m_missing == "members"_L1) {
        text.text = tr("Seats go to members. Add the first one, then assign seats here.");
        text.actionText = tr("Go to Members");
    }
    return text;
}

void AssignmentsPage::takeFirstStep()
{
    if (m_missing.isEmpty())
        m_assign->trigger();
    else
        emit pageRequested(m_missing, {});
}

QStringList AssignmentsPage::entities() const
{
    return {u"license_assignment"_s, u"member"_s, u"license"_s};
}

QString AssignmentsPage::countText(qint64 count) const
{
    return tr("%Ln assignments", nullptr, static_cast<int>(count));
}

void AssignmentsPage::updateActions()
{
    const bool any = view()->rows()->count() > 0 && view()->rows()->isComplete();
    const std::optional<AssignmentState> state = any ? choice().state : std::nullopt;
    const bool open = any && (!state || isOpen(*state));
    for (QAction *action : std::as_const(m_changes))
        action->setEnabled(open);
    m_edit->setEnabled(any);
    m_editCell->setEnabled(view()->rows()->single() > 0);
    m_suspend->setVisible(state != AssignmentState::Suspended);
    m_suspend->setEnabled(open);
    m_resume->setVisible(any && (!state || state == AssignmentState::Suspended));
    m_resume->setEnabled(open);
}

Result<RowsEdit> AssignmentsPage::cellEdit(const QString &columnKey, const QString &typed) const
{
    AssignmentEdit values;
    if (columnKey == "note"_L1) {
        values.note = typed;
        return rowsEdit(values);
    }
    const auto day = typedDay(typed);
    if (!day)
        return std::unexpected(day.error());
    if (columnKey == "last_day"_L1)
        values.lastDay = *day;
    else if (!*day)
        return failure(ErrorCode::InvalidInput, tr("An assignment needs a first day."));
    else
        values.firstDay = *day;
    return rowsEdit(values);
}

void AssignmentsPage::openAgain(const QString &what, const QVariantMap &arguments)
{
    const QList<qint64> ids = numbersIn(arguments[u"ids"_s]);
    if (what == "editMany"_L1) {
        AssignmentChoice choice;
        std::ranges::transform(ids, std::back_inserter(choice.ids),
                               [](qint64 id) { return *AssignmentId::fromValue(id); });
        if (isPermitted(Action::ChangeAssignments))
            m_commands->edit(choice);
        return;
    }
    QList<MemberId> members;
    std::ranges::transform(ids, std::back_inserter(members),
                           [](qint64 id) { return *MemberId::fromValue(id); });
    if (isPermitted(Action::Assign))
        m_commands->assign(LicenseId::fromValue(arguments[u"license"_s].toLongLong()), members);
}

void AssignmentsPage::activate(qint64)
{
    const AssignmentChoice chosen = choice();
    if (chosen.ids.isEmpty() || (chosen.state && !isOpen(*chosen.state)))
        return;
    if (isPermitted(Action::ChangeAssignments))
        m_commands->changePeriod(chosen);
}

ExportRequest AssignmentsPage::exportRequest() const
{
    return AssignmentExport{m_source->filter(), listOrder<AssignmentSort>(m_source->sort(), assignmentSort)};
}

QStringList AssignmentsPage::exportColumns(const QString &key) const
{
    static const QHash<QString, QStringList> names{{u"member"_s, {u"member_name"_s}},
                                                   {u"email"_s, {u"member_email"_s}},
                                                   {u"first_day"_s, {u"from_day"_s}},
                                                   {u"last_day"_s, {u"until_day"_s, u"ended_on"_s}}};
    return names.value(key, {key});
}

std::vector<TourStop> AssignmentsPage::dialogStops()
{
    std::vector<TourStop> stops;
    const auto add = [&](const QString &name, Command command) {
        stops.push_back(
            dialogStop(name, [this, command]() -> QWidget * { return (m_commands->*command)(choice()); }));
    };
    stops.push_back(
        {.name = u"assign"_s, .show = [this]() -> QWidget * { return m_commands->assign({}, {}); }});
    stops.push_back({.name = u"paste"_s, .show = [this]() -> QWidget * {
                         auto *dialog = new PasteMembersDialog(book(), this);
                         dialogs().open(dialog);
                         return dialog;
                     }});
    stops.push_back({.name = u"departments"_s, .show = [this]() -> QWidget * {
                         auto *dialog = new DepartmentsDialog(book(), this);
                         dialogs().open(dialog);
                         return dialog;
                     }});
    add(u"revoke"_s, &AssignmentCommands::revoke);
    add(u"suspend"_s, &AssignmentCommands::suspend);
    add(u"resume"_s, &AssignmentCommands::resume);
    add(u"transfer"_s, &AssignmentCommands::transfer);
    add(u"period"_s, &AssignmentCommands::changePeriod);
    add(u"quantity"_s, &AssignmentCommands::changeQuantity);
    stops.push_back(editManyStop([this] { return m_commands->edit(choice()); },
                                 [](BulkEditDialog *dialog) { dialog->tick(u"last_day"_s); }));
    return stops;
}

} // namespace seatledger
