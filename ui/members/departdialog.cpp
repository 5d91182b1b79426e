// SPDX-License-Identifier: GPL-3.0-or-later
#include "ui/members/departdialog.h"

#include "ui/book/dayfield.h"
#include "ui/book/editdialog.h"
#include "ui/book/planmodel.h"
#include "ui/book/planrequest.h"
#include "ui/book/planview.h"
#include "ui/book/searches.h"
#include "ui/common/style/icons.h"
#include "ui/common/style/lengths.h"
#include "ui/common/widgets/banner.h"
#include "ui/common/widgets/entrylist.h"
#include "ui/common/widgets/form.h"
#include "ui/common/widgets/formfield.h"
#include "ui/common/widgets/textlabel.h"
#include "ui/common/wording.h"
#include "ui/shell/dialogs.h"

#include <QFileInfo>
#include <QHBoxLayout>
#include <QLocale>
#include <QPlainTextEdit>
#include <QPushButton>
#include <QScrollArea>
#include <QTableView>
#include <QVBoxLayout>

#include <algorithm>

namespace seatledger {

using namespace Qt::StringLiterals;

namespace {

constexpr std::size_t namedInText = 3;

QString moneyText(const std::vector<Money> &amounts)
{
    QStringList texts;
    for (const Money &amount : amounts)
        texts += amount.displayText();
    return listed(texts);
}

} // namespace

/// "CAD, IDE and 3 more"
QString DepartDialog::namedText(const QStringList &names)
{
    const auto more = static_cast<int>(names.size()) - static_cast<int>(namedInText);
    if (more <= 0)
        return listed(names);
    return tr("%1 and %Ln more", nullptr, more).arg(listed(names.mid(0, namedInText)));
}

QString DepartDialog::titleOf(const std::vector<Member> &members)
{
    return members.size() == 1 ? tr("%1 leaves").arg(members.front().name.text())
                               : tr("%Ln people leave", nullptr, static_cast<int>(members.size()));
}

DepartDialog::DepartDialog(BookAccess access, Dialogs &dialogs, std::vector<Member> members, QWidget *parent)
    : OperationDialog(access, u"depart"_s, titleOf(members), tr("Record departure"), ButtonKind::Danger,
                      parent),
      m_dialogs(dialogs),
      m_members(std::move(members)),
      m_form(new Form(this)),
      m_day(makeDayField(access, u"dayDateField"_s, {}, this)),
      m_successor(new PickerField(memberSearch(access), this)),
      m_reason(makeNoteEdit(u"reasonEdit"_s, this)),
      m_lines(new PlanModel(tr("Licence"), this)),
      m_view(new PlanView(m_lines, tr("Take back what the successor cannot have"), this)),
      m_effects(new TextLabel({}, TextSize::Body, Tone::TextMuted, this)),
      m_done(new EntryList(this)),
      m_request(new PlanRequest(access, this)),
      m_report(std::make_shared<std::optional<DepartureReport>>())
{
    setSubtitle(
        tr("Decide what becomes of each seat. Everything is done as one, and one undo takes it back."));
    buildForm();
    m_view->table()->setObjectName(u"seatsTable"_s);
    m_view->table()->setAccessibleName(tr("Their seats"));
    m_view->table()->setColumnWidth(PlanModel::NameColumn, 130);
    m_view->table()->setColumnWidth(PlanModel::DetailColumn, 350);
    m_effects->setObjectName(u"effectsLabel"_s);
    m_effects->setWordWrap(true);
    questions()->addWidget(m_form);
    questions()->addWidget(buildFates());
    questions()->addWidget(m_view, 1);
    questions()->addWidget(m_effects);
    buildResult();
    connect(m_request, &PlanRequest::due, this, &DepartDialog::plan);
    connect(m_view, &PlanView::modeChanged, this, &DepartDialog::schedulePlan);
    connect(m_day, &DateField::changed, this, &DepartDialog::schedulePlan);
    connect(m_successor, &PickerField::currentChanged, this, &DepartDialog::schedulePlan);
    connect(this, &OperationDialog::applied, this, &DepartDialog::showResult);
    resize(grown(720), grown(700));
    schedulePlan();
}

void DepartDialog::buildForm()
{
    m_successor->setObjectName(u"successorPicker"_s);
    m_successor->setPlaceholderText(tr("Nobody"));
    m_form->addPair(u"last_day"_s, tr("Last day"), m_day, u"successor"_s, tr("Successor"), m_successor);
    m_form->field(u"successor"_s)->setOptional(true);
    m_reason->setFixedHeight(m_reason->fontMetrics().height() * 3);
    m_form->addField(u"reason"_s, tr("Reason"), m_reason)->setOptional(true);
}

QWidget *DepartDialog::buildFates()
{
    auto *line = new QWidget(this);
    auto *layout = new QHBoxLayout(line);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space(Space::S));
    auto *label = new TextLabel(tr("Selected seats, or all:"), TextSize::Body, Tone::TextMuted, line);
    layout->addWidget(label);
    const auto add = [&](const QString &name, const QString &iconName, const QString &text, SeatFate fate) {
        auto *button = new QPushButton(icon(iconName), text, line);
        button->setObjectName(name);
        button->setAutoDefault(false);
        connect(button, &QPushButton::clicked, this, [this, fate] { chooseFate(fate); });
        layout->addWidget(button);
        return button;
    };
    add(u"takeBackButton"_s, u"arrow-back-up"_s, tr("Take back"), SeatFate::TakeBack);
    add(u"handOverButton"_s, u"arrows-exchange"_s, tr("Give to the successor"), SeatFate::HandOver);
    m_keep = add(u"keepButton"_s, u"calendar-due"_s, tr("Keep until the last day"), SeatFate::Keep);
    layout->addStretch();
    return line;
}

