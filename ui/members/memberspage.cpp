// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/members/memberspage.h"

#include "core/domain/searchgrammars.h"
#include "ui/assignments/assigndialog.h"
#include "ui/assignments/assignmentcommands.h"
#include "ui/book/bulkeditdialog.h"
#include "ui/book/celltext.h"
#include "ui/book/departmentbox.h"
#include "ui/book/drafts.h"
#include "ui/common/draggedmembers.h"
#include "ui/common/models/listqueries.h"
#include "ui/common/models/rowselection.h"
#include "ui/common/widgets/pagedtableview.h"
#include "ui/common/widgets/segmentedfilter.h"
#include "ui/common/wording.h"
#include "ui/members/departdialog.h"
#include "ui/members/departmentdialog.h"
#include "ui/members/departmenttreedialog.h"
#include "ui/members/memberdialog.h"
#include "ui/members/memberpanel.h"
#include "ui/members/memberseditdialog.h"
#include "ui/shell/actionbutton.h"

#include <QAction>
#include <QHBoxLayout>

#include <memory>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

const QByteArray tourLines = "T-901;Amélie Fournier;amelie@example.org;;03.02.2026\r\n"
                             "T-902;王小明;wang@example.org;;17.11.2025\r\n"
                             "T-903;Jürgen Groß;juergen.example.org;;31.02.2026\r\n"
                             "T-904;;nobody@example.org;Nowhere;\r\n";

} // namespace

MembersPage::MembersPage(BookAccess access, Dialogs &dialogs, QWidget *parent)
    : BookPage(access, dialogs, u"members"_s, parent),
      m_source(makeMemberSource(access, {}, nullptr)),
      m_table(new MemberTable(m_source, memberColumns(), this)),
      m_seats(new AssignmentCommands(access, dialogs, this)),
      m_department(new DepartmentBox(access, tr("All departments"), this))
{
    m_table->setObjectName(u"membersModel"_s);
    buildFilter();
    offerDay(
        tr("who had joined by this day, and how much they hold or held on it. Nothing can be changed here."));
    buildActions();
    auto *panel = new MemberPanel(access, this);
    buildPanel(panel);
    build(m_table, panel);
    connect(this, &BookPage::firstStepWanted, m_new, &QAction::trigger);
    connect(m_seats, &AssignmentCommands::applied, this, &MembersPage::tellDone);
    connect(m_seats, &AssignmentCommands::undone, this, &MembersPage::tellUndone);
    view()->setDragging([this] { return dragged(); });
}

QMimeData *MembersPage::dragged() const
{
    const QList<qint64> ids = selectedIds();
    if (ids.isEmpty() || !view()->rows()->isComplete() || !book().may(Action::Assign))
        return nullptr;
    QList<MemberId> members;
    for (const qint64 id : ids)
        members.append(*MemberId::fromValue(id));
    const auto row = ids.size() == 1 ? m_table->rowOf(ids.first()) : std::nullopt;
    return makeDraggedMembers(members, row ? m_table->rowAt(*row)->name : countText(ids.size()));
}

void MembersPage::buildFilter()
{
    filter()->addSegment(u"all"_s, tr("All"));
    for (const auto &entry : enumEntries<MemberStatus>())
        filter()->addSegment(entry.name, translateDomain(entry.display));
    m_department->setAccessibleName(tr("Department"));
    filterLine()->addWidget(m_department);
    connect(filter(), &SegmentedFilter::currentChanged, this, &MembersPage::applyFilter);
    connect(m_department, &QComboBox::activated, this, [this] {
        applyFilter();
        filtersChanged();
    });
}

