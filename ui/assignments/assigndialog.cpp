// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/assignments/assigndialog.h"

#include "core/domain/waitingentry.h"
#include "ui/assignments/departmentsdialog.h"
#include "ui/assignments/pastemembersdialog.h"
#include "ui/assignments/recipientsmodel.h"
#include "ui/book/countfield.h"
#include "ui/book/dayfield.h"
#include "ui/book/planrequest.h"
#include "ui/book/planview.h"
#include "ui/book/searches.h"
#include "ui/book/seatstanding.h"
#include "ui/common/manualsubject.h"
#include "ui/common/style/icons.h"
#include "ui/common/style/lengths.h"
#include "ui/common/widgets/banner.h"
#include "ui/common/widgets/emptystate.h"
#include "ui/common/widgets/form.h"
#include "ui/common/widgets/formfield.h"
#include "ui/common/widgets/seatbar.h"
#include "ui/common/wording.h"

#include <QCheckBox>
#include <QClipboard>
#include <QGuiApplication>
#include <QHBoxLayout>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {
constexpr int leastTableHeight = 200; ///< what says that nobody is in it yet fits in
}

AssignDialog::AssignDialog(BookAccess access, QWidget *parent)
    : OperationDialog(access, u"assign"_s, tr("Assign seats"), tr("Assign"), ButtonKind::Primary, parent),
      m_form(new Form(this)),
      m_license(new PickerField(licenseSearch(access), this)),
      m_seatBar(new SeatBar(this)),
      m_quantity(new CountField(1, Quantity::maximum, {}, this)),
      m_firstDay(makeDayField(access, u"firstDayDateField"_s, {}, this)),
      m_lastDay(makeDayField(access, u"lastDayDateField"_s, tr("Until revoked"), this)),
      m_person(new PickerField(memberSearch(access), this)),
      m_people(new RecipientsModel(this)),
      m_view(
          new PlanView(m_people, tr("Give seats to those who can have one and leave the others out"), this)),
      m_wait(new QCheckBox(this)),
      m_request(new PlanRequest(access, this)),
      m_empty(new EmptyState(m_view->table()))
{
    setManualSubject(this, u"assignments"_s);
    buildTerms();
    questions()->addWidget(m_form);
    questions()->addWidget(m_seatBar);
    questions()->addWidget(buildPeople());
    buildTable();
    questions()->addWidget(m_view, 1);
    m_wait->setObjectName(u"waitCheckBox"_s);
    m_wait->hide();
    questions()->addWidget(m_wait);
    connect(m_request, &PlanRequest::due, this, &AssignDialog::plan);
    connect(m_people, &RecipientsModel::peopleChanged, this, &AssignDialog::schedulePlan);
    connect(m_view, &PlanView::modeChanged, this, &AssignDialog::schedulePlan);
    connect(m_wait, &QCheckBox::toggled, this, &AssignDialog::schedulePlan);
    schedulePlan();
    resize(grown(760), grown(720));
    m_license->setFocus();
}

void AssignDialog::buildTerms()
{
    m_license->setObjectName(u"licensePicker"_s);
    m_license->setPlaceholderText(tr("Type a licence, product or vendor"));
    m_seatBar->hide();
    m_quantity->setObjectName(u"quantityCountField"_s);
    m_form->addPair(u"license"_s, tr("Licence"), m_license, u"quantity"_s, tr("Seats for each person"),
                    m_quantity);
    m_form->addPair(u"first_day"_s, tr("From"), m_firstDay, u"last_day"_s, tr("Until"), m_lastDay);
    for (const char *key : {"quantity", "first_day", "last_day"}) {
        const QString name = QString::fromLatin1(key);
        m_form->field(name)->setCheck([this, name] {
            const auto terms = AssignmentDraft{
                m_quantity->count().value_or(0),
                m_firstDay->date().value_or(QDate()),
                m_lastDay->date(),
                {}}.create();
            return terms ? QString() : terms.error().details["fields"_L1][name].toString();
        });
    }
    connect(m_firstDay, &DateField::changed, m_form->field(u"last_day"_s), &FormField::recheck);
    connect(m_license, &PickerField::currentChanged, this, &AssignDialog::loadSeats);
    connect(m_license, &PickerField::currentChanged, this, &AssignDialog::schedulePlan);
    connect(m_quantity, &CountField::changed, this, &AssignDialog::schedulePlan);
    connect(m_firstDay, &DateField::changed, this, &AssignDialog::schedulePlan);
    connect(m_lastDay, &DateField::changed, this, &AssignDialog::schedulePlan);
}