void DepartDialog::buildResult()
{
    auto *result = new QWidget(this);
    auto *layout = new QVBoxLayout(result);
    layout->setContentsMargins(0, 0, 0, 0);
    layout->setSpacing(space(Space::M));
    m_done->setObjectName(u"doneList"_s);
    m_done->setAccessibleName(tr("What was done"));
    m_done->setEmptyText(tr("No seats: nothing had to be given back."));
    auto *area = new QScrollArea(result);
    area->setWidgetResizable(true);
    area->setFocusPolicy(Qt::NoFocus); // what is inside has the keyboard, and is scrolled to
    area->setFrameShape(QFrame::NoFrame);
    area->setWidget(m_done);
    auto *save = new QPushButton(icon(u"table-export"), tr("Save a report …"), result);
    save->setObjectName(u"reportButton"_s);
    save->setAutoDefault(false);
    connect(save, &QPushButton::clicked, this, &DepartDialog::saveReport);
    layout->addWidget(area, 1);
    layout->addWidget(save, 0, Qt::AlignLeft);
    addToResult(result);
}

bool DepartDialog::isSettled() const
{
    return m_request->isSettled();
}

bool DepartDialog::isAhead() const
{
    return m_day->date().value_or(QDate()) > book().today();
}

void DepartDialog::chooseFate(SeatFate fate)
{
    if (fate == SeatFate::HandOver && !m_successor->current()) {
        m_successor->setFocus();
        m_view->showUnplanned(tr("Say who is the successor."));
        return;
    }
    QList<int> rows;
    for (const QModelIndex &index : m_view->table()->selectionModel()->selectedRows())
        rows.append(index.row());
    for (std::size_t i = 0; i < m_seats.size(); ++i) {
        if (rows.isEmpty() || rows.contains(static_cast<int>(i)))
            m_fates[m_seats[i]] = fate;
    }
    schedulePlan();
}

Departure DepartDialog::departure() const
{
    Departure departure{.lastDay = m_day->date().value_or(QDate()),
                        .fates = m_fates,
                        .takesBackRefused = m_view->mode() == PlanMode::Partial,
                        .reason = m_reason->toPlainText().trimmed()};
    for (const Member &member : m_members)
        departure.members.append(member.id);
    if (m_successor->current())
        departure.successor = MemberId::fromValue(m_successor->current()->id);
    return departure;
}

void DepartDialog::schedulePlan()
{
    setMainEnabled(false);
    m_keep->setEnabled(isAhead());
    m_keep->setToolTip(isAhead() ? QString() : tr("For a last day that is still to come"));
    m_request->schedule();
}