void MembersPage::buildActions()
{
    m_new = makeAction(u"new"_s, tr("New member"), u"plus"_s, QKeySequence::New, Action::EditMembers,
                       [this] { offerNew(); });
    markPrimary(m_new);
    m_edit = makeAction(u"edit"_s, tr("Edit"), u"edit"_s, QKeySequence(Qt::ALT | Qt::Key_Return),
                        Action::EditMembers, [this] { activate(view()->rows()->single()); });
    m_editCell = editCellAction(Action::EditMembers);
    m_editMany = makeAction(u"editMany"_s, tr("Edit selected …"), u"pencil"_s,
                            QKeySequence(Qt::SHIFT | Qt::Key_F2), Action::EditMembers,
                            [this] { offerEditMany(selectedIds()); });
    m_assign = makeAction(u"assign"_s, tr("Assign seats"), u"user-plus"_s,
                          QKeySequence(Qt::CTRL | Qt::Key_Plus), Action::Assign, [this] { offerAssign(); });
    m_depart = makeAction(u"depart"_s, tr("Leaves …"), u"logout"_s, QKeySequence::Delete, Action::EditMembers,
                          [this] { offerDeparture(); });
    setNeeds(m_edit, tr("Select one member."));
    setNeeds(m_editCell, tr("Select one member."));
    setNeeds(m_editMany, tr("Select several members."));
    setNeeds(m_depart, tr("Select one or more members."));
    setNeeds(m_assign, tr("Select one or more members."));
    m_departments = makeAction(u"departments"_s, tr("Departments …"), u"sitemap"_s,
                               QKeySequence(Qt::CTRL | Qt::SHIFT | Qt::Key_D),
                               [this] { offerDepartments(); });
    m_departments->setToolTip(tr("Add, rename and move departments"));
    auto *departments = new ActionButton(m_departments, false, this);
    departments->setTextShown(false);
    filterLine()->addWidget(departments);
    setHeaderActions({importAction(ImportKind::Members), exportAction(), m_assign, m_new});
    setMenuActions({m_edit, m_editCell, m_editMany, m_assign, nullptr, m_depart});
}

void MembersPage::buildPanel(MemberPanel *panel)
{
    panel->setActions({m_edit, m_editMany, m_assign});
    connect(panel, &MemberPanel::seatActivated, this,
            [this](const QString &text) { emit pageRequested(u"assignments"_s, text); });
    connect(panel, &MemberPanel::seatMenuRequested, m_seats, &AssignmentCommands::popUpMenu);
}

void MembersPage::applyFilter()
{
    MemberFilter wanted{.search = searchQuery().words, .terms = searchQuery().terms, .asOf = asOf()};
    if (const auto status = fromText<MemberStatus>(filter()->current()))
        wanted.statuses = {*status};
    if (const auto department = m_department->department())
        wanted.departments = {*department};
    m_source->setFilter(wanted);
}

bool MembersPage::isNarrowed() const
{
    return BookPage::isNarrowed() || m_department->department();
}

void MembersPage::widen()
{
    BookPage::widen();
    m_department->setDepartment(std::nullopt);
}

SearchGrammar MembersPage::makeGrammar() const
{
    return memberSearchGrammar();
}

std::vector<FilterChip> MembersPage::filterChips()
{
    std::vector<FilterChip> chips = BookPage::filterChips();
    if (m_department->department())
        chips.push_back({labelled(m_department->accessibleName(), m_department->currentText()), [this] {
                             m_department->setDepartment(std::nullopt);
                             applyFilter();
                             filtersChanged();
                         }});
    return chips;
}

QVariantMap MembersPage::filterState() const
{
    QVariantMap state = BookPage::filterState();
    if (const auto department = m_department->department())
        state.insert(u"department"_s, department->value());
    return state;
}

void MembersPage::setFilterState(const QVariantMap &state)
{
    BookPage::setFilterState(state);
    m_department->setDepartment(DepartmentId::fromValue(state.value(u"department"_s).toLongLong()));
}

EmptyText MembersPage::firstSteps() const
{
    return {.iconName = u"users"_s,
            .title = tr("No members yet"),
            .text = tr("Members are the people who can hold seats. Begin with the first one, or import a "
                       "file."),
            .actionText = tr("New member")};
}