QWidget *AssignDialog::buildPeople()
{
    auto *line = new QWidget(this);
    m_person->setObjectName(u"personPicker"_s);
    m_person->setAccessibleName(tr("Add a person"));
    m_person->setPlaceholderText(tr("Add people by name, number or e-mail"));
    m_person->setClearsAfterPick(true);
    auto *departments = new QPushButton(icon(u"sitemap"), tr("Departments …"), line);
    departments->setObjectName(u"departmentsButton"_s);
    auto *paste = new QPushButton(icon(u"clipboard-list"), tr("Paste a list …"), line);
    paste->setObjectName(u"pasteButton"_s);
    for (QPushButton *button : {departments, paste})
        button->setAutoDefault(false);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, space(Space::S), 0, 0);
    layout->setSpacing(space(Space::S));
    layout->addWidget(m_person, 1);
    layout->addWidget(departments);
    layout->addWidget(paste);
    connect(m_person, &PickerField::picked, this,
            [this](const PickerItem &item) { addMembers({*MemberId::fromValue(item.id)}); });
    connect(departments, &QPushButton::clicked, this, &AssignDialog::offerDepartments);
    connect(paste, &QPushButton::clicked, this, [this] { offerPasting(); });
    return line;
}

void AssignDialog::buildTable()
{
    QTableView *table = m_view->table();
    table->setObjectName(u"peopleTable"_s);
    table->setAccessibleName(tr("People"));
    table->setMinimumHeight(grown(leastTableHeight));
    table->setColumnWidth(RecipientsModel::NameColumn, 220);
    table->setColumnWidth(RecipientsModel::DetailColumn, 250);
    m_empty->setContents(u"users"_s, tr("Nobody yet"),
                         tr("Add people by name, by department or from a list."));
    auto *layout = new QVBoxLayout(table->viewport());
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_empty);
    auto *remove = new QShortcut(QKeySequence::Delete, table, nullptr, nullptr, Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, this, &AssignDialog::removeSelected);
    auto *pasting = new QShortcut(QKeySequence::Paste, table, nullptr, nullptr, Qt::WidgetShortcut);
    connect(pasting, &QShortcut::activated, this,
            [this] { offerPasting(QGuiApplication::clipboard()->text()); });
    table->setToolTip(tr("Delete takes the selected people out."));
}

bool AssignDialog::isSettled() const
{
    return m_request->isSettled() && m_asked == 0;
}

void AssignDialog::setLicense(LicenseId license)
{
    ++m_asked;
    book().ask(
        this,
        [license](const Services &services, Session &session) {
            return services.licenses.find(session, license);
        },
        [this](const Result<License> &found) {
            --m_asked;
            if (found)
                m_license->setCurrent(PickerItem{.id = found->id.value(), .title = found->name.text()});
            else
                showFailure(found.error());
        });
}

void AssignDialog::addMembers(const QList<MemberId> &members)
{
    ++m_asked;
    book().ask(
        this,
        [members](const Services &services, Session &session) {
            return peopleOf(services, session, members);
        },
        [this](const Result<std::vector<Person>> &people) {
            --m_asked;
            if (people)
                m_people->add(*people);
            else
                showFailure(people.error());
        });
}