void DepartDialog::plan()
{
    m_view->showPlanning();
    m_request->ask(
        [departure = departure()](const Services &services, Session &session) {
            return services.departures.plan(session, departure);
        },
        [this](const Result<DepartureReport> &planned) { takePlan(planned); });
}

void DepartDialog::takePlan(const Result<DepartureReport> &planned)
{
    if (!planned) {
        m_view->showUnplanned(planned.error().message);
        m_effects->clear();
        if (planned.error().code != ErrorCode::InvalidInput)
            showFailure(planned.error());
        return;
    }
    banner()->dismiss();
    showPlan(*planned);
}

QString DepartDialog::detailText(const LeaverSeat &seat) const
{
    QStringList parts{seat.licenseName};
    if (const int quantity = seat.assignment.quantity.value(); quantity > 1)
        parts += tr("%Ln seats", nullptr, quantity);
    if (seat.devices > 0)
        parts += tr("%Ln devices", nullptr, static_cast<int>(seat.devices));
    if (!seat.monthlyCost.empty())
        parts += tr("%1 a month").arg(moneyText(seat.monthlyCost));
    return parts.join(u" · "_s);
}

QString DepartDialog::fateText(const LeaverSeat &seat, const DeparturePlan &plan) const
{
    switch (seat.fate) {
    case SeatFate::HandOver:
        return plan.successor ? tr("Goes to %1").arg(plan.successor->name.text()) : QString();
    case SeatFate::Keep:
        return tr("Kept until %1").arg(displayDay(plan.lastDay));
    case SeatFate::TakeBack:
        break;
    }
    return tr("Ends today");
}

void DepartDialog::showPlan(const DepartureReport &report)
{
    const DeparturePlan &plan = report.plan;
    const auto selected = m_view->table()->selectionModel()->selectedRows();
    std::vector<PlanLine> lines;
    m_seats.clear();
    for (const LeaverSeat &seat : plan.seats) {
        m_seats.push_back(seat.assignment.id);
        lines.push_back({.id = seat.assignment.id.value(),
                         .name = plan.nameOf(seat.assignment.member),
                         .detail = detailText(seat),
                         .granted = fateText(seat, plan),
                         .planned = true,
                         .refusal = seat.refusal});
    }
    m_lines->setLines(std::move(lines));
    for (const QModelIndex &index : selected) // the same seats as before
        m_view->table()->selectionModel()->select(m_lines->index(index.row(), 0),
                                                  QItemSelectionModel::Select | QItemSelectionModel::Rows);
    m_view->showPlan(
        {.refused = plan.refusedCount(), .isApplicable = plan.isApplicable(), .summary = summaryText(plan)});
    m_effects->setText(effectsText(report));
    m_effects->setVisible(!m_effects->text().isEmpty());
    doButton()->setText(plan.isAhead ? tr("Leaves on %1").arg(displayDay(plan.lastDay))
                                     : tr("Record departure"));
    setMainEnabled(plan.isApplicable());
}

QString DepartDialog::summaryText(const DeparturePlan &plan) const
{
    if (plan.seats.empty())
        return tr("No seats: nothing has to be given back.");
    if (!plan.isApplicable())
        return tr("%Ln seats cannot go to the successor; nothing is done as it is.", nullptr,
                  static_cast<int>(plan.refusedCount()));
    QStringList parts;
    if (const auto count = static_cast<int>(plan.count(SeatFate::TakeBack)); count > 0)
        parts += tr("%Ln assignments end.", nullptr, count);
    if (const auto count = static_cast<int>(plan.count(SeatFate::HandOver)); count > 0)
        parts += tr("%Ln go to the successor.", nullptr, count);
    if (const auto count = static_cast<int>(plan.count(SeatFate::Keep)); count > 0)
        parts += tr("%Ln are kept until the last day.", nullptr, count);
    if (!plan.monthlyCost.empty())
        parts += tr("What comes back costs %1 a month.").arg(moneyText(plan.monthlyCost));
    return inOneLine(parts);
}

