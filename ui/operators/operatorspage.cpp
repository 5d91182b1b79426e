// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/operators/operatorspage.h"

#include "core/domain/enumtext.h"
#include "ui/common/models/rowselection.h"
#include "ui/common/widgets/segmentedfilter.h"
#include "ui/operators/disabledialog.h"
#include "ui/operators/operatordialog.h"
#include "ui/operators/operatorpanel.h"
#include "ui/operators/passworddialog.h"

#include <QAction>
#include <QComboBox>
#include <QHBoxLayout>

namespace seatledger {

using namespace Qt::StringLiterals;

OperatorsPage::OperatorsPage(BookAccess access, Dialogs &dialogs, QWidget *parent)
    : BookPage(access, dialogs, u"operators"_s, parent),
      m_source(makeOperatorSource(access, {.disabled = false}, nullptr)),
      m_table(new OperatorTable(m_source, operatorColumns(), this)),
      m_role(new QComboBox(this))
{
    m_table->setObjectName(u"operatorsModel"_s);
    buildFilter();
    buildActions();
    auto *panel = new OperatorPanel(access, this);
    buildPanel(panel);
    build(m_table, panel);
    connect(this, &BookPage::firstStepWanted, m_new, &QAction::trigger);
}

void OperatorsPage::buildFilter()
{
    filter()->addSegment(u"active"_s, tr("Active"));
    filter()->addSegment(u"disabled"_s, tr("Disabled"));
    filter()->addSegment(u"all"_s, tr("All"));
    m_role->setObjectName(u"roleComboBox"_s);
    m_role->setAccessibleName(tr("Role"));
    m_role->addItem(tr("All roles"), QString());
    for (const auto &entry : enumEntries<Role>())
        m_role->addItem(translateDomain(entry.display), QString(entry.name));
    filterLine()->addWidget(m_role);
    connect(filter(), &SegmentedFilter::currentChanged, this, &OperatorsPage::applyFilter);
    connect(m_role, &QComboBox::activated, this, &OperatorsPage::applyFilter);
}

void OperatorsPage::buildActions()
{
    const auto selectedId = [this] { return view()->rows()->single(); };
    m_new = makeAction(u"new"_s, tr("New operator"), u"plus"_s, QKeySequence::New, Action::ManageOperators,
                       [this] { offerNew(); });
    markPrimary(m_new);
    m_edit = makeAction(u"edit"_s, tr("Edit"), u"edit"_s, Qt::Key_F2, Action::ManageOperators,
                        [this, selectedId] { activate(selectedId()); });
    m_password = makeAction(
        u"password"_s, tr("Set password …"), u"key"_s, {}, Action::ManageOperators, [this, selectedId] {
            withOperator(selectedId(), [this](const KnownOperator &known) { offerPassword(known.record); });
        });
    m_disable = makeAction(u"disable"_s, tr("Disable …"), u"user-off"_s, QKeySequence::Delete,
                           Action::ManageOperators, [this, selectedId] {
                               const OperatorRow *row = selected();
                               const int sessions = row ? row->sessions : 0;
                               withOperator(selectedId(), [this, sessions](const KnownOperator &known) {
                                   offerDisable(known.record, sessions);
                               });
                           });
    m_enable = makeAction(u"enable"_s, tr("Enable"), u"user-check"_s, {}, Action::ManageOperators,
                          [this, selectedId] { enable(selectedId()); });
    setHeaderActions({exportAction(), m_new});
    m_history = makeAction(u"history"_s, tr("History …"), u"history"_s, {}, Action::ReadAudit, [this] {
        if (const OperatorRow *row = selected())
            offerHistory({u"operator"_s, row->id.value()}, row->name);
    });
    setNeeds(m_history, tr("Select one operator."));
    setMenuActions({m_edit, m_password, nullptr, m_disable, m_enable, nullptr, m_history});
}

void OperatorsPage::buildPanel(OperatorPanel *panel)
{
    panel->setActions({m_edit, m_password, m_disable, m_enable});
}

void OperatorsPage::applyFilter()
{
    OperatorFilter wanted{.search = searchText(), .role = fromText<Role>(m_role->currentData().toString())};
    if (filter()->current() != "all"_L1)
        wanted.disabled = filter()->current() == "disabled"_L1;
    m_source->setFilter(wanted);
}

bool OperatorsPage::isNarrowed() const
{
    return BookPage::isNarrowed() || m_role->currentIndex() > 0;
}

void OperatorsPage::widen()
{
    BookPage::widen();
    m_role->setCurrentIndex(0);
}

void OperatorsPage::reveal(qint64 object)
{
    BookPage::reveal(object);
    filter()->setCurrent(u"all"_s);
}

EmptyText OperatorsPage::firstSteps() const
{
    return {.iconName = u"user-shield"_s,
            .title = tr("Nobody signs in yet"),
            .text = tr(
                "Operators sign in with their own login, and see and do what their role and rights allow."),
            .actionText = tr("New operator")};
}

QStringList OperatorsPage::entities() const
{
    return {u"operator"_s, u"operator_department"_s, u"department"_s, u"member"_s};
}

QString OperatorsPage::countText(qint64 count) const
{
    return tr("%Ln operators", nullptr, static_cast<int>(count));
}

const OperatorRow *OperatorsPage::selected() const
{
    const auto row = m_table->rowOf(view()->rows()->single());
    return row ? m_table->rowAt(*row) : nullptr;
}

void OperatorsPage::updateActions()
{
    const OperatorRow *row = selected();
    m_edit->setEnabled(row);
    m_history->setEnabled(row);
    m_password->setEnabled(row && row->role != Role::Member);
    if (book().may(Action::ManageOperators))
        m_password->setToolTip(row && row->role == Role::Member
                                   ? tr("Members come through the server and have no password here.")
                                   : tr("Set a new password"));
    m_disable->setVisible(!row || !row->isDisabled());
    m_disable->setEnabled(row && !row->isDisabled());
    m_enable->setVisible(row && row->isDisabled());
}

void OperatorsPage::withOperator(qint64 id, const std::function<void(const KnownOperator &)> &use)
{
    const auto operatorId = OperatorId::fromValue(id);
    if (!operatorId)
        return;
    load(
        tr("The operator could not be opened"),
        [id = *operatorId](const Services &services, Session &session) {
            return readOperator(services, session, id);
        },
        use);
}

void OperatorsPage::activate(qint64 id)
{
    if (!isPermitted(Action::ManageOperators))
        return;
    withOperator(id, [this](const KnownOperator &known) { offerEdit(known); });
}

QDialog *OperatorsPage::offerNew()
{
    return BookPage::offerNew(new OperatorDialog(book(), this));
}

QDialog *OperatorsPage::offerEdit(const KnownOperator &known)
{
    return offer(new OperatorDialog(book(), known, this));
}

QDialog *OperatorsPage::offerPassword(const Operator &whose)
{
    auto *dialog = new PasswordDialog(book(), whose, this);
    connect(dialog, &PasswordDialog::passwordSet, this, &OperatorsPage::tellSaved);
    dialogs().open(dialog);
    return dialog;
}

QDialog *OperatorsPage::offerDisable(const Operator &which, int sessions)
{
    auto *dialog = new DisableDialog(book(), which, sessions, this);
    connect(dialog, &DisableDialog::disabled, this, &OperatorsPage::tellDone);
    dialogs().open(dialog);
    return dialog;
}

void OperatorsPage::enable(qint64 id)
{
    withOperator(id, [this](const KnownOperator &known) {
        load(
            tr("The operator could not be enabled"),
            [record = known.record](const Services &services, Session &session) {
                return services.operatorService.enable(session, record);
            },
            [this](const Booked<Operator> &done) {
                tellDone(done.operation.value(),
                         tr("%1 may sign in again.").arg(done.value.displayName.text()));
            });
    });
}

ExportRequest OperatorsPage::exportRequest() const
{
    const SortSpec sort = m_source->sort();
    return OperatorExport{m_source->filter(), {operatorSort(sort.column), sort.order == Qt::DescendingOrder}};
}

QStringList OperatorsPage::exportColumns(const QString &key) const
{
    static const QHash<QString, QStringList> names{{u"state"_s, {u"disabled_at"_s}},
                                                   {u"seen"_s, {u"last_did"_s}}};
    return names.value(key, {key});
}

std::vector<TourStop> OperatorsPage::dialogStops()
{
    const auto first = [this]() -> std::optional<KnownOperator> {
        const OperatorRow *row = m_table->rowAt(0);
        if (!row)
            return std::nullopt;
        return KnownOperator{.record = Operator{{.login = OperatorLogin::fromStored(row->login),
                                                 .displayName = Name::fromStored(row->name),
                                                 .role = row->role,
                                                 .rights = row->rights},
                                                row->id}};
    };
    std::vector<TourStop> stops;
    stops.push_back({.name = u"new"_s, .show = [this]() -> QWidget * { return offerNew(); }});
    stops.push_back({.name = u"edit"_s, .show = [this, first]() -> QWidget * {
                         const auto known = first();
                         return known ? offerEdit(*known) : nullptr;
                     }});
    stops.push_back({.name = u"password"_s, .show = [this, first]() -> QWidget * {
                         const auto known = first();
                         return known ? offerPassword(known->record) : nullptr;
                     }});
    stops.push_back({.name = u"disable"_s, .show = [this, first]() -> QWidget * {
                         const auto known = first();
                         return known ? offerDisable(known->record, 2) : nullptr;
                     }});
    return stops;
}

} // namespace seatledger