void AssignDialog::setWaits(bool waits)
{
    setHeading(waits ? tr("Ask for seats") : tr("Assign seats"));
    m_wait->setChecked(waits);
    showWaiting();
}

QVariantMap AssignDialog::draftContents() const
{
    QVariantList ids;
    for (const MemberId member : m_people->members())
        ids.append(member.value());
    return {{u"people"_s, ids}};
}

void AssignDialog::restoreDraftContents(const QVariantMap &contents)
{
    QList<MemberId> members;
    for (const qint64 id : numbersIn(contents[u"people"_s])) {
        if (const auto member = MemberId::fromValue(id))
            members.append(*member);
    }
    addMembers(members);
}

void AssignDialog::offerPasting(const QString &text)
{
    auto *dialog = new PasteMembersDialog(book(), this);
    if (!text.isEmpty())
        dialog->setText(text);
    connect(dialog, &PasteMembersDialog::peopleChosen, m_people, &RecipientsModel::add);
    dialog->open();
}

void AssignDialog::offerDepartments()
{
    auto *dialog = new DepartmentsDialog(book(), this);
    connect(dialog, &DepartmentsDialog::peopleChosen, m_people, &RecipientsModel::add);
    dialog->open();
}

void AssignDialog::removeSelected()
{
    QList<int> rows;
    for (const QModelIndex &index : m_view->table()->selectionModel()->selectedRows())
        rows.append(index.row());
    m_people->remove(rows);
}

void AssignDialog::loadSeats()
{
    const auto token = m_latestSeats.renew();
    const auto picked = m_license->current() ? LicenseId::fromValue(m_license->current()->id) : std::nullopt;
    if (!picked) {
        m_seatBar->hide();
        return;
    }
    book().ask(
        this,
        [id = *picked](const Services &services, Session &session) {
            return seatStanding(services, session, id);
        },
        [this](const Result<SeatStanding> &standing) {
            if (!standing)
                return;
            m_seatBar->setFigures(standing->figures);
            m_seatBar->show();
        },
        token);
}

Result<AssignCommand> AssignDialog::command() const
{
    const auto license = m_license->current() ? LicenseId::fromValue(m_license->current()->id) : std::nullopt;
    if (!license)
        return failure(ErrorCode::InvalidInput, tr("Pick a licence."));
    if (m_people->count() == 0)
        return failure(ErrorCode::InvalidInput, tr("Add the people who are to get a seat."));
    const auto terms = AssignmentDraft{
        m_quantity->count().value_or(0),
        m_firstDay->date().value_or(QDate()),
        m_lastDay->date(),
        {}}.create();
    if (!terms)
        return std::unexpected(terms.error());
    const bool waits = m_wait->isChecked();
    return AssignCommand{.license = *license,
                         .request = {.members = m_people->members(),
                                     .terms = *terms,
                                     .mode = waits ? PlanMode::Partial : m_view->mode()},
                         .wait = waits};
}

void AssignDialog::schedulePlan()
{
    m_plan.reset();
    m_empty->setVisible(m_people->count() == 0);
    setMainEnabled(false);
    m_request->schedule();
}

void AssignDialog::plan()
{
    const Result<AssignCommand> command = this->command();
    if (!command)
        return showUnplanned(command.error().message);
    m_view->showPlanning();
    m_request->ask(
        [command = *command](const Services &services, Session &session) {
            return services.management.planAssign(session, command);
        },
        [this](Result<AssignmentPlan> plan) { takePlan(std::move(plan)); });
}

void AssignDialog::showUnplanned(const QString &text)
{
    m_view->showUnplanned(text);
    showWaiting();
    doButton()->setText(tr("Assign"));
}

void AssignDialog::takePlan(Result<AssignmentPlan> plan)
{
    if (!plan) {
        showUnplanned({});
        return showFailure(plan.error());
    }
    banner()->dismiss();
    m_plan = std::move(*plan);
    m_people->setPlan(*m_plan);
    showPlan();
    emit planned();
}