QStringList MembersPage::entities() const
{
    return {u"member"_s, u"department"_s, u"license_assignment"_s, u"waiting_entry"_s};
}

QString MembersPage::countText(qint64 count) const
{
    return tr("%Ln members", nullptr, static_cast<int>(count));
}

void MembersPage::updateActions()
{
    const bool one = view()->rows()->single() > 0;
    m_edit->setEnabled(one);
    m_editCell->setEnabled(one);
    const bool several = view()->rows()->count() > 1;
    m_edit->setVisible(!several);
    m_editMany->setVisible(several);
    m_editMany->setEnabled(several && view()->rows()->isComplete());
    m_depart->setEnabled(view()->rows()->count() > 0 && view()->rows()->isComplete());
    m_assign->setEnabled(view()->rows()->isComplete());
}

Result<RowsEdit> MembersPage::cellEdit(const QString &columnKey, const QString &typed) const
{
    MemberEdit values;
    if (columnKey == "name"_L1)
        values.name = typed;
    else if (columnKey == "number"_L1)
        values.number = typed;
    else if (columnKey == "email"_L1)
        values.email = typed;
    else if (columnKey == "note"_L1)
        values.note = typed;
    else if (const auto day = typedDay(typed))
        values.joinedOn = *day;
    else
        return std::unexpected(day.error());
    return rowsEdit(values);
}

void MembersPage::activate(qint64 id)
{
    if (!isPermitted(Action::EditMembers))
        return;
    load(
        tr("The member could not be opened"),
        [member = *MemberId::fromValue(id)](const Services &services, Session &session) {
            return services.members.find(session, member);
        },
        [this](const Member &member) {
            auto *dialog = new MemberDialog(book(), member, this);
            markDraft(dialog, {u"members"_s, u"edit"_s, {{u"id"_s, member.id.value()}}});
            offer(dialog);
        });
}

void MembersPage::openAgain(const QString &what, const QVariantMap &arguments)
{
    if (what == "edit"_L1)
        activate(arguments[u"id"_s].toLongLong());
    else if (what == "editMany"_L1)
        offerEditMany(numbersIn(arguments[u"ids"_s]));
    else if (isPermitted(Action::EditMembers))
        offerNew();
}

QDialog *MembersPage::offerNew()
{
    auto *dialog = new MemberDialog(book(), this);
    markDraft(dialog, {u"members"_s, u"new"_s});
    return BookPage::offerNew(dialog);
}

QDialog *MembersPage::offerAssign()
{
    QList<MemberId> members;
    for (const qint64 id : selectedIds())
        members.append(*MemberId::fromValue(id));
    return m_seats->assign(std::nullopt, members);
}

QDialog *MembersPage::offerEditMany(const QList<qint64> &ids)
{
    auto *dialog = new MembersEditDialog(book(), ids, this);
    markDraft(dialog, draftOfRows(u"members"_s, u"editMany"_s, ids));
    return offer(dialog);
}

void MembersPage::offerDeparture()
{
    QList<MemberId> members;
    for (const qint64 id : selectedIds())
        members.append(*MemberId::fromValue(id));
    load(
        tr("The member could not be opened"),
        [members](const Services &services, Session &session) {
            return services.members.findMany(session, members);
        },
        [this](const std::vector<Member> &found) {
            if (!found.empty())
                dialogs().open(makeDepartDialog(found));
        });
}

DepartDialog *MembersPage::makeDepartDialog(const std::vector<Member> &members)
{
    auto *dialog = new DepartDialog(book(), dialogs(), members, this);
    connect(dialog, &DepartDialog::applied, this, &MembersPage::tellDone);
    connect(dialog, &DepartDialog::undone, this, &MembersPage::tellUndone);
    return dialog;
}