QString DepartDialog::effectsText(const DepartureReport &report) const
{
    const DeparturePlan &plan = report.plan;
    QStringList parts;
    if (!report.served.empty()) {
        QStringList served;
        for (const WaitingRow &row : report.served)
            served += tr("%1 (%2)").arg(row.memberName, row.licenseName);
        parts += tr("From the waiting list, these get what is free: %1.").arg(namedText(served));
    }
    if (!plan.owned.empty()) {
        QStringList licenses;
        for (const LeaverThing &license : plan.owned)
            licenses += license.name;
        parts +=
            plan.successor
                ? tr("%1 looks after %2 from now on.").arg(plan.successor->name.text(), namedText(licenses))
                : tr("Nobody looks after %1 then: pick a successor to change that.").arg(namedText(licenses));
    }
    if (!plan.devices.empty())
        parts += tr("%Ln devices are nobody's then.", nullptr, static_cast<int>(plan.devices.size()));
    return inOneLine(parts);
}

void DepartDialog::submit()
{
    apply(tr("Taking the seats back …"),
          [departure = departure(), report = m_report](const Services &services,
                                                       Session &session) -> Result<OperationOutcome> {
              auto done = services.departures.depart(session, departure);
              if (!done)
                  return std::unexpected(std::move(done).error());
              *report = std::move(done->report);
              return done->outcome;
          });
}

QString DepartDialog::doneText(const OperationOutcome &) const
{
    const DeparturePlan &plan = (*m_report)->plan;
    const auto count = static_cast<int>(plan.people.size());
    if (plan.isAhead)
        return count == 1
                   ? tr("%1 leaves on %2.").arg(m_members.front().name.text(), displayDay(plan.lastDay))
                   : tr("%Ln people leave on %1.", nullptr, count).arg(displayDay(plan.lastDay));
    const auto ended = static_cast<int>(plan.count(SeatFate::TakeBack) + plan.count(SeatFate::HandOver));
    return count == 1
               ? tr("%1 has left; %Ln assignments ended.", nullptr, ended).arg(m_members.front().name.text())
               : tr("%1 people have left; %Ln assignments ended.", nullptr, ended)
                     .arg(QLocale().toString(count));
}

void DepartDialog::showResult()
{
    const DeparturePlan &plan = (*m_report)->plan;
    std::vector<Entry> entries;
    for (const LeaverSeat &seat : plan.seats)
        entries.push_back({.id = seat.assignment.id.value(),
                           .title = seat.licenseName,
                           .detail = plan.nameOf(seat.assignment.member) + u" · "_s + fateText(seat, plan),
                           .iconName = u"armchair"_s});
    for (const LeaverThing &license : plan.owned)
        entries.push_back({.title = license.name,
                           .detail = plan.successor
                                         ? tr("Looked after by %1").arg(plan.successor->name.text())
                                         : tr("Looked after by nobody"),
                           .iconName = u"certificate"_s});
    for (const LeaverThing &device : plan.devices)
        entries.push_back(
            {.title = device.name, .detail = tr("Nobody's device"), .iconName = u"device-desktop"_s});
    for (const WaitingRow &row : (*m_report)->served)
        entries.push_back({.title = row.licenseName,
                           .detail = tr("%1, from the waiting list, got it").arg(row.memberName),
                           .iconName = u"hourglass"_s});
    m_done->setEntries(std::move(entries));
}

void DepartDialog::saveReport()
{
    const QString name = u"leaving-%1.csv"_s.arg((*m_report)->plan.lastDay.toString(Qt::ISODate));
    m_dialogs.saveFile(
        this,
        {.title = tr("Save a report"),
         .suggestedName = name,
         .filter = tr("CSV (*.csv);;Workbook (*.xlsx);;JSON (*.json)")},
        [this](const QString &path) {
            const auto format = fromText<TableFormat>(QFileInfo(path).suffix().toLower());
            const auto written = DepartureApplicationService::writeFile(**m_report, path,
                                                                        format.value_or(TableFormat::Csv));
            if (!written)
                m_dialogs.showError(this, tr("The report could not be saved"), written.error());
            else
                banner()->present(Banner::Kind::Success, tr("Saved as %1.").arg(QFileInfo(path).fileName()));
        });
}

bool DepartDialog::showRefusal(const Error &error)
{
    return m_form->showRefusal(error);
}

} // namespace seatledger