int AssignDialog::waitingCount() const
{
    if (!m_plan)
        return 0;
    return static_cast<int>(std::ranges::count_if(
        m_plan->items, [](const PlanItem &item) { return item.refusal && mayWait(*item.refusal); }));
}

bool AssignDialog::isForLater() const
{
    return m_firstDay->date().value_or(QDate()) > book().today();
}

void AssignDialog::showWaiting()
{
    const int count = waitingCount();
    m_wait->setText(count > 0 ? tr("Put the %Ln people who get no seat on the waiting list", nullptr, count)
                              : tr("Put those who get no seat on the waiting list"));
    m_wait->setVisible(count > 0 || m_wait->isChecked());
}

void AssignDialog::showPlan()
{
    const bool waits = m_wait->isChecked() && waitingCount() > 0;
    const bool isApplicable = m_plan->isApplicable() || waits;
    m_view->showPlan(
        {.refused = m_plan->refusedCount(), .isApplicable = isApplicable, .summary = summaryText()});
    showWaiting();
    setMainEnabled(isApplicable);
    const auto seats = static_cast<int>(m_plan->grantedCount() * m_quantity->count().value_or(1));
    if (!isApplicable)
        doButton()->setText(tr("Assign"));
    else if (seats == 0)
        doButton()->setText(tr("Put on the waiting list"));
    else if (isForLater())
        doButton()->setText(tr("Reserve %Ln seats", nullptr, seats));
    else
        doButton()->setText(tr("Assign %Ln seats", nullptr, seats));
}

QString AssignDialog::seatsText() const
{
    const auto granted = static_cast<int>(m_plan->grantedCount());
    if (isForLater()) {
        const QString day = displayDay(*m_firstDay->date());
        return granted == 1
                   ? tr("A seat is reserved for this person from %1 on.").arg(day)
                   : tr("A seat is reserved for each of %Ln people from %1 on.", nullptr, granted).arg(day);
    }
    return granted == 1 ? tr("This person gets a seat.") : tr("All %Ln people get a seat.", nullptr, granted);
}

QString AssignDialog::summaryText() const
{
    QStringList parts;
    const qint64 granted = m_plan->grantedCount();
    const qint64 refused = m_plan->refusedCount();
    const int waiting = m_wait->isChecked() ? waitingCount() : 0;
    const QLocale locale;
    if (refused == 0)
        parts += seatsText();
    else if (m_plan->isApplicable())
        parts += tr("%1 of %2 get a seat.").arg(locale.toString(granted), locale.toString(granted + refused));
    else if (waiting == 0)
        parts += tr("%Ln cannot have a seat; nothing is assigned as it is.", nullptr,
                    static_cast<int>(refused));
    if (waiting > 0)
        parts += tr("%Ln go on the waiting list and get theirs as soon as it is free.", nullptr, waiting);
    if (!m_plan->isApplicable())
        return inOneLine(parts);
    parts += seatsLeftText(m_plan->seatsLeft);
    parts += costTexts(book(), m_plan->monthlyCost);
    return inOneLine(parts);
}

void AssignDialog::submit()
{
    const Result<AssignCommand> command = this->command();
    if (!command)
        return showFailure(command.error());
    apply(tr("Assigning %Ln seats …", nullptr, m_people->count()),
          [command = *command](const Services &services, Session &session) {
              return services.management.assign(session, command);
          });
}

QString AssignDialog::doneText(const OperationOutcome &outcome) const
{
    const QString license = m_license->current() ? m_license->current()->title : QString();
    if (outcome.changed == 0)
        return tr("Nobody got a seat of %1 yet.").arg(license);
    return isForLater()
               ? tr("%Ln people have a seat of %1 reserved.", nullptr, static_cast<int>(outcome.changed))
                     .arg(license)
               : tr("%Ln people got a seat of %1.", nullptr, static_cast<int>(outcome.changed)).arg(license);
}

} // namespace seatledger