DepartmentTreeDialog *MembersPage::offerDepartments()
{
    m_tree = new DepartmentTreeDialog(book(), this);
    connect(m_tree, &DepartmentTreeDialog::applied, this, &MembersPage::tellDone);
    connect(m_tree, &DepartmentTreeDialog::undone, this, &MembersPage::tellUndone);
    connect(m_tree, &DepartmentTreeDialog::operationActivated, this, &MembersPage::showOperation);
    dialogs().open(m_tree);
    return m_tree;
}

void MembersPage::takeChange(const ChangeNotice &notice)
{
    BookPage::takeChange(notice);
    if (!notice.entity.isEmpty() && notice.entity != "department"_L1)
        return;
    m_department->reload();
    if (m_tree)
        m_tree->reload();
}

ExportRequest MembersPage::exportRequest() const
{
    return MemberExport{m_source->filter(), listOrder<MemberSort>(m_source->sort(), memberSort)};
}

QStringList MembersPage::exportColumns(const QString &key) const
{
    return key == "seats"_L1 ? QStringList{u"licenses"_s} : QStringList{key};
}

std::vector<TourStop> MembersPage::dialogStops()
{
    const auto first = [this] {
        const MemberRow *row = m_table->rowAt(0);
        return row ? std::optional(Member{{.number = MemberNumber::fromStored(row->number),
                                           .name = Name::fromStored(row->name),
                                           .email = Email::fromStored(row->email)},
                                          row->id,
                                          row->version})
                   : std::nullopt;
    };
    const auto show = [this](QDialog *dialog) -> QWidget * {
        dialogs().open(dialog);
        return dialog;
    };
    std::vector<TourStop> stops;
    stops.push_back({.name = u"new"_s, .show = [this]() -> QWidget * { return offerNew(); }});
    stops.push_back({.name = u"edit"_s,
                     .show = [this]() -> QWidget * {
                         if (const MemberRow *row = m_table->rowAt(0))
                             activate(row->id.value());
                         return nullptr;
                     },
                     .isSettled =
                         [this] {
                             const auto *dialog = findChild<MemberDialog *>();
                             return m_table->count() == 0 || !book().may(Action::EditMembers)
                                    || (dialog && dialog->isVisible());
                         }});
    stops.push_back(editCellStop(u"email"_s, u"nowhere"_s));
    stops.push_back(editManyStop([this] { return offerEditMany(selectedIds()); },
                                 [](BulkEditDialog *dialog) {
                                     dialog->tick(u"status"_s);
                                     dialog->findChild<QComboBox *>(u"statusComboBox"_s)->setCurrentIndex(1);
                                     dialog->tick(u"department"_s);
                                 }));
    const auto leaving = std::make_shared<QPointer<DepartDialog>>();
    stops.push_back({.name = u"depart"_s,
                     .show = [this, first, show, leaving]() -> QWidget * {
                         const auto member = first();
                         *leaving = member ? makeDepartDialog({*member}) : nullptr;
                         return *leaving ? show(*leaving) : nullptr;
                     },
                     .isSettled = [leaving] { return !*leaving || (*leaving)->isSettled(); }});
    const auto tree = std::make_shared<QPointer<DepartmentTreeDialog>>();
    stops.push_back({.name = u"departments"_s,
                     .show = [this, tree]() -> QWidget * { return *tree = offerDepartments(); },
                     .isSettled = [tree] { return !*tree || (*tree)->isSettled(); }});
    stops.push_back({.name = u"new-department"_s, .show = [this, show]() -> QWidget * {
                         return show(new DepartmentDialog(book(), std::nullopt, this));
                     }});
    for (TourStop &stop :
         importStops(ImportKind::Members, "number;name;e-mail;department;joined\r\n" + tourLines,
                     "number;name;email;department;joined_on\r\n" + tourLines))
        stops.push_back(std::move(stop));
    return stops;
}

} // namespace seatledger
