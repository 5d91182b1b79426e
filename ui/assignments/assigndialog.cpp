// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/assignments/assigndialog.h"

#include "ui/assignments/departmentsdialog.h"
#include "ui/assignments/pastemembersdialog.h"
#include "ui/assignments/recipientsmodel.h"
#include "ui/book/countfield.h"
#include "ui/book/dayfield.h"
#include "ui/book/searches.h"
#include "ui/book/seatstanding.h"
#include "ui/common/style/icons.h"
#include "ui/common/widgets/banner.h"
#include "ui/common/widgets/emptystate.h"
#include "ui/common/widgets/form.h"
#include "ui/common/widgets/formfield.h"
#include "ui/common/widgets/seatbar.h"
#include "ui/common/widgets/segmentedfilter.h"
#include "ui/common/widgets/tabledelegate.h"
#include "ui/common/widgets/textlabel.h"

#include <QCheckBox>
#include <QHBoxLayout>
#include <QHeaderView>
#include <QLocale>
#include <QPushButton>
#include <QShortcut>
#include <QTableView>
#include <QVBoxLayout>

namespace seatledger {

using namespace Qt::StringLiterals;

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
      m_table(new QTableView(this)),
      m_empty(new EmptyState(m_table)),
      m_shown(new SegmentedFilter(tr("People shown"), this)),
      m_summary(new TextLabel({}, TextSize::Body, Tone::Text, this)),
      m_partial(new QCheckBox(tr("Give seats to those who can have one and leave the others out"), this))
{
    buildTerms();
    questions()->addWidget(m_form);
    questions()->addWidget(m_seatBar);
    questions()->addWidget(buildPeople());
    buildTable();
    questions()->addWidget(m_table, 1);
    questions()->addWidget(buildSummary());
    m_planTimer.setSingleShot(true);
    m_planTimer.setInterval(150);
    connect(&m_planTimer, &QTimer::timeout, this, &AssignDialog::plan);
    connect(m_people, &RecipientsModel::peopleChanged, this, &AssignDialog::schedulePlan);
    connect(m_partial, &QCheckBox::toggled, this, &AssignDialog::schedulePlan);
    schedulePlan();
    resize(760, 720);
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
    connect(paste, &QPushButton::clicked, this, &AssignDialog::offerPasting);
    return line;
}

void AssignDialog::buildTable()
{
    m_table->setObjectName(u"peopleTable"_s);
    m_table->setAccessibleName(tr("People"));
    m_table->setModel(m_people);
    m_table->setItemDelegate(new TableDelegate(m_table));
    m_table->setSelectionBehavior(QAbstractItemView::SelectRows);
    m_table->setShowGrid(false);
    m_table->setTabKeyNavigation(false);
    m_table->verticalHeader()->hide();
    m_table->verticalHeader()->setDefaultSectionSize(
        std::max(extent(Size::Row), fontMetrics().height() + 14));
    m_table->horizontalHeader()->setHighlightSections(false);
    m_table->horizontalHeader()->setDefaultAlignment(Qt::AlignLeft | Qt::AlignVCenter);
    m_table->setColumnWidth(RecipientsModel::NameColumn, 220);
    m_table->setColumnWidth(RecipientsModel::EmailColumn, 250);
    m_table->horizontalHeader()->setStretchLastSection(true);
    m_empty->setContents(u"users"_s, tr("Nobody yet"),
                         tr("Add people by name, by department or from a list."));
    auto *layout = new QVBoxLayout(m_table->viewport());
    layout->setContentsMargins(0, 0, 0, 0);
    layout->addWidget(m_empty);
    auto *remove = new QShortcut(QKeySequence::Delete, m_table, nullptr, nullptr, Qt::WidgetShortcut);
    connect(remove, &QShortcut::activated, this, &AssignDialog::removeSelected);
    m_table->setToolTip(tr("Delete takes the selected people out."));
}

QWidget *AssignDialog::buildSummary()
{
    auto *box = new QWidget(this);
    m_summary->setObjectName(u"summaryLabel"_s);
    m_summary->setWordWrap(true);
    m_partial->setObjectName(u"partialCheckBox"_s);
    m_shown->addSegment(u"all"_s, tr("All"));
    m_shown->addSegment(u"left_out"_s, tr("Left out"));
    connect(m_shown, &SegmentedFilter::currentChanged, this,
            [this](const QString &key) { m_people->showOnlyLeftOut(key == "left_out"_L1); });
    auto *line = new QHBoxLayout;
    line->addWidget(m_summary, 1);
    line->addWidget(m_shown, 0, Qt::AlignTop);
    auto *layout = new QVBoxLayout(box);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space(Space::S));
    layout->addLayout(line);
    layout->addWidget(m_partial);
    return box;
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

void AssignDialog::offerPasting()
{
    auto *dialog = new PasteMembersDialog(book(), this);
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
    for (const QModelIndex &index : m_table->selectionModel()->selectedRows())
        rows.append(index.row());
    m_people->removeRows(rows);
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

PlanMode AssignDialog::mode() const
{
    return m_partial->isChecked() ? PlanMode::Partial : PlanMode::AllOrNothing;
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
    return AssignCommand{*license, {.members = m_people->members(), .terms = *terms, .mode = mode()}};
}

void AssignDialog::schedulePlan()
{
    ++m_generation;
    m_plan.reset();
    m_empty->setVisible(m_people->count() == 0);
    doButton()->setEnabled(false);
    m_planTimer.start();
}

void AssignDialog::plan()
{
    const Result<AssignCommand> command = this->command();
    const CancelToken token = m_latestPlan.renew();
    if (!command)
        return showUnplanned(command.error().message);
    m_summary->setTone(Tone::TextMuted);
    m_summary->setText(tr("Planning …"));
    ++m_asked;
    book().ask(
        this,
        [command = *command](const Services &services, Session &session) {
            return services.management.planAssign(session, command);
        },
        [this, generation = m_generation](Result<AssignmentPlan> plan) {
            --m_asked;
            if (generation == m_generation)
                takePlan(std::move(plan));
        },
        token);
}

void AssignDialog::showUnplanned(const QString &text)
{
    m_people->clearPlan();
    m_summary->setTone(Tone::TextMuted);
    m_summary->setText(text);
    m_shown->setVisible(false);
    m_partial->setVisible(false);
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

void AssignDialog::showPlan()
{
    const qint64 refused = m_plan->refusedCount();
    const QLocale locale;
    m_shown->setCountText(u"all"_s, locale.toString(m_people->count()));
    m_shown->setCountText(u"left_out"_s, locale.toString(refused));
    m_shown->setVisible(refused > 0);
    m_partial->setVisible(refused > 0 || m_partial->isChecked());
    if (refused == 0 && m_shown->current() != "all"_L1) {
        m_shown->setCurrent(u"all"_s);
        m_people->showOnlyLeftOut(false);
    }
    m_summary->setTone(m_plan->isApplicable() ? Tone::Text : Tone::Danger);
    m_summary->setText(summaryText());
    doButton()->setEnabled(m_plan->isApplicable());
    const auto seats = static_cast<int>(m_plan->grantedCount() * m_quantity->count().value_or(1));
    doButton()->setText(m_plan->isApplicable() ? tr("Assign %Ln seats", nullptr, seats) : tr("Assign"));
}

QString AssignDialog::summaryText() const
{
    QStringList parts;
    const qint64 granted = m_plan->grantedCount();
    const qint64 refused = m_plan->refusedCount();
    const QLocale locale;
    if (refused == 0)
        parts += granted == 1 ? tr("This person gets a seat.")
                              : tr("All %Ln people get a seat.", nullptr, static_cast<int>(granted));
    else if (m_plan->isApplicable())
        parts += tr("%1 of %2 get a seat.").arg(locale.toString(granted), locale.toString(granted + refused));
    else
        parts += tr("%Ln cannot have a seat; nothing is assigned as it is.", nullptr,
                    static_cast<int>(refused));
    if (!m_plan->isApplicable())
        return parts.join(u' ');
    parts += m_plan->seatsLeft.isUnlimited()
                 ? tr("Seats are unlimited.")
                 : tr("%Ln stay free.", nullptr, static_cast<int>(m_plan->seatsLeft.count()));
    if (!book().may(Action::ViewCosts))
        parts += tr("What they cost is not visible to you.");
    for (const Money &cost : m_plan->monthlyCost)
        parts += tr("%1 a month.").arg(cost.displayText());
    return parts.join(u' ');
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
    return tr("%Ln people got a seat of %1.", nullptr, static_cast<int>(outcome.changed)).arg(license);
}

} // namespace seatledger
